import type { GraphModel } from '../model';
import { notWithdrawn, type ClaimRecord, type Contradiction } from './evidence';
import { groupBy, type EdgeFact, type Fact } from './facts';
import { areApart, spreadOf } from './precision';
import { sameValue, type Resolution } from './resolve';
import { edgePropertiesOf } from './values';

/** Claims that cannot all be true, as the graph keeps them. */
export interface ConflictRecord extends Contradiction {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly shown?: ClaimRecord | undefined;
  readonly shownValue?: string | undefined;
  /** Completes “It is shown because …”. */
  readonly shownBecause?: string | undefined;
  /** In percent of the largest value, for numbers. */
  readonly spread?: number | undefined;
}

/**
 * The conflicts of value among the claims behind facts, and what reviewers found besides. A reviewer's finding about
 * the same subject and property lends its reference to the conflict of value.
 *
 * @param hidden what the claims would make if none of them were dismissed, where all are
 */
export function conflictsOf(
  model: GraphModel,
  facts: readonly Fact[],
  hidden: readonly Fact[],
  contradictions: readonly Contradiction[],
): ConflictRecord[] {
  const shown = new Map(facts.map((fact) => [factKey(fact), fact.resolution]));
  const claims = new Map(
    [...facts, ...hidden].flatMap((fact) => fact.claims.map((claim) => [claim.id, claim] as const)),
  );
  const reviewed = contradictions.map((contradiction): ConflictRecord => {
    const { subject, property, sides } = contradiction;
    const own = sides
      .flatMap((id) => claims.get(id) ?? [])
      .filter((claim) => claim.subject === subject && claim.property === property);
    const spread = own.length < 2 ? undefined : spreadOf(own.map(({ value }) => value));
    const resolution = shown.get(`${subject} ${property ?? ''}`);
    // Another than the sides may be shown, and say the same.
    const isTold = resolution !== undefined && own.some((claim) => sameValue(claim, resolution.shown));
    return { ...contradiction, spread, ...(isTold && whatIsShown(resolution)) };
  });
  const references = new Map(
    contradictions.map((found) => [`${found.subject} ${found.property ?? ''}`, found.reference]),
  );
  const conflictsIn = (fact: Fact): ConflictRecord[] => {
    const reference = references.get(factKey(fact));
    const ofEdge = fact.kind === 'edge' ? edgePropertyConflicts(model, fact) : [];
    return [...valueConflicts(fact), ...ofEdge].map((conflict) => ({ ...conflict, reference }));
  };
  const ofHidden = hidden.flatMap(conflictsIn).map((conflict) => ({
    ...conflict,
    shown: undefined,
    shownValue: undefined,
    shownBecause: undefined,
    reason: 'None of them is shown: curators dismissed all that is claimed.',
  }));
  return [...facts.flatMap(conflictsIn), ...ofHidden, ...reviewed];
}

const factKey = (fact: Fact): string => {
  const { subject, property } = fact.resolution.shown;
  return `${subject} ${property}`;
};

/** Values for the same period and in the same unit that cannot all be true. A list property holds many values at once. */
function valueConflicts(fact: Fact): ConflictRecord[] {
  if (fact.kind === 'property' && fact.property.list) return [];
  const rivals = notWithdrawn(fact.kind === 'property' ? fact.claims : fact.rivals);
  if (rivals.length < 2) return [];
  return groupBy(rivals, ({ validFrom, validUntil, unit }) => [validFrom, validUntil, unit].join(' '))
    .filter((claims) => claims.some((claim) => claims.some((other) => areApart(claim, other))))
    .map((claims) => valueConflict(claims, fact.resolution, ({ value }) => value, []));
}

/** Different values of one property of an edge, for the same period. */
function edgePropertyConflicts(model: GraphModel, { claims, to, resolution }: EdgeFact): ConflictRecord[] {
  const behind = notWithdrawn(claims);
  if (behind.length < 2) return [];
  const names = new Set(behind.flatMap((claim) => Object.keys(edgePropertiesOf(model, claim))));
  return [...names].flatMap((name) => {
    const valueOf = (claim: ClaimRecord): unknown => edgePropertiesOf(model, claim)[name];
    const stating = behind.filter((claim) => valueOf(claim) !== undefined);
    return groupBy(stating, ({ validFrom, validUntil }) => [validFrom, validUntil].join(' '))
      .filter((group) => new Set(group.map(valueOf)).size > 1)
      .map((group) => valueConflict(group, resolution, (claim) => String(valueOf(claim)), [to, name]));
  });
}

/** @param about what of the subject's property they disagree about, where it is not its value */
function valueConflict(
  claims: readonly ClaimRecord[],
  { shown, reason }: Resolution,
  valueOf: (claim: ClaimRecord) => string,
  about: readonly string[],
): ConflictRecord {
  const { subject, property, unit, validFrom, validUntil } = claims[0]!;
  const isShown = claims.some((claim) => claim.id === shown.id);
  const period = [labelled('from', validFrom), labelled('until', validUntil)];
  return {
    id: `conflict/${slugOf([subject, property, ...about, unit, ...period])}`,
    kind: 'VALUE',
    subject,
    property: [property, ...about.slice(1)].join('.'),
    from: validFrom,
    until: validUntil,
    sides: claims.map((claim) => claim.id).toSorted(),
    ...(isShown && { ...whatIsShown({ shown, reason }), shownValue: valueOf(shown) }),
    spread: spreadOf(claims.map(valueOf)),
    // One alone is no conflict.
    enteredAt: claims.map((claim) => claim.enteredAt).toSorted()[1],
    reason: isShown
      ? `It is shown because ${reason}.`
      : 'The claim that is shown is of another period or unit.',
  };
}

const whatIsShown = ({
  shown,
  reason,
}: Resolution): Pick<ConflictRecord, 'shown' | 'shownValue' | 'shownBecause'> => ({
  shown,
  shownValue: shown.value,
  shownBecause: reason,
});

const labelled = (label: string, date: string | undefined): string | undefined =>
  date === undefined ? undefined : `${label}-${date}`;

/** One part of an id from several. Parts that are there keep their order; what is no letter or digit becomes a dash. */
export function slugOf(parts: readonly (string | undefined)[]): string {
  const words = parts.filter((part) => part !== undefined).join('-');
  const kebab = words.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').replaceAll('%', 'percent');
  return kebab
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
