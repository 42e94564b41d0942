import type { GraphModel } from '../model';
import type { Parameters } from './parameter';
import type { EdgeStep } from './edge-step';
import type { Statistics } from './statistics';

/** What the cost of a plan is computed from, beside the plan. */
export interface CostBasis {
  readonly model: GraphModel;
  readonly statistics: Statistics;
  readonly parameters: Parameters;
}

/** A set of distinct nodes: of which types, and how many at most. */
export interface Reached {
  readonly types: readonly string[];
  readonly count: number;
}

/** How many nodes of these types there are. */
export const nodesOf = ({ statistics }: CostBasis, types: readonly string[]): number =>
  types.reduce((sum, type) => sum + statistics.nodes(type), 0);

/**
 * How many edges are read where a set of nodes is expanded. An order or a condition reads all edges of a node, however
 * short the page. How many a node has is not known before, only how many all nodes of its type have together; and the
 * nodes that are asked for are seldom the lonely ones. Where the degrees of nodes fall with the root of their rank, the
 * first n of N nodes have √(n/N) of the edges, and so much is taken; all nodes have all. Between two nodes there is at
 * most one edge of a type.
 */
export function edgesRead(basis: CostBasis, from: Reached, edge: EdgeStep, target: string): number {
  const all = nodesOf(basis, from.types);
  if (all === 0) return 0;
  const count = Math.min(from.count, all);
  const share = basis.statistics.edges(edge.type) * Math.sqrt(count / all);
  return Math.ceil(Math.min(share, count * basis.statistics.nodes(target)));
}

/** The value of a parameter that counts, or how long the list is that it holds. */
export function numberOf({ parameters }: CostBasis, name: string): number {
  const value = parameters[name];
  return Array.isArray(value) ? value.length : (value as number);
}
