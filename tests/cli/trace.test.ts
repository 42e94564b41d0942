import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anode, build } from '../support/anode';

let folder: string;
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'anode-trace-'));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const trace = (...args: string[]) => anode(['trace', ...args], { DATA_FILE: join(folder, 'graph') });

test('text: paths between names, the seed being loaded first, each hop with its footnotes', async () => {
  const { status, stdout, stderr } = await trace('toyota', 'Subaru', '--max-hops', '2');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(
    /^Toyota to Subaru: 2 paths\nThe search was exhaustive: 2 nodes expanded in \d+ ms\.\n/,
  );
  expect(stdout).toMatch(/^1\. Support for 12 .* benefits Toyota \[1\]; .* benefits Subaru \[2\]\.$/m);
  expect(stdout).toMatch(/^ {3}2 hops, the weakest of confidence HIGH; no dates known$/m);
  expect(stdout).toMatch(/^ {3}\[2\] .*METI announcement/m);
});

test('no path: the nearest miss', async () => {
  const { status, stdout } = await trace('corporation/toyota', 'nissan', '--max-hops', '1');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Toyota to Nissan: no path\n/);
  expect(stdout).toMatch(
    /^Nearest miss: .* benefits Nissan \[2\]\.\n {3}It has 2 hops, one more than asked for\.$/m,
  );
});

test('a date and so many paths', async () => {
  const { stdout } = await trace('toyota', 'nissan', '--at', '2020-05-01', '--first', '1');
  expect(stdout).toMatch(/: 1 path\n.*; there are more paths\.\n/);
});

test('Markdown: footnotes of its own for each path', async () => {
  const { stdout } = await trace('toyota', 'subaru', '--max-hops', '2', '--format', 'markdown');
  expect(stdout).toMatch(/^# Toyota to Subaru: 2 paths\n/);
  const [used, defined] = [/\[\^p\d-\d\](?!:)/g, /^\[\^p\d-\d\](?=:)/gm].map((note) => stdout.match(note));
  expect(used).toHaveLength(4);
  expect(defined).toEqual(used);
});

test('JSON: the answer of the server', async () => {
  const { stdout } = await trace('toyota', 'subaru', '--max-hops', '2', '--format', 'json');
  const { from, trace: found } = JSON.parse(stdout) as {
    from: unknown;
    trace: { nodes: { nodes: unknown[]; footnotes: unknown[] }[] };
  };
  expect(from).toEqual([{ id: 'corporation/toyota', name: 'Toyota' }]);
  expect(found.nodes.map(({ nodes, footnotes }) => [nodes.length, footnotes.length])).toEqual([
    [3, 2],
    [3, 2],
  ]);
});

test('GraphML: each node and each edge once', async () => {
  const { stdout } = await trace('toyota', 'nissan', '--max-hops', '3', '--format', 'graphml');
  const ids = [...stdout.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  const ends = [...stdout.matchAll(/<edge source="([^"]+)" target="([^"]+)"/g)];
  expect(ends.length).toBeGreaterThan(ids.length - 1);
  for (const [, source, target] of ends) expect(ids).toEqual(expect.arrayContaining([source!, target!]));
  expect(stdout).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
});

test.each([
  ['a name that nothing has', ['toyota', 'nissn'], /^BAD_USER_INPUT: TO is nissn, but nothing is called so/],
  ['a name that several have', ['japan', 'nissan'], /allowed: country\/japan, government\/japan\.$/m],
  ['the same twice', ['toyota', 'Toyota'], /^BAD_USER_INPUT: trace\.to names corporation\/toyota/],
  ['an impossible date', ['toyota', 'nissan', '--at', '2024-02-30'], /^BAD_USER_INPUT: .*2024-02-30/],
  ['too many hops', ['toyota', 'nissan', '--max-hops', '9'], /^BAD_USER_INPUT: trace\.maxHops is 9/],
  ['hops that are no number', ['toyota', 'nissan', '--max-hops', 'x'], /^CONFIG_INVALID: --max-hops is x/],
  [
    'an unknown format',
    ['toyota', 'nissan', '--format', 'pdf'],
    /^CONFIG_INVALID: --format is pdf; allowed: text/,
  ],
  ['an unknown flag', ['toyota', 'nissan', '--hops', '2'], /^CONFIG_INVALID: There is no flag --hops/],
])('%s is told in words', async (_, args, message) => {
  const { status, stdout, stderr } = await trace(...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});
