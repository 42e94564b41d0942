import { allBut, checkOn, corporations, plants, rows } from '../support/filter-cases';
import { awkwardSeed, onEveryStore } from '../support/servers';

onEveryStore(
  'filters by relations',
  (server) => {
    const check = checkOn(server);

    describe('none, all and single', () => {
      test.each(
        rows(corporations, [
          ['{plants: {none: {}}}', ...allBut('acme', 'hub', 'toyota')],
          ['{plants: {none: {chemistries: {some: {}}}}}', ...allBut('acme', 'hub', 'toyota')],
          ['{plants: {all: {}}}', ...allBut()],
          ['{NOT: {plants: {all: {}}}}'],
          ['{plants: {all: {NOT: {}}}}', ...allBut('acme', 'hub', 'toyota')],
          ['{plants: {none: {NOT: {}}}}', ...allBut()],
          ['{plants: {all: {startOfProduction: {eq: "2024-09"}}}}', ...allBut('acme', 'hub')],
          ['{plants: {some: {}, all: {country: {isoCode: {eq: "EA"}}}}}', 'acme', 'hub', 'toyota'],
          ['{plants: {single: {}}}', 'toyota'],
          ['{plants: {single: {startOfProduction: {eq: "2024-09"}}}}', 'acme', 'hub', 'toyota'],
          ['{plants: {single: {chemistries: {single: {}}}}}', 'acme', 'toyota'],
          ['{partnerships: {single: {}}}', 'acme', 'acme-two'],
          ['{NOT: {partnerships: {single: {}}}}', ...allBut('acme', 'acme-two')],
          ['{OR: [{owners: {single: {}}}, {plants: {single: {}}}]}', 'acme', 'toyota'],
        ]),
      )('$field $where', check);
    });

    describe('relations', () => {
      test.each([
        ...rows(corporations, [
          ['{plants: {some: {}}}', 'acme', 'hub', 'toyota'],
          ['{NOT: {plants: {some: {}}}}', ...allBut('acme', 'hub', 'toyota')],
          [
            '{plants: {some: {chemistries: {some: {materials: {some: {name: {eq: "Nickel"}}}}}}}}',
            'acme',
            'hub',
          ],
          [
            '{plants: {some: {chemistries: {some: {materials: {some: {}}}}, startOfProduction: {eq: "2024-09"}}}}',
            ...['acme', 'hub', 'toyota'],
          ],
          ['{plants: {some: {NOT: {chemistries: {some: {}}}}}}', 'hub'],
          ['{NOT: {plants: {some: {NOT: {chemistries: {some: {}}}}}}}', ...allBut('hub')],
          [
            '{OR: [{plants: {some: {startOfProduction: {eq: "2024"}}}}, {name: {eq: "Lonely"}}]}',
            ...['acme', 'hub', 'lonely'],
          ],
          [
            '{OR: [{plants: {some: {}}}, {partnerships: {some: {kind: {eq: SUPPLY}}}}]}',
            ...['acme', 'acme-two', 'emoji', 'hub', 'toyota'],
          ],
          ['{AND: [{plants: {some: {}}}, {partnerships: {some: {kind: {eq: SUPPLY}}}}]}', 'toyota'],
          [
            '{plants: {some: {}}, partnerships: {some: {}}, NOT: {partnerships: {some: {kind: {eq: SUPPLY}}}}}',
            'acme',
          ],
          ['{country: {isoCode: {eq: "EA"}}}', 'acme', 'hub', 'toyota'],
          ['{country: {}}', 'acme', 'acme-two', 'hub', 'toyota'],
          ['{NOT: {country: {}}}', ...allBut('acme', 'acme-two', 'hub', 'toyota')],
          ['{NOT: {country: {isoCode: {eq: "EA"}}}}', ...allBut('acme', 'hub', 'toyota')],
          [
            '{country: {plants: {some: {operators: {some: {name: {eq: "トヨタ"}}}}}}}',
            'acme',
            'hub',
            'toyota',
          ],
          ['{owns: {some: {id: {eq: "corporation/acme"}}}}', 'acme'],
          ['{owners: {some: {name: {eq: "Acme"}}}}', 'acme', 'emoji'],
          ['{owners: {some: {owns: {some: {NOT: {name: {eq: "Acme"}}}}}}}', 'acme', 'emoji'],
          ['{claims: {some: {source: {id: {eq: "source/second"}}}}}', 'acme'],
          ['{investments: {some: {investors: {some: {id: {startsWith: "government/"}}}}}}', 'acme'],
          ['{plants: {some: {capacity: {gt: 1000}}}}'],
        ]),
        ...rows(plants, [
          [
            '{OR: [{operators: {some: {name: {eq: "Acme"}}}}, {country: {name: {eq: "Westland"}}}]}',
            'p-01',
            'p-02',
          ],
          ['{chemistries: {some: {}}, NOT: {chemistries: {some: {name: {eq: "LFP"}}}}}', 'p-03'],
        ]),
      ])('$field $where', check);

      test('counts of what fits', async () => {
        const query = `{
          a: corporations(where: {plants: {some: {}}}, first: 1) { totalCount }
          b: corporations(where: {NOT: {plants: {some: {}}}}, first: 1) { totalCount nodes { id } }
          c: corporations(where: {plants: {some: {}}, name: {eq: "Acme"}}) { totalCount }
        }`;
        expect(await server().data(query)).toEqual({
          a: { totalCount: 3 },
          b: { totalCount: 9, nodes: [{ id: 'corporation/acme-three' }] },
          c: { totalCount: 1 },
        });
      });

      test('filters inside relations', async () => {
        const query = `query ($iso: String!) {
          partnerships(where: {participants: {some: {country: {isoCode: {eq: $iso}}}}}) {
            nodes {
              id
              participants(where: {country: {isoCode: {eq: $iso}}}) { totalCount nodes { id } }
              others: participants(where: {NOT: {country: {isoCode: {eq: $iso}}}}) { totalCount nodes { id } }
            }
          }
        }`;
        const page = (...slugs: string[]) => ({
          totalCount: slugs.length,
          nodes: slugs.map((slug) => ({ id: `corporation/${slug}` })),
        });
        expect(await server().data(query, { iso: 'EA' })).toEqual({
          partnerships: {
            nodes: [
              { id: 'partnership/one', participants: page('acme', 'toyota'), others: page() },
              { id: 'partnership/two', participants: page('toyota'), others: page('emoji') },
            ],
          },
        });
      });

      test('`some` inside the filter of a relation', async () => {
        const query = `{ corporation(id: "corporation/hub") {
          plants(where: {OR: [{chemistries: {some: {name: {eq: "NMC"}}}}, {startOfProduction: {eq: "2024-09"}}]}) {
            totalCount nodes { id }
          }
          none: plants(where: {NOT: {operators: {some: {name: {eq: "Hub"}}}}}) { totalCount nodes { id } }
        } }`;
        expect(await server().data(query)).toEqual({
          corporation: {
            plants: {
              totalCount: 3,
              nodes: [{ id: 'plant/p-01' }, { id: 'plant/p-02' }, { id: 'plant/p-03' }],
            },
            none: { totalCount: 0, nodes: [] },
          },
        });
      });
    });
  },
  { seeds: [awkwardSeed] },
);
