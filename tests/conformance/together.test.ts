import { setTimeout as sleep } from 'node:timers/promises';
import { AnodeError } from '../../src/errors';
import type { GraphStore } from '../../src/store';
import { awkwardSeed, startServer, testStores, type TestServer } from '../support/servers';

const slugs = [
  'acme',
  'lonely',
  'nobody',
  'toyota',
  'emoji',
  'combining',
  'composed',
  'quotes',
  'backtick',
  '',
];

const relations = `query ($id: ID!, $first: Int!) {
  corporation(id: $id) {
    id name
    country { id name }
    plants(first: $first, orderBy: [{ name: DESC }]) {
      totalCount
      edges { cursor share node { id name operators { nodes { id name } } } }
      pageInfo { hasNextPage endCursor }
    }
    partnershipsAggregate { count }
  }
}`;

const lists = `query ($ids: [ID!]!, $id: ID!) {
  nodes(ids: $ids) { __typename id name ... on Corporation { country { name } } }
  again: node(id: $id) { id }
}`;

const pages = `query ($first: Int, $after: String, $last: Int, $before: String, $status: PlantStatus) {
  plants(
    orderBy: [{ name: DESC }, { operators: { count: ASC } }], where: { status: { eq: $status } }
    first: $first, after: $after, last: $last, before: $before
  ) {
    totalCount
    edges { cursor node { name operators(first: 1) { nodes { id name } pageInfo { hasNextPage } } country { name } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const ranked = `query ($first: Int!, $after: String) {
  corporations(orderBy: [{ plants: { count: DESC } }, { country: { name: ASC } }], first: $first, after: $after) {
    edges { cursor node { id } }
  }
  plantsAggregate { count }
}`;

interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const hasPlace = ({ variables: { after, before } }: Request): boolean =>
  after !== undefined || before !== undefined;

/** Requests that differ in their ids and, some of them, in their page size. */
const fromIds = Array.from({ length: 60 }, (_, at): Request => {
  const id = (step: number): string => `corporation/${slugs[(at + step) % slugs.length]!}`;
  return at % 3 === 2
    ? { query: lists, variables: { ids: [id(5), 'plant/p-01', id(0), id(5)], id: 'plant/p-04' } }
    : { query: relations, variables: { id: id(0), first: at % 4 === 3 ? 1 : 2 } };
});

/** Requests for pages of all sizes, forward and backward, from the beginning and from every place. */
async function fromPlaces(server: TestServer): Promise<Request[]> {
  const cursors = async (query: string, field: string): Promise<string[]> => {
    const { body } = await server.query(query, { first: 100 });
    const { edges } = (body.data as Record<string, { edges: { cursor: string }[] }>)[field]!;
    return edges.map(({ cursor }) => cursor);
  };
  const ofPlants = (await cursors(pages, 'plants')).flatMap((cursor, at) => [
    { query: pages, variables: { first: (at % 4) + 1, after: cursor } },
    { query: pages, variables: { last: (at % 3) + 1, before: cursor } },
    { query: pages, variables: { first: at % 5, status: at % 2 === 0 ? 'OPERATING' : null } },
  ]);
  const ofCorporations = (await cursors(ranked, 'corporations')).flatMap((cursor, at) => [
    { query: ranked, variables: { first: (at % 4) + 1, after: cursor } },
    { query: ranked, variables: { first: (at % 4) + 1 } },
  ]);
  return [...ofPlants, ...ofCorporations];
}

const textOf = async (server: TestServer, { query, variables }: Request): Promise<string> =>
  (await server.query(query, variables)).text;

/** Reads take so long, in milliseconds, that others come meanwhile. */
const long = 100;

/** Does something while reads of a server's store are read in another way. */
async function reading<T>(server: TestServer, read: GraphStore['read'], work: () => Promise<T>): Promise<T> {
  const before = server.store.read;
  server.store.read = read;
  try {
    return await work();
  } finally {
    server.store.read = before;
  }
}

const askAll = (server: TestServer, requests: readonly Request[]): Promise<string[]> =>
  Promise.all(requests.map((request) => textOf(server, request)));

for (const { name, open } of testStores) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] requests that are read together`, () => {
    let server: TestServer;
    let requests: readonly Request[];
    let alone: string[];

    beforeAll(async () => {
      server = await startServer(open!(), { seeds: [awkwardSeed] });
      requests = [...fromIds, ...(await fromPlaces(server))];
      server.store.reads = [];
      alone = [];
      for (const request of requests) alone.push(await textOf(server, request));
    }, 240_000);

    afterAll(() => server.close());

    test('have the answers that each of them has alone', async () => {
      expect(server.store.reads).toHaveLength(requests.length);
      server.store.reads = [];
      const { read } = server.store;
      const slowly: GraphStore['read'] = async (...asked) => {
        await sleep(long);
        return read(...asked);
      };
      expect(await reading(server, slowly, () => askAll(server, requests))).toEqual(alone);
      // The embedded store finds no place by an index, and reads each of them alone.
      const { ordersFromIndex } = server.store.capabilities;
      const alwaysAlone = ordersFromIndex ? [] : requests.filter(hasPlace);
      const others = requests.length - alwaysAlone.length;
      expect(server.store.reads.length).toBeLessThan(alwaysAlone.length + others / 2);
    });

    test('leave nobody behind when others have gone', async () => {
      const leaving = new AbortController();
      const answers = requests.map(async (request, at) => {
        if (at % 2 === 0) return textOf(server, request);
        const gone = fetch(server.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
          signal: leaving.signal,
        });
        await expect(gone.then((answer) => answer.text())).rejects.toThrow();
        return undefined;
      });
      leaving.abort();
      const stayed = (await Promise.all(answers)).filter((answer) => answer !== undefined);
      expect(stayed).toEqual(alone.filter((_, at) => at % 2 === 0));
    });

    test('are each read alone where the store refuses to read them together', async () => {
      const { read } = server.store;
      let refused = 0;
      const refusing: GraphStore['read'] = async (statement, signal) => {
        await sleep(long);
        const lists = Object.values(statement.parameters).filter((value) => Array.isArray(value));
        if (!lists.some(({ length }) => length > 4)) return read(statement, signal);
        refused++;
        throw new AnodeError('QUERY_TOO_LARGE', 'Too many.');
      };
      expect(await reading(server, refusing, () => askAll(server, requests))).toEqual(alone);
      expect(refused).toBeGreaterThan(0);
    });

    test('all hear that the store is away', async () => {
      const away: GraphStore['read'] = async () => {
        await sleep(long);
        throw new AnodeError('STORE_UNAVAILABLE', 'Away.');
      };
      const answers = await reading(server, away, () => askAll(server, requests));
      for (const answer of answers) expect(answer).toContain('STORE_UNAVAILABLE');
    });
  });
}
