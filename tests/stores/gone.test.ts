import { setTimeout as pause } from 'node:timers/promises';
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
  override stream: Neo4jStore['stream'] = (statement, signal) =>
    super.stream(this.slow ? endless : statement, signal);
}

const traced =
  '{ trace(from: ["corporation/toyota"], to: ["corporation/catl"], maxHops: 3) { nodes { length account } nearestMiss { reason } } }';

const asking = (server: TestServer, query: string, signal: AbortSignal): Promise<Response> =>
  fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal,
  });

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

  test.each([
    ['statement', '{ plants { nodes { id } } }'],
    ['search', traced],
  ])(
    'takes its %s with it',
    async (_, query) => {
      const leaving = new AbortController();
      const answer = asking(server, query, leaving.signal);
      await until(1);
      leaving.abort();
      await expect(answer).rejects.toThrow();
      await until(0);
    },
    30_000,
  );

  test('before its statement has begun, too', async () => {
    await expect(store.read(endless, AbortSignal.abort())).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
    expect(await busy()).toBe(0);
  });

  test('leaves the others their answers', async () => {
    store.slow = false;
    expect(await server.data('{ plants { nodes { id } } }')).toEqual({ plants: { nodes: [] } });
  });
});

/** Holds what a store is asked back until it is let go. */
class Held {
  private gate = Promise.resolve();
  private open: () => void = () => undefined;

  constructor(readonly store: GraphStore) {
    const [read, stream] = [store.read.bind(store), store.stream.bind(store)];
    store.read = async (...asked) => {
      await this.gate;
      return read(...asked);
    };
    store.stream = async function* (this: Held, ...asked: Parameters<GraphStore['stream']>) {
      await this.gate;
      yield* stream(...asked);
    }.bind(this);
  }

  hold(): void {
    this.gate = new Promise((resolve) => (this.open = resolve));
  }

  letGo(): void {
    this.open();
  }
}

for (const { name, open } of testStores)
  (open === undefined ? describe.skip : describe)(`[${name}] a client that leaves a search`, () => {
    let held: Held;
    let server: TestServer;
    beforeAll(async () => {
      held = new Held(open!());
      server = await startServer(held.store);
    }, 60_000);
    afterAll(() => server.close());

    test.each([
      ['trace', traced],
      ['neighborhood', '{ neighborhood(of: ["corporation/toyota"], hops: 2) { nodes { distance } } }'],
      ['exposure', '{ exposure(of: ["country/japan"], to: ["country/china"], by: PLANTS) { count } }'],
    ])(
      'takes what %s would yet ask of the store with it',
      async (_, query) => {
        const { store } = server;
        store.reads = [];
        await (await asking(server, query, new AbortController().signal)).json();
        expect(store.reads.length).toBeGreaterThan(1);
        store.reads = [];
        held.hold();
        const leaving = new AbortController();
        const answer = asking(server, query, leaving.signal);
        const end = Date.now() + 5_000;
        while (store.reads.length === 0 && Date.now() < end) await pause(10);
        expect(store.reads.length).toBe(1);
        leaving.abort();
        await expect(answer).rejects.toThrow();
        await pause(100);
        held.letGo();
        await pause(200);
        expect(store.reads.length).toBe(1);
      },
      30_000,
    );
  });
