import fc from 'fast-check';
import type { ClaimRecord, DecisionRecord, Evidence, SourceRecord } from '../../src/claims/evidence';
import type { LocatedRecord } from '../../src/claims/ingest/record';

/** A small world, in which much disagrees: few subjects, few sources that cite each other, claims of edges from both ends. */
const plants = ['plant/a', 'plant/b', 'plant/c'];
const corporations = ['corporation/a', 'corporation/b'];
const countries = ['country/x', 'country/y'];
const parties = ['organization/o', 'corporation/a'];
const sources = ['source/1', 'source/2', 'source/3', 'source/4'];

const some = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...items), { maxLength: 2 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const statements = fc.oneof(
  fc.record({
    subject: fc.constantFrom(...plants),
    property: fc.constant('capacity'),
    value: fc.constantFrom('10', '10.0', '12.5'),
    unit: fc.constant('GWh/year'),
  }),
  fc.record({
    subject: fc.constantFrom(...plants),
    property: fc.constant('status'),
    value: fc.constantFrom('OPERATING', 'PLANNED'),
  }),
  fc.record({
    subject: fc.constantFrom(...plants),
    property: fc.constant('country'),
    value: fc.constantFrom(...countries),
  }),
  fc.record({
    subject: fc.constantFrom(...plants),
    property: fc.constant('operators'),
    value: fc.constantFrom(...corporations),
    edge: maybe(fc.constantFrom('share=40', 'share=60')),
  }),
  fc.record({
    subject: fc.constantFrom(...corporations),
    property: fc.constant('plants'),
    value: fc.constantFrom(...plants),
    edge: maybe(fc.constantFrom('share=40', 'share=50')),
  }),
  fc.record({
    subject: fc.constantFrom(...corporations),
    property: fc.constant('kinds'),
    value: fc.constantFrom('AUTOMAKER', 'MINING'),
  }),
  fc.record({
    subject: fc.constantFrom(...corporations),
    property: fc.constant('owns'),
    value: fc.constantFrom(...corporations),
  }),
);

const claimOf = (id: string): fc.Arbitrary<ClaimRecord> =>
  fc
    .tuple(
      statements,
      fc.record({
        validFrom: maybe(fc.constantFrom('2023', '2024')),
        confidence: fc.constantFrom('HIGH', 'MEDIUM', 'LOW'),
        status: fc.constantFrom('STANDING', 'STANDING', 'STANDING', 'DISPUTED', 'SUPERSEDED', 'WITHDRAWN'),
        source: fc.constantFrom(...sources),
        attributedTo: some([...sources, ...parties]),
      }),
    )
    .map(([statement, rest]) => ({ id, enteredAt: '2026-01-01T00:00:00.000Z', ...statement, ...rest }));

const sourceOf = (id: string): fc.Arbitrary<SourceRecord> =>
  fc
    .record({
      published: maybe(fc.constantFrom('2023-05', '2024-06', '2025')),
      party: maybe(fc.constantFrom(...parties)),
      lineage: maybe(fc.constantFrom('ORIGINAL', 'DERIVED', 'UNKNOWN')),
      cites: some(sources),
      name: fc.constantFrom('One', 'Two'),
    })
    .map((rest) => ({ id, aliases: [], ...rest }));

const numbered = <T>(count: number, make: (id: string) => fc.Arbitrary<T>, slug: string): fc.Arbitrary<T[]> =>
  fc.tuple(...Array.from({ length: count }, (_, at) => make(`${slug}/${String(at + 1)}`)));

const times = ['2026-01-02', '2026-01-03', '2026-01-04'].map((day) => `${day}T00:00:00.000Z`);

/** A decision about the claim at a place, and perhaps when it was undone. */
const decisionOf = (id: string): fc.Arbitrary<DecisionRecord & { at: number }> =>
  fc
    .record({
      verdict: fc.constantFrom('PREFER', 'DISMISS', 'SAME', 'DIFFERENT'),
      at: fc.nat(24),
      decidedAt: fc.constantFrom(...times),
      isUndone: fc.boolean(),
    })
    .map(({ verdict, at, decidedAt, isUndone }) => ({
      id,
      at,
      verdict,
      claim: undefined,
      entities: verdict === 'PREFER' || verdict === 'DISMISS' ? [] : plants.slice(at % 2, (at % 2) + 2),
      reason: 'Looked into.',
      curator: 'c',
      decidedAt,
      withdrawnAt: isUndone ? times.at(-1) : undefined,
      features: [],
    }));

/** Evidence in which every reference leads to something. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    names: fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 8, maxLength: 8 }),
    sources: numbered(4, sourceOf, 'source'),
    claims: fc.integer({ min: 1, max: 25 }).chain((count) => numbered(count, claimOf, 'claim')),
    sides: fc.array(fc.nat(24), { minLength: 1, maxLength: 3 }),
    property: maybe(fc.constantFrom('capacity', 'status')),
    decided: numbered(3, decisionOf, 'decision'),
  })
  .map(({ names, claims, sides, property, decided, ...rest }) => ({
    entities: [...plants, ...corporations, ...countries, 'organization/o'].map((id, at) => ({
      id,
      name: names[at]!,
      aliases: [],
    })),
    claims,
    contradictions: [
      {
        id: 'conflict/found',
        kind: 'ARITHMETIC',
        subject: 'plant/a',
        property,
        reference: 'C1',
        reason: 'It does not add up.',
        sides: [...new Set(sides.map((side) => claims[side % claims.length]!.id))],
      },
    ],
    decisions: decided.map(({ at, ...decision }) => ({
      ...decision,
      claim: decision.entities.length > 0 ? undefined : claims[at % claims.length]!.id,
    })),
    ...rest,
  }));

/** Evidence as records, each at a line of a file. */
export function recordsIn({
  entities,
  sources: own,
  claims,
  contradictions,
  decisions,
}: Evidence): LocatedRecord[] {
  const at = (line: number) => (column?: string) => ({ file: 'records', line, column });
  return [
    ...entities.map((row) => ({ kind: 'entity' as const, row })),
    ...own.map((row) => ({ kind: 'source' as const, row })),
    ...claims.map((row) => ({ kind: 'claim' as const, row })),
    ...contradictions.map((row) => ({ kind: 'contradiction' as const, row })),
    ...decisions.map((row) => ({ kind: 'decision' as const, row })),
  ].map((record, line) => ({ ...record, at: at(line + 1) }));
}
