import { printChange } from '../../src/cypher';
import { model } from '../../src/domain';
import type { GraphEdge } from '../../src/model';
import { atRoot, holdPagesTogether, inRelation, pageAt, type Place } from '../support/pages';
import { awkwardSeed, onEveryStore, type TestServer } from '../support/servers';

type Edge = Readonly<Record<string, unknown>>;
type Direction = 'ASC' | 'DESC';

/** A key of an order: as it is written, and where its value stands in an edge of the answer. */
interface Key {
  readonly written: (direction: Direction) => string;
  readonly path: readonly string[];
}

/** `country.name` as a key reads `{country: {name: ASC}}`; of the node, unless it begins with `edge`. */
function key(path: string): Key {
  const names = path.split('.');
  return {
    written: (direction) => names.reduceRight((inner, name) => `{${name}: ${inner}}`, direction as string),
    path: names[0] === 'edge' ? names.slice(1) : ['node', ...names],
  };
}

const selected = ({ path }: Key): string =>
  path.reduceRight((inner, name) => (inner === '' ? name : `${name} { ${inner} }`), '');

const valueOf = (edge: Edge, { path }: Key): unknown =>
  path.reduce<unknown>((at, name) => (at as Edge | null)?.[name] ?? null, edge);

/** The rule once more, on the answer itself: by each key, missing values last, and by id in the end. */
function sorted(edges: readonly Edge[], keys: readonly (readonly [Key, Direction])[]): string[] {
  const id = key('id');
  const byId = [...keys, [id, 'ASC'] as const];
  const compared = (a: Edge, b: Edge): number => {
    for (const [own, direction] of byId) {
      const [x, y] = [valueOf(a, own), valueOf(b, own)] as [string | null, string | null];
      const missing = Number(x === null) - Number(y === null);
      if (missing !== 0) return missing;
      if (x !== y && x !== null && y !== null) return x < y === (direction === 'ASC') ? -1 : 1;
    }
    return 0;
  };
  return edges.toSorted(compared).map((edge) => valueOf(edge, id) as string);
}

interface Case {
  readonly place: (more: string) => Place;
  readonly keys: readonly string[];
  /** How many values the first key has at least, a missing one counted: or there is nothing to order. */
  readonly distinct: number;
}

const hub = 'corporation(id: "corporation/hub")';
const eastland = 'country(id: "country/eastland")';
const root =
  (field: string) =>
  (more: string): Place =>
    atRoot(field, more);
const relation =
  (owner: string, field: string) =>
  (more: string): Place =>
    inRelation(owner, field, more);

const cases: readonly Case[] = [
  // Through relations to one, at the root.
  { place: root('corporations'), keys: ['country.name'], distinct: 3 },
  { place: root('corporations'), keys: ['country.isoCode', 'name'], distinct: 3 },
  { place: root('corporations'), keys: ['foundedYear', 'country.name', 'name'], distinct: 3 },
  { place: root('corporations'), keys: ['name', 'country.name'], distinct: 3 },
  { place: root('corporations'), keys: ['country.id', 'country.name', 'foundedYear'], distinct: 3 },
  { place: root('sources'), keys: ['party.name'], distinct: 2 },
  { place: root('conflicts'), keys: ['shown.source.published', 'subject.name'], distinct: 1 },
  // In relations, of the far end and of the edge.
  { place: relation(eastland, 'corporations'), keys: ['country.name', 'foundedYear'], distinct: 1 },
  { place: relation(hub, 'plants'), keys: ['edge.share'], distinct: 14 },
  { place: relation(hub, 'plants'), keys: ['edge.share', 'name'], distinct: 14 },
  { place: relation(hub, 'plants'), keys: ['name', 'edge.share'], distinct: 3 },
  { place: relation(hub, 'plants'), keys: ['edge.since', 'country.name', 'status'], distinct: 1 },
  {
    place: relation('partnership(id: "partnership/two")', 'participants'),
    keys: ['country.name', 'edge.share'],
    distinct: 2,
  },
  {
    place: relation('corporation(id: "corporation/acme")', 'owns'),
    keys: ['edge.until', 'edge.share'],
    distinct: 2,
  },
  // In relations that interfaces declare.
  { place: relation(hub, 'claims'), keys: ['source.party.name', 'source.name', 'value'], distinct: 1 },
  {
    place: relation('corporation(id: "corporation/acme")', 'claims'),
    keys: ['source.name', 'source.publishedInferred'],
    distinct: 2,
  },
  {
    place: relation('government(id: "government/eastland")', 'investments'),
    keys: ['edge.confidence', 'name'],
    distinct: 1,
  },
];

const directions = [
  ['ASC', 'ASC', 'ASC'],
  ['DESC', 'ASC', 'DESC'],
] as const;

