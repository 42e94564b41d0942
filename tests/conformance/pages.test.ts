import { atRoot, inRelation, walk } from '../support/pages';
import { awkwardSeed, onEveryStore } from '../support/servers';

const orders = [
  'orderBy: []',
  'orderBy: {name: ASC}',
  'orderBy: [{name: DESC}, {id: DESC}]',
  'orderBy: {capacity: ASC}',
  'orderBy: [{capacity: DESC}, {status: ASC}, {name: DESC}]',
  'orderBy: [{startOfProduction: ASC}, {capacity: DESC}]',
  'orderBy: [{status: DESC}], where: {NOT: {capacity: {eq: 10}}, country: {plants: {some: {}}}}',
];

onEveryStore(
  'order and pages',
  (server) => {
    describe.each(orders)('%s', (args) => {
      test.each([
        ['at the root', atRoot('plants')],
        ['in a relation', inRelation('corporation(id: "corporation/hub")', 'plants')],
      ])('%s, pages of 1, 2, 3 and 7 make up the whole', async (_, place) => {
        const whole = await walk(server(), place, args, 100);
        expect(new Set(whole).size).toBe(whole.length);
        expect(whole.length).toBeGreaterThan(15);
        for (const first of [1, 2, 3, 7, whole.length]) {
          expect(await walk(server(), place, args, first)).toEqual(whole);
        }
      });
    });

    test.each([
      ['ASC', ['second', 'first', 'third']],
      ['DESC', ['first', 'second', 'third']],
    ])('flags, true above false and missing last, page by page: %s', async (direction, slugs) => {
      const args = `orderBy: [{publishedInferred: ${direction}}, {name: ASC}]`;
      expect(await walk(server(), atRoot('sources'), args, 1)).toEqual(slugs.map((slug) => `source/${slug}`));
    });

    test('flags that are never missing, page by page, are the whole', async () => {
      const args = 'orderBy: [{shown: DESC}, {confidence: ASC}]';
      const whole = await walk(server(), atRoot('claims'), args, 500);
      expect(await walk(server(), atRoot('claims'), args, 50)).toEqual(whole);
    });

    test('names in every script, walked one by one, both ways', async () => {
      const bySlug = (ids: string[]) => ids.map((id) => id.replace('corporation/', ''));
      const ascending = await walk(server(), atRoot('corporations'), 'orderBy: {name: ASC}', 1);
      expect(bySlug(ascending)).toEqual([
        ...['acme', 'acme-three', 'acme-two', 'combining', 'composed', 'hub', 'lonely', 'quotes', 'backtick'],
        ...['toyota', 'cjk', 'emoji'],
      ]);
      const descending = await walk(
        server(),
        atRoot('corporations'),
        'orderBy: [{name: DESC}, {id: DESC}]',
        1,
      );
      expect(descending).toEqual(ascending.toReversed());
    });

    test('missing values come last in both directions, ties go by id', async () => {
      const query = `{
        up: corporations(orderBy: {foundedYear: ASC}) { nodes { id foundedYear } }
        down: corporations(orderBy: [{foundedYear: DESC}, {name: DESC}]) { nodes { id foundedYear } }
      }`;
      const { up, down } = (await server().data(query)) as Record<
        'up' | 'down',
        { nodes: { id: string; foundedYear: number | null }[] }
      >;
      const listed = ({ nodes }: typeof up) =>
        nodes.map(({ id, foundedYear }) => [id.replace('corporation/', ''), foundedYear]);
      expect(listed(up)).toEqual([
        ['backtick', -500],
        ['quotes', 0],
        ['toyota', 1937],
        ['acme', 1990],
        ['acme-two', 1990],
        ['combining', 1990],
        ['emoji', 2010],
        ['acme-three', null],
        ['cjk', null],
        ['composed', null],
        ['hub', null],
        ['lonely', null],
      ]);
      expect(listed(down)).toEqual([
        ['emoji', 2010],
        ['combining', 1990],
        ['acme', 1990],
        ['acme-two', 1990],
        ['toyota', 1937],
        ['quotes', 0],
        ['backtick', -500],
        ['cjk', null],
        ['lonely', null],
        ['hub', null],
        ['composed', null],
        ['acme-three', null],
      ]);
    });

    test('booleans, enums and dates are ordered, too', async () => {
      const query = `{
        flags: sources(orderBy: {publishedInferred: ASC}) { nodes { publishedInferred } }
        dates: partnerships(orderBy: {announced: DESC}) { nodes { announced } }
        enums: partnerships(orderBy: [{kind: DESC}, {announced: ASC}]) { nodes { kind announced } }
        instants: claims(where: {property: {eq: "headquarters"}}, orderBy: {enteredAt: DESC}) { nodes { id } }
      }`;
      expect(await server().data(query)).toEqual({
        flags: {
          nodes: [{ publishedInferred: false }, { publishedInferred: true }, { publishedInferred: null }],
        },
        dates: {
          nodes: [
            { announced: '2024-09-06' },
            { announced: '2024-09' },
            { announced: '2024' },
            { announced: null },
          ],
        },
        enums: {
          nodes: [
            { kind: 'SUPPLY', announced: '2024-09' },
            { kind: 'SUPPLY', announced: '2024-09-06' },
            { kind: 'JOINT_VENTURE', announced: '2024' },
            { kind: null, announced: null },
          ],
        },
        instants: {
          nodes: [{ id: 'claim/acme-new-town' }, { id: 'claim/acme-old-town' }, { id: 'claim/quotes-town' }],
        },
      });
    });

    test('an order may name a property twice, and nothing after the id counts', async () => {
      const query = `{
        twice: partnerships(orderBy: [{kind: ASC}, {kind: DESC}], first: 3) { nodes { id } }
        past: partnerships(orderBy: [{id: DESC}, {kind: ASC}], first: 2) { nodes { id } }
      }`;
      expect(await server().data(query)).toEqual({
        twice: { nodes: [{ id: 'partnership/one' }, { id: 'partnership/three' }, { id: 'partnership/two' }] },
        past: { nodes: [{ id: 'partnership/two' }, { id: 'partnership/three' }] },
      });
    });

    test('a page is 25 where nobody says, and knows whether there are more', async () => {
      const page = '{ totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage } }';
      const query = `{ plants ${page} corporation(id: "corporation/hub") { plants ${page} } acme: corporation(id: "corporation/acme") { plants ${page} } }`;
      const nodes = Array.from({ length: 25 }, (_, at) => ({
        id: `plant/p-${String(at + 1).padStart(2, '0')}`,
      }));
      const pageInfo = { hasNextPage: true, hasPreviousPage: false };
      const full = { totalCount: 27, nodes, pageInfo };
      expect(await server().data(query)).toEqual({
        plants: full,
        corporation: { plants: full },
        acme: {
          plants: { totalCount: 2, nodes: nodes.slice(0, 2), pageInfo: { ...pageInfo, hasNextPage: false } },
        },
      });
    });

    test('first: 0 reads nothing, but tells how many there are', async () => {
      const page =
        '(first: 0) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage startCursor endCursor } }';
      const query = `{ plants${page} country(id: "country/nowhere") { plants${page} } corporation(id: "corporation/acme") { plants${page} } }`;
      const nothing = {
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
      };
      const more = { ...nothing, pageInfo: { ...nothing.pageInfo, hasNextPage: true } };
      expect(await server().data(query)).toEqual({
        plants: { totalCount: 27, ...more },
        country: { plants: { totalCount: 0, ...nothing } },
        corporation: { plants: { totalCount: 2, ...more } },
      });
    });

    test('totalCount alone, filtered, and beside a page that it does not depend on', async () => {
      const query = `{
        plants { totalCount }
        fitting: plants(where: {status: {eq: PLANNED}}) { totalCount }
        paged: plants(where: {status: {eq: PLANNED}}, first: 1) { totalCount nodes { id } }
        none: plants(where: {capacity: {gt: 1000}}) { totalCount nodes { id } }
        countries { nodes { id plants { totalCount } governments { totalCount } running: plants(where: {status: {eq: OPERATING}}) { totalCount } } }
      }`;
      const counts = (plants: number, governments: number, running: number) => ({
        plants: { totalCount: plants },
        governments: { totalCount: governments },
        running: { totalCount: running },
      });
      expect(await server().data(query)).toEqual({
        plants: { totalCount: 27 },
        fitting: { totalCount: 11 },
        paged: { totalCount: 11, nodes: [{ id: 'plant/p-02' }] },
        none: { totalCount: 0, nodes: [] },
        countries: {
          nodes: [
            { id: 'country/eastland', ...counts(27, 1, 11) },
            { id: 'country/nowhere', ...counts(0, 0, 0) },
            { id: 'country/westland', ...counts(0, 0, 0) },
          ],
        },
      });
    });

    test('order and page are applied to each parent by itself', async () => {
      const query = `{ partnerships(orderBy: {id: DESC}) { nodes {
        id
        participants(orderBy: {name: DESC}, first: 1) { nodes { id } pageInfo { hasNextPage } totalCount }
      } } }`;
      const page = (slug: string, hasNextPage: boolean) => ({
        nodes: [{ id: `corporation/${slug}` }],
        pageInfo: { hasNextPage },
        totalCount: 2,
      });
      expect(await server().data(query)).toEqual({
        partnerships: {
          nodes: [
            { id: 'partnership/two', participants: page('emoji', true) },
            { id: 'partnership/three', participants: page('emoji', true) },
            { id: 'partnership/one', participants: page('toyota', true) },
            {
              id: 'partnership/four',
              participants: { nodes: [], pageInfo: { hasNextPage: false }, totalCount: 0 },
            },
          ],
        },
      });
    });

    test('one cursor serves the relation of every parent', async () => {
      const page = '{ edges { cursor node { id } } }';
      const first = (await server().data(
        `{ corporation(id: "corporation/acme") { plants(first: 1) ${page} } }`,
      )) as { corporation: { plants: { edges: { cursor: string }[] } } };
      const query = `query ($after: String) { corporations(where: {plants: {some: {}}}) { nodes { plants(first: 1, after: $after) { nodes { id } } } } }`;
      const after = first.corporation.plants.edges[0]!.cursor;
      const plants = { nodes: [{ id: 'plant/p-02' }] };
      expect(await server().data(query, { after })).toEqual({
        corporations: { nodes: [{ plants }, { plants }, { plants }] },
      });
    });
  },
  { seeds: [awkwardSeed] },
);
