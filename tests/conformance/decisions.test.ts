/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return --
   answers are JSON, and what is in them is what is tested */
import { copyOfArticle, edit } from '../support/seeds';
import { onEveryStore } from '../support/servers';

const statistic = 'market-statistic/japan-ev-sales-2024-06';
const claim = 'claim/japan-2024-s13';
const cancelled = 'claim/japan-2024-c11-nissan-investment';
const at = (hour: number): string => new Date(Date.UTC(2026, 11, 1, hour)).toISOString();

/** The article's folder with more decisions: verdict, claim, when it was made and when it was undone. */
function withDecisions(...decisions: (readonly [string, string, number, number?])[]): string {
  const folder = copyOfArticle();
  const rows = decisions.map(
    ([verdict, about, made, undone], n) =>
      `decision/d-${String(n)},${verdict},${about},,We looked.,c,${at(made)},${undone === undefined ? '' : at(undone)},,\n`,
  );
  edit(folder, 'curation.csv', (text) => text + rows.join(''));
  return folder;
}

const asked = (directive = '') => `query ${directive} {
  marketStatistic(id: "${statistic}") {
    value
    claims(where: { id: { eq: "${claim}" } }) {
      nodes { shown status decisions(where: { curator: { eq: "c" } }) { nodes { verdict withdrawnAt } } }
    }
    conflicts(where: { kind: { eq: VALUE } }) { nodes { shownValue reason sides { totalCount } } }
  }
  large: marketStatistics(where: { id: { eq: "${statistic}" }, value: { gt: 20000 } }) { totalCount }
}`;

onEveryStore('decisions', (server) => {
  test('are listed, filtered and counted like any other kind', async () => {
    const data = await server().data(`{
      decisions(orderBy: [{ id: ASC }]) { totalCount nodes { id name verdict claim { id } entities { totalCount } } }
      standing: decisions(where: { withdrawnAt: { isNull: true } }) { nodes { id } }
      dismissing: decisions(where: { verdict: { eq: DISMISS }, claim: { status: { eq: DISPUTED } } }) { nodes { id curator withdrawnReason } }
      decided: claims(where: { decisions: { some: { verdict: { eq: PREFER } } } }) { nodes { id } }
    }`);
    expect(data).toEqual({
      decisions: {
        totalCount: 2,
        nodes: [
          {
            id: 'decision/japan-2024-june-sales',
            name: `DISMISS ${claim}`,
            verdict: 'DISMISS',
            claim: { id: claim },
            entities: { totalCount: 0 },
          },
          {
            id: 'decision/japan-2024-nissan-given-up',
            name: 'PREFER claim/japan-2024-c11-nissan-investment',
            verdict: 'PREFER',
            claim: { id: 'claim/japan-2024-c11-nissan-investment' },
            entities: { totalCount: 0 },
          },
        ],
      },
      standing: { nodes: [{ id: 'decision/japan-2024-nissan-given-up' }] },
      dismissing: {
        nodes: [
          {
            id: 'decision/japan-2024-june-sales',
            curator: 'Anode',
            withdrawnReason: 'A disputed claim is best seen beside the one that corrects it.',
          },
        ],
      },
      decided: { nodes: [{ id: 'claim/japan-2024-c11-nissan-investment' }] },
    });
  });
});

onEveryStore(
  'decisions that were undone',
  (server) => {
    test('leave all as it was, and are known for as long as they counted', async () => {
      const { marketStatistic, large } = await server().data(asked());
      expect(marketStatistic).toMatchObject({
        value: 5010,
        claims: {
          nodes: [{ shown: false, decisions: { nodes: [{ verdict: 'PREFER', withdrawnAt: at(12) }] } }],
        },
        conflicts: {
          nodes: [
            { shownValue: '5010', reason: 'It is shown because the others are disputed or superseded.' },
          ],
        },
      });
      expect(large).toEqual({ totalCount: 0 });
      const known: unknown[] = [];
      for (const hour of [9, 10, 11, 12, 13, 14, 15, 16, 17]) {
        const data = await server().data(asked(`@asOf(known: "${at(hour)}")`));
        known.push([data.marketStatistic.value, data.large.totalCount]);
      }
      const [ruled, decided] = [
        [5010, 0],
        [29282, 1],
      ];
      expect(known).toEqual([ruled, decided, decided, ruled, ruled, decided, decided, ruled, ruled]);
    });

    test('are not known before they are made', async () => {
      const known = await server().data(`query @asOf(known: "${at(13)}") {
        decisions(where: { curator: { eq: "c" } }) { nodes { verdict } }
      }`);
      expect(known).toEqual({ decisions: { nodes: [{ verdict: 'PREFER' }] } });
    });
  },
  { seeds: [withDecisions(['PREFER', claim, 10, 12], ['DISMISS', 'claim/japan-2024-c2-june', 14, 16])] },
);

onEveryStore(
  'decisions in force',
  (server) => {
    test('choose what is shown, and the conflict names them', async () => {
      const { marketStatistic, large } = await server().data(asked());
      expect(marketStatistic).toEqual({
        value: 29282,
        claims: {
          nodes: [
            {
              shown: true,
              status: 'DISPUTED',
              decisions: { nodes: [{ verdict: 'PREFER', withdrawnAt: null }] },
            },
          ],
        },
        conflicts: {
          nodes: [
            {
              shownValue: '29282',
              reason: 'It is shown because decision/d-0 prefers it (We looked).',
              sides: { totalCount: 2 },
            },
          ],
        },
      });
      expect(large).toEqual({ totalCount: 1 });
    });

    test('outrank the policies of a reading, and go with the source they rest on', async () => {
      for (const policy of ['DEFAULT', 'MOST_CORROBORATED', 'HIGHEST_CONFIDENCE', 'LATEST'])
        expect((await server().data(asked(`@resolve(policy: ${policy})`))).marketStatistic.value).toBe(29282);
      const without = await server().data(asked('@resolve(exclude: ["source/econotimes-2024-09"])'));
      expect(without.marketStatistic.value).toBe(5010);
    });

    test('are heeded by timelines and differences', async () => {
      const { timeline, diff, investment } = await server().data(`{
        timeline(of: ["investment/nissan-2024"]) { nodes { claims { id } } }
        diff(of: ["investment/nissan-2024"], between: { from: "2025-01", to: "2025-12" }) { changes { property } }
        investment(id: "investment/nissan-2024") { status }
      }`);
      const told = timeline.nodes.flatMap(({ claims }: any) => claims.map(({ id }: any) => id));
      expect(told).not.toHaveLength(0);
      expect(told).not.toContain(cancelled);
      expect(diff.changes).toEqual([]);
      expect(investment.status).toBe('PLANNED');
    });
  },
  { seeds: [withDecisions(['PREFER', claim, 10], ['DISMISS', cancelled, 13])] },
);
