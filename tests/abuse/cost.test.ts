import { onEveryStore } from '../support/servers';
import { refusedQuery, type Refusal } from '../support/misuse';

const limit = 5_000;

/** The claims about what the claims about what … are about, so many times. */
const claimsOfSubjects = (times: number, first: string): string =>
  `${`claims(first: ${first}) { nodes { subject { `.repeat(times)} id ${'} } }'.repeat(times)}`;

const aliases = (times: number, field: string): string =>
  Array.from({ length: times }, (_, at) => `a${at}: ${field}`).join(' ');

const contains = 'claims(first: 1, where: { unit: { contains: "%" } }) { nodes { id } }';

interface Cost {
  readonly total: number;
  readonly limit: number;
  readonly parts: readonly { readonly path: string; readonly cost: number }[];
}

const costIn = (text: string): Cost | undefined =>
  (JSON.parse(text) as { extensions?: { cost?: Cost } }).extensions?.cost;

/** The complaint names limit, cost and the costliest field, and points at that field. */
function expectTooCostly({ errors: [error] }: Refusal, query: string, path: string): void {
  const { code, given, allowed, argument } = error!.extensions;
  expect({ code, allowed, argument }).toEqual({
    code: 'QUERY_TOO_COSTLY',
    allowed: `at most ${limit} rows`,
    argument: path,
  });
  expect(given).toBeGreaterThan(limit);
  expect(error!.message).toContain(`may touch ${String(given)} rows`);
  expect(error!.message).toContain(`at most ${limit} rows. ${path} costs the most`);
  const [{ line, column }] = error!.locations as [{ line: number; column: number }];
  const there = query.split('\n')[line - 1]!.slice(column - 1);
  expect(there).toMatch(new RegExp(`^${path.split('.').at(-1)}\\W`));
}

onEveryStore(
  'what costs too much',
  (server) => {
    test.each<[string, string, string, Readonly<Record<string, unknown>>]>([
      ['nested pages', `{ ${claimsOfSubjects(9, '500')} }`, 'claims.nodes.subject.claims', {}],
      [
        'nested pages by variable',
        `query($n: Int!) { ${claimsOfSubjects(9, '$n')} }`,
        'claims.nodes.subject.claims',
        { n: 500 },
      ],
      ['aliases', `{ ${aliases(20, contains)} }`, 'a0', {}],
      [
        'aliases below a field',
        `{ claims(first: 500) { nodes { subject { ${aliases(9, 'claims { totalCount nodes { id } }')} } } } }`,
        'claims.nodes.subject.a0',
        {},
      ],
      [
        'fragments',
        `{ ...A ...B }\nfragment A on Query { ${aliases(20, contains)} } fragment B on Query { b: ${contains} }`,
        'a0',
        {},
      ],
      [
        'one fragment in many places',
        `{ ${aliases(9, 'claims(first: 500) { nodes { ...C } }')} }
         fragment C on Claim { subject { claims(first: 500) { totalCount nodes { id } } } }`,
        'a0.nodes.subject.claims',
        {},
      ],
      [
        'filters',
        `{ ${aliases(15, 'claims(where: { subject: { name: { contains: "a" } } }) { totalCount }')} }`,
        'a0',
        {},
      ],
    ])('%s', async (_title, query, path, variables) => {
      server().store.reads = [];
      expectTooCostly(await refusedQuery(server(), query, variables), query, path);
      // Nothing but the point read that follows each refusal.
      expect(server().store.reads).toHaveLength(1);
    });

    test('smaller pages of the same may pass', async () => {
      const query = `query($n: Int!) { ${claimsOfSubjects(9, '$n')} }`;
      expect((await server().query(query, { n: 500 })).status).toBe(400);
      expect((await server().query(query, { n: 1 })).status).toBe(200);
    });
  },
  { env: { MAX_COST: String(limit) } },
);

onEveryStore('extensions.cost', (server) => {
  const ask = async (query: string, extensions: unknown, variables?: object): Promise<string> => {
    const body = JSON.stringify({ query, variables, extensions });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(server().url, { method: 'POST', headers, body })).text();
  };
  const plants = '{ corporations(first: 2) { nodes { plants { nodes { operators { totalCount } } } } } }';

  test('the limit, the cost and its parts, where the request asks', async () => {
    expect(costIn(await ask(plants, { cost: true }))).toEqual({
      total: 16,
      limit: 1_500_000,
      parts: [
        { path: 'corporations.nodes.plants', cost: 7 },
        { path: 'corporations.nodes.plants.nodes.operators', cost: 7 },
        { path: 'corporations', cost: 2 },
      ],
    });
    const { text, body } = await server().query(plants);
    expect(costIn(text)).toBeUndefined();
    expect(JSON.parse(await ask(plants, { cost: true }))).toMatchObject(body);
  });

  test('by GET', async () => {
    const search = new URLSearchParams({ query: '{ plants { totalCount } }', extensions: '{"cost":true}' });
    const headers = { 'apollo-require-preflight': 'true' };
    const text = await (await fetch(`${server().url}?${search.toString()}`, { headers })).text();
    expect(costIn(text)).toMatchObject({ total: 1, parts: [{ path: 'plants', cost: 1 }] });
  });

  test.each([[{ cost: false }], [{ cost: 'true' }], [{}], [undefined]])('not for %j', async (extensions) => {
    expect(costIn(await ask(plants, extensions))).toBeUndefined();
  });

  test('what reads nothing costs nothing', async () => {
    for (const query of ['{ __typename }', '{ __schema { queryType { name } } }'])
      expect(costIn(await ask(query, { cost: true }))).toEqual({ total: 0, limit: 1_500_000, parts: [] });
  });

  test('a mistake has no cost', async () => {
    const query = 'query($n: Int!) { plants(first: $n) { totalCount } }';
    for (const variables of [{ n: -1 }, { n: 'x' }]) {
      const text = await ask(query, { cost: true }, variables);
      expect(text).toContain('"errors"');
      expect(costIn(text)).toBeUndefined();
    }
  });

  test('selected beside introspection, it is the same', async () => {
    const both = plants.replace('{', '{ __schema { queryType { name } }');
    expect(costIn(await ask(both, { cost: true }))).toEqual(costIn(await ask(plants, { cost: true })));
  });

  test('there are five parts at most', async () => {
    const cost = costIn(await ask(`{ ${aliases(9, 'plants { totalCount }')} }`, { cost: true }));
    expect(cost).toMatchObject({ total: 9 });
    expect(cost!.parts).toHaveLength(5);
  });
});
