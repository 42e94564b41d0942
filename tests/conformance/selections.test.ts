import { awkwardSeed, onEveryStore } from '../support/servers';

const acme = { id: 'corporation/acme', name: 'Acme' };
const [p01, p02] = [{ id: 'plant/p-01' }, { id: 'plant/p-02' }];

onEveryStore(
  'selections',
  (server) => {
    describe('aliases', () => {
      test('two of one relation, each with its own arguments', async () => {
        const query = `{ corporation(id: "corporation/acme") {
          plants(first: 1) { nodes { id } }
          last: plants(first: 1, orderBy: {id: DESC}) { nodes { id } pageInfo { hasNextPage } }
          count: plants(where: {capacity: {gt: 15}}) { totalCount }
        } }`;
        expect(await server().data(query)).toEqual({
          corporation: {
            plants: { nodes: [p01] },
            last: { nodes: [p02], pageInfo: { hasNextPage: true } },
            count: { totalCount: 1 },
          },
        });
      });

      test("with the names of other fields, of JavaScript's own, and of a connection's parts", async () => {
        const query = `{ corporation(id: "corporation/acme") {
          name: id id: name __proto__: headquarters constructor: foundedYear toString: kinds
          plants { totalCount: nodes { id } nodes: totalCount edges: pageInfo { cursor: hasNextPage } }
          country: owns { node: edges { share: node { name: id } node: share } }
        } }`;
        const { text } = await server().query(query);
        // As text: to toEqual, an own __proto__ is no property.
        expect(text.trim()).toBe(
          JSON.stringify({
            data: {
              corporation: {
                ...{ name: 'corporation/acme', id: 'Acme', ['__proto__']: 'New Town', constructor: 1990 },
                toString: ['AUTOMAKER', 'CELL_MAKER'],
                plants: { totalCount: [p01, p02], nodes: 2, edges: { cursor: false } },
                country: {
                  node: [
                    { share: { name: 'corporation/acme' }, node: 1 },
                    { share: { name: 'corporation/emoji' }, node: 51.5 },
                  ],
                },
              },
            },
          }),
        );
      });
      test('__typename on every level, alone and beside others', async () => {
        const query = `{
          __typename
          corporation(id: "corporation/acme") {
            __typename
            own: __typename
            country { __typename }
            plants(first: 1) { __typename nodes { __typename } edges { __typename node { __typename } } pageInfo { __typename } }
            owns { __typename }
          }
          countries { __typename }
          node(id: "plant/p-01") { __typename }
        }`;
        expect(await server().data(query)).toEqual({
          __typename: 'Query',
          corporation: {
            __typename: 'Corporation',
            own: 'Corporation',
            country: { __typename: 'Country' },
            plants: {
              __typename: 'CorporationPlantsConnection',
              nodes: [{ __typename: 'Plant' }],
              edges: [{ __typename: 'CorporationPlantsEdge', node: { __typename: 'Plant' } }],
              pageInfo: { __typename: 'PageInfo' },
            },
            owns: { __typename: 'CorporationOwnsConnection' },
          },
          countries: { __typename: 'CountryConnection' },
          node: { __typename: 'Plant' },
        });
      });

      test('__typename and nothing else of a connection', async () => {
        expect(await server().data('{ corporations(where: {plants: {some: {}}}) { __typename } }')).toEqual({
          corporations: { __typename: 'CorporationConnection' },
        });
      });
    });

    describe('fragments', () => {
      test('named, nested and inline, on kinds and on interfaces', async () => {
        const query = `
          query { nodes(ids: ["corporation/acme", "organization/press", "plant/p-01"]) { ...Any } }
          fragment Any on Entity { id ...OnParty ... on Plant { ...OnPlant } ... { name } ...OnOrganization }
          fragment OnParty on Party { investments { totalCount } ... on Corporation { foundedYear } }
          fragment OnPlant on Plant { country { ...OnEntity } }
          fragment OnEntity on Entity { id ... on Country { isoCode } ... on Plant { capacity } }
          fragment OnOrganization on Organization { country { ...OnEntity ...OnCountry } }
          fragment OnCountry on Country { name plants(first: 1) { nodes { ...OnEntity } } }`;
        expect(await server().data(query)).toEqual({
          nodes: [
            { ...acme, investments: { totalCount: 1 }, foundedYear: 1990 },
            {
              ...{ id: 'organization/press', investments: { totalCount: 0 }, name: 'The Press' },
              country: { id: 'country/westland', isoCode: 'WE', name: 'Westland', plants: { nodes: [] } },
            },
            { ...p01, country: { id: 'country/eastland', isoCode: 'EA' }, name: 'Plant B' },
          ],
        });
      });

      test('selections of one field are merged, however far apart', async () => {
        const query = `
          query {
            corporation(id: "corporation/acme") { id plants(first: 1) { nodes { id } } country { id } }
            ...Rest
            corporation(id: "corporation/acme") { plants(first: 1) { nodes { capacity } totalCount } }
          }
          fragment Rest on Query { corporation(id: "corporation/acme") { name ...Country plants(first: 1) { nodes { ...Status } } } }
          fragment Country on Corporation { country { isoCode governments { nodes { id } } } country { governments { nodes { name } } } }
          fragment Status on Plant { status id }`;
        expect(await server().data(query)).toEqual({
          corporation: {
            ...acme,
            plants: { nodes: [{ ...p01, capacity: 12.5, status: 'OPERATING' }], totalCount: 2 },
            country: {
              ...{ id: 'country/eastland', isoCode: 'EA' },
              governments: { nodes: [{ id: 'government/eastland', name: 'Government of Eastland' }] },
            },
          },
        });
      });

      test('one fragment in two places, one after an argument of the other', async () => {
        const query = `
          query {
            a: corporation(id: "corporation/acme") { ...Plants }
            b: corporation(id: "corporation/toyota") { ...Plants }
            plant(id: "plant/p-01") { operators(first: 1) { nodes { ...Plants } edges { node { ...Plants } } } }
          }
          fragment Plants on Corporation { id plants(first: 1, orderBy: {id: DESC}) { nodes { id } } }`;
        const plants = { nodes: [p02] };
        const node = { id: 'corporation/acme', plants };
        expect(await server().data(query)).toEqual({
          a: node,
          b: { id: 'corporation/toyota', plants },
          plant: { operators: { nodes: [node], edges: [{ node }] } },
        });
      });

      test('one response name, another relation for each kind', async () => {
        const query = `{ nodes(ids: ["corporation/acme", "country/eastland", "battery-chemistry/lfp"]) {
          ... on Corporation { plants(first: 1) { nodes { id } edges { share } } }
          ... on Country { plants(first: 2) { totalCount nodes { id } } }
          ... on BatteryChemistry { plants { nodes { id } } }
        } }`;
        expect(await server().data(query)).toEqual({
          nodes: [
            { plants: { nodes: [p01], edges: [{ share: 50 }] } },
            { plants: { totalCount: 27, nodes: [p01, p02] } },
            { plants: { nodes: [p01, p02] } },
          ],
        });
      });

      test('one relation of an interface, of which one kind is asked more', async () => {
        const query = `{ nodes(ids: ["corporation/acme", "country/eastland", "claim/acme-new-town"]) {
          claims(first: 1) { nodes { id } }
          ... on Corporation { claims(first: 1) { totalCount nodes { property } } }
        } }`;
        expect(await server().data(query)).toEqual({
          nodes: [
            { claims: { nodes: [{ id: 'claim/acme-new-town', property: 'headquarters' }], totalCount: 13 } },
            { claims: { nodes: [{ id: 'claim/c-016' }] } },
            { claims: { nodes: [] } },
          ],
        });
      });

      test('nodes and edges.node side by side, with different selections', async () => {
        const query = `{ corporations(first: 1) {
          nodes { id plants { totalCount } }
          edges { node { name plants(first: 1) { nodes { id } } country { name } } }
          again: edges { node { plants { nodes { id } } } cursorless: __typename }
          more: nodes { country { isoCode } }
        } }`;
        expect(await server().data(query)).toEqual({
          corporations: {
            nodes: [{ id: 'corporation/acme', plants: { totalCount: 2 } }],
            edges: [{ node: { name: 'Acme', plants: { nodes: [p01] }, country: { name: 'Eastland' } } }],
            again: [{ node: { plants: { nodes: [p01, p02] } }, cursorless: 'CorporationEdge' }],
            more: [{ country: { isoCode: 'EA' } }],
          },
        });
      });
    });

    describe('@include and @skip', () => {
      const query = `
        query ($yes: Boolean!, $no: Boolean! = false) {
          corporation(id: "corporation/acme") {
            id
            name @include(if: $yes)
            foundedYear @skip(if: $yes)
            headquarters @include(if: false)
            kinds @skip(if: false) @include(if: $yes)
            both: id @skip(if: $no) @include(if: $no)
            ...Plants @include(if: $yes)
            ... on Corporation @skip(if: $yes) { country { id } }
            ... @include(if: true) { plants(first: 1) @skip(if: $no) { totalCount @include(if: $no) } }
          }
          plants(first: 1) @include(if: $no) { totalCount }
        }
        fragment Plants on Corporation { plants(first: 1) { nodes { id } } }`;
      const one = {
        ...{ ...acme, kinds: ['AUTOMAKER', 'CELL_MAKER'] },
        plants: { nodes: [p01] },
      };
      const other = { id: 'corporation/acme', foundedYear: 1990, country: { id: 'country/eastland' } };

      test.each([
        [{ yes: true }, { corporation: one }],
        [{ yes: false }, { corporation: { ...other, plants: {} } }],
        [
          { yes: true, no: true },
          {
            corporation: { ...acme, kinds: ['AUTOMAKER', 'CELL_MAKER'], plants: { nodes: [p01] } },
            plants: { totalCount: 27 },
          },
        ],
        [
          { yes: false, no: true },
          { corporation: other, plants: { totalCount: 27 } },
        ],
      ])('%j', async (variables, expected) => {
        const { body } = await server().query(query, variables);
        expect(body).toEqual({ data: expected });
      });

      test('nothing is left', async () => {
        const nothing = 'query ($no: Boolean!) { plants @include(if: $no) { totalCount } }';
        expect((await server().query(nothing, { no: false })).body).toEqual({ data: {} });
        const typename = 'query ($no: Boolean!) { plants { totalCount @include(if: $no) } }';
        expect((await server().query(typename, { no: false })).body).toEqual({ data: { plants: {} } });
      });
    });
  },
  { seeds: [awkwardSeed] },
);
