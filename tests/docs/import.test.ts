import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anode, build } from '../support/anode';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'import.md'), 'utf8');

let folder: string;
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'anode-docs-'));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the records that it shows can be imported', async () => {
  const [, records] = /^```jsonl\n([^]*?)^```/m.exec(page)!;
  const file = join(folder, 'records.jsonl');
  writeFileSync(file, records!);
  const { status, stdout } = await anode(['import', file], { DATA_FILE: join(folder, 'graph') });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^new +1 entities, 1 sources, 1 claims, 1 contradictions, 1 decisions\n/);
});

test.each([['import'], ['export'], ['doctor'], ['decide', 'same']])(
  'it names the flags that %s has',
  async (...command) => {
    const [, section] = new RegExp(`^## ${command[0]}\\n([^]*?)(?=^## |(?![^]))`, 'm').exec(page)!;
    const { stdout } = await anode([...command, '--help'], { NO_COLOR: '1' });
    const has = new Set(stdout.match(/--[a-z][a-z0-9-]+/g));
    const named = new Set(section!.match(/--[a-z][a-z-]+/g) ?? []);
    expect([...named].filter((flag) => !has.has(flag))).toEqual([]);
    const ofStore = /^--(data-file|neo4j-.*|query-timeout|no-.*)$/;
    expect([...has].filter((flag) => !named.has(flag) && !ofStore.test(flag))).toEqual([]);
  },
);

test('the query that it exports by is one', async () => {
  const [, query] = /--where '(.*)'/.exec(page)!;
  const { status, stderr } = await anode(['explain', query!]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
