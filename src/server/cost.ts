import { AnodeError } from '../errors';
import type { LevelCost } from '../plan';

/** What a query costs, in rows that the store may touch. */
export interface CostReport {
  readonly total: number;
  /** Absent where there is none. */
  readonly limit?: number;
  /** What each field costs that reads anything, by response names, the costliest first. */
  readonly parts: readonly { readonly path: string; readonly cost: number }[];
}

/** So many fields tell a client where the cost comes from. */
const told = 5;

/** What a client is told of a cost. */
export const abridgeCost = (cost: CostReport): CostReport => ({ ...cost, parts: cost.parts.slice(0, told) });

/** @param paths of each level, where in the operation the field stands that asks for it */
export function reportCost(
  costs: readonly LevelCost[],
  paths: ReadonlyMap<number, string>,
  limit: number | undefined,
): CostReport {
  // A field that is selected of several kinds has a level for each.
  const byPath = new Map<string, number>();
  for (const { level, rows } of costs) {
    const path = paths.get(level)!;
    byPath.set(path, (byPath.get(path) ?? 0) + rows);
  }
  const parts = [...byPath].map(([path, cost]) => ({ path, cost })).toSorted((a, b) => b.cost - a.cost);
  const total = parts.reduce((sum, { cost }) => sum + cost, 0);
  return { total, ...(limit !== undefined && { limit }), parts };
}

/** Throws QUERY_TOO_COSTLY for a query that costs more than it may. */
export function checkCost({ total, limit, parts: [most] }: CostReport): void {
  if (limit === undefined || total <= limit || most === undefined) return;
  const { path: argument, cost } = most;
  const allowed = `at most ${String(limit)} rows`;
  const message =
    `The query may touch ${String(total)} rows of the store; allowed are ${allowed}. ` +
    `${argument} costs the most of them, ${String(cost)}. Ask for smaller pages, fewer levels, or fewer lists at once.`;
  throw new AnodeError('QUERY_TOO_COSTLY', message, { argument, given: total, allowed });
}
