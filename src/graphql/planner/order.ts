import {
  partNamed,
  partsOf,
  type Edge,
  type GraphModel,
  type NodeType,
  type PropertyDeclaration,
  type Relation,
} from '../../model';
import type { OrderKey, OrderTerm, PathStep } from '../../plan';
import type { PlanDraft } from './draft';
import { planMeasure } from './measure';
import { onlyEntry } from './only-entry';
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
  readonly draft: PlanDraft;
  readonly type: NodeType;
  /** The edge that leads to the nodes; at a root there is none. */
  readonly edge: Edge | undefined;
}

/** The keys of an `orderBy` up to the id, which ends every order. Complains of each key that does not name one value. */
export function planOrder(
  ordered: Ordered,
  orderBy: readonly Values[] | null | undefined,
  argument: string,
): PlannedKey[] {
  const keys = (orderBy ?? []).flatMap(
    (key, at) => ordered.draft.attempt(() => planKey(ordered, key, `${argument}.${String(at)}`)) ?? [],
  );
  const upToId = keys.findIndex(({ key: { by } }) => by.kind === 'property' && by.property === 'id');
  return upToId >= 0 ? keys.slice(0, upToId + 1) : [...keys, planKey(ordered, { id: 'ASC' }, argument)];
}

function planKey({ model, draft, type, edge }: Ordered, key: Values, argument: string): PlannedKey {
  const [name, value] = onlyEntry(key, argument);
  if (name === 'edge') return planEdgeKey(edge!, value as Values, `${argument}.edge`);
  return planThrough({ model, draft, at: type, path: [], names: [] }, name, value, argument);
}

function planEdgeKey(edge: Edge, key: Values, argument: string): PlannedKey {
  const [name, value] = onlyEntry(key, argument);
  const { property, spelled, direction } = propertyOf(edge.properties, name, value, argument)!;
  const by = { kind: 'edge', property: property.name } as const;
  return planned(by, property, !property.required, `edge.${spelled}`, direction);
}

/** The way that a key has come through relations to one. */
interface Way {
  readonly model: GraphModel;
  readonly draft: PlanDraft;
  readonly at: NodeType;
  readonly path: readonly PathStep[];
  readonly names: readonly string[];
}

function planThrough(way: Way, name: string, value: unknown, argument: string): PlannedKey {
  const { model, draft, at, path } = way;
  const own = propertyOf(at.properties, name, value, argument);
  if (own === undefined) {
    const names = [...way.names, name];
    const relation = at.relation(name)!;
    const further = [...path, { edge: stepOf(model, relation), type: relation.target }];
    const place = `${argument}.${name}`;
    if (relation.many) return planMeasured(way, relation, value as Values, place);
    const [next, direction] = onlyEntry(value as Values, place);
    return planThrough(
      { model, draft, at: model.type(relation.target), path: further, names },
      next,
      direction,
      place,
    );
  }
  const { property, spelled, direction } = own;
  const isOwn = path.length === 0;
  const by: OrderTerm = isOwn
    ? { kind: 'property', property: property.name }
    : { kind: 'through', path, property: property.name };
  return planned(by, property, !isOwn || !property.required, [...way.names, spelled].join('.'), direction);
}

/** The property that a key names, by itself or in an object; how it is spelled, and the direction it goes in. */
function propertyOf<T extends PropertyDeclaration>(
  properties: readonly T[],
  name: string,
  value: unknown,
  argument: string,
): { property: T; spelled: string; direction: unknown } | undefined {
  if (partsOf(properties, name).length === 0) {
    const property = properties.find((own) => own.name === name);
    return property && { property, spelled: name, direction: value };
  }
  const [part, direction] = onlyEntry(value as Values, `${argument}.${name}`);
  return { property: partNamed(properties, name, part)!, spelled: `${name}.${part}`, direction };
}

function planMeasured(
  { model, draft, path, names }: Way,
  relation: Relation,
  value: Values,
  argument: string,
): PlannedKey {
  const target = model.type(relation.target);
  const { measured, type, name, direction } = planMeasure({ model, draft }, target, value, argument);
  const step = { path, edge: stepOf(model, relation), type: relation.target };
  const { kind } = measured.measurement;
  const nullable = kind !== 'count' || path.length > 0;
  const by = { kind: 'measure', ...step, ...measured } as const;
  const spelled = [...names, relation.name, name].join('.');
  return planned(by, { type }, nullable, spelled, direction);
}

function planned(
  by: OrderTerm,
  { type }: Pick<PropertyDeclaration, 'type'>,
  nullable: boolean,
  name: string,
  direction: unknown,
): PlannedKey {
  const key = { by, descending: direction === 'DESC', nullable, flag: type === 'flag' };
  return { key, type, name: `${name} ${direction as string}` };
}