onEveryStore(
  'orders along relations',
  (server) => {
    describe.each(cases)('$keys', ({ place, keys: paths, distinct }) => {
      const keys = paths.map(key);
      const ofEdge = keys.filter(({ path }) => path[0] !== 'node').map(selected);
      const ofNode = keys.filter(({ path }) => path[0] === 'node').map(selected);
      const where = place([...ofEdge, ...ofNode].join(' '));

      test.each(directions)(`${where.title}: %s, %s, %s`, async (...given) => {
        const order = keys.map((own, at) => [own, given[at]!] as const);
        const args = `orderBy: [${order.map(([own, direction]) => own.written(direction)).join(', ')}]`;
        const { edges } = await pageAt(server(), where, args, { first: 500 });
        const values = new Set(edges.map((edge) => valueOf(edge, keys[0]!)));
        expect(values.size).toBeGreaterThanOrEqual(distinct);
        const whole = await holdPagesTogether(server(), where, args, [edges.length > 50 ? 50 : 4]);
        expect(whole).toEqual(sorted(edges, order));
      });
    });

    test('a filter goes before the order, and totalCount counts all', async () => {
      const query = `{ corporations(where: {plants: {some: {}}}, orderBy: {country: {name: DESC}}, first: 2) {
        totalCount nodes { id } pageInfo { hasNextPage }
      } }`;
      expect(await server().data(query)).toEqual({
        corporations: {
          totalCount: 3,
          nodes: [{ id: 'corporation/acme' }, { id: 'corporation/hub' }],
          pageInfo: { hasNextPage: true },
        },
      });
    });

    test('by a path that nothing is selected of, in each of many parents', async () => {
      const query = `{ countries(orderBy: {name: ASC}) { nodes {
        id corporations(orderBy: [{country: {name: ASC}}, {name: DESC}], first: 1) { nodes { name } }
      } } }`;
      const of = (slug: string, ...names: string[]) => ({
        id: `country/${slug}`,
        corporations: { nodes: names.map((name) => ({ name })) },
      });
      expect(await server().data(query)).toEqual({
        countries: { nodes: [of('eastland', 'トヨタ'), of('nowhere'), of('westland', 'Acme')] },
      });
    });

    test('orders as variables', async () => {
      const query = `query ($key: CountryOrder, $share: OperatesOrder!, $all: [CorporationOrder!]) {
        corporations(orderBy: [{country: $key}, {name: ASC}], first: 1) { nodes { id } }
        all: corporations(orderBy: $all, first: 1) { nodes { id } }
        ${hub} { plants(orderBy: {edge: $share}, first: 1) { nodes { id } } }
      }`;
      const variables = {
        key: { name: 'DESC' },
        share: { share: 'DESC' },
        all: [{ country: { isoCode: 'ASC', name: null } }, { name: 'DESC' }],
      };
      expect(await server().data(query, variables)).toEqual({
        corporations: { nodes: [{ id: 'corporation/acme-two' }] },
        all: { nodes: [{ id: 'corporation/toyota' }] },
        corporation: { plants: { nodes: [{ id: 'plant/p-27' }] } },
      });
    });
  },
  { seeds: [awkwardSeed] },
);

/** Puts edges without properties into the graph, past the loader. */
const put = async (server: TestServer, ...edges: readonly (readonly [string, string, string])[]) => {
  const newEdges = edges.map(([from, type, to]): GraphEdge => ({ from, type, to, properties: {} }));
  await server.store.write(printChange(model, { newEdges }));
};

onEveryStore(
  'a relation to one that the data has twice',
  (server) => {
    beforeAll(async () => {
      await put(
        server(),
        ['corporation/acme', 'HEADQUARTERED_IN', 'country/westland'],
        ['corporation/acme-two', 'HEADQUARTERED_IN', 'country/eastland'],
        ['corporation/lonely', 'HEADQUARTERED_IN', 'country/westland'],
        ['corporation/lonely', 'HEADQUARTERED_IN', 'country/nowhere'],
        // Stated by the second and the third source, of which only the third has a party.
        ['claim/acme-new-town', 'STATED_BY', 'source/third'],
        ['source/third', 'PUBLISHED_BY', 'corporation/acme'],
      );
    });

    test('leads to the end with the smallest id, as the answer shows it', async () => {
      const args = 'orderBy: [{country: {isoCode: ASC}}]';
      const place = atRoot('corporations', 'node { country { id isoCode } }');
      const { edges } = await pageAt(server(), place, args, { first: 4 });
      expect(edges.map(({ node }) => node)).toEqual(
        ['acme', 'acme-two', 'hub', 'toyota'].map((slug) => ({
          id: `corporation/${slug}`,
          country: { id: 'country/eastland', isoCode: 'EA' },
        })),
      );
      const whole = await holdPagesTogether(server(), place, args, [1, 3]);
      // Nowhere has no code, so that Lonely is among those without.
      expect(whole.indexOf('corporation/lonely')).toBeGreaterThan(4);
      expect(whole).toHaveLength(12);
    });

    test('at each step of a path, even where it breaks off there', async () => {
      const args = 'where: {property: {eq: "headquarters"}}, orderBy: {source: {party: {name: ASC}}}';
      const whole = await holdPagesTogether(server(), atRoot('claims'), args, [1, 2]);
      expect(whole).toEqual(['claim/acme-old-town', 'claim/quotes-town', 'claim/acme-new-town']);
    });
  },
  { seeds: [awkwardSeed] },
);
