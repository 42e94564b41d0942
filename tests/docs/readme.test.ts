import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { draw } from '../../scripts/graph-picture.cjs';
import { loadSeeds } from '../../src/claims';
import { model } from '../../src/domain';
import { settingDescriptions } from '../../src/server';
import { EmbeddedStore } from '../../src/store';
import { startServer, type TestServer } from '../support/servers';

const root = join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');
const exampleSeed = join(root, 'docs', 'example-seed');

describe('the questions of the README', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(new EmbeddedStore());
  });
  afterAll(() => server.close());

  const questions = [...readme.matchAll(/^\*\*(.+)\*\*\n\n```graphql\n([^]*?)```/gm)].map(
    ([, question, query]) => ({ question: question!, query: query! }),
  );

  test('are eight', () => {
    expect(questions).toHaveLength(8);
  });

  test.each(questions)('$question', async ({ query }) => {
    const { body } = await server.query(query);
    expect(body.errors).toBeUndefined();
    expect(emptyPlaces(body.data as Roots)).toEqual([]);
  });
});

type Roots = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

/** Where an answer has nothing to say: a root that is null, or a list at the root or right below it without items. */
function emptyPlaces(data: Roots): string[] {
  return Object.entries(data).flatMap(([field, value]) => {
    if (value === null) return [field];
    return Object.entries(value).flatMap(([name, below]) => {
      const nodes = (below as { nodes?: unknown[]; edges?: unknown[] } | null) ?? {};
      const list = Array.isArray(below) ? below : (nodes.nodes ?? nodes.edges);
      return list?.length === 0 ? [`${field}.${name}`] : [];
    });
  });
}

test('the README lists every setting, its default and what it is', () => {
  const [, table] = /^\| setting .*\n\|[- |]*\n((?:\|.*\n)+)/m.exec(readme)!;
  const rows = table!
    .trim()
    .split('\n')
    .map((row) => row.split('|').slice(1, -1));
  expect(rows.map((cells) => cells.map((cell) => cell.trim()))).toEqual(
    settingDescriptions.map(({ name, description, default: value }) => [
      `\`${name}\``,
      value === undefined ? '' : `\`${value}\``,
      description,
    ]),
  );
});

describe('the example of a seed folder', () => {
  test('loads into an empty store and makes a conflict', async () => {
    const server = await startServer(new EmbeddedStore(), { seeds: [exampleSeed] });
    const data: unknown = await server.data(`{
      plant(id: "plant/example-north") {
        capacity
        operators { edges { share node { name } } }
        conflicts { totalCount }
      }
    }`);
    await server.close();
    expect(data).toEqual({
      plant: {
        capacity: 10,
        operators: { edges: [{ share: 60, node: { name: 'Example Cells' } }] },
        conflicts: { totalCount: 1 },
      },
    });
  });

  test('is refused as the README shows when a row does not fit', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'anode-seed-'));
    const folder = join(parent, 'my-seed');
    cpSync(exampleSeed, folder, { recursive: true });
    writeFileSync(join(folder, 'claims.csv'), read('docs/example-seed/claims.csv').replace(',10,', ',ten,'));
    const store = new EmbeddedStore();
    const complaint = await loadSeeds(model, store, [folder]).catch((error: unknown) => error as Error);
    await store.close();
    rmSync(parent, { recursive: true });
    const [, shown] = /^SEED_INVALID: (.*)$/m.exec(readme)!;
    expect(complaint).toEqual(expect.objectContaining({ message: shown }));
  });
});

test('the picture of the graph shows the model as it is; to draw it anew: node scripts/graph-picture.cjs', () => {
  expect(read('docs/images/graph.svg')).toBe(draw(model));
});

test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/errors.md'])(
  'the files that %s links to are there',
  (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  },
);
