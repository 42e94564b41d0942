import { counted } from '../model';
import { countsOf, type Counts } from './corroboration';
import { noDecisions, type Decisions } from './curation';
import type { ClaimRecord } from './evidence';
import { bySubjectAndProperty } from './facts';
import type { Lineage } from './lineage';
import { sameValue, type Weights } from './resolve';

const toldByNobody: Counts = { [counted.sources]: 0, [counted.origins]: 0 };

/**
 * Weighs claims by all that stand today: how many sources and independent origins say the same as a claim, about the same
 * subject and property. A reading that leaves claims out weighs the others as before: what a claim weighs is one number.
 *
 * @param claims turned forward: an edge that is claimed from both ends is one
 */
export function weightsOf(
  claims: readonly ClaimRecord[],
  lineage: Lineage,
  decisions: Decisions = noDecisions,
): Weights {
  const told = new Map<string, Counts>();
  for (const group of bySubjectAndProperty(claims)) {
    if (group.length === 1) {
      told.set(group[0]!.id, countsOf(group, lineage));
      continue;
    }
    const standing = decisions.counted(group);
    for (const claim of group) {
      const agreeing = standing.filter((other) => other !== claim && sameValue(claim, other));
      told.set(claim.id, countsOf([claim, ...agreeing], lineage));
    }
  }
  return {
    told: ({ id }) => told.get(id) ?? toldByNobody,
    published: (source) => lineage.published(source),
    decisions,
  };
}
