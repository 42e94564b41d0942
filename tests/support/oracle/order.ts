import type { NodeType, PropertyDeclaration, Relation } from '../../../src/model';
import { compare, edgeValueOf, valueOf, type End, type Lookup } from './graph';
import { measure } from './measures';
import { partsIn, storedName } from './parts';
import type { Conditions } from './where';

type Input = Readonly<Record<string, unknown>>;

/** One key of an order: what it reads of an item, and which way it goes. */
interface OrderKey<T> {
  readonly read: (item: T) => unknown;
  readonly direction: string;
}

export type Order<T> = readonly OrderKey<T>[];

/** What an item has under the keys of an order. */
export const placeOf = <T>(order: Order<T>, item: T): unknown[] => order.map(({ read }) => read(item));

/** Missing values come last in both directions. */
export function comparePlaces<T>(order: Order<T>, a: readonly unknown[], b: readonly unknown[]): number {
  for (const [at, { direction }] of order.entries()) {
    const missing = Number(a[at] === null) - Number(b[at] === null);
    const difference =
      missing !== 0 || a[at] === null ? missing : compare(a[at], b[at]) * (direction === 'ASC' ? 1 : -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The one field of an input that says something, beside `where`. */
export function onlyEntry(input: unknown): [name: string, value: unknown] {
  const entries = Object.entries(input as Input).filter(
    ([name, value]) => name !== 'where' && value !== null,
  );
  if (entries.length !== 1) throw new Error(`The oracle wants one key: ${JSON.stringify(input)}`);
  return entries[0]!;
}

/** The meaning of `orderBy`. */
export class Orders {
  constructor(
    private readonly graph: Lookup,
    private readonly conditions: Conditions,
  ) {}

  /** Of ends of that type, by edges of a relation. The id is the last key: whatever follows it decides nothing. */
  of(
    type: NodeType,
    relation: Relation | undefined,
    orderBy: unknown,
  ): { readonly order: Order<End>; readonly identity: unknown } {
    const keys = [...((orderBy ?? []) as Input[]), { id: 'ASC' }];
    const used = keys.slice(0, keys.findIndex((key) => onlyEntry(key)[0] === 'id') + 1);
    return { order: used.map((key) => this.key(type, key, relation)), identity: used.map(said) };
  }

  private key(type: NodeType, key: Input, along?: Relation): OrderKey<End> {
    const [name, value] = onlyEntry(key);
    if (name === 'edge') {
      const [field, inner] = onlyEntry(value);
      const { stored, direction } = propertyOf(along!.edge.properties, field, inner)!;
      return { read: (end) => edgeValueOf(end, stored), direction };
    }
    const own = propertyOf(type.properties, name, value);
    if (own !== undefined) return { read: ({ node }) => valueOf(node, own.stored), direction: own.direction };
    const relation = type.relation(name);
    if (relation === undefined) throw new Error(`The oracle does not know the order ${type.name}.${name}.`);
    return relation.many ? this.measured(relation, value as Input) : this.through(relation, value as Input);
  }

  /** What is at the end of a relation to one; missing where it leads nowhere. */
  private through(relation: Relation, key: Input): OrderKey<End> {
    const { read, direction } = this.key(this.graph.type(relation.target), key);
    return {
      read: ({ node }) => {
        const end = this.graph.end(node, relation);
        return end === undefined ? null : read(end);
      },
      direction,
    };
  }

  private measured(relation: Relation, key: Input): OrderKey<End> {
    const condition = this.conditions.ofEnd(relation, key['where']);
    const ends = ({ node }: End) => this.graph.ends(node, relation).filter(condition);
    const [name, value] = onlyEntry(key);
    if (name === 'count') return { read: (end) => ends(end).length, direction: value as string };
    const [property, direction] = onlyEntry(value);
    const valuesOf = (end: End) => ends(end).map(({ node }) => valueOf(node, property));
    return { read: (end) => measure(name, valuesOf(end)), direction: direction as string };
  }
}

/** The property that a key names, by itself or in an object, and its direction. */
function propertyOf(
  properties: readonly PropertyDeclaration[],
  field: string,
  value: unknown,
): { stored: string; direction: string } | undefined {
  const stored = storedName(properties, field);
  if (stored !== undefined) return { stored, direction: value as string };
  if (partsIn(properties, field).length === 0) return undefined;
  const [name, direction] = onlyEntry(value);
  return { stored: storedName(properties, name, field)!, direction: direction as string };
}

/** A key without what it leaves open, so that keys of one meaning are equal as text. */
const said = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null) return input;
  const { where, ...rest } = input as Input;
  const [name, value] = onlyEntry(rest);
  return where === undefined || where === null ? [name, said(value)] : [name, said(value), where];
};
