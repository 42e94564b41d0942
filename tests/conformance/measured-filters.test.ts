import { allBut, checkOn, corporations, plants, rows } from '../support/filter-cases';
import { awkwardSeed, onEveryStore } from '../support/servers';

onEveryStore(
  'filters by counts and figures of relations',
  (server) => {
    const check = checkOn(server);

    describe('counts', () => {
      test.each([
        ...rows(corporations, [
          ['{plants: {count: {gte: 2}}}', 'acme', 'hub'],
          ['{plants: {count: {eq: 1}}}', 'toyota'],
          ['{plants: {count: {lt: 2}}}', ...allBut('acme', 'hub')],
          ['{plants: {count: {eq: 0}}}', ...allBut('acme', 'hub', 'toyota')],
          ['{plants: {count: {in: [0, 2]}}}', ...allBut('hub', 'toyota')],
          ['{plants: {count: {gt: 0, lt: 27}}}', 'acme', 'toyota'],
          ['{plants: {count: {isNull: true}}}'],
          ['{plants: {count: {isNull: false}}}', ...allBut()],
          ['{plants: {count: {}}}', ...allBut()],
          ['{NOT: {plants: {count: {lt: 2}}}}', 'acme', 'hub'],
          ['{NOT: {plants: {count: {gte: 2}}}}', ...allBut('acme', 'hub')],
          ['{OR: [{plants: {count: {lt: 1}}}, {name: {eq: "Hub"}}]}', ...allBut('acme', 'toyota')],
          ['{plants: {count: {gte: 1}}, partnerships: {count: {gte: 2}}}', 'toyota'],
          ['{plants: {count: {lte: 1}}, partnerships: {count: {gte: 1}}}', 'acme-two', 'emoji', 'toyota'],
          ['{partnerships: {some: {kind: {eq: SUPPLY}}, count: {lt: 2}}}', 'acme-two'],
          ['{plants: {count: {gte: 2}, where: {status: {eq: OPERATING}}}}', 'hub'],
          ['{plants: {count: {lt: 2}, where: {status: {eq: OPERATING}}}}', ...allBut('hub')],
          ['{plants: {count: {gte: 1}, where: {chemistries: {count: {gte: 2}}}}}', 'acme', 'hub'],
          ['{owns: {count: {gte: 2}}}', 'acme'],
        ]),
        ...rows(plants, [
          ['{chemistries: {count: {gte: 2}}}', 'p-01'],
          ['{operators: {count: {gte: 2}, where: {plants: {count: {lt: 20}}}}}', 'p-02'],
        ]),
      ])('$field $where', check);
    });

    describe('figures', () => {
      test.each([
        ...rows(corporations, [
          ['{plants: {sum: {capacity: {gt: 30}}}}', 'acme', 'hub'],
          ['{plants: {sum: {capacity: {gte: 32.5, lte: 32.5}}}}', 'acme'],
          ['{plants: {avg: {capacity: {gt: 16}}}}', 'acme', 'toyota'],
          ['{plants: {min: {capacity: {lt: 20}}}}', 'acme', 'hub'],
          ['{plants: {max: {capacity: {eq: 20}}}}', 'acme', 'hub', 'toyota'],
          ['{plants: {max: {name: {caseInsensitive: {eq: "PLANT B"}}}}}'],
          ['{plants: {min: {name: {eq: "Plant A"}}, max: {name: {startsWith: "plant"}}}}', 'hub'],
          ['{plants: {min: {startOfProduction: {eq: "2024"}}}}', 'acme'],
          ['{plants: {sum: {capacity: {eq: null}}}}', ...allBut('acme', 'hub', 'toyota')],
          ['{plants: {sum: {capacity: {isNull: false}}}}', 'acme', 'hub', 'toyota'],
          ['{NOT: {plants: {sum: {capacity: {gt: 30}}}}}', ...allBut('acme', 'hub')],
          ['{plants: {sum: {latitude: {gt: 0}}}}'],
          ['{plants: {sum: {latitude: {isNull: true}}}}', ...allBut()],
          ['{plants: {count: {eq: 2}, sum: {capacity: {gt: 30}}}}', 'acme'],
          ['{plants: {sum: {capacity: {gt: 12}}, where: {status: {eq: OPERATING}}}}', 'acme', 'hub'],
          ['{investments: {sum: {amount: {gt: 1}}, where: {AND: [{currency: {eq: "JPY"}}]}}}', 'acme'],
        ]),
        ...rows(plants, [
          ['{operators: {avg: {foundedYear: {gt: 1950, lt: 1970}}}}', 'p-02'],
          ['{operators: {min: {foundedYear: {lte: 1937}}}}', 'p-02'],
        ]),
      ])('$field $where', check);
    });

    describe('edges', () => {
      test.each([
        ...rows(corporations, [
          ['{plantsEdge: {count: {gte: 1}, where: {share: {gte: 50}}}}', 'acme'],
          [
            '{plantsEdge: {count: {lt: 1}, where: {share: {isNull: false}}}}',
            ...allBut('acme', 'hub', 'toyota'),
          ],
          ['{plantsEdge: {sum: {share: {gt: 12}}}}', 'acme', 'hub', 'toyota'],
          ['{plantsEdge: {max: {share: {lt: 50}}}}', 'hub', 'toyota'],
          ['{plantsEdge: {avg: {share: {lt: 20}}, where: {node: {status: {eq: OPERATING}}}}}', 'hub'],
          ['{plantsEdge: {min: {since: {eq: "2021-03"}}}}', 'acme'],
          ['{plantsEdge: {count: {gte: 20}, sum: {share: {gt: 100}}}}', 'hub'],
        ]),
        ...rows(plants, [['{operatorsEdge: {sum: {share: {eq: 51}}}}', 'p-01']]),
      ])('$field $where', check);
    });

    test('inside of relations, with values from variables', async () => {
      const query = `query ($least: Int!, $most: Int!) {
        plant(id: "plant/p-02") {
          many: operators(where: {plants: {count: {gte: $least}}}) { totalCount nodes { id } }
          few: operators(where: {plants: {count: {lte: $most}}}) { totalCount nodes { id } }
        }
      }`;
      const page = (...slugs: string[]) => ({
        totalCount: slugs.length,
        nodes: slugs.map((slug) => ({ id: `corporation/${slug}` })),
      });
      const before = server().compilations();
      expect(await server().data(query, { least: 2, most: 2 })).toEqual({
        plant: { many: page('acme', 'hub'), few: page('acme', 'toyota') },
      });
      expect(await server().data(query, { least: 0, most: 0 })).toEqual({
        plant: { many: page('acme', 'hub', 'toyota'), few: page() },
      });
      expect(server().compilations()).toBe(before + 1);
    });
  },
  { seeds: [awkwardSeed] },
);
