import { edgesRead, nodesOf, numberOf, type CostBasis } from './cost-basis';
import { conjunctsOf, reachesOf, type Predicate, type RelationFilter } from './predicate';

/** What finding the nodes that fit a condition takes. */
export interface FilterCost {
  /** Rows read for the sets behind relation filters, once for the whole statement. */
  readonly sets: number;
  /** Rows read where the nodes are looked for; no less than fit. */
  readonly candidates: number;
}

/**
 * The cost of finding the nodes of a type that fit. An index is no bound: all may have the value that is asked for.
 *
 * @param among how many nodes the condition is asked of
 */
export function costOfFilter(
  basis: CostBasis,
  type: string,
  where: Predicate | undefined,
  among = nodesOf(basis, [type]),
): FilterCost {
  const reaches = where === undefined ? [] : reachesOf(where);
  const costs = new Map(reaches.map((reach) => [reach, costOfSet(basis, type, reach, among)]));
  const anchors = conjunctsOf(where).flatMap(
    (operand) => identities(basis, operand) ?? costs.get(operand as RelationFilter)?.size ?? [],
  );
  return {
    sets: [...costs.values()].reduce((sum, { rows }) => sum + rows, 0),
    candidates: Math.min(among, ...anchors),
  };
}

/** The rows read for the set behind a relation filter on nodes of the type `near`, and how many nodes it holds. */
function costOfSet(
  basis: CostBasis,
  near: string,
  { edge, type, where, start }: RelationFilter,
  among: number,
): { rows: number; size: number } {
  if (start === 'far') {
    const { sets, candidates } = costOfFilter(basis, type, where);
    const edges = edgesRead(basis, { types: [type], count: candidates }, edge, near);
    return { rows: sets + candidates + edges, size: edges };
  }
  const edges = edgesRead(basis, { types: [near], count: among }, edge, type);
  const { sets } = costOfFilter(basis, type, where, Math.min(edges, nodesOf(basis, [type])));
  return { rows: among + edges + sets, size: among };
}

/** How many ids a condition names, if that is what it does. */
function identities(basis: CostBasis, predicate: Predicate): number | undefined {
  if (predicate.kind !== 'compare' || predicate.on !== 'node' || predicate.property !== 'id')
    return undefined;
  if (predicate.operator === 'eq') return 1;
  return predicate.operator === 'in' ? numberOf(basis, predicate.parameter) : undefined;
}
