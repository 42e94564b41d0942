import { awkwardSeed, onEveryStore } from '../support/servers';

const missed = `query ($from: [ID!]!, $to: [ID!]!, $hops: [HopCondition!], $maxHops: Int!) {
  trace(from: $from, to: $to, where: { hops: $hops }, maxHops: $maxHops) {
    nodes { length }
    search { exhaustive }
    nearestMiss {
      reason
      hops
      explanation
      maybeSame { one { id } other { id name } score features { kind detail } }
      path { length nodes { id } hops { kind direction from { id } to { id } } account }
    }
  }
}`;

const acme = { one: { id: 'corporation/acme' }, other: { id: 'corporation/acme-two', name: 'Acme' } };

onEveryStore(
  'a path that would be one if two companies were the same',
  (server) => {
    const miss = async (variables: object): Promise<unknown> => {
      const { trace } = (await server().data(missed, { maxHops: 2, ...variables })) as {
        trace: { nodes: unknown[]; search: object; nearestMiss: unknown };
      };
      expect(trace.nodes).toEqual([]);
      expect(trace.search).toEqual({ exhaustive: true });
      return trace.nearestMiss;
    };

    test('names both, and what speaks for it', async () => {
      expect(
        await miss({ from: 'corporation/acme-two', to: 'corporation/emoji', hops: [{ kind: 'OWNS' }] }),
      ).toEqual({
        reason: 'MAYBE_SAME',
        hops: [0],
        explanation:
          'Acme (corporation/acme-two) and Acme (corporation/acme) may be the same by their names: written the same.',
        maybeSame: {
          ...acme,
          score: 0.85,
          features: [
            { kind: 'NAME', detail: 'Acme' },
            { kind: 'EXACT', detail: 'written the same' },
            { kind: 'OTHER_COUNTRY', detail: 'country/westland' },
          ],
        },
        path: {
          length: 1,
          nodes: ['corporation/acme-two', 'corporation/acme', 'corporation/emoji'].map((id) => ({ id })),
          hops: [
            {
              kind: 'OWNS',
              direction: 'OUT',
              from: { id: 'corporation/acme' },
              to: { id: 'corporation/emoji' },
            },
          ],
          account: 'Acme owns 🔋 Cells since 2020 until 2024-06 [1].',
        },
      });
    });

    test('at the end of a chain as at its beginning', async () => {
      const { reason, hops, maybeSame, path } = (await miss({
        from: 'corporation/emoji',
        to: 'corporation/acme-two',
        hops: [{ kind: 'OWNS' }],
      })) as Record<string, unknown>;
      expect({ reason, hops, maybeSame }).toMatchObject({ reason: 'MAYBE_SAME', hops: [0], maybeSame: acme });
      expect(path).toMatchObject({
        nodes: ['corporation/emoji', 'corporation/acme', 'corporation/acme-two'].map((id) => ({ id })),
        hops: [{ direction: 'IN', from: { id: 'corporation/emoji' }, to: { id: 'corporation/acme' } }],
      });
    });

    test('is not that two ends themselves may be the same', async () => {
      const found = await miss({
        from: 'corporation/acme',
        to: 'corporation/acme-three',
        hops: [{ kind: 'OWNS' }],
        maxHops: 1,
      });
      expect(found).toBeNull();
    });
  },
  { seeds: [awkwardSeed] },
);

onEveryStore('companies that are tied are not the same', (server) => {
  test('Panasonic Holdings owns Panasonic Energy, and is another', async () => {
    const { trace } = (await server().data(`{
      trace(
        from: "corporation/panasonic-holdings", to: "corporation/subaru", maxHops: 2
        where: { hops: [{ kind: PARTICIPATES_IN }], minConfidence: MEDIUM }
      ) { nodes { length } nearestMiss { reason hops maybeSame { score } } }
    }`)) as { trace: unknown };
    const missed = { reason: 'BELOW_CONFIDENCE', hops: [0, 1], maybeSame: null };
    expect(trace).toEqual({ nodes: [], nearestMiss: missed });
  });
});
