import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { model } from '../../src/domain';
import { openStore, readSettings, serve } from '../../src/server';

export interface OpeningServer {
  /** Address without a path. */
  readonly base: string;
  /** Resolves when /readyz is content; fails after ten seconds. */
  untilReady(): Promise<void>;
  close(): Promise<void>;
}

/** A server whose store is opened as soon as it is there, as `anode serve` has it, with nothing loaded. */
export async function startOpening(env: Readonly<Record<string, string>>): Promise<OpeningServer> {
  const settings = readSettings({ PORT: '0', LOG_LEVEL: 'silent', ...env });
  const store = openStore(model, settings, { seeds: [] });
  const server = await serve(model, store, settings, pino({ level: 'silent' }));
  const base = new URL(server.url).origin;
  return {
    base,
    untilReady: async () => {
      const deadline = Date.now() + 10_000;
      while ((await fetch(`${base}/readyz`)).status !== 200) {
        if (Date.now() > deadline) throw new Error('The server did not become ready.');
        await sleep(200);
      }
    },
    close: () => server.close(),
  };
}
