import { edgesRead, nodesOf, type CostBasis } from './cost-basis';
import { costOfFilter } from './filter-cost';
import { computedTerms, type ComputedTerm, type OrderKey } from './plan';

/** The rows read to compute the values that so many candidates of a type are ordered by. */
export function costOfTerms(
  basis: CostBasis,
  type: string,
  order: readonly OrderKey[],
  candidates: number,
): number {
  return computedTerms(order).reduce((sum, term) => sum + costOfTerm(basis, type, term, candidates), 0);
}

/**
 * Each step of a path to one is an edge for each candidate. What is measured is all the edges at its end, anew for each
 * candidate that leads there: where all plants are ordered by the plants of their country, those of a country as often as
 * it has plants.
 */
function costOfTerm(basis: CostBasis, type: string, term: ComputedTerm, candidates: number): number {
  const walked = candidates * term.path.length;
  if (term.kind === 'through') return walked;
  const start = term.path.at(-1)?.type ?? type;
  const ends = Math.min(candidates, nodesOf(basis, [start]));
  const edges = edgesRead(basis, { types: [start], count: ends }, term.edge, term.type);
  const timesEach = ends === 0 ? 1 : candidates / ends;
  return walked + Math.ceil(edges * timesEach) + costOfFilter(basis, term.type, term.where, edges).sets;
}
