import { decide, diagnose, loadSeeds, prepareStore, undo } from '../../src/claims';
import type { ClaimRecord, DecisionRecord, Evidence } from '../../src/claims/evidence';
import { materialise } from '../../src/claims/materialise';
import { shownPart } from '../../src/claims/shown';
import { evidenceOf } from '../../src/claims/stored';
import { model } from '../../src/domain';
import { EmbeddedStore } from '../../src/store';
import type { Graph, GraphProperties } from '../../src/model';
import { articleSeed, copyOfArticle, edit } from '../support/seeds';
import { onEveryBareStore } from '../support/bare-stores';

const claim = (
  id: string,
  property: string,
  value: string,
  more: Partial<ClaimRecord> = {},
): ClaimRecord => ({
  id: `claim/${id}`,
  subject: 'plant/x',
  property,
  value,
  confidence: 'MEDIUM',
  status: 'STANDING',
  source: 'source/one',
  attributedTo: [],
  enteredAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

const capacity = { unit: 'GWh/year' };
const claims = [
  claim('ten', 'capacity', '10', { ...capacity, confidence: 'HIGH' }),
  claim('twelve', 'capacity', '12', capacity),
  claim('here', 'country', 'country/x', { confidence: 'HIGH' }),
  claim('there', 'country', 'country/y'),
  claim('half', 'operators', 'corporation/a', { edge: 'share=50', confidence: 'HIGH' }),
  claim('most', 'operators', 'corporation/a', { edge: 'share=60' }),
  claim('other', 'operators', 'corporation/b'),
  claim('cars', 'kinds', 'AUTOMAKER', { subject: 'corporation/a' }),
  claim('mines', 'kinds', 'MINING', { subject: 'corporation/a' }),
];

const entity = (id: string) => ({ id, name: id, aliases: [] });
const ids = ['plant/x', 'country/x', 'country/y', 'corporation/a', 'corporation/b'];

const evidence = (...decisions: DecisionRecord[]): Evidence => ({
  entities: ids.map(entity),
  sources: [{ ...entity('source/one'), cites: [] }],
  claims,
  contradictions: [],
  decisions,
});

const on = (id: string, verdict: string, more: Partial<DecisionRecord> = {}): DecisionRecord => ({
  id: `decision/${verdict.toLowerCase()}-${id}`,
  verdict,
  claim: `claim/${id}`,
  entities: [],
  reason: 'We asked them.',
  curator: 'c',
  decidedAt: '2026-02-01T00:00:00.000Z',
  features: [],
  ...more,
});

const made = (...decisions: DecisionRecord[]): Graph => materialise(model, evidence(...decisions));
const propertiesOf = (graph: Graph, id: string): GraphProperties => graph.nodes.get(id)!.properties;
const conflict = (graph: Graph, part: string): GraphProperties =>
  [...graph.nodes.values()].find(({ id }) => id.startsWith('conflict/') && id.includes(part))!.properties;
const ends = (graph: Graph, type: string): string[] =>
  [...graph.edges.values()].filter((edge) => edge.type === type).map(({ from, to }) => `${from} ${to}`);

describe('a decision', () => {
  test('to prefer a claim shows it, and the conflict says so', () => {
    const graph = made(on('twelve', 'PREFER'));
    expect(propertiesOf(graph, 'plant/x')['capacity']).toBe(12);
    expect(propertiesOf(graph, 'claim/twelve')['shown']).toBe(true);
    expect(propertiesOf(graph, 'claim/ten')['shown']).toBe(false);
    expect(conflict(graph, 'capacity')).toMatchObject({
      shownValue: '12',
      reason: 'It is shown because decision/prefer-twelve prefers it (We asked them).',
    });
  });

  test('to prefer a claim outranks every policy', () => {
    for (const policy of ['DEFAULT', 'MOST_CORROBORATED', 'HIGHEST_CONFIDENCE', 'LATEST'] as const) {
      const graph = materialise(model, evidence(on('twelve', 'PREFER')), { policy });
      expect(propertiesOf(graph, 'plant/x')['capacity']).toBe(12);
    }
  });

  test('to dismiss a claim never shows it, and the conflict keeps it as a side', () => {
    const graph = made(on('ten', 'DISMISS'));
    expect(propertiesOf(graph, 'plant/x')['capacity']).toBe(12);
    expect(propertiesOf(graph, 'claim/ten')).toMatchObject({ shown: false, status: 'STANDING' });
    expect(conflict(graph, 'capacity')).toMatchObject({
      shownValue: '12',
      reason:
        'It is shown because nobody says otherwise; claim/ten is dismissed by decision/dismiss-ten (We asked them).',
    });
    expect(ends(graph, 'INVOLVES')).toContain('conflict/plant-x-capacity-gwh-year claim/ten');
  });

  test('to dismiss all claims shows nothing, and the conflict stays', () => {
    const graph = made(
      on('ten', 'DISMISS'),
      on('twelve', 'DISMISS'),
      on('here', 'DISMISS'),
      on('there', 'DISMISS'),
    );
    expect(propertiesOf(graph, 'plant/x')['capacity']).toBeUndefined();
    expect(ends(graph, 'LOCATED_IN')).toEqual([]);
    for (const part of ['capacity', 'country']) {
      expect(conflict(graph, part)['shownValue']).toBeUndefined();
      expect(conflict(graph, part)['reason']).toBe(
        'None of them is shown: curators dismissed all that is claimed.',
      );
    }
  });

  test('about a relation to one moves its edge', () => {
    expect(ends(made(), 'LOCATED_IN')).toEqual(['plant/x country/x']);
    expect(ends(made(on('there', 'PREFER')), 'LOCATED_IN')).toEqual(['plant/x country/y']);
    expect(ends(made(on('here', 'DISMISS')), 'LOCATED_IN')).toEqual(['plant/x country/y']);
  });

  test('about a relation to many takes away the edge that rests on nothing else, and decides what it says', () => {
    const share = (graph: Graph): unknown =>
      [...graph.edges.values()].find(({ type }) => type === 'OPERATES')!.properties['share'];
    expect(ends(made(), 'OPERATES')).toEqual(['corporation/a plant/x', 'corporation/b plant/x']);
    expect(ends(made(on('other', 'DISMISS')), 'OPERATES')).toEqual(['corporation/a plant/x']);
    expect(share(made())).toBe(50);
    const preferred = made(on('most', 'PREFER'));
    expect(share(preferred)).toBe(60);
    expect(conflict(preferred, 'share')).toMatchObject({
      shownValue: '60',
      reason: 'It is shown because decision/prefer-most prefers it (We asked them).',
    });
    const [edge] = [...made(on('half', 'DISMISS')).edges.values()].filter(({ type }) => type === 'OPERATES');
    expect(edge!.properties).toMatchObject({ share: 60, claimIds: ['claim/most'], confidence: 'MEDIUM' });
  });

  test('to dismiss a claim takes its value out of a list', () => {
    expect(propertiesOf(made(), 'corporation/a')['kinds']).toEqual(['AUTOMAKER', 'MINING']);
    expect(propertiesOf(made(on('cars', 'DISMISS')), 'corporation/a')['kinds']).toEqual(['MINING']);
  });

  test('counts until it is undone; then all that is shown is as before', () => {
    const before = shownPart(model, made());
    for (const { id } of claims)
      for (const verdict of ['PREFER', 'DISMISS']) {
        const undone = on(id.slice('claim/'.length), verdict, { withdrawnAt: '2026-03-01T00:00:00.000Z' });
        const graph = made(undone);
        expect(shownPart(model, graph)).toEqual(before);
        expect(propertiesOf(graph, undone.id)).toMatchObject({ verdict, withdrawnAt: undone.withdrawnAt });
      }
  });

  test('is the latest of several about one claim, whatever their order', () => {
    const first = on('ten', 'DISMISS');
    const later = on('ten', 'PREFER', { decidedAt: '2026-02-02T00:00:00.000Z' });
    for (const own of [
      [first, later],
      [later, first],
    ])
      expect(propertiesOf(made(...own), 'plant/x')['capacity']).toBe(10);
    const undone = { ...later, withdrawnAt: '2026-02-03T00:00:00.000Z' };
    expect(propertiesOf(made(first, undone), 'plant/x')['capacity']).toBe(12);
  });

  test('to prefer one claim gives way to a later one to prefer another', () => {
    const both = [on('ten', 'PREFER'), on('twelve', 'PREFER', { decidedAt: '2026-02-02T00:00:00.000Z' })];
    expect(propertiesOf(made(...both), 'plant/x')['capacity']).toBe(12);
    expect(propertiesOf(made(...both.toReversed()), 'plant/x')['capacity']).toBe(12);
  });

  test('does not count among the origins of others that say the same', () => {
    const alike = claim('like-twelve', 'capacity', '12', { ...capacity, source: 'source/two' });
    const rival = claim('rival', 'capacity', '11', { ...capacity, confidence: 'MEDIUM' });
    const all = (...decisions: DecisionRecord[]): Evidence => {
      const own = evidence(...decisions);
      const two = { ...entity('source/two'), published: '2020', lineage: 'ORIGINAL', cites: [] };
      const one = { ...entity('source/one'), published: '2025', lineage: 'ORIGINAL', cites: [] };
      return { ...own, sources: [one, two], claims: [...claims.slice(1), alike, rival] };
    };
    const shown = (...decisions: DecisionRecord[]): unknown =>
      propertiesOf(materialise(model, all(...decisions)), 'plant/x')['capacity'];
    expect(shown()).toBe(12);
    // Now each value has one origin; 12 is of the older source.
    expect(shown(on('twelve', 'DISMISS'))).toBe(11);
  });

  test('that two are the same ties them both ways until it is undone, and merges nothing', () => {
    const same = on('x', 'SAME', { claim: undefined, entities: ['corporation/a', 'corporation/b'] });
    expect(ends(made(same), 'SAME_AS')).toEqual([
      'corporation/a corporation/b',
      'corporation/b corporation/a',
    ]);
    expect(ends(made(same), 'OPERATES')).toEqual(ends(made(), 'OPERATES'));
    for (const other of [
      { ...same, withdrawnAt: '2026-03-01T00:00:00.000Z' },
      { ...same, verdict: 'DIFFERENT' },
    ])
      expect(shownPart(model, made(other))).toEqual(shownPart(model, made()));
  });

  test('is read back from the graph as it was written', () => {
    const decisions = [
      on('ten', 'DISMISS', {
        withdrawnAt: '2026-03-01T00:00:00.000Z',
        withdrawnBy: 'd',
        withdrawnReason: 'No.',
      }),
      on('x', 'SAME', {
        claim: undefined,
        entities: ['corporation/a', 'corporation/b'],
        score: 0.5,
        features: ['alias', 'country'],
      }),
    ];
    const read = evidenceOf(model, made(...decisions)).decisions;
    expect(read).toEqual(decisions);
  });
});

onEveryBareStore('decisions', (store) => {
  beforeAll(async () => {
    await loadSeeds(model, store(), [articleSeed]);
  }, 180_000);

  /** Fails where the graph is not what its evidence makes. */
  const digests = async () => {
    const findings: unknown[] = [];
    const { digest, shownDigest } = await diagnose(model, store(), (finding) => findings.push(finding));
    expect(findings).toEqual([]);
    return { digest, shownDigest };
  };
  const at = (time: string) => ({ curator: 'c', reason: 'We looked.', at: `2026-12-01T${time}:00.000Z` });

  test('are the same whether they come with the claims or afterwards', async () => {
    const { decision } = await decide(model, store(), 'DISMISS', ['claim/japan-2024-s13'], at('10:00'));
    const later = await digests();
    const folder = copyOfArticle();
    const { id, claim: about, curator, reason, decidedAt } = decision;
    edit(
      folder,
      'curation.csv',
      (text) => `${text}${id},DISMISS,${about!},,${reason},${curator},${decidedAt},,,\n`,
    );
    const other = new EmbeddedStore();
    await prepareStore(model, other);
    await loadSeeds(model, other, [folder]);
    const { digest } = await diagnose(model, other, () => undefined);
    await other.close();
    expect(digest).toBe(later.digest);
    await undo(model, store(), id, at('11:00'));
  });

  test('are made and undone in the store, and what is shown is as before', async () => {
    const before = await digests();
    const claimId = 'claim/japan-2024-s13';
    const { decision, put } = await decide(model, store(), 'PREFER', [claimId], at('12:00'));
    expect(decision).toMatchObject({
      id: 'decision/prefer-japan-2024-s13-20261201120000000',
      claim: claimId,
    });
    expect(put).toBeGreaterThan(1);
    const between = await digests();
    expect(between.shownDigest).not.toBe(before.shownDigest);
    await undo(model, store(), decision.id, at('13:00'));
    const after = await digests();
    expect(after.shownDigest).toBe(before.shownDigest);
    expect(after.digest).not.toBe(before.digest);
  });

  test.each([
    ['a claim that is not there', 'PREFER', ['claim/none'], /"claim\/none" .* something that exists/],
    ['what is no claim', 'DISMISS', ['plant/x'], /"plant\/x" .* claim\/…/],
    [
      'what is no entity',
      'SAME',
      ['corporation/toyota', 'source/nikkei'],
      /"source\/nikkei" .* of an entity/,
    ],
    ['an entity and itself', 'SAME', ['corporation/toyota', 'corporation/toyota'], /two different entities/],
    [
      'an entity that is not there',
      'SAME',
      ['corporation/toyota', 'corporation/none'],
      /"corporation\/none"/,
    ],
  ] as const)('about %s are refused', async (_what, verdict, about, message) => {
    const before = await digests();
    await expect(decide(model, store(), verdict, about, at('10:00'))).rejects.toThrow(message);
    expect(await digests()).toEqual(before);
  });

  test('that are not there, or undone already, cannot be undone', async () => {
    await expect(undo(model, store(), 'decision/none', at('10:00'))).rejects.toThrow(
      /a decision that exists/,
    );
    await expect(undo(model, store(), 'decision/japan-2024-june-sales', at('10:00'))).rejects.toThrow(
      /in force; this one was undone at 2026-11-23T13:00:00.000Z/,
    );
  });
});
