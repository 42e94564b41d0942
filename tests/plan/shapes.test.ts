import { startServer, type TestServer } from '../support/servers';
import { EmbeddedStore } from '../../src/store';

type Variables = Readonly<Record<string, unknown>>;

describe('an operation is compiled once for each shape of its variables', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(new EmbeddedStore(), { seeds: [] });
  });
  afterAll(() => server.close());

  /** How many plans are made for one operation when it comes with these variables, one after the other. */
  async function compilations(query: string, ...requests: readonly Variables[]): Promise<number> {
    const before = server.compilations();
    for (const variables of requests) await server.data(query, variables);
    return server.compilations() - before;
  }

  test.each<[string, string, Variables[]]>([
    ['ids', 'query ($id: ID!) { plant(id: $id) { id } }', [{ id: 'a' }, { id: 'b' }, { id: '`' }]],
    [
      'lists of any length',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      [{ ids: [] }, { ids: ['a'] }, { ids: ['a', 'b'] }],
    ],
    [
      'page sizes',
      'query ($n: Int!) { plants(first: $n) { nodes { id } } }',
      [{ n: 0 }, { n: 1 }, { n: 500 }],
    ],
    [
      'values in a filter',
      'query ($where: PlantWhere) { plants(where: $where) { nodes { id } } }',
      [
        { where: { name: { in: ['a'] }, OR: [{ capacity: { gt: 1 } }, { status: { eq: 'PLANNED' } }] } },
        { where: { name: { in: [] }, OR: [{ capacity: { gt: 2.5 } }, { status: { eq: 'CLOSED' } }] } },
      ],
    ],
    [
      'values in a filter of edges, in any case',
      `query ($where: CorporationWhere, $edge: CorporationPlantsEdgeWhere) {
        corporations(where: $where) { nodes { plants(whereEdge: $edge) { totalCount } } }
      }`,
      [
        {
          where: { name: { caseInsensitive: { in: ['a'] } }, plantsEdge: { some: { share: { gt: 1 } } } },
          edge: { since: { eq: '2024' }, node: { capacity: { gt: 1 } } },
        },
        {
          where: { name: { caseInsensitive: { in: [] } }, plantsEdge: { some: { share: { gt: 2 } } } },
          edge: { since: { eq: '2025' }, node: { capacity: { gt: 2 } } },
        },
      ],
    ],
    [
      'isNull',
      'query ($is: Boolean!) { plants(where: {name: {isNull: $is}}) { totalCount } }',
      [{ is: true }, { is: false }],
    ],
  ])('other values compile nothing anew: %s', async (_, query, requests) => {
    expect(await compilations(query, ...requests, ...requests)).toBe(1);
  });

  test.each<[string, string, Variables[]]>([
    [
      'a variable that is absent or null',
      'query ($v: String) { plants(where: {place: {eq: $v}}) { totalCount } }',
      [{ v: 'x' }, { v: null }, {}],
    ],
    [
      'other operators',
      'query ($v: FloatFilter) { plants(where: {capacity: $v}) { totalCount } }',
      [{ v: { gt: 1 } }, { v: { lt: 1 } }, { v: { gt: 1, lt: 2 } }],
    ],
    [
      'other conditions on edges',
      'query ($v: CorporationPlantsEdgeWhere) { corporation(id: "c") { plants(whereEdge: $v) { totalCount } } }',
      [{}, { v: { share: { gt: 1 } } }, { v: { node: { name: { eq: 'a' } } } }, { v: { share: { lt: 1 } } }],
    ],
    [
      'case or none',
      'query ($v: StringFilter) { plants(where: {name: $v}) { totalCount } }',
      [{ v: { eq: 'a' } }, { v: { caseInsensitive: { eq: 'a' } } }, { v: { caseInsensitive: { eq: null } } }],
    ],
    [
      'other directions',
      'query ($v: SortDirection!) { plants(orderBy: {name: $v}) { nodes { id } } }',
      [{ v: 'ASC' }, { v: 'DESC' }],
    ],
    [
      'other keys',
      'query ($v: [PlantOrder!]) { plants(orderBy: $v) { nodes { id } } }',
      [{ v: [] }, { v: [{ name: 'ASC' }] }, { v: [{ place: 'ASC' }] }],
    ],
    [
      'more branches',
      'query ($v: [PlantWhere!]) { plants(where: {OR: $v}) { totalCount } }',
      [{ v: [{ name: { eq: 'a' } }] }, { v: [{ name: { eq: 'a' } }, { name: { eq: 'b' } }] }],
    ],
    [
      'flags',
      'query ($v: Boolean!) { plants { totalCount nodes @include(if: $v) { id } } }',
      [{ v: true }, { v: false }],
    ],
    ['a cursor or none', 'query ($v: String) { plants(after: $v) { nodes { id } } }', [{}, { v: null }]],
  ])('other shapes do: %s', async (_, query, requests) => {
    const made = await compilations(query, ...requests);
    expect(made).toBe(requests.length);
    expect(await compilations(query, ...requests)).toBe(0);
  });
});
