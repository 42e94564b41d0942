/** How many rows a page has. */
export const pageSize = 25;

/**
 * Variables for the pages of a list of Anode: `$first` and `$after`, where a page begins after a cursor. The list is walked
 * once, in the largest pages that Anode gives, to where the first of the pages begins.
 *
 * @param list the list with its order, with `%` for the arguments of the page: `corporations(orderBy: …, %)`
 * @param pages `[{ page }, …]`, counted from 0, ascending
 */
export async function cursorsOf(list, pages, ask) {
  const name = list.split('(')[0];
  const text = `query ($first: Int!, $after: String) { ${list.replace('%', 'first: $first, after: $after')} { pageInfo { endCursor } } }`;
  const variables = [];
  let row = 0;
  let after = null;
  for (const { page } of pages) {
    while (row < page * pageSize) {
      const first = Math.min(500, page * pageSize - row);
      const data = await ask(text, { first, after });
      after = data[name].pageInfo.endCursor;
      row += first;
    }
    variables.push({ first: pageSize, after });
  }
  return variables;
}

/** Where a page begins for those who count rows. */
export const offsets = (pages) => pages.map(({ page }) => ({ limit: pageSize, offset: page * pageSize }));

export const offset = ({ page }) => ({ limit: pageSize, offset: page * pageSize });
