import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anode, build } from '../support/anode';

const root = join(__dirname, '..', '..');
const article = join(root, 'seed', 'japan-2024-article');

let folder: string;
beforeAll(build, 120_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anode-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const stack = /\n\s+at /;

describe('seed', () => {
  const data = (): Record<string, string> => ({ DATA_FILE: join(folder, 'graph') });

  test('a good folder, twice', async () => {
    const first = await anode(['seed', article], data());
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^\d{4} nodes and edges written, 0 removed; .* rests on \d+ claims, with \d+ conflicts/,
    );
    const second = await anode(['seed', article], data());
    expect(second.stdout).toMatch(/^0 nodes and edges written, 0 removed;/);
  });

  test('a folder with bad rows: all of them told, nothing loaded', async () => {
    const bad = join(folder, 'bad');
    cpSync(article, bad, { recursive: true });
    appendFileSync(join(bad, 'entities.csv'), 'Corporation/x,Wrong,\nnope/x,Wrong,\n');
    const { status, stdout, stderr } = await anode(['seed', bad], data());
    expect(status).toBe(1);
    expect(stderr.match(/^SEED_INVALID: bad\/entities\.csv:\d+, column id: /gm)).toHaveLength(2);
    expect(stdout + stderr).not.toMatch(stack);
    expect((await anode(['seed', article], data())).stdout).toMatch(/^\d{4} nodes/);
  });

  test('a folder that is not there', async () => {
    const { status, stderr } = await anode(['seed', join(folder, 'nowhere')], data());
    expect(status).toBe(1);
    expect(stderr).toMatch(/^SEED_INVALID: .*manifest\.json/);
    expect(stderr).not.toMatch(stack);
  });

  test('no folder at all', async () => {
    const { status, stdout, stderr } = await anode(['seed'], data());
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/folder/i);
    expect(stdout + stderr).not.toMatch(stack);
  });
});

test.each([
  [
    'serve',
    ['serve', '--prot', '4552'],
    /^CONFIG_INVALID: There is no flag --prot; allowed: --host, --port, /,
  ],
  [
    'seed',
    ['seed', article, '--data-fil', 'y'],
    /^CONFIG_INVALID: There is no flag --data-fil; .*--data-file/,
  ],
  ['explain', ['explain', '{ __typename }', '-v'], /^CONFIG_INVALID: There is no flag -v; .*--variables/],
  ['schema', ['schema', '--chek'], /^CONFIG_INVALID: There is no flag --chek; allowed: --check\.$/m],
  ['no command yet', ['--port', '1', 'serve'], /^CONFIG_INVALID: There is no flag --port/],
  ['several', ['schema', '--a', '--no-check'], /no flag --a;[^]*no flag --no-check;/],
  ['a blank one', ['serve', '--port='], /^CONFIG_INVALID: --port has no value/],
  ['one without a value', ['seed', article, '--data-file'], /^CONFIG_INVALID: --data-file has no value/],
  [
    'one before another',
    ['serve', '--data-file', '--port', '0'],
    /^CONFIG_INVALID: --data-file has no value/,
  ],
])('flags that do not fit are refused: %s', async (_title, args, message) => {
  const { status, stdout, stderr } = await anode(args);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
  expect(stdout + stderr).not.toMatch(stack);
});

describe('explain', () => {
  test('prints the plan, the statement and its parameters', async () => {
    const { status, stdout } = await anode([
      'explain',
      'query($n: Int!) { corporations(first: $n) { nodes { name } } }',
      '--variables',
      '{"n": 3}',
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Plan\n[^]*\nStatement\n[^]*MATCH[^]*\nParameters\n\{/);
    expect(stdout).toMatch(/\nCost, in rows of a store that nobody has counted\n3 corporations\n3 in all\n$/);
  });

  test('--profile counts the store, runs the statement and tells what the store did', async () => {
    const data = { DATA_FILE: join(folder, 'graph') };
    await anode(['seed', article], data);
    const query = '{ plants(orderBy: [{ place: ASC }]) { totalCount nodes { name } } }';
    const { status, stdout, stderr } = await anode(['explain', query, '--profile'], data);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/\nCost, by the figures of the store\n7 plants\n7 in all\n/);
    expect(stdout).toMatch(/\nProfile\n\w+ .*rows=1 [^]*Scan \(n:Plant\) {2}rows=6 /);
  });

  test('--profile prints and runs the statement that the store is given, not that of another store', async () => {
    const data = { DATA_FILE: join(folder, 'graph') };
    const query =
      '{ corporations(orderBy: [{ name: ASC }], where: { claims: { some: {} } }) { nodes { name } } }';
    // Without a store, for one that reads in the order of an index.
    expect((await anode(['explain', query])).stdout).toMatch('EXISTS');
    expect((await anode(['explain', query, '--profile'], data)).stdout).not.toMatch('EXISTS');
  });

  test('--profile says so when the store is away', async () => {
    const { status, stderr } = await anode(['explain', '{ plants { totalCount } }', '--profile'], {
      NEO4J_URI: 'bolt://127.0.0.1:1',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^STORE_UNAVAILABLE: /);
    expect(stderr).not.toMatch(stack);
  });

  test('says so when a query reads nothing', async () => {
    expect(await anode(['explain', '{ __typename }'])).toMatchObject({
      status: 0,
      stdout: 'The query reads nothing from the store.\n',
    });
  });

  test.each([
    ['a mutation', 'mutation { __typename }', '{}', /^BAD_USER_INPUT: There is no mutation here/],
    ['a query without a bottom', '{a'.repeat(20_000), '{}', /^NESTING_TOO_DEEP: The query/],
    [
      'variables without a bottom',
      '{ __typename }',
      `{"a":${'['.repeat(50_000)}`,
      /^NESTING_TOO_DEEP: The value/,
    ],
    [
      'a field that is not there',
      '{ nope }',
      '{}',
      /^BAD_USER_INPUT: Cannot query field "nope".* \(line 1, column 3\)/,
    ],
    ['a query that stops short', '{', '{}', /^BAD_USER_INPUT: Syntax Error: .* \(line 1, column 2\)/],
    [
      'a variable of the wrong type',
      'query($n: Int!) { corporations(first: $n) { totalCount } }',
      '{"n":"x"}',
      /\(line 1, column 7\)/,
    ],
    ['variables that are no JSON', '{ __typename }', '{', /^BAD_USER_INPUT: --variables/],
    ['variables that are no object', '{ __typename }', '[]', /^BAD_USER_INPUT: --variables/],
    [
      'a bad page size',
      '{ corporations(first: -1) { totalCount } }',
      '{}',
      /^PAGE_SIZE_OUT_OF_RANGE: corporations\.first/,
    ],
  ])('%s', async (_title, query, variables, message) => {
    const { status, stderr } = await anode(['explain', query, '--variables', variables]);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(stack);
  });
});

test('schema --check passes as it is, and fails when a file has drifted', async () => {
  expect(await anode(['schema', '--check'])).toMatchObject({ status: 0, stdout: '' });
  for (const part of ['dist', 'schema']) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const check = () =>
    spawnSync(process.execPath, [join(folder, 'dist/cli/main.js'), 'schema', '--check'], {
      encoding: 'utf8',
    });
  expect(check().status).toBe(0);
  appendFileSync(join(folder, 'schema', 'anode.graphql'), '# drift\n');
  rmSync(join(folder, 'schema', 'neo4j.cypher'));
  const { status, stdout } = check();
  expect(status).toBe(1);
  expect(stdout).toMatch(/schema\/anode\.graphql is not in step[^]*schema\/neo4j\.cypher is not in step/);
});
