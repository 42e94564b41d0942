import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedStore } from '../../src/store';
import { anode, build, type Ended } from '../support/anode';
import { writeRecords } from '../support/records';

const article = join(__dirname, '..', '..', 'seed', 'japan-2024-article');
const stack = /\n\s+at /;

let folder: string;
let env: { readonly DATA_FILE: string };
let file: string;
beforeAll(build, 120_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anode-import-'));
  env = { DATA_FILE: join(folder, 'graph') };
  file = join(folder, 'records.jsonl');
  writeRecords(file, 10);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<Ended> {
  const ended = await anode(args, env);
  expect(ended.stdout + ended.stderr).not.toMatch(stack);
  return ended;
}
const digest = async (): Promise<string> => /digest (\w+)/.exec((await run('doctor')).stdout)![1]!;
const append = (...lines: (object | string)[]): void => {
  appendFileSync(
    file,
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
};

/** A good claim, and what is changed of it. */
const claim = (more: object): object => ({
  claim: {
    id: 'claim/more',
    subject: 'plant/p-1',
    property: 'status',
    value: 'OPERATING',
    confidence: 'HIGH',
    source: 'source/one',
    enteredAt: '2026-01-01T00:00:00.000Z',
    ...more,
  },
});

/** 4 that others refer to, 10 plants, 40 claims. */
const lines = 54;

describe('import', () => {
  test('loads a file of records, with progress on standard error, and a second time nothing', async () => {
    const first = await run('import', file, '--batch', '20');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/^new +12 entities, 2 sources, 40 claims, 0 contradictions, 0 decisions\n/);
    expect(first.stdout).toMatch(/\nrefused +0 entities, .*\n\d+ nodes and edges written, 0 removed\.\n$/);
    expect(first.stderr).toMatch(/^Importing: \d+%, 20 records, \d+ a second, \d+ s left\n/);
    expect((await run('import', file)).stdout).toBe(
      `All ${String(lines)} records were imported before, and nothing was written since.\n`,
    );
  });

  test('tells new, changed and matched apart, and writes the difference', async () => {
    await run('import', file);
    const before = await digest();
    append(claim({}), { entity: { id: 'plant/p-1', name: 'Plant One' } });
    const dry = await run('import', file, '--dry-run');
    expect(dry.stdout).toMatch(
      /^new +0 entities, 0 sources, 1 claims, .*\nchanged +1 entities, 0 sources, 0 /,
    );
    expect(dry.stdout).toMatch(
      /\nmatched +11 entities, 2 sources, 40 claims, .*\nambiguous 0 .*\nrefused +0 .*\nNothing was written\.\n$/,
    );
    expect(await digest()).toBe(before);
    const real = await run('import', file);
    expect(real.stdout.split('\n').slice(0, 4)).toEqual(dry.stdout.split('\n').slice(0, 4));
    expect(await digest()).not.toBe(before);
  });

  test.each([
    ['no JSON', '{"claim": ', 'records.jsonl:55: .* expected is one record: {"entity": {…}}'],
    ['two records', { entity: {}, claim: {} }, 'records.jsonl:55: .* expected is one record'],
    [
      'an unknown field',
      claim({ colour: 'red' }),
      'records.jsonl:55, column colour: "red" .* no such field; there are id, ',
    ],
    ['no id', claim({ id: undefined }), 'records.jsonl:55, column id: "" .* an id in lower case: claim/…'],
    ['a number for a text', claim({ value: 12 }), 'records.jsonl:55, column value: "12" .* a text'],
    [
      'a value of another type',
      claim({ property: 'capacity', value: 'ten', unit: 'GWh/year' }),
      'column value: "ten" .* a number such as 12.5',
    ],
    ['a value that is no choice', claim({ value: 'RUNNING' }), 'column value: "RUNNING" .* one of PLANNED'],
    [
      'an unknown property',
      claim({ property: 'colour' }),
      'column property: "colour" .* a property or relation of Plant',
    ],
    [
      'a period that ends before it begins',
      claim({ validFrom: '2024', validUntil: '2023' }),
      'column validUntil: "2023" .* not before 2024',
    ],
    [
      'a source that nobody knows',
      claim({ source: 'source/none' }),
      'records.jsonl:55, column source: "source/none" .* something that exists',
    ],
    [
      'an end that nobody knows',
      claim({ property: 'country', value: 'country/none' }),
      'column value: "country/none" .* something that exists',
    ],
    [
      'a subject that is evidence',
      claim({ subject: 'source/one' }),
      'column subject: "source/one" .* an id in lower case',
    ],
    [
      'a list that is none',
      claim({ attributedTo: 'source/one' }),
      'column attributedTo: "source/one" .* a list',
    ],
    [
      'a flag in words',
      { source: { id: 'source/x', name: 'X', publishedInferred: 'yes' } },
      'column publishedInferred: "yes" .* true or false',
    ],
  ])('refuses %s, tells where, and loads the rest', async (_title, line, message) => {
    append(line);
    const { status, stdout, stderr } = await run('import', file);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^IMPORT_INVALID: .*${message}`, 'm'));
    expect(stdout).toMatch(/^new +12 entities, 2 sources, 40 claims/);
    await digest();
  });

  test('with --strict loads nothing where a row does not fit', async () => {
    const before = await digest();
    append(claim({ source: 'source/none' }));
    const { status, stdout, stderr } = await run('import', file, '--strict');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/column source: "source\/none"[^]*\nNothing was loaded\.\n$/);
    expect(await digest()).toBe(before);
    writeRecords(file, 10);
    expect((await run('import', file, '--strict')).status).toBe(0);
  });

  test('stops when there are more mistakes than --max-errors, and keeps the batches before', async () => {
    append(...Array.from({ length: 10 }, () => claim({ value: 'RUNNING' })));
    const { status, stderr } = await run('import', file, '--max-errors', '3', '--batch', '10');
    expect(status).toBe(1);
    expect(stderr.match(/^IMPORT_INVALID/gm)).toHaveLength(3);
    expect(stderr).toMatch(/Stopped after 50 records; the same command goes on there\./);
    const other = await run('import', file, '--batch', '10');
    expect(other.stdout).toMatch(/^50 records were imported before the interruption\.\n/);
  });

  test.each([
    ['a file that is not there', ['nowhere.jsonl'], /^IMPORT_INVALID: nowhere\.jsonl cannot be read/],
    [
      'a file of another format',
      [__filename],
      /^IMPORT_INVALID: import\.test\.ts is nothing that can be imported/,
    ],
    ['no file', [], /file/i],
    [
      'a batch of nothing',
      ['x.jsonl', '--batch', '0'],
      /^CONFIG_INVALID: --batch is "0"; expected is a whole number/,
    ],
  ])('says what is wrong with %s', async (_title, args, message) => {
    const { status, stdout, stderr } = await run('import', ...args);
    expect(status).toBe(1);
    expect(stderr + stdout).toMatch(message);
  });

  test('says where a file is not UTF-8', async () => {
    writeFileSync(file, Buffer.from('{"entity":{"id":"country/x","name":"X"}}\n\xff\n', 'latin1'));
    expect((await run('import', file)).stderr).toMatch(
      /IMPORT_INVALID: records\.jsonl:2: .*expected is UTF-8/,
    );
  });

  test('takes a seed folder, whose digest is that of seed', async () => {
    expect((await run('import', article, '--batch', '50')).status).toBe(0);
    const imported = await digest();
    env = { DATA_FILE: join(folder, 'other') };
    await run('seed', article);
    expect(await digest()).toBe(imported);
  });
});

describe('doctor', () => {
  test('tells what is not as the claims make it, and ends with status 1', async () => {
    await run('import', file);
    expect(await run('doctor')).toMatchObject({ status: 0 });
    // A claim that is changed behind the back of the import.
    const store = new EmbeddedStore(env.DATA_FILE);
    const change = (text: string) => store.write([{ text, parameters: {} }]);
    await change('MATCH (n:Plant {id: "plant/p-1"}) SET n.place = "Nowhere", n.capacity = 99');
    await change('MATCH (:Plant {id: "plant/p-2"})-[r:LOCATED_IN]->() DELETE r');
    await change('MATCH (n:Plant {id: "plant/p-3"}), (c:Country) CREATE (c)-[:LOCATED_IN]->(n)');
    await store.close();
    const { status, stdout } = await run('doctor');
    expect(status).toBe(1);
    expect(stdout).toMatch('plant/p-1: place is "Nowhere", which no claim supports\n');
    expect(stdout).toMatch('plant/p-1: capacity is 99, and should be 1\n');
    expect(stdout).toMatch('plant/p-2 LOCATED_IN country/x: it is missing\n');
    expect(stdout).toMatch('country/x LOCATED_IN plant/p-3: no claim supports it\n');
    expect(stdout).toMatch(/, 4 of them or of their properties not as the claims make them\.\ndigest /);
  });
});

describe('export', () => {
  const exported = async (...args: string[]): Promise<string> => (await run('export', ...args)).stdout;

  test('as JSON lines is what import reads, to the same digest', async () => {
    await run('seed', article);
    const before = await digest();
    writeFileSync(file, await exported());
    env = { DATA_FILE: join(folder, 'other') };
    await run('import', file);
    expect(await digest()).toBe(before);
  });

  test('of what a query finds is whole in itself', async () => {
    await run('import', file);
    const where = '{ plants(where: { name: { eq: "Plant 3" } }) { nodes { id } } }';
    writeFileSync(file, await exported('--where', where));
    const ids = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => Object.values(JSON.parse(line) as Record<string, { id: string }>)[0]!.id);
    env = { DATA_FILE: join(folder, 'other') };
    const loaded = await run('import', file, '--strict');
    expect(loaded).toMatchObject({ status: 0 });
    expect(ids.filter((id) => id.startsWith('plant/'))).toEqual(['plant/p-3']);
    expect(loaded.stdout).toMatch(/^new +3 entities, 2 sources, 4 claims/);
  });

  test('as tables, GraphML, JSON-LD and Cypher', async () => {
    await run('seed', article);
    await run('export', '--format', 'csv', '--output', join(folder, 'tables'));
    expect(readdirSync(join(folder, 'tables')).toSorted()).toEqual([
      'claims.csv',
      'contradictions.csv',
      'curation.csv',
      'entities.csv',
      'sources.csv',
    ]);
    const entities = readFileSync(join(folder, 'tables', 'entities.csv'), 'utf8');
    expect(entities.split('\n').toSorted()).toEqual(
      readFileSync(join(article, 'entities.csv'), 'utf8').split('\n').toSorted(),
    );
    const graphml = await exported('--format', 'graphml');
    expect(graphml.match(/<node /g)).toHaveLength(711);
    const edges = Number(/and (\d+) edges/.exec((await run('doctor')).stdout)![1]);
    expect(graphml.match(/<edge /g)).toHaveLength(1861);
    expect(graphml).toMatch(
      /<edge source="corporation\/nissan" target="plant\/nissan-kitakyushu" .*<data key="edge-claimIds">\[&quot;claim\/japan-2024-/,
    );
    const { '@graph': graph } = JSON.parse(await exported('--format', 'json-ld')) as {
      '@graph': Record<string, unknown>[];
    };
    const claims = graph.filter((node) => (node['@type'] as string[]).includes('Claim'));
    expect(claims).toHaveLength(532);
    expect(claims.every((node) => Array.isArray(node['prov:hadPrimarySource']))).toBe(true);
    const script = await exported('--format', 'cypher');
    const store = new EmbeddedStore();
    for (const text of script.trimEnd().split(';\n'))
      await store.write([{ text: text.replace(/;$/, ''), parameters: {} }]);
    expect(await store.read({ text: 'MATCH (a)-[r]->(b) RETURN count(r) AS count', parameters: {} })).toEqual(
      [{ count: edges }],
    );
    await store.close();
  }, 60_000);

  test.each([
    [
      'an unknown format',
      ['--format', 'xml'],
      /^CONFIG_INVALID: --format is "xml"; expected is one of jsonl, csv/,
    ],
    ['tables without a folder', ['--format', 'csv'], /^CONFIG_INVALID: --output is ""; expected is a folder/],
    ['a query that is none', ['--where', '{ nope }'], /^BAD_USER_INPUT: Cannot query field "nope"/],
    [
      'a place that cannot be written',
      ['--output', '/dev/null/x'],
      /^CONFIG_INVALID: --output is "x"; expected is something/,
    ],
  ])('says what is wrong with %s', async (_title, args, message) => {
    const { status, stderr } = await run('export', ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });
});
