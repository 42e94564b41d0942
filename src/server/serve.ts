import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { GraphModel } from '../model';
import type { GraphStore } from '../store';
import { Answers } from './answer';
import { createHttpServer } from './http';
import type { Settings } from './settings';

export interface RunningServer {
  readonly url: string;
  readonly answers: Answers;
  /** Ends what is under way, then closes the server and the store. */
  close(): Promise<void>;
}

/** Serves a store over HTTP. A store that is away does not keep the server from starting: `/readyz` tells. */
export async function serve(
  model: GraphModel,
  store: GraphStore,
  settings: Settings,
  logger: Logger,
): Promise<RunningServer> {
  const answers = new Answers(model, { maxPageSize: settings.MAX_PAGE_SIZE });
  const { app, apollo } = await createHttpServer({ settings, answers, store, logger });
  await app.listen({ host: settings.HOST, port: settings.PORT });
  const { address, port, family } = app.server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${host}:${String(port)}/graphql`,
    answers,
    close: async () => {
      await apollo.stop();
      await store.close();
    },
  };
}
