import { awkwardSeed, onEveryStore } from '../support/servers';

/** What is asked of an aggregate of plants, and the answer. */
const cases: readonly (readonly [asked: string, answer: object])[] = [
  [
    '{ count countDistinct { status name capacity } sum { capacity } avg { capacity latitude } min { capacity name startOfProduction } max { capacity name } }',
    {
      count: 27,
      countDistinct: { status: 2, name: 3, capacity: 3 },
      sum: { capacity: 297.5 },
      avg: { capacity: 297.5 / 21, latitude: null },
      min: { capacity: 10, name: 'Plant A', startOfProduction: '2023-12-31' },
      max: { capacity: 20, name: 'plant a' },
    },
  ],
  [
    '(where: {name: {eq: "none"}}, groupBy: {status: true}) { count countDistinct { status } sum { capacity } avg { capacity } min { name } groups { count } groupCount }',
    {
      count: 0,
      countDistinct: { status: 0 },
      sum: { capacity: null },
      avg: { capacity: null },
      min: { name: null },
      groups: [],
      groupCount: 0,
    },
  ],
  [
    '(groupBy: {status: true, country: {isoCode: true, name: true}, name: false}, first: 2) { groups { key { status country { name iso: isoCode __typename } } count sum { capacity } } groupCount __typename }',
    {
      groups: [
        {
          key: {
            status: 'OPERATING',
            country: { name: 'Eastland', iso: 'EA', __typename: 'CountryGroupKey' },
          },
          count: 11,
          sum: { capacity: 150 },
        },
        {
          key: { status: 'PLANNED', country: { name: 'Eastland', iso: 'EA', __typename: 'CountryGroupKey' } },
          count: 11,
          sum: { capacity: 92.5 },
        },
      ],
      groupCount: 3,
      __typename: 'PlantAggregate',
    },
  ],
  [
    '(groupBy: {status: true}, having: {NOT: {count: {lt: 11}}, sum: {capacity: {gt: 1}}}, orderBy: [{sum: {capacity: ASC}}]) { groups { key { status } sum { capacity } } groupCount }',
    {
      groups: [
        { key: { status: 'PLANNED' }, sum: { capacity: 92.5 } },
        { key: { status: 'OPERATING' }, sum: { capacity: 150 } },
      ],
      groupCount: 2,
    },
  ],
  [
    '(groupBy: {status: true}, orderBy: [{key: {status: DESC}}], first: 0) { groups { count } groupCount }',
    { groups: [], groupCount: 3 },
  ],
  [
    '(groupBy: {status: true}, orderBy: [{key: {status: DESC}}]) { groups { key { status } } }',
    { groups: ['PLANNED', 'OPERATING', null].map((status) => ({ key: { status } })) },
  ],
  ['(groupBy: {status: true}) { groupCount }', { groupCount: 3 }],
];

onEveryStore(
  'aggregates',
  (server) => {
    test.each(cases)('plantsAggregate%s', async (asked, answer) => {
      expect(await server().data(`{ plantsAggregate${asked} }`)).toEqual({ plantsAggregate: answer });
    });

    test.each(cases)('of a relation: plantsAggregate%s', async (asked, answer) => {
      const query = `{ corporation(id: "corporation/hub") { plantsAggregate${asked} } }`;
      expect(await server().data(query)).toEqual({ corporation: { plantsAggregate: answer } });
    });

    test('of a relation, for each node, also where it leads to nothing', async () => {
      const query = `{ corporations(where: {id: {in: ["corporation/acme", "corporation/lonely"]}}) { nodes {
        plantsAggregate(groupBy: {country: {name: true}, status: true}, first: 1) {
          count sum { capacity } groups { key { status country { name } } count } groupCount
        }
      } } }`;
      const acme = {
        count: 2,
        sum: { capacity: 32.5 },
        groups: [{ key: { status: 'OPERATING', country: { name: 'Eastland' } }, count: 1 }],
        groupCount: 2,
      };
      const lonely = { count: 0, sum: { capacity: null }, groups: [], groupCount: 0 };
      expect(await server().data(query)).toEqual({
        corporations: { nodes: [{ plantsAggregate: acme }, { plantsAggregate: lonely }] },
      });
    });

    test('by flags and along several relations to one, of an interface', async () => {
      const query = `{ node(id: "plant/p-01") {
        claimsAggregate(groupBy: {shown: true, subject: {name: true}, source: {name: true}}) {
          count groups { key { shown subject { name } source { name } } count }
        }
        ... on Plant { operatorsAggregate { count avg { foundedYear } } }
      } }`;
      expect(await server().data(query)).toEqual({
        node: {
          claimsAggregate: {
            count: 6,
            groups: [
              {
                key: { shown: true, subject: { name: 'Plant B' }, source: { name: 'First source' } },
                count: 6,
              },
            ],
          },
          operatorsAggregate: { count: 2, avg: { foundedYear: 1990 } },
        },
      });
    });

    test('amounts where their unit is settled', async () => {
      const query = `{
        a: investmentsAggregate(groupBy: {currency: true}) { groups { key { currency } sum { amount } } }
        b: investmentsAggregate(where: {AND: [{currency: {eq: "JPY"}}]}) { max { amount } }
        c: investmentsAggregate { count countDistinct { amount } }
      }`;
      expect(await server().data(query)).toEqual({
        a: { groups: [{ key: { currency: 'JPY' }, sum: { amount: 1e12 } }] },
        b: { max: { amount: 1e12 } },
        c: { count: 1, countDistinct: { amount: 1 } },
      });
    });

    test('a variable inside of groupBy decides the shape of the plan', async () => {
      const query = `query ($by: Boolean!, $least: Int!) {
        plantsAggregate(groupBy: {status: true, name: $by}, having: {count: {gte: $least}}) { groupCount }
      }`;
      const before = server().compilations();
      const ask = async (by: boolean, least: number): Promise<unknown> =>
        ((await server().data(query, { by, least })) as { plantsAggregate: { groupCount: number } })
          .plantsAggregate.groupCount;
      expect(await ask(false, 1)).toBe(3);
      expect(await ask(true, 1)).toBeGreaterThan(3);
      expect(await ask(false, 11)).toBe(2);
      expect(server().compilations()).toBe(before + 2);
    });
  },
  { seeds: [awkwardSeed] },
);
