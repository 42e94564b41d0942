import fc from 'fast-check';
import { Complaints, diagnose, ingest, prepareStore, type Finding } from '../../src/claims';
import { GraphDigest } from '../../src/claims/digest';
import { mergeEvidence, type Evidence } from '../../src/claims/evidence';
import { addCounts } from '../../src/claims/ingest/comparison';
import type { LocatedRecord } from '../../src/claims/ingest/record';
import { materialise } from '../../src/claims/materialise';
import { model } from '../../src/domain';
import type { GraphStore } from '../../src/store';
import { emptyStore } from '../support/fill';
import { testStores } from '../support/servers';
import { anyEvidence, recordsIn } from './evidence-cases';

/** What the whole evidence makes, computed at once and without a store. */
function digestOf(evidence: Evidence): string {
  const digest = new GraphDigest();
  digest.add(materialise(model, evidence));
  return digest.toString();
}

let inputs = 0;
/** A stream of its own each time. */
const inputOf = (records: readonly LocatedRecord[], digest = `input ${String(++inputs)}`) => ({
  digest,
  async *records() {
    yield* records;
  },
});

const entityRecord = (id: string): LocatedRecord => ({
  kind: 'entity',
  row: { id, name: id, aliases: [] },
  at: () => ({ file: 'other.jsonl', line: 1 }),
});

for (const { name, open } of testStores) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] an import`, () => {
    let store: GraphStore;
    const empty = () => emptyStore(store);
    const load = (records: readonly LocatedRecord[], batchSize = 5, digest?: string) =>
      ingest(model, store, inputOf(records, digest), {
        batchSize,
        complaints: new Complaints('IMPORT_INVALID'),
      });
    /** The digest of the store; fails where its graph is not what its claims make. */
    const storedDigest = async (): Promise<string> => {
      const findings: Finding[] = [];
      const { digest } = await diagnose(model, store, (finding) => findings.push(finding));
      expect(findings).toEqual([]);
      return digest;
    };
    beforeAll(async () => {
      store = open!();
      await empty();
      await prepareStore(model, store);
    });
    beforeEach(empty);
    afterAll(async () => {
      await empty();
      await store.close();
    });
    const runs = name === 'embedded' ? 60 : 12;

    test(
      'comes to the graph of the whole evidence, in any order and in batches of any size',
      () =>
        fc.assert(
          fc.asyncProperty(
            anyEvidence.chain((evidence) =>
              fc.record({
                evidence: fc.constant(evidence),
                records: fc.shuffledSubarray(recordsIn(evidence), { minLength: recordsIn(evidence).length }),
                size: fc.integer({ min: 1, max: 40 }),
              }),
            ),
            async ({ evidence, records, size }) => {
              await empty();
              await load(records, size);
              expect(await storedDigest()).toBe(digestOf(evidence));
            },
          ),
          { numRuns: runs },
        ),
      300_000,
    );

    test(
      'of evidence that replaces some that is there comes to the graph of both',
      () =>
        fc.assert(
          fc.asyncProperty(
            anyEvidence,
            anyEvidence,
            fc.integer({ min: 1, max: 40 }),
            async (first, second, size) => {
              await empty();
              await load(recordsIn(first), 100);
              await load(recordsIn(second), size);
              expect(await storedDigest()).toBe(digestOf(mergeEvidence(first, second)));
              const again = await load(recordsIn(second), 7);
              expect(again).toMatchObject({ put: 0, dropped: 0 });
            },
          ),
          { numRuns: runs },
        ),
      300_000,
    );

    const [example] = fc
      .sample(anyEvidence, { seed: 7, numRuns: 50 })
      .toSorted((a, b) => b.claims.length - a.claims.length);
    const records = recordsIn(example!);

    test('of the same stream again is known by its mark, unless another has written since', async () => {
      await load(records, 5, 'same');
      expect(await load(records, 5, 'same')).toMatchObject({ unchanged: true, put: 0, dropped: 0 });
      const renamed = { ...records[0]!, row: { ...records[0]!.row, name: 'Other' } } as LocatedRecord;
      await load([renamed]);
      const again = await load(records, 5, 'same');
      expect(again).toMatchObject({ unchanged: false, counts: { changed: { entity: 1, claim: 0 } } });
      expect(await storedDigest()).toBe(digestOf(example!));
      expect(await load(records, 5, 'same')).toMatchObject({ unchanged: true });
    });

    test('of the same stream again looks at what small writes have changed since, and at all after a large one', async () => {
      const first = await load(records, 5, 'same');
      const other = entityRecord('country/other-0');
      await load([other]);
      const again = await load(records, 5, 'same');
      expect(again).toMatchObject({ unchanged: false, put: 0, dropped: 0, taken: records.length });
      expect(again.counts.matched).toEqual(first.counts.new);
      const many = Array.from({ length: 1_001 }, (_, at) => entityRecord(`country/other-${String(at + 1)}`));
      await load(
        [{ ...records[0]!, row: { ...records[0]!.row, name: 'Other' } } as LocatedRecord, ...many],
        2_000,
      );
      const compared = await load(records, 5, 'same');
      expect(compared.counts.changed.entity).toBe(1);
      expect(addCounts(compared.counts.matched, compared.counts.changed)).toEqual(first.counts.new);
    });

    test('that is interrupted keeps the batches before, and goes on after them', async () => {
      const broken = {
        digest: 'broken',
        async *records() {
          yield* records.slice(0, 17);
          throw new Error('interrupted');
        },
      };
      const options = { batchSize: 5, complaints: new Complaints('IMPORT_INVALID') };
      await expect(ingest(model, store, broken, options)).rejects.toThrow('interrupted');
      await storedDigest();
      const rest = await load(records, 5, 'broken');
      expect(rest.resumedAt).toBe(15);
      expect(await storedDigest()).toBe(digestOf(example!));
    });

    test('that is interrupted while records wait for others begins again at the first of these', async () => {
      const backwards = records.toReversed();
      const broken = {
        digest: 'backwards',
        async *records() {
          yield* backwards.slice(0, 20);
          throw new Error('interrupted');
        },
      };
      const options = { batchSize: 5, complaints: new Complaints('IMPORT_INVALID') };
      await expect(ingest(model, store, broken, options)).rejects.toThrow('interrupted');
      expect((await load(backwards, 5, 'backwards')).resumedAt).toBe(0);
      expect(await storedDigest()).toBe(digestOf(example!));
    });

    test('of the same store by two at once ends as if one came after the other', async () => {
      const half = records.filter((_, at) => at % 2 === 0);
      await Promise.all([load(records, 3), load(half, 2), load(records.toReversed(), 4)]);
      expect(await storedDigest()).toBe(digestOf(example!));
    });
  });
}
