import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { AnodeError } from '../errors';
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

/**
 * Serves a store over HTTP. A store that is away does not keep the server from starting: `/readyz` tells. Throws
 * CONFIG_INVALID where it cannot listen; the store is then left to the caller.
 */
export async function serve(
  model: GraphModel,
  store: GraphStore,
  settings: Settings,
  logger: Logger,
): Promise<RunningServer> {
  const answers = new Answers(model, { maxPageSize: settings.MAX_PAGE_SIZE }, undefined, store.capabilities);
  const { app, apollo } = await createHttpServer({ settings, answers, store, logger });
  await listen(app, settings);
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

async function listen(app: FastifyInstance, { HOST: host, PORT: port }: Settings): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    const reason = reasons[(cause as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw cause;
    const message = `Cannot listen on HOST ${host}, PORT ${String(port)}: ${reason}.`;
    throw new AnodeError('CONFIG_INVALID', message, { argument: 'PORT', given: port }, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no host of that name',
  EACCES: 'this user may not listen there',
};
