import * as fc from 'fast-check';
import {
  edgeKey,
  type GraphEdge,
  type GraphModel,
  type GraphNode,
  type PropertyDeclaration,
} from '../../src/model';
import type { SmallGraph } from '../support/oracle';
import { inexact } from './model';
import { from } from './vocabulary';

/** Values to choose from, few enough for ties. Text stays below U+E000 or above U+FFFF: see docs/architecture.md. */
export const pools = {
  text: [
    'a',
    '',
    'A',
    'ab',
    'AB',
    'b',
    'ba',
    'é',
    'e\u0301',
    'É',
    'ß',
    'Σ',
    '電池',
    '🔋',
    '"',
    "'",
    '\\',
    '`',
    '$p0',
    '\n',
    ' ',
  ],
  int: [0, 1, -1, 2, 10, 2_147_483_647, -2_147_483_648],
  /** Their sums are the same in every order of addition. */
  exact: [0, 0.5, 1, 1.5, -1, -0.25, 10, 1e21],
  decimal: [0, 0.5, 1, 1.5, -1, -0.25, 10, 0.1, 1e21, 9_007_199_254_740_993],
  flag: [false, true],
  date: ['2024', '2024-09', '2024-09-06', '1999', '2024-10', '0001'],
};

const slugs = [
  'b',
  'a',
  'a-1',
  'B',
  'é',
  '電',
  '10',
  '9',
  ...Array.from({ length: 22 }, (_, at) => `n${at}`),
];

/** Ids that are in a graph or not. */
export const someIds = (model: GraphModel): string[] => [
  ...slugs.slice(0, 4).flatMap((end) => model.kinds.map(({ slug }) => `${slug}/${end}`)),
  'firm/nobody',
  'unheard-of/a',
  '',
];

type Index = readonly [from: number, to: number, properties: Record<string, unknown>];

/**
 * A small graph: a few nodes of each kind, now and then more than a page of one, and some edges of each relation.
 *
 * @param doubled whether a relation to one may have several ends, as those have that are claimed from the other side
 */
export function graphs(model: GraphModel, doubled: boolean): fc.Arbitrary<SmallGraph> {
  const nodes = model.kinds.map((kind, at) => {
    const properties = propertiesOf(kind.properties.filter(({ name }) => name !== 'id'));
    const few = fc.array(properties, { maxLength: 4, size: 'max' });
    const many = fc.array(properties, { minLength: 26, maxLength: slugs.length, size: 'max' });
    const some = at === 2 ? fc.oneof({ weight: 15, arbitrary: few }, { weight: 1, arbitrary: many }) : few;
    return some.map((list) =>
      list.map((own, index): GraphNode => ({
        id: `${kind.slug}/${slugs[index]!}`,
        kind: kind.name,
        properties: own,
      })),
    );
  });
  const types = [...model.interfaces, ...model.kinds];
  const forward = types.flatMap(({ name, relations }) =>
    relations.filter(({ direction, owner }) => direction === 'out' && owner === name),
  );
  const edgesOf = forward.map(({ edge }) => {
    const end = fc.nat(60);
    const index: fc.Arbitrary<Index> = fc.tuple(end, end, propertiesOf(edge.properties));
    return fc.array(index, { maxLength: 10, size: 'max' });
  });
  const isDoubled = doubled ? fc.boolean() : fc.constant(false);
  return fc.record({ nodes: fc.tuple(...nodes), edges: fc.tuple(...edgesOf), isDoubled }).map((drawn) => {
    const all = drawn.nodes.flat();
    const edges = forward.flatMap(({ owner, many, target, edge: { type } }, at) => {
      const ofType = (name: string) => all.filter(({ kind }) => model.type(name).kinds.includes(kind));
      const [starts, ends] = [ofType(owner), ofType(target)];
      if (starts.length === 0 || ends.length === 0) return [];
      const made = drawn.edges[at]!.map(([from, to, properties]): GraphEdge => ({
        type,
        from: starts[from % starts.length]!.id,
        to: ends[to % ends.length]!.id,
        properties,
      }));
      return firstOfEach(made, many || drawn.isDoubled ? edgeKey : ({ from }) => from);
    });
    return { nodes: all, edges };
  });
}

const firstOfEach = (edges: readonly GraphEdge[], keyOf: (edge: GraphEdge) => string): GraphEdge[] => [
  ...new Map(edges.toReversed().map((edge) => [keyOf(edge), edge])).values(),
];

function propertiesOf(properties: readonly PropertyDeclaration[]): fc.Arbitrary<Record<string, unknown>> {
  const entries = properties.map((property) => {
    const one = from(poolOf(property));
    const value = property.list ? fc.array(one, { maxLength: 3 }) : one;
    return [
      property.name,
      property.required ? value : fc.option(value, { nil: undefined, freq: 3 }),
    ] as const;
  });
  // What is missing is not there, as in the graph of the loader.
  return fc
    .record(Object.fromEntries(entries))
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
}

function poolOf({ name, type }: PropertyDeclaration): readonly unknown[] {
  if (typeof type === 'object') return Object.keys(type.values);
  if (type === 'id') return ['person/b', 'person/a', 'person/nobody', 'firm/b'];
  if (type === 'instant') throw new Error('There is no pool of instants.');
  if (type === 'decimal' && !inexact.has(name)) return pools.exact;
  return pools[type];
}
