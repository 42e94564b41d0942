import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Complaints,
  diagnose,
  examine,
  ingest,
  openInput,
  prepareStore,
  type IngestReport,
} from '../../src/claims';
import { model } from '../../src/domain';
import type { GraphStore } from '../../src/store';
import { emptyStore } from '../support/fill';
import { dump } from '../support/seeds';
import { testStores } from '../support/servers';

const mapping = `
name: trucks
entered: 2026-11-23T00:00:00Z
sources:
  - {id: source/trucks, name: A list of trucks, kind: DATASET}
tables:
  - file: trucks.csv
    key: [Maker, Town]
    things:
      maker: {kind: corporation, slug: '{Maker}'}
      plant: {kind: plant, slug: '{Maker} {Town}'}
    entities:
      - {thing: maker, name: '{Maker}'}
      - {thing: plant, name: 'Truck plant at {Town}'}
    defaults: {confidence: HIGH, source: source/trucks}
    claims:
      - {about: plant, property: place, value: '{Town}'}
      - {about: maker, property: plants, value: {thing: plant}}
`;

const rows = ['Maker,Town', 'Volvo Trucks,Ghent', 'Volvo,Macungie', 'Tesla,Fremont', 'Volvo,Dublin'];

const folder = mkdtempSync(join(tmpdir(), 'anode-ambiguous-'));
const at = (file: string): string => join(folder, file);
writeFileSync(at('mapping.yaml'), mapping);
writeFileSync(at('trucks.csv'), `${rows.join('\n')}\n`);
const known = [
  { entity: { id: 'corporation/volvo-group', name: 'Volvo Group' } },
  { entity: { id: 'corporation/volvo-cars', name: 'Volvo Cars' } },
];
const lines = (records: readonly object[]): string =>
  `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
writeFileSync(at('known.jsonl'), lines(known));
const said = [{ entity: { id: 'corporation/volvo', name: 'Volvo', aliases: ['The old Volvo'] } }];
writeFileSync(at('said.jsonl'), lines(said));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

for (const { name, open } of testStores) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] a name that several may have`, () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = open!();
      await prepareStore(model, store);
    });
    beforeEach(async () => {
      await emptyStore(store);
    });
    afterAll(async () => {
      await emptyStore(store);
      await store.close();
    });

    const take = async (
      work: typeof ingest,
      files: readonly string[],
      batchSize = 100,
    ): Promise<{ report: IngestReport; told: string[] }> => {
      const complaints = new Complaints('IMPORT_INVALID');
      const input = await openInput(model, store, files.map(at));
      const report = await work(model, store, input, { batchSize, complaints });
      return { report, told: complaints.errors.map(({ message }) => message) };
    };
    const doubt =
      /trucks\.csv:3, column Maker: "Volvo" is not right; expected is a name that means one: it may be corporation\/volvo-group \(0\.87\) or corporation\/volvo-cars \(0\.79\) or corporation\/volvo-trucks \(0\.79\)\.$/;
    const counted = ({ counts }: IngestReport): object => ({
      new: counts.new,
      ambiguous: counts.ambiguous,
      refused: counts.refused,
    });
    const nothing = { entity: 0, source: 0, claim: 0, contradiction: 0, decision: 0 };

    test('is listed with its place and who may be meant, by a dry run and by an import', async () => {
      await take(ingest, ['known.jsonl']);
      const before = await dump(store);
      const dry = await take(examine, ['mapping.yaml']);
      expect(dry.told).toEqual([expect.stringMatching(doubt)]);
      // Volvo Trucks and Tesla are new, with four plants; the two claims that Volvo has plants wait for an answer.
      expect(counted(dry.report)).toEqual({
        new: { ...nothing, entity: 6, source: 1, claim: 6 },
        ambiguous: { ...nothing, entity: 1, claim: 2 },
        refused: nothing,
      });
      expect(await dump(store)).toBe(before);
      const done = await take(ingest, ['mapping.yaml']);
      expect(done.told).toEqual(dry.told);
      expect(counted(done.report)).toEqual(counted(dry.report));
      const written = await dump(store);
      expect(written).toContain('corporation/volvo-trucks');
      expect(written).not.toContain('corporation/volvo"');
      const findings: unknown[] = [];
      await diagnose(model, store, (finding) => findings.push(finding));
      expect(findings).toEqual([]);
    });

    test('does so in batches of any size, and again the second time', async () => {
      const dumps: string[] = [];
      for (const size of [1, 3, 100]) {
        await emptyStore(store);
        const { told } = await take(ingest, ['known.jsonl', 'mapping.yaml'], size);
        expect(told).toEqual([expect.stringMatching(doubt)]);
        const { report } = await take(ingest, ['known.jsonl', 'mapping.yaml'], size);
        expect(report).toMatchObject({ put: 0, dropped: 0, unchanged: false });
        dumps.push(await dump(store));
      }
      expect(new Set(dumps).size).toBe(1);
      const dry = await take(examine, ['known.jsonl', 'mapping.yaml'], 1);
      expect(dry.report.counts.ambiguous).toEqual({ ...nothing, entity: 1, claim: 2 });
    });

    test('is no longer, where somebody says who is meant', async () => {
      const { report, told } = await take(ingest, ['known.jsonl', 'said.jsonl', 'mapping.yaml']);
      expect(told).toEqual([]);
      expect(report.counts.ambiguous).toEqual(nothing);
      expect(await dump(store)).toContain('The old Volvo');
    });

    test('one of which it is clear whom it means is not made a second time', async () => {
      writeFileSync(at('group.csv'), 'Maker,Town\nVOLVO GROUP AB,Ghent\nScania,Oskarshamn\n');
      writeFileSync(at('group.yaml'), mapping.replace('trucks.csv', 'group.csv'));
      const { report, told } = await take(ingest, ['known.jsonl', 'group.yaml']);
      expect(told).toEqual([
        expect.stringMatching(
          /group\.csv:2, column Maker: "VOLVO GROUP AB" is not right; expected is the id of whom it means, which is corporation\/volvo-group \(0\.95\)\.$/,
        ),
      ]);
      expect(report.counts.ambiguous).toEqual({ ...nothing, entity: 1, claim: 1 });
      const written = await dump(store);
      expect(written).toContain('corporation/scania');
      expect(written).not.toContain('corporation/volvo-group-ab');
    });

    test('is none, where nobody is known', async () => {
      const { report, told } = await take(ingest, ['mapping.yaml']);
      expect(told).toEqual([]);
      expect(report.counts.new).toEqual({ ...nothing, entity: 7, source: 1, claim: 8 });
    });
  });
}
