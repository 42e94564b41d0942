import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onEveryStore } from '../support/servers';
import { examples, pages } from './examples';

test('every query of docs/queries is followed by its answer', () => {
  const queries = pages.flatMap(({ text }) => text.match(/^```graphql$/gm) ?? []);
  expect(examples).not.toHaveLength(0);
  expect(examples).toHaveLength(queries.length);
});

test('the index names every page, and every page that is named is there', () => {
  const index = pages.find(({ page }) => page === 'README.md')!;
  const linked = [...index.text.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => page!);
  const others = pages.map(({ page }) => page).filter((page) => page !== 'README.md');
  expect([...new Set(linked)].toSorted()).toEqual(others.toSorted());
});

test.each(pages)('the files that $page links to are there', ({ text }) => {
  const folder = join(__dirname, '..', '..', 'docs', 'queries');
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
});

onEveryStore('the examples of docs/queries', (server) => {
  test.each(examples)('$page: $query', async ({ query, answer }) => {
    const { body } = await server().query(query);
    expect(body).toEqual(JSON.parse(answer));
  });
});
