import { Neo4jStore, type GraphStore } from '../../src/store';
import { startServer, testStores, type TestServer } from '../support/servers';
import { neo4jForTests } from '../support/stores';

/** Minutes of work, told apart from whatever else runs on the server. */
const endless = {
  text: 'UNWIND range(1, 100000000000) AS endless WITH endless WHERE endless % 7 = 8 RETURN count(endless) AS n',
  parameters: {},
};

/** Neo4j where every query takes minutes, once it is told to. */
class SlowStore extends Neo4jStore {
  slow = false;
  override read: GraphStore['read'] = (statement, signal) =>
    super.read(this.slow ? endless : statement, signal);
}

const isThere = testStores.find(({ name }) => name === 'neo4j')?.open !== undefined;

(isThere ? describe : describe.skip)('[neo4j] a client that goes away', () => {
  let store: SlowStore;
  let watcher: Neo4jStore;
  let server: TestServer;
  beforeAll(async () => {
    store = new SlowStore({ ...neo4jForTests()!, timeout: 120_000 });
    server = await startServer(store, { seeds: [] });
    store.slow = true;
    watcher = new Neo4jStore({ ...neo4jForTests()!, timeout: 20_000 });
  }, 60_000);
  afterAll(async () => {
    await watcher.close();
    await server.close();
  });

  /** How many endless statements the store is busy with. */
  const busy = async (): Promise<number> => {
    const text =
      'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH "UNWIND range(1, 1000" RETURN currentQuery';
    return (await watcher.read({ text, parameters: {} })).length;
  };

  const until = async (wanted: number): Promise<void> => {
    const end = Date.now() + 10_000;
    while ((await busy()) !== wanted) {
      if (Date.now() > end) throw new Error(`The store is not busy with ${String(wanted)} statements.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  test('takes its statement with it', async () => {
    const leaving = new AbortController();
    const answer = fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ plants { nodes { id } } }' }),
      signal: leaving.signal,
    });
    await until(1);
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await until(0);
  }, 30_000);

  test('before its statement has begun, too', async () => {
    await expect(store.read(endless, AbortSignal.abort())).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
    expect(await busy()).toBe(0);
  });

  test('leaves the others their answers', async () => {
    store.slow = false;
    expect(await server.data('{ plants { nodes { id } } }')).toEqual({ plants: { nodes: [] } });
  });
});
