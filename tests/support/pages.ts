import type { TestServer } from './servers';

interface Page {
  readonly edges: readonly Readonly<Record<string, unknown>>[];
  readonly pageInfo: Readonly<Record<string, unknown>>;
}

/** A connection to walk: the fields around it, and the connection with `%` where its arguments go. */
export interface Place {
  readonly title: string;
  readonly query: (args: string) => string;
  readonly pageOf: (data: unknown) => Page;
}

/** @param more what is selected of its edges besides the cursor and the id of the node */
export const atRoot = (field: string, more = ''): Place => ({
  title: `${field} at the root`,
  query: (args) => operation(connection(field, args, more)),
  pageOf: (data) => (data as Record<string, Page>)[field]!,
});

/** @param owner the field of one node with its id: `corporation(id: "corporation/acme")` */
export const inRelation = (owner: string, field: string, more = ''): Place => ({
  title: `${field} of ${owner}`,
  query: (args) => operation(`owner: ${owner} { ${connection(field, args, more)} }`),
  pageOf: (data) => (data as { owner: Record<string, Page> }).owner[field]!,
});

const operation = (selection: string): string =>
  `query ($first: Int, $after: String, $last: Int, $before: String) { ${selection} }`;

const connection = (field: string, args: string, more: string): string =>
  `${field}(first: $first, after: $after, last: $last, before: $before, ${args}) {
    edges { cursor node { id } ${more} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;

type PageArgs = Readonly<Record<'first' | 'after' | 'last' | 'before', unknown>>;

/** What is not said of a page. */
const nothing: PageArgs = { first: null, after: null, last: null, before: null };

export async function pageAt(
  server: TestServer,
  { query, pageOf }: Place,
  args: string,
  page: Partial<PageArgs>,
): Promise<Page> {
  return pageOf(await server.data(query(args), { ...nothing, ...page }));
}

const idOf = (edge: Page['edges'][number]): string => (edge['node'] as { id: string }).id;

/** All ids, page by page from the beginning; checks that cursors and pageInfo of each page say the same as its edges. */
export async function walk(server: TestServer, place: Place, args: string, first: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: unknown = null, isMore = true; isMore;) {
    const { edges, pageInfo } = await pageAt(server, place, args, { first, after });
    isMore = pageInfo['hasNextPage'] === true;
    checkPage({ edges, pageInfo }, first, { hasNextPage: isMore, hasPreviousPage: after !== null });
    ids.push(...edges.map(idOf));
    after = pageInfo['endCursor'];
  }
  return ids;
}

/** The same from the end. The ids come in the order of the connection. */
async function walkBackward(server: TestServer, place: Place, args: string, last: number): Promise<string[]> {
  const ids: string[] = [];
  for (let before: unknown = null, isMore = true; isMore;) {
    const { edges, pageInfo } = await pageAt(server, place, args, { last, before });
    isMore = pageInfo['hasPreviousPage'] === true;
    checkPage({ edges, pageInfo }, last, { hasNextPage: before !== null, hasPreviousPage: isMore });
    ids.unshift(...edges.map(idOf));
    before = pageInfo['startCursor'];
  }
  return ids;
}

function checkPage({ edges, pageInfo }: Page, size: number, expected: object): void {
  expect(edges.length).toBeLessThanOrEqual(size);
  const isFull = edges.length === size;
  if (!isFull) expect(pageInfo).not.toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  expect(pageInfo).toEqual({
    ...expected,
    startCursor: edges[0]?.['cursor'] ?? null,
    endCursor: edges.at(-1)?.['cursor'] ?? null,
  });
}

/** Forward and backward walks of every size make up the whole, without gaps and repeats. Gives back the whole. */
export async function holdPagesTogether(
  server: TestServer,
  place: Place,
  args: string,
  sizes: readonly number[],
): Promise<string[]> {
  const whole = await walk(server, place, args, 500);
  expect(new Set(whole).size).toBe(whole.length);
  for (const size of [...sizes, whole.length]) {
    expect(await walk(server, place, args, size)).toEqual(whole);
    expect(await walkBackward(server, place, args, size)).toEqual(whole);
  }
  return whole;
}
