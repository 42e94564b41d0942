import { allBut, allCorporations, founded } from '../support/filter-cases';
import { awkwardSeed, onEveryStore } from '../support/servers';

onEveryStore(
  'operations and variables',
  (server) => {
    describe('operations', () => {
      test('operationName chooses one of several', async () => {
        const document = `
          query A { corporation(id: "corporation/acme") { ...F } }
          query B($id: ID!) { corporation(id: $id) { ...F id } }
          fragment F on Corporation { name }`;
        expect((await server().query(document, undefined, 'A')).body).toEqual({
          data: { corporation: { name: 'Acme' } },
        });
        const variables = { id: 'corporation/hub' };
        expect((await server().query(document, variables, 'B')).body).toEqual({
          data: { corporation: { name: 'Hub', id: 'corporation/hub' } },
        });
      });

      test.each<[string, string, object, string[]]>([
        ['a default', '$first: Int = 2', {}, ['p-01', 'p-02']],
        ['a value instead of the default', '$first: Int = 2', { first: 1 }, ['p-01']],
        ['a value', '$first: Int!', { first: 3 }, ['p-01', 'p-02', 'p-03']],
      ])('%s of a variable', async (_, declaration, variables, slugs) => {
        const query = `query (${declaration}) { plants(first: $first) { nodes { id } } }`;
        expect(await server().data(query, variables as Record<string, unknown>)).toEqual({
          plants: { nodes: slugs.map((slug) => ({ id: `plant/${slug}` })) },
        });
      });

      test('an absent variable leaves the default of its argument', async () => {
        const query =
          'query ($first: Int, $after: String) { plants(first: $first, after: $after) { nodes { id } } }';
        const { plants } = (await server().data(query)) as { plants: { nodes: unknown[] } };
        expect(plants.nodes).toHaveLength(25);
      });

      test('a null variable is no page size: as if it were left out', async () => {
        const query = `query ($n: Int, $c: String) {
          a: plants(first: $n, after: $c, last: $n, before: $c) { nodes { id } }
          b: plants(first: $n, last: 2) { nodes { id } }
        }`;
        const { a, b } = (await server().data(query, { n: null, c: null })) as Record<
          'a' | 'b',
          { nodes: unknown[] }
        >;
        expect(a.nodes).toHaveLength(25);
        expect(b.nodes).toEqual([{ id: 'plant/p-26' }, { id: 'plant/p-27' }]);
      });

      test('a null operator is refused, but for eq', async () => {
        const query = '{ plants(where: {name: {isNull: null}}) { totalCount } }';
        const { status, body } = await server().query(query);
        expect(status).toBe(400);
        expect(body.errors).toEqual([
          expect.objectContaining({
            extensions: {
              ...{ code: 'BAD_USER_INPUT', argument: 'plants.where.name.isNull', given: null },
              allowed: 'a value',
            },
          }),
        ]);
      });

      test('orders as variables: all, one key, a direction', async () => {
        const query = `query ($all: [PartnershipOrder!], $key: PartnershipOrder!, $direction: SortDirection) {
          all: partnerships(orderBy: $all) { nodes { id } }
          key: partnerships(orderBy: [{kind: ASC}, $key], first: 2) { nodes { id } }
          direction: partnerships(orderBy: {id: $direction}, first: 1) { nodes { id } }
        }`;
        const nodes = (...slugs: string[]) => ({
          nodes: slugs.map((slug) => ({ id: `partnership/${slug}` })),
        });
        const variables = {
          all: [{ kind: 'DESC' }, { announced: 'DESC' }],
          key: { id: 'DESC' },
          direction: 'DESC',
        };
        expect(await server().data(query, variables)).toEqual({
          all: nodes('three', 'two', 'one', 'four'),
          key: nodes('one', 'two'),
          direction: nodes('two'),
        });
        const reversed = { all: { id: 'ASC' }, key: { id: 'ASC' }, direction: 'ASC' };
        expect(await server().data(query, reversed)).toEqual({
          all: nodes('four', 'one', 'three', 'two'),
          key: nodes('one', 'three'),
          direction: nodes('four'),
        });
      });

      test('one variable may be a flag of a directive and a value of a filter', async () => {
        const query = `query ($flag: Boolean!) {
          sources(where: {publishedInferred: {isNull: $flag}}) { nodes { id @include(if: $flag) name } }
        }`;
        expect(await server().data(query, { flag: true })).toEqual({
          sources: { nodes: [{ id: 'source/third', name: 'Third source' }] },
        });
        expect(await server().data(query, { flag: false })).toEqual({
          sources: { nodes: [{ name: 'First source' }, { name: 'Second source' }] },
        });
      });

      test('introspection and data in one operation', async () => {
        const query = `{
          __schema { queryType { name } }
          corporation(id: "corporation/acme") { name }
          __type(name: "SortDirection") { kind enumValues { name } }
        }`;
        expect(await server().data(query)).toEqual({
          __schema: { queryType: { name: 'Query' } },
          corporation: { name: 'Acme' },
          __type: { kind: 'ENUM', enumValues: [{ name: 'ASC' }, { name: 'DESC' }] },
        });
      });

      test('introspection alone asks no store', async () => {
        const { store } = server();
        store.reads = [];
        const query = '{ __typename __type(name: "Plant") { interfaces { name } } }';
        expect(await server().data(query)).toEqual({
          __typename: 'Query',
          __type: { interfaces: [{ name: 'Entity' }] },
        });
        expect(store.reads).toEqual([]);
      });

      test('GET, with variables and operationName', async () => {
        const parameters = new URLSearchParams({
          query: 'query A { __typename } query B($id: ID!) { corporation(id: $id) { name } }',
          variables: JSON.stringify({ id: 'corporation/toyota' }),
          operationName: 'B',
        });
        const response = await fetch(`${server().url}?${parameters.toString()}`, {
          headers: { 'apollo-require-preflight': 'true' },
        });
        expect(await response.json()).toEqual({ data: { corporation: { name: 'トヨタ' } } });
      });
    });

    describe('variables in filters', () => {
      const selection = '{ nodes { id } }';
      const idsOf = (...slugs: string[]) => ({
        corporations: { nodes: slugs.map((slug) => ({ id: `corporation/${slug}` })) },
      });

      test.each<[string, string, object, object]>([
        ['a value', 'query ($v: String) { corporations(where: {name: {eq: $v}})', { v: 'Hub' }, idsOf('hub')],
        [
          'an absent value says nothing',
          'query ($v: String) { corporations(where: {name: {eq: $v}})',
          {},
          idsOf(...allCorporations),
        ],
        [
          'a null value asks for a missing one',
          'query ($v: String) { corporations(where: {headquarters: {eq: $v}})',
          { v: null },
          idsOf(...allBut('acme', 'quotes')),
        ],
        [
          'a default value',
          'query ($v: String = "Hub") { corporations(where: {name: {eq: $v}})',
          {},
          idsOf('hub'),
        ],
        [
          'a null instead of a default',
          'query ($v: Int = 5) { corporations(where: {foundedYear: {eq: $v}})',
          { v: null },
          idsOf(...allBut(...founded)),
        ],
        [
          'a list',
          'query ($v: [Int!]) { corporations(where: {foundedYear: {in: $v}})',
          { v: [0, 2010] },
          idsOf('emoji', 'quotes'),
        ],
        [
          'one value for a list',
          'query ($v: [Int!]) { corporations(where: {foundedYear: {in: $v}})',
          { v: 0 },
          idsOf('quotes'),
        ],
        [
          'items of a list',
          'query ($v: Int!) { corporations(where: {foundedYear: {in: [0, $v]}})',
          { v: 1937 },
          idsOf('quotes', 'toyota'),
        ],
        [
          'an enum',
          'query ($v: CorporationKind) { corporations(where: {kinds: {includes: $v}})',
          { v: 'AUTOMAKER' },
          idsOf('acme', 'toyota'),
        ],
        [
          'a flag of isNull',
          'query ($v: Boolean) { corporations(where: {headquarters: {isNull: $v}})',
          { v: false },
          idsOf('acme', 'quotes'),
        ],
        [
          'operators',
          'query ($v: IntFilter) { corporations(where: {foundedYear: $v})',
          { v: { gte: 0, lt: 1990 } },
          idsOf('quotes', 'toyota'),
        ],
        [
          'a branch',
          'query ($v: CorporationWhere!) { corporations(where: {OR: [$v, {name: {eq: "Hub"}}]})',
          { v: { NOT: { id: { lt: 'corporation/t' } } } },
          idsOf('hub', 'toyota'),
        ],
        [
          'all branches',
          'query ($v: [CorporationWhere!]) { corporations(where: {OR: $v})',
          {
            v: [
              { name: { eq: 'Hub' } },
              {
                AND: [
                  { plants: { some: { chemistries: { some: {} } } } },
                  { kinds: { includes: 'CELL_MAKER' } },
                ],
              },
            ],
          },
          idsOf('acme', 'hub'),
        ],
        [
          'the inside of some',
          'query ($v: PlantWhere) { corporations(where: {plants: {some: $v}})',
          {
            v: {
              OR: [{ capacity: { in: [20] } }, { capacity: { eq: null } }],
              startOfProduction: { isNull: false },
            },
          },
          idsOf('acme', 'hub', 'toyota'),
        ],
        [
          'an absent where',
          'query ($v: CorporationWhere) { corporations(where: $v)',
          {},
          idsOf(...allCorporations),
        ],
        [
          'a null where',
          'query ($v: CorporationWhere) { corporations(where: $v)',
          { v: null },
          idsOf(...allCorporations),
        ],
        [
          'text that looks like Cypher',
          'query ($v: String) { corporations(where: {name: {contains: $v}})',
          { v: '` $p0 {x}' },
          idsOf('backtick'),
        ],
      ])('%s', async (_, head, variables, expected) => {
        expect(await server().data(`${head} ${selection} }`, variables as Record<string, unknown>)).toEqual(
          expected,
        );
      });
    });
  },
  { seeds: [awkwardSeed] },
);
