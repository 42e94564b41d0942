import type { FoundObject } from '../plan';
import type { Judged } from './edges';
import type { Evidence } from './evidence';

/** Edges under the names of the schema, with the origins behind them, whose claims are read first. */
export async function linksOf(evidence: Evidence, edges: readonly Judged[]): Promise<FoundObject[]> {
  await evidence.read(edges.flatMap(({ claimIds }) => claimIds));
  return edges.map(({ type, from, to, since, until, confidence, claimIds }) => ({
    kind: type,
    from,
    to,
    since,
    until,
    confidence,
    independentOrigins: evidence.independentOrigins(evidence.of(claimIds)),
    claims: claimIds,
  }));
}
