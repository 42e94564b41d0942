import { createRequire } from 'node:module';
import { HttpContender } from './http.mjs';

const require = createRequire(new URL('../../package.json', import.meta.url));
const { pino } = require('pino');
const { model } = require('./dist/domain');
const { readSettings, serve } = require('./dist/server');
const { Neo4jStore } = require('./dist/store');

/** Anode served once more, in this process, to see which statements it gives its store. Nothing of it is measured. */
export async function startRecorder({ uri, user, password }) {
  const store = new Neo4jStore({ uri, user, password, timeout: 60_000 });
  const statements = [];
  const read = store.read.bind(store);
  store.read = (statement) => {
    statements.push(statement);
    return read(statement);
  };
  const server = await serve(model, store, readSettings({ PORT: '0' }), pino({ level: 'silent' }));
  const http = new HttpContender({ name: 'statement', server, clients: 1 });
  return {
    data: (query, variables) => http.data(query, variables),
    /** The statement behind a query, as `{ text, parameters }`. */
    async statementOf(query, variables) {
      await http.data(query, variables);
      return statements.at(-1);
    },
    async close() {
      await http.close();
      await server.close();
    },
  };
}
