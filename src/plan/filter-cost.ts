import { edgesRead, nodesOf, numberOf, type CostBasis } from './cost-basis';
import type { Predicate, Reach } from './plan';

/** What finding the nodes that fit a condition takes. */
export interface FilterCost {
  /** Rows read for the sets behind relation filters, once for the whole statement. */
  readonly sets: number;
  /** Rows read where the nodes are looked for; no less than fit. */
  readonly candidates: number;
}

/** The cost of finding the nodes of a type that fit. An index is no bound: all may have the value that is asked for. */
export function costOfFilter(basis: CostBasis, type: string, where: Predicate | undefined): FilterCost {
  const operands = where === undefined ? [] : where.kind === 'and' ? where.operands : [where];
  const reaches = where === undefined ? [] : reachesOf(where);
  const costs = new Map(reaches.map((reach) => [reach, costOfSet(basis, type, reach)]));
  const anchors = operands.flatMap(
    (operand) => identities(basis, operand) ?? costs.get(operand as Reach)?.size ?? [],
  );
  return {
    sets: [...costs.values()].reduce((sum, { rows }) => sum + rows, 0),
    candidates: Math.min(nodesOf(basis, [type]), ...anchors),
  };
}

/** The rows read for the set behind a relation filter on nodes of the type `near`, and how many nodes it holds. */
function costOfSet(
  basis: CostBasis,
  near: string,
  { edge, type, where }: Reach,
): { rows: number; size: number } {
  const { sets, candidates } = costOfFilter(basis, type, where);
  const edges = edgesRead(basis, { types: [type], count: candidates }, edge, near);
  return { rows: sets + candidates + edges, size: edges };
}

/** How many ids a condition names, if that is what it does. */
function identities(basis: CostBasis, predicate: Predicate): number | undefined {
  if (predicate.kind !== 'compare' || predicate.property !== 'id') return undefined;
  if (predicate.operator === 'eq') return 1;
  return predicate.operator === 'in' ? numberOf(basis, predicate.parameter) : undefined;
}

/** The relation filters of a condition, without those inside of them. */
function reachesOf(predicate: Predicate): Reach[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.flatMap(reachesOf);
    case 'not':
      return reachesOf(predicate.operand);
    case 'some':
    case 'single':
      return [predicate];
    case 'compare':
    case 'missing':
    case 'never':
      return [];
  }
}
