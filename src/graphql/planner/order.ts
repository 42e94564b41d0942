import { AnodeError } from '../../errors';
import type { Edge, GraphModel, NodeType, PropertyDeclaration } from '../../model';
import type { OrderKey, OrderTerm, PathStep } from '../../plan';
import { stepOf } from './selecting';
import type { Values } from './variable-shape';

/** A key of an order with what cursors need to know of it. */
export interface PlannedKey {
  readonly key: OrderKey;
  readonly type: PropertyDeclaration['type'];
  /** What it reads and in which direction, as it stands in the names that cursors are bound to: `country.name ASC`. */
  readonly name: string;
}

/** Where the keys of an order are looked up. */
interface Ordered {
  readonly model: GraphModel;
  readonly type: NodeType;
  /** The edge that leads to the nodes; at a root there is none. */
  readonly edge: Edge | undefined;
}

/** The keys of an `orderBy` up to the id, which ends every order. Throws for a key that does not name one value. */
export function planOrder(
  ordered: Ordered,
  orderBy: readonly Values[] | null | undefined,
  argument: string,
): PlannedKey[] {
  const keys = (orderBy ?? []).map((key, at) => planKey(ordered, key, `${argument}.${String(at)}`));
  const upToId = keys.findIndex(({ key: { by } }) => by.kind === 'property' && by.property === 'id');
  return upToId >= 0 ? keys.slice(0, upToId + 1) : [...keys, planKey(ordered, { id: 'ASC' }, argument)];
}

function planKey({ model, type, edge }: Ordered, key: Values, argument: string): PlannedKey {
  const [name, value] = onlyEntry(key, argument);
  if (name === 'edge') return planEdgeKey(edge!, value as Values, `${argument}.edge`);
  return planThrough({ model, at: type, path: [], names: [] }, name, value, argument);
}

function planEdgeKey(edge: Edge, key: Values, argument: string): PlannedKey {
  const [name, direction] = onlyEntry(key, argument);
  const property = edge.properties.find((own) => own.name === name)!;
  return planned({ kind: 'edge', property: name }, property, !property.required, `edge.${name}`, direction);
}

/** The way that a key has come through relations to one. */
interface Way {
  readonly model: GraphModel;
  readonly at: NodeType;
  readonly path: readonly PathStep[];
  readonly names: readonly string[];
}

function planThrough(way: Way, name: string, value: unknown, argument: string): PlannedKey {
  const { model, at, path } = way;
  const names = [...way.names, name];
  const property = at.property(name);
  if (property === undefined) {
    const relation = at.relation(name)!;
    const further = [...path, { edge: stepOf(relation), type: relation.target }];
    const place = `${argument}.${name}`;
    const [next, direction] = onlyEntry(value as Values, place);
    return planThrough(
      { model, at: model.type(relation.target), path: further, names },
      next,
      direction,
      place,
    );
  }
  const isOwn = path.length === 0;
  const by: OrderTerm = isOwn
    ? { kind: 'property', property: name }
    : { kind: 'through', path, property: name };
  return planned(by, property, !isOwn || !property.required, names.join('.'), value);
}

function planned(
  by: OrderTerm,
  { type }: PropertyDeclaration,
  nullable: boolean,
  name: string,
  direction: unknown,
): PlannedKey {
  const key = { by, descending: direction === 'DESC', nullable, flag: type === 'flag' };
  return { key, type, name: `${name} ${direction as string}` };
}

/** The one thing that a key names. A null says nothing, as if it were left out. */
function onlyEntry(key: Values, argument: string): [name: string, value: unknown] {
  const entries = Object.entries(key).filter(([, value]) => value !== null);
  const [entry] = entries;
  if (entry !== undefined && entries.length === 1) return entry;
  const allowed = 'exactly one, as in {name: ASC}';
  const message = `${argument} names ${String(entries.length)} keys; allowed is ${allowed}.`;
  const given = entries.map(([name]) => name);
  throw new AnodeError('BAD_USER_INPUT', message, { argument, given, allowed });
}
