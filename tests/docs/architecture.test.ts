import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { model } from '../../src/domain';
import { Answers } from '../../src/server';

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([^]*?)\\n\`\`\``, 'm').exec(page)![1]!;

test('the table names every folder of src', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const named = [...page.matchAll(/^\| `src\/(\w+)`/gm)].map(([, room]) => room);
  expect(named.toSorted()).toEqual(rooms.map(({ name }) => name).toSorted());
});

test('every file that it names is there', () => {
  const named = [...page.matchAll(/`((?:src|tests|seed|scripts)\/[\w/.-]+)`/g)].map(([, file]) => file!);
  const missing = named.filter((file) => !existsSync(join(root, file)));
  // The kind that is added as an example is not there.
  expect([...new Set(missing)]).toEqual(['src/domain/mine.ts']);
});

test('the statement is the one that its query is compiled to', () => {
  const answers = new Answers(model, { maxPageSize: 500 });
  const document = parse(block('graphql'));
  const { statement } = answers.compile(document, getOperationAST(document)!, {});
  expect(block('cypher')).toBe(statement);
});

test('the claim that it follows is on the line that it names', () => {
  const [, line] = /^Line (\d+) of/m.exec(page)!;
  const claims = readFileSync(join(root, 'seed', 'japan-2024-article', 'claims.csv'), 'utf8').split('\n');
  expect(claims[Number(line) - 1]).toMatch(/japan-ev-sales-2024-06,value,5010,/);
});
