import { edgesRead, type CostBasis } from './cost-basis';
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

/** Each step of a path to one is an edge for each candidate; what is measured is all the edges at its end. */
function costOfTerm(basis: CostBasis, type: string, term: ComputedTerm, candidates: number): number {
  const walked = candidates * term.path.length;
  if (term.kind === 'through') return walked;
  const start = term.path.at(-1)?.type ?? type;
  const edges = edgesRead(basis, { types: [start], count: candidates }, term.edge, term.type);
  return walked + edges + costOfFilter(basis, term.type, term.where, edges).sets;
}
