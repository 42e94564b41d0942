import { noDecisions, type Decisions } from './curation';
import type { ClaimRecord } from './evidence';
import { bySubjectAndProperty } from './facts';
import type { Lineage } from './lineage';
import { sameValue, type Weights } from './resolve';

/**
 * Weighs claims by all that stand today: how many independent origins say the same as a claim, about the same subject and
 * property. A reading that leaves claims out weighs the others as before: what a claim weighs is one number.
 *
 * @param claims turned forward: an edge that is claimed from both ends is one
 */
export function weightsOf(
  claims: readonly ClaimRecord[],
  lineage: Lineage,
  decisions: Decisions = noDecisions,
): Weights {
  const origins = new Map<string, number>();
  for (const group of bySubjectAndProperty(claims)) {
    const standing = decisions.counted(group);
    for (const claim of group) {
      const agreeing = standing.filter((other) => other !== claim && sameValue(claim, other));
      origins.set(claim.id, lineage.independentOrigins([claim, ...agreeing]));
    }
  }
  return {
    origins: ({ id }) => origins.get(id) ?? 0,
    published: (source) => lineage.published(source),
    decisions,
  };
}
