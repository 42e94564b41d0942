import { awkwardSeed, onEveryStore, type TestServer } from '../support/servers';

/** The corporations with the most plants, then the rest by their ids. */
const byPlants = [
  ...['hub', 'acme', 'toyota', 'acme-three', 'acme-two', 'backtick', 'cjk', 'combining', 'composed', 'emoji'],
  ...['lonely', 'quotes'],
];

/** All nodes of a root field in an order, read in pages of a size, forward or backward. */
async function walk(server: TestServer, field: string, orderBy: string, size: number, back: boolean) {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const at = cursor === undefined ? '' : `, ${back ? 'before' : 'after'}: "${cursor}"`;
    const page = `${back ? 'last' : 'first'}: ${String(size)}${at}`;
    const data = await server.data(
      `{ ${field}(orderBy: ${orderBy}, ${page}) {
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      } }`,
    );
    const { nodes, pageInfo } = data[field] as {
      nodes: { id: string }[];
      pageInfo: Record<string, never>;
    };
    const found = nodes.map(({ id }) => id.split('/')[1]!);
    if (back) ids.unshift(...found);
    else ids.push(...found);
    if (!pageInfo[back ? 'hasPreviousPage' : 'hasNextPage']) return ids;
    cursor = pageInfo[back ? 'startCursor' : 'endCursor'];
  }
}

onEveryStore(
  'orders by counts and figures of relations',
  (server) => {
    test.each<[string, string, readonly string[]]>([
      ['corporations', '{plants: {count: DESC}}', byPlants],
      [
        'corporations',
        '[{plants: {count: DESC}}, {id: DESC}]',
        [...byPlants.slice(0, 3), ...byPlants.slice(3).reverse()],
      ],
      ['corporations', '{plants: {count: ASC}}', [...byPlants.slice(3), 'toyota', 'acme', 'hub']],
      ['corporations', '{plants: {sum: {capacity: DESC}}}', byPlants],
      ['corporations', '{plants: {avg: {capacity: DESC}}}', ['toyota', 'acme', 'hub', ...byPlants.slice(3)]],
      ['corporations', '{plants: {min: {name: ASC}}}', ['hub', 'acme', 'toyota', ...byPlants.slice(3)]],
      [
        'corporations',
        '{plants: {count: DESC, where: {status: {eq: OPERATING}}}}',
        ['hub', 'acme', ...byPlants.slice(3, -1), 'quotes', 'toyota'],
      ],
      [
        'corporations',
        '{plants: {count: DESC, where: {operators: {some: {name: {eq: "トヨタ"}}}}}}',
        ['acme', 'hub', 'toyota', ...byPlants.slice(3)],
      ],
      [
        'corporations',
        '[{plants: {max: {capacity: ASC}}}, {plants: {count: ASC}}]',
        ['toyota', 'acme', 'hub', ...byPlants.slice(3)],
      ],
      [
        'corporations',
        '[{country: {plants: {count: DESC}}}, {plants: {count: DESC}}]',
        ['hub', 'acme', 'toyota', 'acme-two', 'acme-three', ...byPlants.slice(5)],
      ],
      ['batteryChemistries', '{plants: {sum: {capacity: DESC}}}', ['lfp', 'nmc', 'idle']],
    ])('%s by %s, in pages of any size, in both directions', async (field, orderBy, slugs) => {
      for (const size of [1, 3, 100]) {
        expect(await walk(server(), field, orderBy, size, false)).toEqual(slugs);
        expect(await walk(server(), field, orderBy, size, true)).toEqual(slugs);
      }
    });

    test('inside of relations, for each node', async () => {
      const query = `{ plants(first: 2) { nodes { id operators(orderBy: {plants: {count: DESC}}, first: 2) {
        nodes { id } pageInfo { endCursor hasNextPage }
      } } } }`;
      const { plants } = await server().data(query);
      expect(plants.nodes.map((plant: any) => plant.operators.nodes.map(({ id }: any) => id))).toEqual([
        // eslint-disable-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return
        ['corporation/hub', 'corporation/acme'],
        ['corporation/hub', 'corporation/acme'],
      ]);
      const after = plants.nodes[1].operators.pageInfo.endCursor as string;
      const rest = `{ plant(id: "plant/p-02") { operators(orderBy: {plants: {count: DESC}}, after: "${after}") { nodes { id } } } }`;
      expect(await server().data(rest)).toEqual({
        plant: { operators: { nodes: [{ id: 'corporation/toyota' }] } },
      });
    });

    test('beside a filter', async () => {
      const query = `{ corporations(
        where: {partnerships: {count: {gte: 1}}}, orderBy: [{partnerships: {count: DESC}}, {name: DESC}]
      ) { nodes { id } } }`;
      expect(await server().data(query)).toEqual({
        corporations: {
          nodes: ['emoji', 'toyota', 'acme', 'acme-two'].map((slug) => ({ id: `corporation/${slug}` })),
        },
      });
    });
  },
  { seeds: [awkwardSeed] },
);
