import type { PageShape, Parameters } from '../plan';
import type { EdgeRow } from './tables';

/** A page of the edges of one node, and what lies around it. */
export interface Page {
  /** In the order that was asked for. */
  readonly edges: readonly EdgeRow[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly total: unknown;
}

/** Makes a function that cuts a page from what was read for it: in reading order, and perhaps more than the page. */
export function cutter(
  page: PageShape | undefined,
  parameters: Parameters,
): (read: readonly EdgeRow[]) => Omit<Page, 'total'> {
  if (page === undefined) return () => ({ edges: [], hasNext: false, hasPrevious: false });
  const { hasCursor, direction } = page;
  const size = (parameters[page.limit] as number) - page.ahead;
  return (read) => {
    const edges = read.slice(0, size);
    const isMore = read.length > size;
    return direction === 'forward'
      ? { edges, hasNext: isMore, hasPrevious: hasCursor }
      : { edges: edges.reverse(), hasNext: hasCursor, hasPrevious: isMore };
  };
}
