import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onEveryStore } from '../support/servers';

const folder = join(__dirname, '..', '..', 'docs', 'queries');

/** A query of a page and the answer that the page prints below it. */
interface Example {
  readonly page: string;
  readonly query: string;
  readonly answer: string;
}

const pages = readdirSync(folder).filter((page) => page.endsWith('.md'));

const examples: readonly Example[] = pages.flatMap((page) =>
  [
    ...readFileSync(join(folder, page), 'utf8').matchAll(
      /^```graphql\n([^]*?)^```\n+^```json\n([^]*?)^```$/gm,
    ),
  ].map(([, query, answer]) => ({ page, query: query!, answer: answer! })),
);

test('every query of docs/queries is followed by its answer', () => {
  const queries = pages.flatMap(
    (page) => readFileSync(join(folder, page), 'utf8').match(/^```graphql$/gm) ?? [],
  );
  expect(examples).not.toHaveLength(0);
  expect(examples).toHaveLength(queries.length);
});

onEveryStore('the examples of docs/queries', (server) => {
  test.each(examples)('$page: $query', async ({ query, answer }) => {
    const { body } = await server().query(query);
    expect(body).toEqual(JSON.parse(answer));
  });
});
