import type { FoundObject } from '../plan';
import type { Judged } from './edges';
import type { Evidence } from './evidence';
import type { Place } from './place';

/** Edges under the names of the schema, with the origins behind them if asked for, whose claims are then read first. */
export async function linksOf(
  { selected }: Pick<Place, 'selected'>,
  evidence: Evidence,
  edges: readonly Judged[],
): Promise<FoundObject[]> {
  const countsOrigins = selected.has('independentOrigins');
  if (countsOrigins) await evidence.read(edges.flatMap(({ claimIds }) => claimIds));
  return edges.map(({ type, from, to, since, until, confidence, claimIds }) => ({
    kind: type,
    from,
    to,
    since,
    until,
    confidence,
    independentOrigins: countsOrigins ? evidence.independentOrigins(evidence.of(claimIds)) : undefined,
    claims: claimIds,
  }));
}
