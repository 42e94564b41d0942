import { examples } from '../support/examples';
import { onEveryStore, startServer, testStores, type TestServer } from '../support/servers';

onEveryStore('the examples of the playground', (server) => {
  test.each(examples)('$file answers in one statement', async ({ query, variables }) => {
    const { store } = server();
    store.reads = [];
    const { status, body } = await server().query(query, variables);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(Object.values(body.data as object).every((value) => value !== null)).toBe(true);
    expect(store.reads).toHaveLength(1);
  });
});

const everywhere = testStores.every(({ open }) => open !== undefined) ? describe : describe.skip;

everywhere('all stores', () => {
  let servers: TestServer[];
  beforeAll(async () => {
    servers = [];
    for (const { open } of testStores) servers.push(await startServer(open!()));
  }, 60_000);
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  test.each(examples)('give the same answer to $file, byte for byte', async ({ query, variables }) => {
    const texts = await Promise.all(
      servers.map(async (server) => (await server.query(query, variables)).text),
    );
    expect(new Set(texts).size).toBe(1);
  });
});
