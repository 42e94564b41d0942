import { atRoot, holdPagesTogether, inRelation, pageAt } from '../support/pages';
import { awkwardSeed, onEveryStore } from '../support/servers';

const places = [atRoot('plants'), inRelation('corporation(id: "corporation/hub")', 'plants')];

const orders = [
  'orderBy: []',
  'orderBy: {id: DESC}',
  'orderBy: {name: ASC}',
  'orderBy: {name: DESC}',
  'orderBy: [{name: DESC}, {id: DESC}]',
  'orderBy: {capacity: ASC}',
  'orderBy: {capacity: DESC}',
  'orderBy: [{capacity: DESC}, {status: ASC}, {name: DESC}]',
  'orderBy: [{status: DESC}], where: {NOT: {capacity: {eq: 10}}, country: {plants: {some: {}}}}',
];

const slugs = (nodes: readonly { id: string }[]): string[] =>
  nodes.map(({ id }) => id.replace('plant/p-', ''));

onEveryStore(
  'pages in both directions',
  (server) => {
    describe.each(places)('$title', (place) => {
      test.each(orders)('%s: forward is backward is the whole', async (args) => {
        const whole = await holdPagesTogether(server(), place, args, [2, 7]);
        expect(whole.length).toBeGreaterThan(15);
      });

      test('one by one', async () => {
        await holdPagesTogether(server(), place, 'orderBy: [{capacity: DESC}, {status: ASC}]', [1]);
      });

      test('last is the end in the order asked for, before what stands in front', async () => {
        const end = await pageAt(server(), place, '', { last: 3 });
        const ids = end.edges.map(({ node }) => node as { id: string });
        expect(slugs(ids)).toEqual(['25', '26', '27']);
        expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
        const front = await pageAt(server(), place, '', { last: 2, before: end.pageInfo['startCursor'] });
        expect(slugs(front.edges.map(({ node }) => node as { id: string }))).toEqual(['23', '24']);
        expect(front.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
      });

      test('before alone asks for the 25 before it', async () => {
        const { pageInfo } = await pageAt(server(), place, '', { last: 1 });
        const page = await pageAt(server(), place, '', { before: pageInfo['endCursor'] });
        expect(page.edges).toHaveLength(25);
        expect(page.edges[0]).toMatchObject({ node: { id: 'plant/p-02' } });
        expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
      });

      test('a cursor serves both directions', async () => {
        const args = 'orderBy: [{capacity: DESC}, {name: ASC}]';
        const { edges } = await pageAt(server(), place, args, { first: 27 });
        const { cursor } = edges[12]!;
        expect((await pageAt(server(), place, args, { first: 27, after: cursor })).edges).toEqual(
          edges.slice(13),
        );
        expect((await pageAt(server(), place, args, { last: 27, before: cursor })).edges).toEqual(
          edges.slice(0, 12),
        );
      });

      test('last: 0 reads nothing, but tells how many there are', async () => {
        const { edges, pageInfo } = await pageAt(server(), place, '', { last: 0 });
        expect(edges).toEqual([]);
        expect(pageInfo).toEqual({
          hasNextPage: false,
          hasPreviousPage: true,
          startCursor: null,
          endCursor: null,
        });
      });
    });

    test.each(['ASC', 'DESC'])('flags, missing or not: %s', async (direction) => {
      const args = `orderBy: [{publishedInferred: ${direction}}, {name: ASC}]`;
      await holdPagesTogether(server(), atRoot('sources'), args, [1, 2]);
    });

    test('flags that are never missing', async () => {
      const args = 'orderBy: [{shown: DESC}, {confidence: ASC}]';
      await holdPagesTogether(server(), atRoot('claims'), args, [50]);
    });

    test('for each parent by itself, nodes as well as edges, with what lies below', async () => {
      const query = `{ partnerships(orderBy: {id: DESC}, last: 2) { nodes {
        id
        participants(orderBy: {name: ASC}, last: 1) {
          nodes { id country { id } }
          edges { role node { id } }
          pageInfo { hasNextPage hasPreviousPage }
          totalCount
        }
      } } }`;
      const page = (slug: string, role: string | null, country: object | null) => ({
        nodes: [{ id: `corporation/${slug}`, country }],
        edges: [{ role, node: { id: `corporation/${slug}` } }],
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
        totalCount: 2,
      });
      expect(await server().data(query)).toEqual({
        partnerships: {
          nodes: [
            { id: 'partnership/one', participants: page('toyota', 'buyer', { id: 'country/eastland' }) },
            {
              id: 'partnership/four',
              participants: {
                nodes: [],
                edges: [],
                pageInfo: { hasNextPage: false, hasPreviousPage: false },
                totalCount: 0,
              },
            },
          ],
        },
      });
    });

    test('forward and backward, asked for by one document with one variable each', async () => {
      const query = `query ($first: Int, $last: Int) { plants(first: $first, last: $last) { nodes { id } } }`;
      const asked = async (variables: object) => {
        const { plants } = (await server().data(query, variables as Record<string, unknown>)) as {
          plants: { nodes: { id: string }[] };
        };
        return slugs(plants.nodes);
      };
      expect(await asked({ first: 2 })).toEqual(['01', '02']);
      expect(await asked({ last: 2 })).toEqual(['26', '27']);
      expect(await asked({ first: 1, last: null })).toEqual(['01']);
      expect(await asked({ first: null, last: 1 })).toEqual(['27']);
    });
  },
  { seeds: [awkwardSeed] },
);
