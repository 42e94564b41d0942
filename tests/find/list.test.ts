/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-argument --
   answers are JSON, and what is in them is what is tested */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { defaultSeeds } from '../../src/cli/seeds';
import { startServer, testStores, type TestServer } from '../support/servers';

interface Listed {
  readonly query: string;
  readonly how: string;
  readonly expected: string;
}

const file = readFileSync(join(__dirname, 'queries.csv'), 'utf8');
const listed: readonly Listed[] = parse(file, { columns: true });

const question =
  'query ($text: String!) { search(text: $text, first: 5) { edges { score node { id } match { property text } } } }';
const typing =
  'query ($prefix: String!) { suggest(prefix: $prefix) { suggestions { score node { id } match { text } } } }';

/** What each store answered, by the text that was asked for. */
const answers = testStores.map(() => new Map<string, unknown>());

for (const [at, { name, open }] of testStores.entries()) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] the list of queries`, () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startServer(open!(), { seeds: defaultSeeds });
    }, 240_000);
    afterAll(() => server.close());

    test('finds what is expected first, or among the first five', async () => {
      const places: number[] = [];
      for (const { query: text, expected } of listed) {
        const { search } = await server.data(question, { text });
        answers[at]!.set(text, search);
        places.push(search.edges.findIndex(({ node }: { node: { id: string } }) => node.id === expected));
      }
      const shareUpTo = (last: number): number =>
        places.filter((place) => place >= 0 && place <= last).length / listed.length;
      expect(shareUpTo(0)).toBeGreaterThanOrEqual(0.9);
      expect(shareUpTo(4)).toBeGreaterThanOrEqual(0.98);
    }, 240_000);

    test('suggests while it is typed', async () => {
      for (const text of ['Panasonic', 'トヨタ自動車', '현대자동차', 'LG Energy'])
        for (let length = 1; length <= text.length; length++) {
          const prefix = text.slice(0, length);
          answers[at]!.set(`${prefix}…`, await server.data(typing, { prefix }));
        }
    }, 60_000);
  });
}

const comparable = testStores.every(({ open }) => open !== undefined) ? test : test.skip;
comparable('[every store] the list of queries: the same is found first', () => {
  const [first, ...others] = answers;
  expect(first!.size).toBeGreaterThan(listed.length);
  for (const other of others) expect(other).toEqual(first);
});

test('the list is long, and asks nothing twice', () => {
  expect(listed.length).toBeGreaterThanOrEqual(200);
  expect(new Set(listed.map(({ query }) => query)).size).toBe(listed.length);
});
