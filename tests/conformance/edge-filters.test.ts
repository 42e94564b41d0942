import { allBut, checkOn, corporations, partnerships, plants, rows } from '../support/filter-cases';
import { awkwardSeed, onEveryStore } from '../support/servers';

const odd = [3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27];
const plantNumber = (number: number): string => `p-${String(number).padStart(2, '0')}`;

onEveryStore(
  'filters by edges',
  (server) => {
    const check = checkOn(server);

    describe('some, none, all and single', () => {
      test.each([
        ...rows(corporations, [
          ['{plantsEdge: {some: {}}}', 'acme', 'hub', 'toyota'],
          ['{plantsEdge: {some: {share: {gt: 12}}}}', 'acme', 'hub', 'toyota'],
          ['{plantsEdge: {some: {share: {gt: 30}}}}', 'acme'],
          ['{plantsEdge: {some: {share: {in: [12.25, 27]}}}}', 'hub', 'toyota'],
          ['{plantsEdge: {some: {share: {eq: null}}}}', 'acme', 'hub'],
          ['{plantsEdge: {some: {since: {eq: "2021-03"}}}}', 'acme'],
          ['{plantsEdge: {some: {since: {lt: "2021-03-01"}, confidence: {eq: MEDIUM}}}}', 'acme'],
          ['{plantsEdge: {some: {since: {isNull: false}, confidence: {eq: HIGH}}}}'],
          ['{plantsEdge: {none: {share: {eq: null}}}}', ...allBut('acme', 'hub')],
          ['{plantsEdge: {none: {}}}', ...allBut('acme', 'hub', 'toyota')],
          ['{plantsEdge: {all: {}}}', ...allBut()],
          ['{plantsEdge: {all: {share: {isNull: false}}}}', ...allBut('acme', 'hub')],
          ['{plantsEdge: {all: {NOT: {}}}}', ...allBut('acme', 'hub', 'toyota')],
          ['{plantsEdge: {single: {}}}', 'toyota'],
          ['{plantsEdge: {single: {share: {isNull: false}}}}', 'acme', 'toyota'],
          ['{plantsEdge: {single: {share: {gt: 26}}}}', 'acme', 'hub'],
          ['{partnershipsEdge: {some: {role: {caseInsensitive: {eq: "MAKER"}}}}}', 'acme'],
          ['{partnershipsEdge: {some: {role: {contains: "`x` \\""}}}}', 'emoji'],
          ['{partnershipsEdge: {some: {share: {eq: 0}}}}', 'emoji'],
          ['{ownsEdge: {some: {share: {lt: 10}}}}', 'acme'],
          ['{ownersEdge: {some: {share: {lt: 10}}}}', 'acme'],
          ['{ownersEdge: {some: {until: {eq: "2024-06"}}}}', 'emoji'],
          ['{ownersEdge: {single: {share: {isNull: false}}}}', 'acme', 'emoji'],
        ]),
        ...rows(plants, [
          ['{operatorsEdge: {some: {share: {lte: 1}}}}', 'p-01'],
          ['{operatorsEdge: {some: {share: {gt: 7, lte: 12.25}}}}', 'p-02', 'p-09', 'p-11'],
          ['{operatorsEdge: {single: {share: {isNull: false}}}}', 'p-02', ...odd.map(plantNumber)],
        ]),
      ])('$field $where', check);
    });

    describe('an edge and its node', () => {
      test.each([
        ...rows(corporations, [
          ['{plantsEdge: {some: {node: {}}}}', 'acme', 'hub', 'toyota'],
          ['{plantsEdge: {some: {node: {startOfProduction: {eq: "2024"}}}}}', 'acme', 'hub'],
          ['{plantsEdge: {some: {share: {gt: 10}, node: {startOfProduction: {eq: "2024"}}}}}', 'acme'],
          // Each holds for a plant of hub, but not both for one.
          ['{plantsEdge: {some: {share: {eq: 3}, node: {startOfProduction: {eq: "2024"}}}}}'],
          [
            '{plantsEdge: {some: {share: {eq: 3}}}, plants: {some: {startOfProduction: {eq: "2024"}}}}',
            'hub',
          ],
          [
            '{plantsEdge: {some: {OR: [{share: {gt: 30}}, {node: {chemistries: {none: {}}}}]}}}',
            ...['acme', 'hub'],
          ],
          [
            '{plantsEdge: {some: {OR: [{share: {gt: 30}}, {node: {id: {eq: "plant/p-02"}}}], NOT: {confidence: {eq: MEDIUM}}}}}',
            ...['acme', 'hub', 'toyota'],
          ],
          ['{plantsEdge: {some: {AND: [{share: {gte: 1}}, {share: {lt: 2}}]}}}', 'hub'],
          ['{plantsEdge: {some: {NOT: {share: {gt: 1}}, node: {id: {eq: "plant/p-02"}}}}}', 'acme', 'hub'],
          ['{plantsEdge: {some: {NOT: {share: {gt: 1}, node: {id: {eq: "plant/p-02"}}}}}}', 'acme', 'hub'],
          [
            '{plantsEdge: {some: {node: {chemistries: {some: {name: {eq: "NMC"}}}}, share: {gt: 2}}}}',
            ...['acme', 'hub'],
          ],
          [
            '{plantsEdge: {some: {node: {operatorsEdge: {some: {share: {eq: 12.25}}}}, share: {eq: null}}}}',
            ...['acme', 'hub'],
          ],
          ['{NOT: {plantsEdge: {some: {share: {isNull: false}}}}}', ...allBut('acme', 'hub', 'toyota')],
          [
            '{OR: [{plantsEdge: {some: {share: {gt: 30}}}}, {partnershipsEdge: {some: {role: {eq: "buyer"}}}}]}',
            ...['acme', 'toyota'],
          ],
        ]),
        ...rows(partnerships, [
          ['{participantsEdge: {some: {share: {gte: 0}, node: {country: {}}}}}', 'one'],
          ['{participantsEdge: {all: {role: {isNull: false}}}}', 'four', 'one'],
          ['{participantsEdge: {single: {role: {isNull: false}}}}', 'three'],
        ]),
      ])('$field $where', check);
    });

    describe('relations to one', () => {
      test.each(
        rows(corporations, [
          ['{countryEdge: {}}', 'acme', 'acme-two', 'hub', 'toyota'],
          ['{countryEdge: {confidence: {eq: HIGH}, node: {isoCode: {eq: "WE"}}}}', 'acme-two'],
          ['{countryEdge: {confidence: {eq: LOW}}}'],
          ['{countryEdge: {since: {eq: null}}}', 'acme', 'acme-two', 'hub', 'toyota'],
          ['{NOT: {countryEdge: {node: {isoCode: {eq: "EA"}}}}}', ...allBut('acme', 'hub', 'toyota')],
          [
            '{countryEdge: {OR: [{until: {isNull: false}}, {node: {name: {eq: "Eastland"}}}]}}',
            'acme',
            'hub',
            'toyota',
          ],
        ]),
      )('$field $where', check);
    });

    describe('relations that an interface declares or leads to', () => {
      const investments = { field: 'investments', type: 'InvestmentWhere', slug: 'investment' };
      const subsidies = { field: 'subsidies', type: 'SubsidyWhere', slug: 'subsidy' };
      test.each([
        ...rows(corporations, [
          ['{investmentsEdge: {some: {confidence: {eq: HIGH}, node: {currency: {eq: "JPY"}}}}}', 'acme'],
          ['{claimsEdge: {some: {node: {source: {id: {eq: "source/second"}}}}}}', 'acme'],
        ]),
        ...rows(plants, [['{fundedByEdge: {some: {confidence: {eq: HIGH}}}}', 'p-01']]),
        ...rows(investments, [
          ['{investorsEdge: {some: {confidence: {eq: HIGH}, node: {id: {startsWith: "gov"}}}}}', 'shared'],
          ['{investorsEdge: {some: {node: {investmentsEdge: {some: {confidence: {eq: HIGH}}}}}}}', 'shared'],
          ['{fundsEdge: {some: {since: {isNull: false}}}}'],
        ]),
        ...rows(subsidies, [
          [
            '{beneficiariesEdge: {some: {confidence: {eq: HIGH}, node: {name: {caseInsensitive: {eq: "ACME"}}}}}}',
            'grant',
          ],
        ]),
      ])('$field $where', check);
    });

    describe('whereEdge', () => {
      const page = (...slugs: string[]) => ({
        totalCount: slugs.length,
        nodes: slugs.map((slug) => ({ id: slug })),
      });

      test.each<[string, string, ...string[]]>([
        ['the edge', 'whereEdge: {share: {lt: 4}}', 'plant/p-01', 'plant/p-03'],
        ['its node', 'whereEdge: {node: {startOfProduction: {eq: "2024"}}}', 'plant/p-01'],
        [
          'beside where',
          'whereEdge: {share: {lt: 6}}, where: {capacity: {gt: 10}}',
          'plant/p-01',
          'plant/p-05',
        ],
        ['nothing', 'whereEdge: {share: {lt: 0}}'],
        [
          'missing values',
          'whereEdge: {share: {eq: null}}, where: {capacity: {gt: 12}}',
          'plant/p-02',
          'plant/p-10',
          'plant/p-14',
          'plant/p-22',
          'plant/p-26',
        ],
        [
          'relations further out',
          'whereEdge: {share: {gt: 0}, node: {chemistries: {some: {}}}}',
          'plant/p-01',
          'plant/p-03',
        ],
        [
          'either',
          'whereEdge: {OR: [{share: {gt: 26}}, {node: {chemistries: {some: {name: {eq: "LFP"}}}}}]}',
          'plant/p-01',
          'plant/p-02',
          'plant/p-27',
        ],
        [
          'neither',
          'whereEdge: {NOT: {OR: [{share: {gt: 1}}, {node: {id: {gt: "plant/p-02"}}}]}}',
          'plant/p-01',
          'plant/p-02',
        ],
      ])('asks for %s', async (_, args, ...slugs) => {
        const query = `{ corporation(id: "corporation/hub") { plants(${args}) { totalCount nodes { id } } } }`;
        expect(await server().data(query)).toEqual({ corporation: { plants: page(...slugs) } });
      });

      test('is asked of the edge of each parent', async () => {
        const query = `query ($edge: PlantOperatorsEdgeWhere) {
          plants(first: 3) { nodes { operators(whereEdge: $edge) { totalCount edges { share node { id } } } } }
        }`;
        const edge = { share: { gt: 2 } };
        const ends = (...edges: [number, string][]) => ({
          operators: {
            totalCount: edges.length,
            edges: edges.map(([share, slug]) => ({ share, node: { id: `corporation/${slug}` } })),
          },
        });
        expect(await server().data(query, { edge })).toEqual({
          plants: { nodes: [ends([50, 'acme']), ends([12.25, 'toyota']), ends([3, 'hub'])] },
        });
      });

      test('holds on every page', async () => {
        const query = `query ($after: String) { corporation(id: "corporation/hub") {
          plants(whereEdge: {share: {gt: 20}}, orderBy: {name: DESC}, first: 3, after: $after) {
            totalCount edges { share cursor }
          }
        } }`;
        const page = (...shares: number[]) => ({
          corporation: {
            plants: {
              totalCount: 4,
              edges: shares.map((share) => ({ share, cursor: expect.any(String) as string })),
            },
          },
        });
        const first: unknown = await server().data(query);
        expect(first).toEqual(page(23, 25, 21));
        const after = (first as ReturnType<typeof page>).corporation.plants.edges[2]!.cursor;
        expect(await server().data(query, { after })).toEqual(page(27));
      });

      test('works on the relations of an interface', async () => {
        const query = `{ nodes(ids: ["corporation/acme", "government/eastland"]) { ... on Party {
          investments(whereEdge: {confidence: {eq: HIGH}}) { totalCount }
          low: investments(whereEdge: {confidence: {eq: LOW}}) { totalCount nodes { id } }
        } } }`;
        const answer = { investments: { totalCount: 1 }, low: { totalCount: 0, nodes: [] } };
        expect(await server().data(query)).toEqual({ nodes: [answer, answer] });
      });
    });
  },
  { seeds: [awkwardSeed] },
);
