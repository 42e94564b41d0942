import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEdges, readNodes } from '../../src/cypher';
import type { GraphStore } from '../../src/store';

export const articleSeed = join(__dirname, '..', '..', 'seed', 'japan-2024-article');

const copies: string[] = [];
// Who imports this is a test file: its copies go when it is through.
afterAll(() => {
  for (const folder of copies) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the article's folder, which may be changed; it is removed after all tests of the file. */
export function copyOfArticle(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anode-seed-'));
  cpSync(articleSeed, folder, { recursive: true });
  copies.push(folder);
  return folder;
}

/** Changes a file of a folder. */
export function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Everything that a store holds, in one order. */
export async function dump(store: GraphStore): Promise<string> {
  const rows = [...(await store.read(readNodes)), ...(await store.read(readEdges))];
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, own]) => [key, sorted(own)]),
        )
      : value;
  return rows
    .map((row) => JSON.stringify(sorted(row)))
    .toSorted()
    .join('\n');
}
