import { AnodeError } from '../../errors';
import type { GraphModel, NodeType, PropertyDeclaration } from '../../model';
import type { GroupKey, PathStep } from '../../plan';
import { stepOf } from './selecting';
import type { Values } from './variable-shape';

/** What nodes are grouped by, with the names by which the operation spells it. */
export interface NamedKey extends GroupKey {
  /** `country.isoCode` */
  readonly name: string;
  readonly type: PropertyDeclaration['type'];
}

/** The keys of a `groupBy`, in its order. Throws for one that names none. */
export function planGroupKeys(
  model: GraphModel,
  type: NodeType,
  groupBy: Values,
  argument: string,
): NamedKey[] {
  const keys = keysOf(model, type, groupBy, argument, { names: [], path: [] });
  if (keys.length === 0) throw emptyGroupBy(argument, groupBy);
  return keys;
}

/** Where in a `groupBy` a value stands: the relations to one that lead there. */
interface Place {
  readonly names: readonly string[];
  readonly path: readonly PathStep[];
}

function keysOf(
  model: GraphModel,
  type: NodeType,
  values: Values,
  argument: string,
  { names, path }: Place,
): NamedKey[] {
  const entries = Object.entries(values);
  if (entries.length === 0) throw emptyGroupBy(argument, values);
  return entries.flatMap(([name, value]) => {
    const place = `${argument}.${name}`;
    if (value === null) throw nullKey(place);
    const property = type.property(name);
    const spelled = [...names, name];
    if (property !== undefined) {
      return value === true ? [{ path, property: name, name: spelled.join('.'), type: property.type }] : [];
    }
    const relation = type.relation(name)!;
    const step = { edge: stepOf(model, relation), type: relation.target };
    const end = { names: spelled, path: [...path, step] };
    return keysOf(model, model.type(relation.target), value as Values, place, end);
  });
}

const allowedKeys = 'at least one value to group by, as in {status: true}';

function emptyGroupBy(argument: string, given: Values): AnodeError {
  const message = `${argument} names nothing; give it ${allowedKeys}.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument, given, allowed: allowedKeys });
}

export function missingGroupBy(argument: string, wanted: string): AnodeError {
  const message = `${wanted} needs groups, and there is no groupBy; give ${argument} ${allowedKeys}.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument, given: null, allowed: allowedKeys });
}

function nullKey(argument: string): AnodeError {
  const message = `${argument} is null; leave it out, or say whether to group by it.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument, given: null, allowed: 'true or false' });
}

/** The place of a key among those that are grouped by. Throws for one that is not. */
export function placeOfKey(keys: readonly NamedKey[], name: string, argument: string): number {
  const at = keys.findIndex((key) => key.name === name);
  if (at >= 0) return at;
  const allowed = keys.map((key) => key.name).join(', ');
  const message = `${argument} is not what is grouped by; that is: ${allowed}.`;
  throw new AnodeError('BAD_USER_INPUT', message, { argument, given: name, allowed });
}
