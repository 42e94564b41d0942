import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Neo4jStore } from '../../src/store';
import { freePort } from '../support/neo4j/server';
import { neo4jForTests } from '../support/stores';
import { startOpening, type OpeningServer } from '../support/opening';

const ping = { text: 'RETURN 1 AS one', parameters: {} };

/** Runs something that must be over within three seconds. */
async function soon<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    expect(performance.now() - start).toBeLessThan(3_000);
  }
}

async function listen(onConnection: (socket: Socket) => void, port = 0): Promise<Server> {
  const server = createServer(onConnection).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A server that takes connections and never says a word. */
async function silentServer(port = 0): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = await listen((socket) => sockets.add(socket.on('error', () => undefined)), port);
  return {
    port: portOf(server),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Passes everything on to a real Neo4j, until it is told to hold its tongue. */
async function proxyTo(
  port: number,
): Promise<{ port: number; hold: () => void; go: () => void; close: () => void }> {
  const sockets = new Set<Socket>();
  let held = false;
  const server = await listen((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket.on('error', () => undefined));
      if (held) socket.pause();
    }
    near.pipe(far).pipe(near);
  });
  const each = (what: (socket: Socket) => void): void => sockets.forEach(what);
  return {
    port: portOf(server),
    hold: () => {
      held = true;
      each((socket) => socket.pause());
    },
    go: () => {
      held = false;
      each((socket) => socket.resume());
    },
    close: () => {
      each((socket) => socket.destroy());
      server.close();
    },
  };
}

const uri = (port: number): string => `bolt://127.0.0.1:${port}`;

/** What a server says whose store is away. */
async function expectAway({ base }: OpeningServer, code: string): Promise<void> {
  const [ready, health, query] = await soon(() =>
    Promise.all([
      fetch(`${base}/readyz`),
      fetch(`${base}/healthz`),
      fetch(`${base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ corporations { totalCount } }"}',
      }),
    ]),
  );
  expect([ready.status, health.status, query.status]).toEqual([503, 200, 503]);
  for (const answer of [ready, query]) {
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(text).not.toMatch(/\/tmp\/|127\.0\.0\.1|Neo\.|\n\s+at /);
  }
}

describe('a Neo4j that is away', () => {
  test.each(['bolt', 'neo4j'])('%s: nobody listens', async (scheme) => {
    const store = new Neo4jStore({ uri: `${scheme}://127.0.0.1:${await freePort()}`, timeout: 10_000 });
    await soon(() => expect(store.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }));
    await soon(() => expect(store.read(ping)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }));
    await soon(() => expect(store.write([ping])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }));
    await soon(() => store.close());
  });

  test.each(['bolt', 'neo4j'])('%s: somebody listens and never answers', async (scheme) => {
    const silent = await silentServer();
    const store = new Neo4jStore({ uri: `${scheme}://127.0.0.1:${silent.port}`, timeout: 10_000 });
    await soon(() => expect(store.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }));
    await soon(() => expect(store.read(ping)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }));
    await soon(() => store.close());
    await silent.close();
  });

  test('somebody listens who speaks another language', async () => {
    const server = await listen((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    const store = new Neo4jStore({ uri: uri(portOf(server)), timeout: 10_000 });
    await soon(() => expect(store.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }));
    await store.close();
    server.close();
  });

  test('an address that is none', () => {
    const open = (): unknown => new Neo4jStore({ uri: 'bolt://127.0.0.1:7687?a=b', timeout: 1_000 });
    expect(open).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }) as Error);
  });
});

const neo4j = neo4jForTests();
const withNeo4j = neo4j === undefined ? describe.skip : describe;

withNeo4j('[neo4j] a Neo4j that comes and goes', () => {
  const port = Number(new URL(neo4j?.uri ?? 'bolt://none:1').port);
  const credentials = { user: neo4j?.user, password: neo4j?.password };

  test('a query past its time is stopped by the server', async () => {
    const store = new Neo4jStore({ ...neo4j!, timeout: 500 });
    const text = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a * b) AS slow';
    await soon(() =>
      expect(store.read({ text, parameters: {} })).rejects.toMatchObject({ code: 'STORE_TIMEOUT' }),
    );
    await store.close();
    const watcher = new Neo4jStore({ ...neo4j!, timeout: 20_000 });
    const running = `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 100000)' RETURN currentQuery`;
    const left = () => watcher.read({ text: running, parameters: {} });
    // It ends where it next looks whether it may go on.
    for (let tries = 0; tries < 50 && (await left()).length > 0; tries++) await sleep(100);
    expect(await left()).toEqual([]);
    await watcher.close();
  });

  test('a database of no such name', async () => {
    const store = new Neo4jStore({ ...neo4j!, database: 'nosuch', timeout: 5_000 });
    await expect(store.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await store.close();
  });

  test('one that falls silent in the middle, and speaks again', async () => {
    const proxy = await proxyTo(port);
    const store = new Neo4jStore({ uri: uri(proxy.port), ...credentials, timeout: 10_000 });
    await store.check();
    proxy.hold();
    await soon(() => expect(store.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' }));
    proxy.go();
    expect(await store.read(ping)).toEqual([{ one: 1 }]);
    proxy.hold();
    await soon(() => store.close());
    proxy.close();
  });

  test.each([
    ['nobody listens', false],
    ['somebody listens and never answers', true],
  ])('a server says so while %s, and recovers by itself', async (_title, silent) => {
    const place = await freePort();
    const holder = silent ? await silentServer(place) : undefined;
    const server = await startOpening({ NEO4J_URI: uri(place), ...env(credentials) });
    await expectAway(server, 'STORE_UNAVAILABLE');
    await holder?.close();
    const bridge = await listen((near) => {
      const far = connect(port, '127.0.0.1');
      near
        .on('error', () => undefined)
        .pipe(far.on('error', () => undefined))
        .pipe(near);
    }, place);
    await server.untilReady();
    await server.close();
    bridge.close();
  });

  const env = ({ user, password }: { user?: string | undefined; password?: string | undefined }) => ({
    ...(user !== undefined && { NEO4J_USER: user }),
    ...(password !== undefined && { NEO4J_PASSWORD: password }),
  });
});
