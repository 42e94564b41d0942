import { setTimeout as sleep } from 'node:timers/promises';
import { AnodeError } from '../errors';
import type { OpeningStore } from '../store';

/** How often it is tried, in milliseconds. */
const pause = 500;

/** Resolves when a store is open. Where another process has it, it waits so many seconds for that one to end, and says so. */
export async function openedWithin(seconds: number, store: Pick<OpeningStore, 'ready'>): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (let tries = 0; ; tries++) {
    try {
      await store.ready();
      return;
    } catch (error) {
      const isLocked = error instanceof AnodeError && error.code === 'STORE_LOCKED';
      if (!isLocked || Date.now() >= end) throw error;
      if (tries === 0)
        process.stderr.write(
          `Another process has the store open; a server has to be stopped. Waiting up to ${String(seconds)} s (--wait).\n`,
        );
      await sleep(pause);
    }
  }
}
