import { grouped } from '../grouped';
import type { EdgeRow, Row } from './level-plan';

/** What a cell holds, where it holds such. */
export const numberOf = (cell: Row[string] | undefined): number | undefined =>
  typeof cell === 'number' ? cell : undefined;
export const textOf = (cell: Row[string] | undefined): string | undefined =>
  typeof cell === 'string' ? cell : undefined;
export const listOf = (cell: Row[string] | undefined): readonly string[] =>
  cell === undefined || cell === null || typeof cell !== 'object' ? [] : cell;

/** Edges by one of their ends. */
export const byEnd = (
  edges: readonly EdgeRow[],
  end: 'from' | 'to',
): ReadonlyMap<string, readonly EdgeRow[]> => grouped(edges.map((each) => [each[end], each] as const));
