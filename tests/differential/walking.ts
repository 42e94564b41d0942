import type { Asking, Variables } from './asking';
import type { Way } from './print';

type Json = Readonly<Record<string, unknown>>;

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** The ids of a connection in its order, page by page of a size, from its beginning or from its end. */
export async function walk(asking: Asking, way: Way, given: Variables, size: number): Promise<string[]> {
  let ids: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page = pageIn(await asking.ask({ ...given, size, cursor }));
    if (page === undefined) return ids;
    const own = page.edges.map(({ node }) => node.id);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    ids = way === 'forwards' ? [...ids, ...own] : [...own, ...ids];
    if (way === 'forwards' ? !hasNextPage : !hasPreviousPage) {
      expect(ids).toHaveLength(page.totalCount);
      return ids;
    }
    cursor = way === 'forwards' ? endCursor : startCursor;
  }
}

const pageIn = (data: Json): Page | undefined =>
  ('start' in data ? (data['start'] as Json | null)?.['list'] : data['list']) as Page | undefined;
