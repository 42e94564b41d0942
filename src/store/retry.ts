import { setTimeout as pause } from 'node:timers/promises';
import { AnodeError } from '../errors';

/** With the pauses between them, these take about a second, two at most. */
const attempts = 10;

/** Tries a write again for as long as it meets other writes. Throws STORE_CONFLICT when it did so again and again. */
export async function retryingConflicts<T>(
  write: () => Promise<T>,
  isConflict: (error: unknown) => boolean,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (attempt === attempts) {
        const message = 'The write met other writes; nothing was written.';
        throw new AnodeError('STORE_CONFLICT', message, {}, { cause: error });
      }
      // At random, so that those who met do not meet again.
      await pause(Math.min(5 * 2 ** attempt, 500) * Math.random());
    }
  }
}
