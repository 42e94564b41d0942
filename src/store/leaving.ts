import { AnodeError } from '../errors';

/** What whoever has gone would be told. */
export const aborted = (cause?: unknown): AnodeError =>
  new AnodeError('REQUEST_ABORTED', 'Whoever asked has gone.', {}, { cause });

/** Throws REQUEST_ABORTED where nobody waits for an answer any more. */
export function mustBeWaitedFor(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw aborted();
}
