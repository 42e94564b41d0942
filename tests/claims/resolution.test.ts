import type { ClaimRecord, SourceRecord } from '../../src/claims/evidence';
import { Lineage } from '../../src/claims/lineage';
import { resolve, sameValue } from '../../src/claims/resolve';
import { expectationOf, pairsOf, valueOf } from '../../src/claims/values';
import { weightsOf } from '../../src/claims/weights';

/** One that cites nobody speaks first-hand. */
const source = (id: string, published?: string, ...cites: string[]): SourceRecord => ({
  id,
  name: id,
  aliases: [],
  published,
  cites,
  lineage: cites.length === 0 ? 'ORIGINAL' : 'DERIVED',
});

/** One of which nobody knows what it rests on. */
const unknown = (id: string, ...cites: string[]): SourceRecord => ({
  ...source(id, '2024-03', ...cites),
  lineage: cites.length === 0 ? undefined : 'UNKNOWN',
});

const claim = (id: string, value: string, more: Partial<ClaimRecord> = {}): ClaimRecord => ({
  id,
  value,
  subject: 'plant/x',
  property: 'capacity',
  confidence: 'MEDIUM',
  status: 'STANDING',
  source: 's/one',
  attributedTo: [],
  enteredAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

/** Two copies of one paper, and two that found out by themselves. */
const lineage = new Lineage([
  source('s/paper', '2024-09-05'),
  source('s/copy-1', '2024-09-06', 's/paper'),
  source('s/copy-2', '2024-09-07', 's/copy-1'),
  source('s/one', '2024-01'),
  source('s/two', '2024-02'),
  source('s/undated'),
  source('s/circle-1', '2024', 's/circle-2'),
  source('s/circle-2', '2024', 's/circle-1'),
  unknown('s/unknown-1'),
  unknown('s/unknown-2'),
  unknown('s/unknown-copy', 's/unknown-1'),
  unknown('s/unknown-paper', 's/paper'),
  source('s/joins-1', '2024', 's/one', 's/unknown-1'),
  source('s/joins-2', '2024', 's/two', 's/unknown-1'),
]);

describe('which claim is shown', () => {
  const shown = (...claims: ClaimRecord[]): [id: string | undefined, reason: string | undefined] => {
    const there = resolve(claims, weightsOf(claims, lineage));
    const back = resolve(claims.toReversed(), weightsOf(claims.toReversed(), lineage));
    expect(back).toEqual(there);
    return [there?.shown.id, there?.reason];
  };

  test('none where there is none, or all are withdrawn', () => {
    expect(shown()).toEqual([undefined, undefined]);
    expect(shown(claim('a', '1', { status: 'WITHDRAWN' }))).toEqual([undefined, undefined]);
  });

  test('the only one', () => {
    expect(shown(claim('a', '1'))).toEqual(['a', 'nobody says otherwise']);
  });

  test('the one with the smallest id of those that agree', () => {
    expect(shown(claim('b', '1'), claim('a', '1.0'))).toEqual(['a', 'nobody says otherwise']);
  });

  test('a withdrawn one never, however good', () => {
    const withdrawn = claim('a', '1', { status: 'WITHDRAWN', confidence: 'HIGH' });
    expect(shown(withdrawn, claim('b', '2', { confidence: 'LOW' }))).toEqual(['b', 'nobody says otherwise']);
  });

  test('standing before superseded before disputed', () => {
    const reason = 'the others are disputed or superseded';
    const disputed = claim('a', '1', { status: 'DISPUTED', confidence: 'HIGH', validFrom: '2025' });
    const superseded = claim('b', '2', { status: 'SUPERSEDED', confidence: 'HIGH', validFrom: '2025' });
    expect(shown(disputed, superseded, claim('c', '3'))).toEqual(['c', reason]);
    expect(shown(disputed, superseded)).toEqual(['b', reason]);
  });

  test('then the latest period, a stated one before none', () => {
    const late = claim('b', '2', { validFrom: '2024-07', confidence: 'LOW' });
    expect(shown(claim('a', '1', { validFrom: '2024-01' }), late)).toEqual([
      'b',
      'it is of the latest period',
    ]);
    expect(shown(claim('a', '1'), late)).toEqual(['b', 'it is of the latest period']);
  });

  test('then the most confident', () => {
    const low = claim('a', '1', { confidence: 'LOW' });
    const high = claim('c', '3', { confidence: 'HIGH' });
    expect(shown(low, claim('b', '2'), high)).toEqual(['c', 'it is the most confident']);
  });

  test('then what most independent origins say; copies count as one', () => {
    const copies = ['s/paper', 's/copy-1', 's/copy-2'].map((from, at) =>
      claim(`a${at}`, '1', { source: from }),
    );
    const two = [claim('b', '2', { source: 's/one' }), claim('c', '2', { source: 's/two' })];
    expect(shown(...copies, ...two)).toEqual(['c', 'most independent origins say so']);
  });

  test('then the latest source, one without a date last', () => {
    const early = claim('a', '1', { source: 's/one' });
    const late = claim('b', '2', { source: 's/two' });
    expect(shown(early, late)).toEqual(['b', 'its source is the latest']);
    expect(shown(early, claim('0', '2', { source: 's/undated' }))).toEqual(['a', 'its source is the latest']);
  });

  test('and in the end the smallest id, which is said', () => {
    expect(shown(claim('b', '2'), claim('a', '1'))).toEqual([
      'a',
      'nothing tells them apart, and its id comes first',
    ]);
  });
});

describe('independent origins', () => {
  const origins = (...claims: Partial<ClaimRecord>[]): number =>
    lineage.independentOrigins(claims.map((more, at) => claim(String(at), '1', more)));

  test.each([
    ['nobody', [], 0],
    ['one', ['s/one'], 1],
    ['the same twice', ['s/one', 's/one'], 1],
    ['two', ['s/one', 's/two'], 2],
    ['a paper and its copies', ['s/copy-1', 's/copy-2', 's/paper'], 1],
    ['copies without the paper', ['s/copy-1', 's/copy-2'], 1],
    ['copies and somebody else', ['s/copy-2', 's/one', 's/copy-1'], 2],
    ['two that cite nobody but each other', ['s/circle-1', 's/circle-2'], 0],
    ['one of unknown lineage', ['s/unknown-1'], 0],
    ['two of unknown lineage', ['s/unknown-1', 's/unknown-2'], 0],
    ['a copy of one of unknown lineage', ['s/unknown-copy'], 0],
    ['one, and one of unknown lineage', ['s/one', 's/unknown-1'], 1],
    ['one that cites a paper, and may know more', ['s/unknown-paper', 's/copy-1'], 1],
    ['two that share one of unknown lineage', ['s/joins-1', 's/joins-2'], 1],
  ])('%s', (_title, sources, count) => {
    expect(origins(...sources.map((from) => ({ source: from })))).toBe(count);
  });

  test('whom a claim is attributed to counts, not who tells it', () => {
    const byPaper = { source: 's/one', attributedTo: ['s/paper'] };
    expect(origins(byPaper, { source: 's/copy-2' })).toBe(1);
    expect(origins(byPaper, { source: 's/one' })).toBe(2);
    const byParty = { source: 's/one', attributedTo: ['organization/x'] };
    expect(origins(byParty, { source: 's/one' })).toBe(2);
    expect(origins(byParty, { ...byParty, source: 's/two' })).toBe(1);
  });

  test('a party speaks for itself, whatever is known of who tells it', () => {
    expect(origins({ source: 's/unknown-1', attributedTo: ['organization/x'] })).toBe(1);
    expect(origins({ source: 's/one', attributedTo: ['s/unknown-1'] })).toBe(0);
  });

  test('one that rests on two others joins them', () => {
    expect(origins({ source: 's/one' }, { source: 's/two' }, { attributedTo: ['s/one', 's/two'] })).toBe(1);
  });
});

describe('values', () => {
  test.each([
    ['16', '16.0', true],
    ['16', '16.7', false],
    ['LFP', 'lfp ', true],
    ['1e3', '1000', true],
    ['2024', '2024-01', false],
  ])('%s and %s', (a, b, same) => {
    expect(sameValue(claim('a', a), claim('b', b))).toBe(same);
    expect(sameValue(claim('a', a, { unit: 'JPY' }), claim('b', b, { unit: 'USD' }))).toBe(false);
  });

  test.each([
    ['int', '12', true],
    ['int', '-12', true],
    ['int', '1.5', false],
    ['int', '9999999999', false],
    ['decimal', '1000000000000', true],
    ['decimal', '-0.5', true],
    ['decimal', '.5', false],
    ['decimal', 'NaN', false],
    ['decimal', '１２', false],
    ['flag', 'true', true],
    ['flag', 'yes', false],
    ['date', '2024', true],
    ['date', '2024-02-30', false],
    ['text', '', false],
  ] as const)('as %s, %j fits: %s', (type, text, fits) => {
    expect(expectationOf(type, text) === undefined).toBe(fits);
  });

  test('are kept as their type', () => {
    expect([
      valueOf('int', '7'),
      valueOf('decimal', '7.5'),
      valueOf('flag', 'false'),
      valueOf('date', '2024-09'),
    ]).toEqual([7, 7.5, false, '2024-09']);
  });

  test('pairs of an edge', () => {
    expect(pairsOf('role=cell supplier; share=51;; note=a=b ;bare')).toEqual([
      ['role', 'cell supplier'],
      ['share', '51'],
      ['note', 'a=b'],
      ['bare', ''],
    ]);
    expect(pairsOf('')).toEqual([]);
  });
});
