import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Neo4jStore } from '../../src/store';
import { emptyStore } from '../support/fill';
import { anode, build, type Ended } from '../support/anode';
import { neo4jForTests } from '../support/stores';
import { writeRecords } from '../support/records';

const stack = /\n\s+at /;
let folder: string;
let env: Readonly<Record<string, string>>;

async function run(...args: string[]): Promise<Ended> {
  const ended = await anode(args, env);
  expect(ended.stdout + ended.stderr).not.toMatch(stack);
  return ended;
}

/** The digests of the graph and of what is shown of it; fails where the graph is not what its evidence makes. */
async function digests(): Promise<readonly [whole: string, shown: string]> {
  const { status, stdout } = await run('doctor');
  expect(status).toBe(0);
  const [, whole, shown] = /\ndigest (\w+)\nshown {2}(\w+)\n$/.exec(stdout)!;
  return [whole!, shown!];
}

const idIn = ({ stdout }: Ended): string => /^(decision\/\S+): /.exec(stdout)![1]!;

beforeAll(build, 120_000);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anode-decide-'));
  env = { DATA_FILE: join(folder, 'graph') };
  writeRecords(join(folder, 'records.jsonl'), 10);
  expect((await run('import', join(folder, 'records.jsonl'))).status).toBe(0);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('decide', () => {
  test('prefers and dismisses claims, undoes it, and all that is shown is as before', async () => {
    const before = await digests();
    const preferred = await run('decide', 'prefer', 'claim/p-9-other', '--reason', 'Seen.', '--by', 'Ada');
    expect(preferred.stdout).toMatch(
      /^decision\/prefer-p-9-other-\d{17}: \d+ nodes and edges written, \d+ removed\.\n$/,
    );
    const dismissed = await run('decide', 'dismiss', 'claim/p-9-country', '--reason', 'It is not there.');
    expect(dismissed.stdout).toMatch(/ nodes and edges written, 1 removed\.\n$/);
    expect((await digests())[1]).not.toBe(before[1]);
    const undone = await run('decide', 'undo', idIn(preferred), '--by', 'Ada', '--reason', 'Seen again.');
    expect(undone).toMatchObject({ status: 0, stderr: '' });
    expect((await run('decide', 'undo', idIn(dismissed))).status).toBe(0);
    const after = await digests();
    expect(after[1]).toBe(before[1]);
    expect(after[0]).not.toBe(before[0]);
    const exported = await run('export');
    const decisions = exported.stdout.split('\n').filter((line) => line.startsWith('{"decision"'));
    expect(decisions.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { decision: { verdict: 'DISMISS', claim: 'claim/p-9-country', reason: 'It is not there.' } },
      { decision: { verdict: 'PREFER', curator: 'Ada', withdrawnBy: 'Ada', withdrawnReason: 'Seen again.' } },
    ]);
  });

  test('notes what speaks for it, if two are one', async () => {
    const speaking = ['--score', '0.87', '--features', 'one site; one operator'];
    await run('decide', 'same', 'plant/p-1', 'plant/p-2', '--reason', 'One site.', ...speaking);
    const { stdout } = await run('export');
    const [decision] = stdout.split('\n').filter((line) => line.startsWith('{"decision"'));
    expect(JSON.parse(decision!)).toMatchObject({
      decision: { verdict: 'SAME', score: 0.87, features: ['one site', 'one operator'] },
    });
    const wrong = ['plant/p-1', 'plant/p-2', '--reason', 'One site.', '--score', '87'];
    expect((await run('decide', 'different', ...wrong)).stderr).toBe(
      'CONFIG_INVALID: --score is "87"; expected is a number from 0 to 1.\n',
    );
    expect((await run('decide', 'prefer', 'claim/p-9-other', '--score', '1')).stderr).toMatch(
      /^CONFIG_INVALID: There is no flag --score; allowed: /,
    );
  });

  test('is told in an export, from which another store becomes the same', async () => {
    await run('decide', 'prefer', 'claim/p-9-other', '--reason', 'Seen.');
    await run('decide', 'same', 'plant/p-1', 'plant/p-2', '--reason', 'One site.');
    const here = await digests();
    const file = join(folder, 'export.jsonl');
    await run('export', '--output', file);
    env = { DATA_FILE: join(folder, 'other') };
    const imported = await run('import', file);
    expect(imported.stdout).toMatch(/^new .* 2 decisions\n/);
    expect(await digests()).toEqual(here);
    expect((await run('export', '--format', 'csv', '--output', join(folder, 'csv'))).status).toBe(0);
  });

  test.each([
    ['prefer', 'claim/none', 'BAD_USER_INPUT: "claim/none" is not right; expected is the id of something'],
    ['dismiss', 'plant/p-1', 'BAD_USER_INPUT: "plant/p-1" is not right; expected is the id of a claim'],
    [
      'undo',
      'decision/none',
      'BAD_USER_INPUT: "decision/none" is not right; expected is the id of a decision',
    ],
  ])('%s %s is refused', async (verb, id, message) => {
    const before = await digests();
    const { status, stderr } = await run('decide', verb, id, '--reason', 'Because.');
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(await digests()).toEqual(before);
  });

  test('without a reason, or with a flag that there is not, is refused', async () => {
    const { status, stderr } = await run('decide', 'prefer', 'claim/p-9-other');
    expect([status, stderr]).toEqual([
      1,
      'CONFIG_INVALID: --reason is missing; expected is a reason, in words.\n',
    ]);
    expect((await run('decide', 'prefer', 'claim/p-9-other', '--why', 'x')).stderr).toMatch(
      /^CONFIG_INVALID: There is no flag --why; allowed: --reason, --by, /,
    );
  });

  test.each([
    ['a verdict that there is not', { verdict: 'LIKE' }, 'column verdict: "LIKE" .* one of PREFER, DISMISS'],
    ['a verdict on a claim about none', { claim: undefined }, 'column claim: "" .* the id of a claim'],
    [
      'a verdict on entities about one',
      { verdict: 'SAME', claim: undefined, entities: ['plant/p-1'] },
      'column entities: "plant/p-1" .* of two entities',
    ],
    ['a score above one', { score: 2 }, 'column score: "2" .* a number from 0 to 1'],
    [
      'an end before its beginning',
      { withdrawnAt: '2025-01-01T00:00:00.000Z' },
      'column withdrawnAt: .* not before 2026',
    ],
    ['an undoing that is none', { withdrawnBy: 'c' }, 'column withdrawnBy: "c" .* it is not undone'],
    [
      'a claim that nobody knows',
      { claim: 'claim/none' },
      'column claim: "claim/none" .* something that exists',
    ],
  ])('a record with %s is refused by an import', async (_what, more, message) => {
    const file = join(folder, 'decisions.jsonl');
    const decision = {
      id: 'decision/one',
      verdict: 'PREFER',
      claim: 'claim/p-9-other',
      reason: 'Seen.',
      curator: 'c',
      decidedAt: '2026-02-01T00:00:00.000Z',
    };
    appendFileSync(file, `${JSON.stringify({ decision: { ...decision, ...more } })}\n`);
    const { status, stdout, stderr } = await run('import', file);
    expect(stderr).toMatch(new RegExp(`decisions.jsonl:1, ${message}`));
    expect(stdout).toMatch(/\nrefused .* 1 decisions\n/);
    expect(status).toBe(1);
  });
});

const neo4j = neo4jForTests();
(neo4j === undefined ? describe.skip : describe)('decide, on Neo4j', () => {
  test('prefers a claim and undoes it', async () => {
    const { uri, user, password } = neo4j!;
    const store = new Neo4jStore({ uri, user, password, timeout: 20_000 });
    await emptyStore(store);
    await store.close();
    env = {
      NEO4J_URI: uri,
      ...(user !== undefined && { NEO4J_USER: user }),
      ...(password !== undefined && { NEO4J_PASSWORD: password }),
    };
    expect((await run('import', join(folder, 'records.jsonl'))).status).toBe(0);
    const before = await digests();
    const { stdout } = await run('decide', 'prefer', 'claim/p-9-other', '--reason', 'Seen.');
    expect((await digests())[1]).not.toBe(before[1]);
    await run('decide', 'undo', /^(decision\/\S+):/.exec(stdout)![1]!);
    expect((await digests())[1]).toBe(before[1]);
  }, 120_000);
});
