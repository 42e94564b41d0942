import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Neo4jStore } from '../../src/store';
import { emptyStore } from '../support/fill';
import { anode, build, RunningAnode } from '../support/anode';
import { writeRecords } from '../support/records';
import { neo4jForTests, type Neo4jAddress } from '../support/stores';

/** At how many moments an import is killed; fifty take some minutes. */
const moments = Number(process.env['ANODE_TEST_KILLS'] ?? 4);

let folder: string;
let records: string;
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'anode-import-'));
  records = join(folder, 'records.jsonl');
  writeRecords(records, 400);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Environment = Readonly<Record<string, string>>;

const importing = (...more: string[]): string[] => ['import', records, '--batch', '100', ...more];

/** The digest of a store; fails where its graph is not what its claims make. */
async function digestOf(env: Environment): Promise<string> {
  const { status, stdout, stderr } = await anode(['doctor'], env);
  expect({ status, stderr, told: stdout }).toMatchObject({ status: 0, stderr: '' });
  return /digest (\w+)/.exec(stdout)![1]!;
}

async function emptied(address: Neo4jAddress): Promise<Environment> {
  const store = new Neo4jStore({ ...address, timeout: 20_000 });
  await emptyStore(store);
  await store.close();
  const { uri, user, password } = address;
  return { NEO4J_URI: uri, ...(user !== undefined && { NEO4J_USER: user, NEO4J_PASSWORD: password ?? '' }) };
}

const neo4j = neo4jForTests();
let files = 0;
/** Every store: how an empty one is had. */
const stores: readonly [string, (() => Promise<Environment>) | undefined][] = [
  ['embedded', () => Promise.resolve({ DATA_FILE: join(folder, `graph-${String(++files)}`) })],
  ['neo4j', neo4j && (() => emptied(neo4j))],
];

for (const [name, fresh] of stores) {
  const suite = fresh === undefined ? describe.skip : describe;
  suite(`[${name}] an import`, () => {
    test(
      'that is killed at any moment leaves whole batches, and run again ends as if it had not been',
      async () => {
        const undisturbed = await fresh!();
        const began = performance.now();
        expect((await anode(importing(), undisturbed)).status).toBe(0);
        const took = performance.now() - began;
        const expected = await digestOf(undisturbed);
        for (let moment = 0; moment < moments; moment++) {
          const env = await fresh!();
          const running = new RunningAnode(importing(), env);
          await sleep(took * (0.2 + 0.75 * Math.random()));
          running.child.kill('SIGKILL');
          await running.ended();
          await digestOf(env);
          const again = await anode(importing(), env);
          expect(again).toMatchObject({ status: 0 });
          expect(await digestOf(env)).toBe(expected);
        }
      },
      120_000 + moments * 30_000,
    );
  });
}

for (const [name, fresh] of stores) {
  const suite = fresh === undefined ? describe.skip : describe;
  suite(`[${name}] two imports at once`, () => {
    test('both finish, and the graph is as if one had come after the other', async () => {
      const env = await fresh!();
      const other = join(folder, 'other.jsonl');
      writeRecords(other, 300);
      const both = await Promise.all([
        anode(importing(), env),
        anode(['import', other, '--batch', '70'], env),
      ]);
      expect(both.map(({ status }) => status)).toEqual([0, 0]);
      const together = await digestOf(env);
      const alone = await fresh!();
      await anode(importing(), alone);
      expect(await digestOf(alone)).toBe(together);
    }, 120_000);
  });
}

test('[embedded] an import that is told not to wait ends at once where another process has the store', async () => {
  const env = await stores[0]![1]!();
  const first = new RunningAnode(importing(), env);
  while (!first.stderr.includes('Importing')) await sleep(20);
  const second = await anode(importing('--wait', '0'), env);
  expect(second.status).toBe(1);
  expect(second.stderr).toContain('STORE_LOCKED');
  expect(await first.ended()).toBe(0);
}, 120_000);
