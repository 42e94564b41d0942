import { onEveryStore, startServer, testStores, type TestServer } from '../support/servers';
import { expectToGoOn, refusedBody, refusedQuery, type Refusal } from '../support/misuse';

const codeOf = ({ errors }: Refusal): string => errors[0]!.extensions.code;

const filter = 'query($w: CorporationWhere) { corporations(where: $w) { totalCount } }';

/** The others of the country of the others of the country of …, so many times. */
const othersOfOthers = (times: number): string =>
  `{ corporations { nodes { ${'country { corporations { nodes { '.repeat(times)} id ${'} } }'.repeat(times)} } } }`;

const fragments = (count: number, body: (next: string) => string): string =>
  Array.from({ length: count }, (_, at) => `fragment F${at} on Corporation { ${body(`F${at + 1}`)} }`).join(
    ' ',
  ) + ` fragment F${count} on Corporation { id }`;

onEveryStore('too much at once', (server) => {
  test.each([
    ['selections', '{ a '.repeat(5_000) + '}'.repeat(5_000)],
    ['selections that never close', '{'.repeat(5_000)],
    ['lists', `{ nodes(ids: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { id } }`],
    [
      'input objects',
      `{ corporations(where: ${'{NOT: '.repeat(5_000)}{}${'}'.repeat(5_000)}) { totalCount } }`,
    ],
    ['types of variables', `query($a: ${'['.repeat(5_000)}Int${']'.repeat(5_000)}) { __typename }`],
  ])('5,000 levels of %s in a query', async (_title, query) => {
    const refused = await refusedQuery(server(), query);
    expect(codeOf(refused)).toBe('NESTING_TOO_DEEP');
    expect(refused.errors[0]!.extensions.allowed).toBe('at most 60 levels');
    expect(refused.errors[0]!.message).toMatch(/line 1, column \d+/);
  });

  test.each([
    ['objects', '{"NOT":', '}'],
    ['lists', '[', ']'],
  ])('5,000 levels of %s in variables', async (_title, open, close) => {
    const deep = `${open.repeat(5_000)}${open === '[' ? '' : '{}'}${close.repeat(5_000)}`;
    const body = `{"query":${JSON.stringify(filter)},"variables":{"w":${deep}}}`;
    expect(codeOf(await refusedBody(server(), body))).toBe('NESTING_TOO_DEEP');
  });

  test('brackets inside of strings and comments do not count', async () => {
    const brackets = '{[('.repeat(2_000);
    const query = `# ${brackets}
      { plain: corporations(where: {name: {eq: "${brackets} \\" {"}}) { totalCount } # ${brackets}
        block: corporations(where: {name: {eq: """${brackets} \\""" " "" {"""}}) { totalCount } }`;
    const none = { totalCount: 0 };
    expect(await server().data(query)).toEqual({ plain: none, block: none });
  });

  test('quotes without end are read once, not again and again', async () => {
    const start = performance.now();
    await refusedQuery(server(), `"""${'\\"""'.repeat(50_000)}`);
    await refusedQuery(server(), '"'.repeat(200_001));
    await refusedQuery(server(), `${'"""'.repeat(60_001)}{`);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('200 fragments that each spread the next one twice', async () => {
    const twice = fragments(200, (next) => `...${next} ...${next}`);
    const refused = await refusedQuery(server(), `{ corporations { nodes { ...F0 } } } ${twice}`);
    expect(codeOf(refused)).toBe('QUERY_TOO_LARGE');
    expect(refused.errors[0]!.locations).toEqual([{ line: 1, column: 1 }]);
  });

  test('fragments that multiply by aliases', async () => {
    const one = (alias: string, next: string): string =>
      `${alias}: country { corporations { nodes { ...${next} } } }`;
    const twice = fragments(14, (next) => `${one('a', next)} ${one('b', next)}`);
    const refused = await refusedQuery(server(), `{ corporations { nodes { ...F0 } } } ${twice}`);
    expect(codeOf(refused)).toBe('QUERY_TOO_LARGE');
  });

  test('300 fragments, each a level below the one before', async () => {
    const deep = fragments(300, (next) => `country { corporations { nodes { ...${next} } } }`);
    const refused = await refusedQuery(server(), `{ corporations { nodes { ...F0 } } } ${deep}`);
    expect(codeOf(refused)).toBe('NESTING_TOO_DEEP');
  });

  // A few levels of these are millions of objects on paper and some dozens in the store: it used to end the process.
  test.each([9, 18])('an answer that multiplies with each of %d levels', async (levels) => {
    const refused = await refusedQuery(server(), othersOfOthers(levels));
    expect(codeOf(refused)).toBe('ANSWER_TOO_LARGE');
    expect(refused.errors[0]!.extensions.given).toBeGreaterThan(500_000);
  });

  test('10,000 aliases', async () => {
    const aliases = Array.from({ length: 10_000 }, (_, at) => `a${at}: __typename`);
    expect(codeOf(await refusedQuery(server(), `{ ${aliases.join(' ')} }`))).toBe('GRAPHQL_PARSE_FAILED');
  });

  test('a list of 20,000 values to compare with', async () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `n${at}`);
    const query = 'query($names: [String!]) { corporations(where: {name: {in: $names}}) { totalCount } }';
    expect((await server().query(query, { names })).status).toBe(200);
  });
});

// Not on every store alike: the embedded engine bounds how deep an expression and a chain of clauses may be.
for (const { name, open } of testStores) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] what one store takes and another does not`, () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startServer(open!());
    }, 60_000);
    afterAll(() => server.close());

    const negations = `${'{NOT: '.repeat(50)}{name: {eq: "x"}}${'}'.repeat(50)}`;
    const lists = Array.from({ length: 300 }, (_, at) => `a${at}: corporations(first: 1) { totalCount }`);

    test.each([
      ['fifty negations', `{ corporations(where: ${negations}) { totalCount } }`],
      ['300 lists at once', `{ ${lists.join(' ')} }`],
    ])('%s give an answer or a coded error', async (_title, query) => {
      const { status, text } = await server.query(query);
      expect(status).toBe(name === 'neo4j' ? 200 : 400);
      if (name !== 'neo4j') expect(text).toContain('"code":"QUERY_TOO_LARGE"');
      await expectToGoOn(server);
    });
  });
}
