import { awkwardSeed, onEveryStore } from '../support/servers';

onEveryStore(
  'relations and their edges',
  (server) => {
    test('edges carry their properties and the claims behind them', async () => {
      const query = `{ corporation(id: "corporation/acme") {
        plants { edges { share since until node { id } claims { id source { name } } } }
        owns { edges { share since until confidence node { id } claims { validFrom validUntil subject { id } object { id } } } }
      } }`;
      const [subject, acme, emoji] = ['acme', 'acme', 'emoji'].map((slug) => ({ id: `corporation/${slug}` }));
      expect(await server().data(query)).toEqual({
        corporation: {
          plants: {
            edges: [
              {
                share: 50,
                since: '2021-03',
                until: null,
                node: { id: 'plant/p-01' },
                claims: [
                  { id: 'claim/acme-runs-p-01', source: { name: 'First source' } },
                  { id: 'claim/acme-runs-p-01-again', source: { name: 'Second source' } },
                ],
              },
              {
                share: null,
                since: null,
                until: null,
                node: { id: 'plant/p-02' },
                claims: [{ id: 'claim/c-026', source: { name: 'First source' } }],
              },
            ],
          },
          owns: {
            edges: [
              {
                ...{ share: 1, since: null, until: null, confidence: 'HIGH', node: acme },
                claims: [{ validFrom: null, validUntil: null, subject, object: acme }],
              },
              {
                ...{ share: 51.5, since: '2020', until: '2024-06', confidence: 'HIGH', node: emoji },
                claims: [{ validFrom: '2020', validUntil: '2024-06', subject, object: emoji }],
              },
            ],
          },
        },
      });
    });

    test('a property of an edge is seen from both ends, and belongs to its edge alone', async () => {
      const query = `{ partnership(id: "partnership/one") { participants { edges {
        role share node { id partnerships { edges { role share node { id } } } }
      } } } }`;
      expect(await server().data(query)).toEqual({
        partnership: {
          participants: {
            edges: [
              {
                ...{ role: 'maker', share: 50 },
                node: {
                  id: 'corporation/acme',
                  partnerships: { edges: [{ role: 'maker', share: 50, node: { id: 'partnership/one' } }] },
                },
              },
              {
                ...{ role: 'buyer', share: null },
                node: {
                  id: 'corporation/toyota',
                  partnerships: {
                    edges: [
                      { role: 'buyer', share: null, node: { id: 'partnership/one' } },
                      { role: null, share: null, node: { id: 'partnership/two' } },
                    ],
                  },
                },
              },
            ],
          },
        },
      });
    });

    test('a share of nought is nought, and text keeps its quotes', async () => {
      const query = '{ corporation(id: "corporation/emoji") { partnerships { edges { role share } } } }';
      expect(await server().data(query)).toEqual({
        corporation: {
          partnerships: {
            edges: [
              { role: '`x` "y"', share: null },
              { role: null, share: 0 },
            ],
          },
        },
      });
    });

    test('a loop is an edge like any other', async () => {
      const query = `{ corporation(id: "corporation/acme") {
        owns { nodes { id owns { nodes { id owners { nodes { id } } } } } }
        owners { edges { share node { id } } }
      } }`;
      const acme = { id: 'corporation/acme' };
      const toyota = { id: 'corporation/toyota' };
      const owned = {
        nodes: [
          { ...acme, owners: { nodes: [acme] } },
          { id: 'corporation/emoji', owners: { nodes: [acme, toyota] } },
        ],
      };
      expect(await server().data(query)).toEqual({
        corporation: {
          owns: {
            nodes: [
              { ...acme, owns: owned },
              { id: 'corporation/emoji', owns: { nodes: [] } },
            ],
          },
          owners: { edges: [{ share: 1, node: acme }] },
        },
      });
    });

    test('a node without any edge', async () => {
      const query = `{ corporation(id: "corporation/lonely") {
        country { id } plants { totalCount nodes { id } edges { share claims { id } } } owners { nodes { id } }
        claims { totalCount } conflicts { nodes { id } } investments { edges { node { id } } }
      } }`;
      expect(await server().data(query)).toEqual({
        corporation: {
          country: null,
          plants: { totalCount: 0, nodes: [], edges: [] },
          owners: { nodes: [] },
          claims: { totalCount: 0 },
          conflicts: { nodes: [] },
          investments: { edges: [] },
        },
      });
    });

    test('from claims to conflicts and back', async () => {
      const query = `{ corporation(id: "corporation/acme") { conflicts {
        totalCount
        nodes {
          kind property shownValue subject { __typename id }
          shown { id }
          sides { edges { node { id value shown disputes { nodes { kind } } } } }
        }
      } } }`;
      const subject = { __typename: 'Corporation', id: 'corporation/acme' };
      const side = (id: string, value: string, shown: boolean, kind: string) => ({
        node: { id: `claim/${id}`, value, shown, disputes: { nodes: [{ kind }] } },
      });
      expect(await server().data(query)).toEqual({
        corporation: {
          conflicts: {
            totalCount: 2,
            nodes: [
              {
                ...{ kind: 'WORDING', property: 'plants', shownValue: null, subject, shown: null },
                sides: {
                  edges: [
                    side('acme-runs-p-01', 'plant/p-01', true, 'WORDING'),
                    side('acme-runs-p-01-again', 'plant/p-01', true, 'WORDING'),
                  ],
                },
              },
              {
                ...{ kind: 'VALUE', property: 'headquarters', shownValue: 'New Town', subject },
                shown: { id: 'claim/acme-new-town' },
                sides: {
                  edges: [
                    side('acme-new-town', 'New Town', true, 'VALUE'),
                    side('acme-old-town', 'Old Town', false, 'VALUE'),
                  ],
                },
              },
            ],
          },
        },
      });
    });

    test('relations of an interface lead to nodes of several kinds', async () => {
      const query = `{
        investments { nodes {
          investors { nodes { __typename id ... on Corporation { foundedYear } ... on Government { country { name } } } }
          funds { edges { node { __typename name ... on Plant { capacity fundedBy { nodes { id } } } ... on Partnership { kind } } } }
        } }
        subsidies { nodes { grantedBy { name grants { totalCount } } beneficiaries { nodes { id subsidies { nodes { id } } } } } }
      }`;
      const subsidies = { nodes: [{ id: 'subsidy/grant' }] };
      expect(await server().data(query)).toEqual({
        investments: {
          nodes: [
            {
              investors: {
                nodes: [
                  { __typename: 'Corporation', id: 'corporation/acme', foundedYear: 1990 },
                  { __typename: 'Government', id: 'government/eastland', country: { name: 'Eastland' } },
                ],
              },
              funds: {
                edges: [
                  { node: { __typename: 'Partnership', name: 'Partnership one', kind: 'JOINT_VENTURE' } },
                  {
                    node: {
                      ...{ __typename: 'Plant', name: 'Plant B', capacity: 12.5 },
                      fundedBy: { nodes: [{ id: 'investment/shared' }] },
                    },
                  },
                ],
              },
            },
          ],
        },
        subsidies: {
          nodes: [
            {
              grantedBy: { name: 'Government of Eastland', grants: { totalCount: 1 } },
              beneficiaries: {
                nodes: [
                  { id: 'corporation/acme', subsidies },
                  { id: 'plant/p-01', subsidies },
                ],
              },
            },
          ],
        },
      });
    });

    test('however deep a query goes, it is one statement', async () => {
      const query = `{ corporation(id: "corporation/acme") {
        partnerships { nodes { participants { nodes { plants(first: 2) { nodes {
          operators(first: 1) { edges { claims { source { cites { nodes { id } } } } node {
            country { plants(first: 1, orderBy: {capacity: DESC}) { totalCount nodes { chemistries { nodes { materials { nodes { name } } } } } } }
          } } }
        } } } } } }
      } }`;
      const { store } = server();
      store.reads = [];
      const claims = [{ source: { cites: { nodes: [{ id: 'source/third' }] } } }];
      const materials = { nodes: [{ name: 'Iron' }, { name: 'Lithium' }] };
      const country = {
        plants: { totalCount: 27, nodes: [{ chemistries: { nodes: [{ materials }] } }] },
      };
      const second = { cites: { nodes: [{ id: 'source/third' }] } };
      const p01 = { operators: { edges: [{ claims: [...claims, { source: second }], node: { country } }] } };
      const p02 = { operators: { edges: [{ claims, node: { country } }] } };
      expect(await server().data(query)).toEqual({
        corporation: {
          partnerships: {
            nodes: [
              {
                participants: {
                  nodes: [{ plants: { nodes: [p01, p02] } }, { plants: { nodes: [p02] } }],
                },
              },
            ],
          },
        },
      });
      expect(store.reads).toHaveLength(1);
    });
  },
  { seeds: [awkwardSeed] },
);
