import { join } from 'node:path';
import { startServer } from '../processes/child.mjs';
import { NestedCypher, OwnStatement } from './bolt.mjs';
import { HttpContender } from './http.mjs';
import { startRecorder } from './recorder.mjs';

const root = join(import.meta.dirname, '..', '..');

/** How each contender comes to be, by its name; what has to be stopped is told to `started` at once. */
const makers = {
  'anode-neo4j': (context) =>
    overHttp(context, 'anode', 'Anode on Neo4j, HTTP', [join(root, 'dist/cli/main.js'), 'serve'], {
      ...neo4jSettings(context),
      PORT: '0',
      HOST: '127.0.0.1',
      // The peer logs no requests either.
      LOG_LEVEL: 'warn',
      QUERY_TIMEOUT: '60000',
    }),
  peer: (context) =>
    overHttp(
      context,
      'peer',
      '@neo4j/graphql, HTTP',
      [join(root, 'bench/peer/server.mjs')],
      neo4jSettings(context),
    ),
  nested: ({ address }) => new NestedCypher(address),
  statement: async ({ address }) => new OwnStatement(address, await startRecorder(address)),
  'anode-embedded': (context) =>
    overHttp(
      context,
      'anode',
      'Anode embedded, HTTP',
      [join(root, 'bench/processes/embedded-server.mjs'), String(context.size)],
      { HOST: '127.0.0.1' },
      600_000,
    ),
};

/**
 * Starts the contenders of these names.
 *
 * @param {{ address: object, size: number, clients: number, started: (stop: () => Promise<void>) => void }} context
 */
export const startContender = async (name, context) => {
  const contender = await makers[name]({ ...context, name });
  context.started(() => contender.close());
  return contender;
};

async function overHttp({ name, clients, started }, side, title, args, env, patience) {
  const server = await startServer(args, { env, patience });
  started(server.stop);
  return new HttpContender({ name, title, side, server, clients });
}

const neo4jSettings = ({ address: { uri, user, password } }) => ({
  NEO4J_URI: uri,
  ...(user !== undefined && { NEO4J_USER: user, NEO4J_PASSWORD: password }),
});
