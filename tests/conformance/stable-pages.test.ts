import { printChange } from '../../src/cypher';
import { model } from '../../src/domain';
import type { GraphChange, GraphNode } from '../../src/model';
import { atRoot, inRelation, pageAt, type Place } from '../support/pages';
import { awkwardSeed, startServer, testStores, type TestServer } from '../support/servers';

const write = (server: TestServer, change: GraphChange): Promise<void> =>
  server.store.write(printChange(model, change));

const plant = (slug: string, name: string): GraphNode => ({
  id: `plant/${slug}`,
  kind: 'Plant',
  properties: { name },
});

const idsOf = (edges: readonly Readonly<Record<string, unknown>>[]): string[] =>
  edges.map(({ node }) => (node as { id: string }).id.replace('plant/', ''));

// What an answer was is not asked again at the end, as `onEveryStore` does: by then the data is another.
for (const { name, open } of testStores) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] pages while data is written between them`, () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startServer(open!(), { seeds: [awkwardSeed] });
    }, 60_000);
    afterAll(() => server.close());

    const hub = inRelation('corporation(id: "corporation/hub")', 'plants');

    const next = async (place: Place, args: string, page: Parameters<typeof pageAt>[3]) => {
      const { edges, pageInfo } = await pageAt(server, place, args, page);
      return { slugs: idsOf(edges), pageInfo };
    };

    test('what comes in front neither repeats nor moves what follows', async () => {
      const args = 'orderBy: {name: ASC}, where: {id: {lt: "plant/p-1"}}';
      const first = await next(atRoot('plants'), args, { first: 3 });
      expect(first.slugs).toEqual(['p-03', 'p-06', 'p-09']);
      await write(server, { newNodes: [plant('a', 'Aaa'), plant('b', 'Plant AA')] });
      const after = await next(atRoot('plants'), args, { first: 3, after: first.pageInfo['endCursor'] });
      // The one that was written behind the cursor is there, the one in front of it is not.
      expect(after.slugs).toEqual(['b', 'p-01', 'p-04']);
      const before = await next(atRoot('plants'), args, { last: 9, before: after.pageInfo['startCursor'] });
      expect(before.slugs).toEqual(['a', 'p-03', 'p-06', 'p-09']);
      await write(server, { dropNodes: ['plant/a', 'plant/b'] });
    });

    test('a cursor of what is gone is a place like any other', async () => {
      const args = 'orderBy: [{edge: {share: DESC}}, {country: {name: ASC}}]';
      const first = await next(hub, args, { first: 3 });
      expect(first.slugs).toEqual(['p-27', 'p-25', 'p-23']);
      const gone = { type: 'OPERATES', from: 'corporation/hub', to: 'plant/p-23', properties: {} };
      await write(server, { dropEdges: [gone] });
      const after = await next(hub, args, { first: 2, after: first.pageInfo['endCursor'] });
      expect(after.slugs).toEqual(['p-21', 'p-19']);
      const before = await next(hub, args, { last: 5, before: first.pageInfo['endCursor'] });
      expect(before.slugs).toEqual(['p-27', 'p-25']);
      await write(server, { newEdges: [{ ...gone, properties: { share: 23 } }] });
    });
  });
}
