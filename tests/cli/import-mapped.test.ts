import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anode, build, type Ended } from '../support/anode';

const page = readFileSync(join(__dirname, '../../docs/mapping.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text!);

let folder: string;
const at = (...parts: string[]): string => join(folder, ...parts);
beforeAll(build, 120_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anode-mapped-'));
  const [cells, who] = blocks('csv');
  mkdirSync(at('my-seed'));
  const manifest = { name: 'my-seed', title: 'x', entered: '2026-11-23T00:00:00Z', licence: 'x' };
  writeFileSync(at('my-seed', 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(at('my-seed', 'cells.csv'), cells!);
  writeFileSync(at('my-seed', 'who.csv'), who!);
  writeFileSync(at('my-seed', 'mapping.yaml'), blocks('yaml')[0]!);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (store: string, ...args: string[]): Promise<Ended> => anode(args, { DATA_FILE: at(store) });

/** The digest of a store that is sound. */
async function digest(store: string): Promise<string> {
  const { stdout, status } = await run(store, 'doctor');
  expect(status).toBe(0);
  return /digest (\w+)/.exec(stdout)![1]!;
}

test('a seed folder, its mapping, and the mapping with tables from elsewhere make the same graph', async () => {
  expect((await run('seeded', 'seed', at('my-seed'))).status).toBe(0);
  const folderRead = await run('folder', 'import', at('my-seed'));
  expect(folderRead).toMatchObject({ status: 0 });
  expect(await run('mapping', 'import', at('my-seed', 'mapping.yaml'))).toMatchObject({ status: 0 });
  mkdirSync(at('elsewhere'));
  cpSync(at('my-seed', 'cells.csv'), at('elsewhere', 'cells.csv'));
  const elsewhere = ['import', at('elsewhere', 'cells.csv'), '--mapping', at('my-seed', 'mapping.yaml')];
  expect(await run('tables', ...elsewhere)).toMatchObject({ status: 0 });
  const seeded = await digest('seeded');
  for (const store of ['folder', 'mapping', 'tables'])
    expect([store, await digest(store)]).toEqual([store, seeded]);
}, 60_000);

test('batches of any size make the same graph, and what others have named keeps its name', async () => {
  const named = { entity: { id: 'corporation/alpha', name: 'Alpha Motors', aliases: ['アルファ'] } };
  writeFileSync(at('named.jsonl'), `${JSON.stringify(named)}\n`);
  for (const [store, batch] of [
    ['large', '5000'],
    ['small', '2'],
  ] as const) {
    expect(await run(store, 'import', at('named.jsonl'))).toMatchObject({ status: 0 });
    const mapped = await run(store, 'import', at('my-seed', 'mapping.yaml'), '--batch', batch);
    expect(mapped).toMatchObject({ status: 0 });
    const { stdout } = await run(store, 'export');
    expect(stdout).toContain('"name":"Alpha Motors"');
    // Read again after another write, it changes nothing either.
    writeFileSync(at('other.jsonl'), `${JSON.stringify({ entity: { id: 'plant/o', name: 'O' } })}\n`);
    await run(store, 'import', at('other.jsonl'));
    const again = await run(store, 'import', at('my-seed', 'mapping.yaml'));
    expect(again.stdout).toContain('0 nodes and edges written, 0 removed.');
  }
  expect(await digest('small')).toBe(await digest('large'));
}, 60_000);

test.each([
  ['a table that the mapping does not name', ['who.csv'], 'who.csv cannot be read by the mapping'],
  ['a mapping that is not there', ['cells.csv'], 'mapping.yaml cannot be read'],
])('refuses %s', async (_title, files, message) => {
  if (message.startsWith('mapping.yaml')) rmSync(at('my-seed', 'mapping.yaml'));
  const paths = files.map((file) => at('my-seed', file));
  const { status, stderr } = await run(
    'none',
    'import',
    ...paths,
    '--mapping',
    at('my-seed', 'mapping.yaml'),
  );
  expect(status).toBe(1);
  expect(stderr).toContain(`IMPORT_INVALID: ${message}`);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('tells by file, line, column and value what does not fit, and loads the rest', async () => {
  const cells = readFileSync(at('my-seed', 'cells.csv'), 'utf8').replace('being built', 'mothballed');
  writeFileSync(at('my-seed', 'cells.csv'), cells);
  const { status, stderr, stdout } = await run('lenient', 'import', at('my-seed', 'mapping.yaml'));
  expect(status).toBe(1);
  expect(stderr).toContain('my-seed/cells.csv:3, column State of affairs: "mothballed"');
  expect(stdout).toMatch(/^new +\d+ entities/);
  const strict = await run('strict', 'import', at('my-seed', 'mapping.yaml'), '--strict');
  expect(strict.stderr).toContain('Nothing was loaded.');
});
