import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'docs', 'queries');

/** A query of a page of docs/queries and the answer that the page prints below it. */
interface Example {
  readonly page: string;
  readonly query: string;
  readonly answer: string;
}

/** The pages of docs/queries: their names and what they say. */
export const pages: readonly { readonly page: string; readonly text: string }[] = readdirSync(folder)
  .filter((page) => page.endsWith('.md'))
  .map((page) => ({ page, text: readFileSync(join(folder, page), 'utf8') }));

export const examples: readonly Example[] = pages.flatMap(({ page, text }) =>
  [...text.matchAll(/^```graphql\n([^]*?)^```\n+^```json\n([^]*?)^```$/gm)].map(([, query, answer]) => ({
    page,
    query: query!,
    answer: answer!,
  })),
);
