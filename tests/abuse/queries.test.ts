import { onEveryStore } from '../support/servers';
import { refusedQuery } from '../support/misuse';

interface Misuse {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly code: string;
  /** Line and column of the first complaint. */
  readonly at?: readonly [line: number, column: number];
  readonly argument?: string;
  readonly given?: unknown;
  readonly allowed?: string;
}

const page = { code: 'PAGE_SIZE_OUT_OF_RANGE', allowed: '0 to 500' };
const wrongType = { code: 'BAD_USER_INPUT', at: [1, 7] as const };

const misuses: readonly Misuse[] = [
  {
    title: 'an unknown field',
    query: '{\n  corporations { nope }\n}',
    code: 'GRAPHQL_VALIDATION_FAILED',
    at: [2, 18],
  },
  {
    title: 'a field without its selection',
    query: '{ corporations }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    at: [1, 3],
  },
  {
    title: 'a query that stops short',
    query: '{\n  corporations {\n    nodes { id }',
    code: 'GRAPHQL_PARSE_FAILED',
    at: [3, 17],
  },
  { title: 'a query of blanks', query: '  \n ', code: 'GRAPHQL_PARSE_FAILED', at: [2, 2] },
  {
    title: 'a string without an end',
    query: '{ corporations(where: {name: {eq: "abc}}) { totalCount } }',
    code: 'GRAPHQL_PARSE_FAILED',
    at: [1, 59],
  },
  {
    title: 'a block string without an end',
    query: '{ corporations(where: {name: {eq: """abc}}) { totalCount } }',
    code: 'GRAPHQL_PARSE_FAILED',
    at: [1, 61],
  },
  { title: 'NUL outside of a string', query: '{ a\u0000 }', code: 'GRAPHQL_PARSE_FAILED', at: [1, 4] },
  {
    title: 'half a surrogate pair in a string',
    query: '{ corporation(id: "\\ud800") { id } }',
    code: 'GRAPHQL_PARSE_FAILED',
    at: [1, 20],
  },
  {
    title: 'a variable of the wrong type',
    query: 'query($n: Int) { corporations(first: $n) { totalCount } }',
    variables: { n: 'ten' },
    ...wrongType,
  },
  {
    title: 'a fraction for a whole number',
    query: 'query($n: Int) { corporations(first: $n) { totalCount } }',
    variables: { n: 1.5 },
    ...wrongType,
  },
  {
    title: 'a number past 32 bits',
    query: 'query($n: Int) { corporations(first: $n) { totalCount } }',
    variables: { n: 2 ** 31 },
    ...wrongType,
  },
  {
    title: 'a missing variable',
    query: 'query($id: ID!) { corporation(id: $id) { id } }',
    variables: {},
    ...wrongType,
  },
  {
    title: 'a variable that only the prototype of objects has',
    query: 'query($constructor: Int!) { corporations(first: $constructor) { totalCount } }',
    ...wrongType,
  },
  {
    title: 'a field that only the prototype of objects has',
    query: 'query($w: CorporationWhere) { corporations(where: $w) { totalCount } }',
    variables: { w: { toString: { eq: 'x' } } },
    ...wrongType,
  },
  {
    title: 'an unknown enum value',
    query: '{ claims(where: {status: {eq: NOPE}}) { totalCount } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    at: [1, 31],
  },
  {
    title: 'a negative page',
    query: '{ corporations(first: -1) { totalCount } }',
    ...page,
    at: [1, 16],
    argument: 'corporations.first',
    given: -1,
  },
  {
    title: 'too large a page',
    query: '{ corporations(first: 100000) { totalCount } }',
    ...page,
    at: [1, 16],
    argument: 'corporations.first',
    given: 100_000,
  },
  {
    title: 'too large a page by variable',
    query: 'query($n: Int!) {\n  some: corporations(first: $n) { totalCount }\n}',
    variables: { n: 501 },
    ...page,
    at: [2, 22],
    argument: 'some.first',
    given: 501,
  },
  {
    title: 'too large a page inside',
    query: '{ plants { nodes { makers: operators(first: -5) { totalCount } } } }',
    ...page,
    at: [1, 38],
    argument: 'plants.nodes.makers.first',
    given: -5,
  },
  {
    title: 'more ids than a page',
    query: 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 501 }, () => 'corporation/toyota') },
    ...page,
    at: [1, 29],
    argument: 'nodes.ids',
    given: 501,
  },
  {
    title: 'an unknown operation name',
    query: 'query A { __typename }',
    operationName: 'B',
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  {
    title: 'two operations and no name',
    query: 'query A { __typename } query B { __typename }',
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  { title: 'a mutation', query: 'mutation { deleteEverything }', code: 'BAD_USER_INPUT', at: [1, 1] },
  { title: 'a subscription', query: 'subscription { __typename }', code: 'BAD_USER_INPUT', at: [1, 1] },
  {
    title: 'a definition of a type',
    query: 'type A { a: Int }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    at: [1, 1],
  },
  {
    title: 'a fragment on the wrong type',
    query: '{ corporations { nodes { ... on Plant { id } } } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    at: [1, 26],
  },
  {
    title: 'a cycle of fragments',
    query:
      '{ corporations { nodes { ...A } } } fragment A on Corporation { ...B } fragment B on Corporation { ...A }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    at: [1, 65],
  },
  {
    title: 'an introspection without end',
    query:
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    at: [1, 3],
  },
];

onEveryStore('a wrong query', (server) => {
  test.each(misuses)('$title', async ({ query, variables, operationName, ...expected }) => {
    const { status, errors } = await refusedQuery(server(), query, variables, { operationName });
    expect(status).toBe(400);
    const [{ locations, extensions }] = errors as [(typeof errors)[0]];
    expect(extensions.code).toBe(expected.code);
    if (expected.at !== undefined) {
      expect(locations?.[0]).toEqual({ line: expected.at[0], column: expected.at[1] });
    }
    if (expected.argument !== undefined) {
      const { argument, given, allowed } = expected;
      expect(extensions).toMatchObject({ argument, given, allowed });
    }
  });

  test('all that is wrong is told at once', async () => {
    const { errors } = await refusedQuery(
      server(),
      '{ a: corporations(first: -1) { totalCount } b: plants(after: "x") { nodes { operators(first: 999) { totalCount } } } }',
    );
    expect(errors.map(({ extensions }) => extensions.argument).toSorted()).toEqual([
      'a.first',
      'b.after',
      'b.nodes.operators.first',
    ]);
  });

  test('an id that is not there is no mistake', async () => {
    const query = '{ corporation(id: "corporation/nobody") { id } node(id: "nonsense") { id } }';
    expect(await server().data(query)).toEqual({ corporation: null, node: null });
  });

  // Apollo's cache plugin used to wrap the resolvers of the schema at the first operation that graphql-js executes.
  test('aliases hold after an introspection', async () => {
    await server().data('{ __schema { queryType { name } } }');
    const query = '{ some: corporations(first: 1) { all: totalCount list: nodes { key: id } } }';
    expect(await server().data(query)).toEqual({
      some: { all: expect.any(Number) as number, list: [{ key: expect.any(String) as string }] },
    });
  });

  test('names of the prototype of objects serve as aliases', async () => {
    const { text } = await server().query(
      '{ __proto__: corporation(id: "corporation/toyota") { constructor: id __proto__: name hasOwnProperty: id } }',
    );
    expect(text.trim()).toBe(
      '{"data":{"__proto__":{"constructor":"corporation/toyota","__proto__":"Toyota","hasOwnProperty":"corporation/toyota"}}}',
    );
  });
});
