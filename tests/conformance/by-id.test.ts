import { awkwardSeed, onEveryStore } from '../support/servers';

onEveryStore(
  'nodes by id',
  (server) => {
    test('every property, missing ones as null and lists as empty', async () => {
      const query = `{
        corporation(id: "corporation/acme") { ...All }
        missing: corporation(id: "corporation/lonely") { ...All }
      }
      fragment All on Corporation { id name aliases kinds foundedYear headquarters country { id } }`;
      expect(await server().data(query)).toEqual({
        corporation: {
          id: 'corporation/acme',
          name: 'Acme',
          aliases: ['ACME Corp', 'アクメ'],
          kinds: ['AUTOMAKER', 'CELL_MAKER'],
          foundedYear: 1990,
          headquarters: 'New Town',
          country: { id: 'country/eastland' },
        },
        missing: {
          id: 'corporation/lonely',
          name: 'Lonely',
          aliases: [],
          kinds: [],
          foundedYear: null,
          headquarters: null,
          country: null,
        },
      });
    });

    test('every scalar as it was loaded', async () => {
      const query = `{
        plant(id: "plant/p-01") { capacity status startOfProduction }
        source(id: "source/second") { publishedInferred published }
        claim(id: "claim/acme-new-town") { enteredAt shown number confidence }
        investment(id: "investment/shared") { amount amountQualifier currency }
      }`;
      expect(await server().data(query)).toEqual({
        plant: { capacity: 12.5, status: 'OPERATING', startOfProduction: '2024' },
        source: { publishedInferred: false, published: '2024-09' },
        claim: {
          enteredAt: '2024-10-01T12:30:00.000Z',
          shown: true,
          number: null,
          confidence: 'HIGH',
        },
        investment: { amount: 1e12, amountQualifier: 'ABOUT', currency: 'JPY' },
      });
    });

    test.each([
      ['toyota', 'トヨタ'],
      ['emoji', '🔋 Cells'],
      ['combining', 'Cafe\u0301'],
      ['composed', 'Caf\u00e9'],
      ['quotes', 'O\'Neil "Cells" \\ Co.'],
      ['backtick', '`Back``tick` $p0 {x}'],
    ])('the name of corporation/%s comes back as it is', async (slug, name) => {
      const query = 'query ($id: ID!) { corporation(id: $id) { name } }';
      expect(await server().data(query, { id: `corporation/${slug}` })).toEqual({ corporation: { name } });
    });

    test.each([
      ['an id that is not there', 'corporation/nobody'],
      ['an id of another kind', 'plant/p-01'],
      ['no id at all', ''],
      ['a slash', '/'],
      ['quotes and backticks', '`"\'}) RETURN 1 //'],
    ])('null for %s', async (_, id) => {
      const query = 'query ($id: ID!) { corporation(id: $id) { id plants { totalCount } } }';
      expect(await server().data(query, { id })).toEqual({ corporation: null });
    });

    test('node takes an id of any kind', async () => {
      const query = `{
        plant: node(id: "plant/p-04") { __typename id name ... on Plant { capacity status } }
        claim: node(id: "claim/acme-new-town") { __typename id ... on Claim { value } ... on Plant { capacity } }
        nobody: node(id: "corporation/nobody") { id }
        odd: node(id: "no/such/kind") { id }
      }`;
      expect(await server().data(query)).toEqual({
        plant: { __typename: 'Plant', id: 'plant/p-04', name: 'Plant B', capacity: null, status: 'PLANNED' },
        claim: { __typename: 'Claim', id: 'claim/acme-new-town', value: 'New Town' },
        nobody: null,
        odd: null,
      });
    });

    test('nodes keeps the order and the repetitions of its ids, null for unknown ones', async () => {
      const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Corporation { name } } }';
      const ids = ['plant/p-02', 'corporation/hub', 'x', 'plant/p-02', 'corporation/nobody'];
      const plant = { __typename: 'Plant', id: 'plant/p-02' };
      const hub = { __typename: 'Corporation', id: 'corporation/hub', name: 'Hub' };
      expect(await server().data(query, { ids })).toEqual({ nodes: [plant, hub, null, plant, null] });
      expect(await server().data(query, { ids: [] })).toEqual({ nodes: [] });
    });

    test('ids may be constants, variables, or both in one list', async () => {
      const query =
        'query ($id: ID!) { nodes(ids: ["plant/p-01", $id]) { id } one: nodes(ids: "plant/p-03") { id } }';
      expect(await server().data(query, { id: 'country/nowhere' })).toEqual({
        nodes: [{ id: 'plant/p-01' }, { id: 'country/nowhere' }],
        one: [{ id: 'plant/p-03' }],
      });
    });

    test('an interface is read through each of its kinds', async () => {
      const query = `{
        nodes(ids: ["corporation/acme", "government/eastland", "organization/press", "plant/p-01"]) {
          id
          ... on Party { investments { nodes { id } } }
          ... on Corporation { country { name } kinds }
          ... on Government { country { isoCode } }
          ... on Organization { kind label: abbreviation where: country { id } }
          ... on Plant { country { id } label: place }
        }
      }`;
      const investments = { nodes: [{ id: 'investment/shared' }] };
      expect(await server().data(query)).toEqual({
        nodes: [
          {
            id: 'corporation/acme',
            investments,
            country: { name: 'Eastland' },
            kinds: ['AUTOMAKER', 'CELL_MAKER'],
          },
          { id: 'government/eastland', investments, country: { isoCode: 'EA' } },
          {
            id: 'organization/press',
            investments: { nodes: [] },
            kind: 'NEWS',
            label: null,
            where: { id: 'country/westland' },
          },
          { id: 'plant/p-01', country: { id: 'country/eastland' }, label: null },
        ],
      });
    });

    test('several roots in one operation', async () => {
      const query = `{
        a: corporation(id: "corporation/acme") { name }
        b: corporation(id: "corporation/nobody") { name }
        partnerships(first: 1) { nodes { id } }
        countries { totalCount }
      }`;
      expect(await server().data(query)).toEqual({
        a: { name: 'Acme' },
        b: null,
        partnerships: { nodes: [{ id: 'partnership/four' }] },
        countries: { totalCount: 3 },
      });
    });
  },
  { seeds: [awkwardSeed] },
);
