import type { ClaimRecord, Contradiction } from './evidence';
import { groupClaims, type Fact } from './facts';
import { sameValue, type Resolution } from './resolve';

/** Claims that cannot all be true, as the graph keeps them. */
export interface ConflictRecord extends Contradiction {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly shown?: ClaimRecord | undefined;
}

/**
 * The conflicts of value among the claims behind facts, and what reviewers found besides. A reviewer's finding about
 * the same subject and property lends its reference to the conflict of value.
 */
export function conflictsOf(
  facts: readonly Fact[],
  contradictions: readonly Contradiction[],
): ConflictRecord[] {
  const shown = new Map(facts.map((fact) => [factKey(fact), fact.resolution]));
  const reviewed = contradictions.map((contradiction): ConflictRecord => {
    const resolution = shown.get(`${contradiction.subject} ${contradiction.property ?? ''}`);
    return contradiction.sides.includes(resolution?.shown.id ?? '')
      ? { ...contradiction, shown: resolution?.shown }
      : contradiction;
  });
  const references = new Map(
    contradictions.map((found) => [`${found.subject} ${found.property ?? ''}`, found.reference]),
  );
  const found = facts.flatMap((fact) => valueConflicts(fact, references.get(factKey(fact))));
  return [...found, ...reviewed];
}

const factKey = (fact: Fact): string => {
  const { subject, property } = fact.resolution.shown;
  return `${subject} ${property}`;
};

/** Different values for the same period, the units being the same. A list property holds many values at once. */
function valueConflicts(fact: Fact, reference: string | undefined): ConflictRecord[] {
  if (fact.kind === 'property' && fact.property.list) return [];
  const rivals = (fact.kind === 'property' ? fact.claims : fact.rivals).filter(
    ({ status }) => status !== 'WITHDRAWN',
  );
  const comparable = groupClaims(rivals, ({ validFrom, validUntil, unit }) =>
    [validFrom, validUntil, unit].join(' '),
  );
  return comparable
    .filter((claims) => claims.some((claim) => !sameValue(claim, claims[0]!)))
    .map((claims) => valueConflict(claims, fact.resolution, reference));
}

function valueConflict(
  claims: readonly ClaimRecord[],
  { shown, reason }: Resolution,
  reference: string | undefined,
): ConflictRecord {
  const { subject, property, validFrom, validUntil } = claims[0]!;
  const slug = [subject.replace('/', '-'), property, validFrom, validUntil]
    .filter((part) => part !== undefined)
    .join('-');
  const isShown = claims.includes(shown);
  return {
    id: `conflict/${slug}`,
    reference,
    kind: 'VALUE',
    subject,
    property,
    from: validFrom,
    until: validUntil,
    sides: claims.map((claim) => claim.id).toSorted(),
    shown: isShown ? shown : undefined,
    reason: isShown ? `It is shown because ${reason}.` : 'A claim of another period is shown.',
  };
}
