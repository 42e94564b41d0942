import { model } from '../../src/domain';
import { Alike, type AlikePair } from '../../src/trace/alike';
import type { Conditions, Direction, Rank, TimeMode, TraceRequest } from '../../src/trace/request';
import { TraceSearch, type Slice } from '../../src/trace/search';
import { SharedStore } from '../../src/trace/shared-store';
import { Turns } from '../../src/trace/turns';
import { onEveryBareStore } from '../support/bare-stores';
import { fillStore } from '../support/fill';
import { Dice, randomGraph, type GraphOfTest } from './graphs';
import { Reference } from './reference';

/** Another seed: `ANODE_TRACE_SEED=7`. So many cases on each store: `ANODE_TRACE_CASES=100000`. */
const seed = Number(process.env['ANODE_TRACE_SEED'] ?? 1);
const casesOn: Readonly<Record<string, number>> = { embedded: 3_000, neo4j: 300 };
const casesOfGraph = 30;

const times: readonly TimeMode[] = ['ANY', 'ALL_AT', 'JOINT', 'CHRONOLOGICAL'];
const ranks: readonly Rank[] = ['SHORTEST', 'WEAKEST_LINK', 'MOST_CORROBORATED', 'MOST_RECENT'];
const directions: readonly Direction[] = ['OUT', 'IN', 'ANY'];
const hopKinds = [
  'OWNS',
  'SUPPLIES',
  'PARTICIPATES_IN',
  'HEADQUARTERED_IN',
  'OPERATES',
  'BUILDS',
  'LOCATED_IN',
];
const nodeKinds = ['Corporation', 'Country', 'Partnership', 'Plant'];

interface Case {
  readonly request: TraceRequest;
  readonly fitting: ReadonlySet<string>;
  readonly page: number;
  /** Which may be the same. */
  readonly alike: readonly AlikePair[];
}

function randomCase(dice: Dice, { entities, sources }: GraphOfTest): Case {
  const shuffled = entities.map((id) => [dice.next(), id] as const).toSorted((a, b) => a[0] - b[0]);
  const ids = shuffled.map(([, id]) => id);
  const [from, to] = [1 + dice.below(2), 1 + dice.below(2)];
  const others = ids.slice(from + to);
  const time = dice.pick(times);
  const maxHops = dice.chance(0.1) ? dice.pick([1, 6, 7, 8]) : 2 + dice.below(4);
  const through = maxHops > 1 && dice.chance(0.2) ? [others[0]!] : [];
  return {
    request: {
      from: ids.slice(0, from),
      to: ids.slice(from, from + to),
      where: { ...conditions(dice, sources), avoid: dice.some(others.slice(1), 0.05), through },
      time,
      at: time === 'ALL_AT' ? dice.pick(['2020', '2020-04', '2021-06-30', '2023-05-01']) : undefined,
      rankBy: dice.pick(ranks),
      maxHops,
      budget: { nodes: 100_000, milliseconds: 60_000 },
    },
    fitting: new Set(dice.chance(0.2) ? dice.some(entities, 0.8) : entities),
    page: 1 + dice.below(8),
    alike: dice.chance(0.4) ? alikePairs(dice, entities) : [],
  };
}

function alikePairs(dice: Dice, entities: readonly string[]): AlikePair[] {
  const pairs = entities.flatMap((one, at) =>
    entities.slice(at + 1).map((other) => ({ one, other, why: '' })),
  );
  return dice.some(pairs, 0.06);
}

function conditions(dice: Dice, sources: readonly string[]): Conditions {
  const hops = dice
    .some(hopKinds, 0.7)
    .map((kind) => ({ kind, direction: dice.chance(0.5) ? 'ANY' : dice.pick(directions) }));
  return {
    ...(dice.chance(0.3) && hops.length > 0 && { hops }),
    ...(dice.chance(0.2) && { nodeKinds: [dice.pick(nodeKinds), 'Corporation'] }),
    ...(dice.chance(0.2) && { hubs: ['Country'] }),
    ...(dice.chance(0.4) && { minConfidence: dice.pick(['LOW', 'MEDIUM', 'HIGH']) }),
    ...(dice.chance(0.3) && { minOrigins: 1 + dice.below(3) }),
    ...(dice.chance(0.4) && { excludeSources: dice.some(sources, 0.3) }),
  };
}

const turns = new Turns();

onEveryBareStore('paths through random graphs', (store, name) => {
  const fill = ({ nodes, edges }: GraphOfTest): Promise<void> => fillStore(model, store(), nodes, edges);

  const search = ({ request, fitting }: Case): TraceSearch =>
    new TraceSearch(model, new SharedStore(store(), turns), request, (ids) =>
      Promise.resolve(ids.filter((id) => fitting.has(id))),
    );

  async function page(each: Case, slice: Slice) {
    const { paths, hasMore } = await search(each).find(slice);
    const plain = paths.map(({ key, flaws }) => ({ ...key, flaws: flaws.map(({ flaw }) => flaw) }));
    return { paths: plain, hasMore };
  }

  test(
    'are those that the reference finds, page by page, and where there are none it is missed by the same',
    async () => {
      const count = Number(process.env['ANODE_TRACE_CASES'] ?? casesOn[name]);
      let alike = 0;
      const tally = { none: 0, missed: 0, some: 0 };
      for (let at = 0; at < count; at++) {
        const dice = new Dice(seed * 1_000_003 + at);
        if (at % casesOfGraph === 0) await fill((graph = randomGraph(dice)));
        const each = randomCase(dice, graph!);
        const reference = new Reference(graph!, each.request, each.fitting);
        const expected = reference.paths();
        tally[expected.length > 0 ? 'some' : 'none']++;
        try {
          const first = await page(each, { first: each.page, after: undefined });
          expect(first.paths).toEqual(expected.slice(0, each.page));
          expect(first.hasMore).toBe(expected.length > each.page);
          if (first.hasMore) {
            const second = await page(each, { first: each.page, after: first.paths.at(-1) });
            expect(second.paths).toEqual(expected.slice(each.page, 2 * each.page));
            expect(second.hasMore).toBe(expected.length > 2 * each.page);
          }
          if (expected.length === 0) {
            const own = search(each);
            await own.find({ first: 1, after: undefined });
            const missed = await own.nearestMiss(new Alike(each.alike));
            const miss = reference.nearestMiss(each.alike);
            expect(
              missed && { signature: missed.key.signature, flaws: missed.flaws.map(({ flaw }) => flaw) },
            ).toEqual(miss && { signature: miss.signature, flaws: miss.flaws });
            if (miss !== undefined) tally.missed++;
            if (miss?.flaws[0] === 'MAYBE_SAME') alike++;
          }
        } catch (error) {
          throw new Error(`Case ${String(at)} of seed ${String(seed)}: ${JSON.stringify(each.request)}`, {
            cause: error,
          });
        }
      }
      // Cases that never find anything, or always, would show little.
      for (const share of Object.values(tally)) expect(share).toBeGreaterThan(count / 20);
      expect(alike).toBeGreaterThan(count / 200);
    },
    24 * 3_600_000,
  );
  let graph: GraphOfTest | undefined;
});
