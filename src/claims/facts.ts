import type { GraphModel, NodeKind, Property, Relation } from '../model';
import type { ClaimRecord } from './evidence';
import type { Resolution } from './resolve';

/** A property of a node as the claims make it. */
export interface PropertyFact {
  readonly kind: 'property';
  readonly subject: string;
  readonly property: Property;
  readonly claims: readonly ClaimRecord[];
  readonly resolution: Resolution;
}

/** An edge as the claims make it. */
export interface EdgeFact {
  readonly kind: 'edge';
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** Those that speak of this edge, as claims of the relation of `from`. */
  readonly claims: readonly ClaimRecord[];
  readonly resolution: Resolution;
  /** For a relation to one: all that is said of it, of other ends too. */
  readonly rivals: readonly ClaimRecord[];
}

export type Fact = PropertyFact | EdgeFact;

/** Chooses among claims about one subject and property; undefined where none is left to choose. */
type Resolve = (claims: readonly ClaimRecord[]) => Resolution | undefined;

/**
 * What the claims make of each property and relation of each subject.
 *
 * @param claims turned forward
 */
export function factsOf(model: GraphModel, claims: readonly ClaimRecord[], resolve: Resolve): Fact[] {
  return bySubjectAndProperty(claims).flatMap((group) => {
    const { subject, property: name } = group[0]!;
    const kind = model.kindOfId(subject)!;
    const property = kind.property(name);
    if (property !== undefined) return propertyFact(subject, property, group, resolve);
    return edgeFacts(subject, kind.relation(name)!, group, resolve);
  });
}

/** The claims that are about the same. */
export const bySubjectAndProperty = (claims: readonly ClaimRecord[]): ClaimRecord[][] =>
  groupBy(claims, ({ subject, property }) => `${subject} ${property}`);

/** An edge may be claimed from either end. It is one edge, and whatever is said of it belongs together. */
export function turnedForward(model: GraphModel, claim: ClaimRecord): ClaimRecord {
  const relation = model.kindOfId(claim.subject)!.relation(claim.property);
  if (relation?.direction !== 'in') return claim;
  const property = forwardName(relation, model.kindOfId(claim.value)!);
  return { ...claim, subject: claim.value, property, value: claim.subject };
}

const forwardNames = new WeakMap<Relation, Map<NodeKind, string>>();

/** The name of an inverse relation where it leaves a kind. */
function forwardName(inverse: Relation, from: NodeKind): string {
  const known = forwardNames.get(inverse) ?? new Map<NodeKind, string>();
  forwardNames.set(inverse, known);
  const name =
    known.get(from) ??
    from.relations.find(({ edge, direction }) => edge.type === inverse.edge.type && direction === 'out')!
      .name;
  known.set(from, name);
  return name;
}

/** What a claim is about, and what has the edge or the property that it states. */
export const subjectsOf = (model: GraphModel, claim: ClaimRecord): string[] => [
  claim.subject,
  turnedForward(model, claim).subject,
];

function propertyFact(
  subject: string,
  property: Property,
  claims: readonly ClaimRecord[],
  resolve: Resolve,
): Fact[] {
  const resolution = resolve(claims);
  return resolution === undefined ? [] : [{ kind: 'property', subject, property, claims, resolution }];
}

function edgeFacts(
  from: string,
  relation: Relation,
  claims: readonly ClaimRecord[],
  resolve: Resolve,
): Fact[] {
  const one = relation.many ? undefined : resolve(claims);
  return groupBy(claims, ({ value }) => value).flatMap((group) => {
    const resolution = one ?? resolve(group);
    const to = group[0]!.value;
    // A relation to one shows one end; claims of other ends stay claims.
    if (resolution === undefined || (one !== undefined && one.shown.value !== to)) return [];
    const rivals = relation.many ? group : claims;
    return { kind: 'edge' as const, type: relation.edge.type, from, to, claims: group, resolution, rivals };
  });
}

/** Items by a key, in the order in which the keys first come. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
