import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Complaints,
  diagnose,
  exportSelection,
  ingest,
  loadSeeds,
  openInput,
  prepareStore,
  selectAll,
} from '../../src/claims';
import { defaultSeeds } from '../../src/cli/seeds';
import { model } from '../../src/domain';
import { EmbeddedStore, type GraphStore } from '../../src/store';
import { emptyStore } from '../support/fill';
import { testStores } from '../support/servers';

const folder = mkdtempSync(join(tmpdir(), 'anode-round-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** All that a store holds as JSON lines, and the digest of its graph, which is what its claims make. */
async function holds(store: GraphStore): Promise<{ text: string; digest: string }> {
  const pieces: string[] = [];
  for await (const { text } of exportSelection(model, store, await selectAll(model, store), 'jsonl'))
    pieces.push(text);
  const findings: unknown[] = [];
  const { digest } = await diagnose(model, store, (finding) => findings.push(finding));
  expect(findings).toEqual([]);
  return { text: pieces.join(''), digest };
}

/** Replaces what a store holds by what was exported. */
async function loaded(store: GraphStore, text: string): Promise<void> {
  const file = join(folder, 'export.jsonl');
  writeFileSync(file, text);
  await emptyStore(store);
  await prepareStore(model, store);
  const complaints = new Complaints('IMPORT_INVALID');
  await ingest(model, store, await openInput(model, store, [file]), { batchSize: 5_000, complaints });
  expect(complaints.errors).toEqual([]);
}

const neo4j = testStores.find(({ name }) => name === 'neo4j')!.open;
const suite = neo4j === undefined ? describe.skip : describe;

suite('[neo4j] the graph as it is shipped, from the embedded store', () => {
  const stores: GraphStore[] = [];
  const opened = (store: GraphStore): GraphStore => {
    stores.push(store);
    return store;
  };
  afterAll(async () => {
    await emptyStore(stores[1]!);
    for (const store of stores) await store.close();
  });

  test('and back is the same graph, and the same text', async () => {
    const first = opened(new EmbeddedStore());
    await prepareStore(model, first);
    await loadSeeds(model, first, defaultSeeds);
    const shipped = await holds(first);

    const there = opened(neo4j!());
    await loaded(there, shipped.text);
    const moved = await holds(there);
    expect(moved.digest).toBe(shipped.digest);
    expect(moved.text === shipped.text).toBe(true);

    const back = opened(new EmbeddedStore());
    await loaded(back, moved.text);
    expect((await holds(back)).digest).toBe(shipped.digest);
  }, 900_000);
});
