import { materialise } from '../../src/claims/materialise';
import { model } from '../../src/domain';
import type { FoundObject } from '../../src/plan';
import { exposure } from '../../src/trace/exposure/exposure';
import type { ExposureArguments } from '../../src/trace/exposure/request';
import { SharedStore } from '../../src/trace/shared-store';
import { Turns } from '../../src/trace/turns';
import { onEveryBareStore } from '../support/bare-stores';
import { fillStore } from '../support/fill';
import { Dice } from '../trace/graphs';
import {
  companies,
  countries,
  dates,
  evidenceOf,
  materials,
  partnerships,
  randomFacts,
  type Fact,
} from './graphs';
import { Reference, type PlainExposure } from './reference';

/** Another seed: `ANODE_EXPOSURE_SEED=7`. So many cases on each store: `ANODE_EXPOSURE_CASES=100000`. */
const seed = Number(process.env['ANODE_EXPOSURE_SEED'] ?? 1);
const casesOn: Readonly<Record<string, number>> = { embedded: 1_200, neo4j: 150 };
const casesOfGraph = 6;

function randomArguments(dice: Dice): ExposureArguments {
  const to = dice.some(countries, 0.4);
  return {
    to: to.length === 0 ? [dice.pick(countries)] : to,
    ...measure(dice),
    statuses: dice.pick([['OPERATING'], ['OPERATING', 'PLANNED']]),
    makes: dice.pick([['CELLS'], ['CELLS', 'PACKS'], null]),
    at: dice.chance(0.4) ? dice.pick(dates) : null,
    first: 100,
    budget: { nodes: 100_000, milliseconds: 10_000 },
  };
}

/** Materials are counted where they are mined, and partnerships are supplied with nothing. */
function measure(dice: Dice): Pick<ExposureArguments, 'of' | 'by' | 'attribution' | 'materials'> {
  const by = dice.pick(['CAPACITY', 'CAPACITY', 'PLANTS', 'CELL_SUPPLY', 'MATERIAL'] as const);
  const attribution = by === 'MATERIAL' || dice.chance(0.5) ? 'LOCATION' : 'HEADQUARTERS';
  const among =
    by === 'CELL_SUPPLY' ? [...companies, ...countries] : [...companies, ...countries, ...partnerships];
  const of = dice.some(among, by === 'CELL_SUPPLY' ? 0.1 : 0.2);
  const materialsAsked = by === 'MATERIAL' && dice.chance(0.3) ? { materials } : {};
  return { of: of.length === 0 ? [dice.pick(companies)] : of, by, attribution, ...materialsAsked };
}

interface Shown {
  readonly low: number;
  readonly high: number;
}

/** The answer in the form of the reference. */
function plain(found: FoundObject): PlainExposure {
  const range = (value: unknown): Shown => ({ low: (value as Shown).low, high: (value as Shown).high });
  const { nodes } = found['contributions'] as { readonly nodes: readonly FoundObject[] };
  return {
    total: range(found['total']),
    exposed: range(found['exposed']),
    rest: range(found['rest']),
    unknown: range(found['unknown']),
    share: found['share'] === undefined ? null : range(found['share']),
    contributions: new Map(
      nodes.map(({ of, plant, owner, country, amount }) => {
        const end = owner ?? (plant === of ? undefined : plant) ?? (isMaterial(of) ? country : undefined);
        return [`${of as string} ${(end as string | undefined) ?? ''}`, range(amount)];
      }),
    ),
  };
}

const isMaterial = (id: unknown): boolean => (id as string).startsWith('material/');

function expectClose(given: Shown, expected: Shown): void {
  expect(given.low).toBeCloseTo(expected.low, 5);
  expect(given.high).toBeCloseTo(expected.high, 5);
}

function expectSame(given: PlainExposure, expected: PlainExposure, isByPlace: boolean): void {
  expectClose(given.total, expected.total);
  expectClose(given.exposed, expected.exposed);
  expectClose(given.rest, expected.rest);
  expectClose(given.unknown, expected.unknown);
  expect([...given.contributions.keys()].toSorted()).toEqual([...expected.contributions.keys()].toSorted());
  for (const [key, range] of given.contributions) expectClose(range, expected.contributions.get(key)!);
  // By location the parts of several plants hang together, which only the reference knows of: the range may be wider.
  if (!isByPlace || given.share === null || expected.share === null) {
    expect(given.share === null).toBe(expected.share === null);
    if (given.share !== null) expectClose(given.share, expected.share!);
  } else {
    expect(given.share.low).toBeLessThanOrEqual(expected.share.low + 1e-5);
    expect(given.share.high).toBeGreaterThanOrEqual(expected.share.high - 1e-5);
  }
}

const turns = new Turns();

onEveryBareStore('exposures in random graphs', (store, name) => {
  const fill = (facts: readonly Fact[]): Promise<void> => {
    const { nodes, edges } = materialise(model, evidenceOf(facts));
    return fillStore(model, store(), [...nodes.values()], [...edges.values()]);
  };

  test(
    'are those of the reference, which goes through every extreme division',
    async () => {
      const count = Number(process.env['ANODE_EXPOSURE_CASES'] ?? casesOn[name]);
      const measured = { CAPACITY: 0, PLANTS: 0, CELL_SUPPLY: 0, MATERIAL: 0 };
      const tally = { nothing: 0, exact: 0, ranges: 0 };
      let facts: readonly Fact[] = [];
      for (let at = 0; at < count; at++) {
        const dice = new Dice(seed * 1_000_003 + at);
        if (at % casesOfGraph === 0) await fill((facts = randomFacts(dice)));
        const args = randomArguments(dice);
        const place = {
          model,
          store: new SharedStore(store(), turns),
          limits: { maxPageSize: 100 },
          path: 'exposure',
          filter: (ids: readonly string[]) => Promise.resolve(ids),
          selected: new Set<string>(),
          alike: () => Promise.resolve([]),
        };
        try {
          const given = plain(await exposure(place, args));
          const expected = new Reference(facts, args).exposure();
          if (expected === undefined) continue;
          const isOfPlants = args.by === 'CAPACITY' || args.by === 'PLANTS';
          expectSame(given, expected, isOfPlants && args.attribution === 'LOCATION');
          measured[args.by] += Number(given.exposed.high > 0);
          const { low, high } = given.exposed;
          tally[high === 0 ? 'nothing' : low === high ? 'exact' : 'ranges']++;
        } catch (error) {
          throw new Error(`Case ${String(at)} of seed ${String(seed)}: ${JSON.stringify(args)}`, {
            cause: error,
          });
        }
      }
      // Cases that never find anything, or always the same, would show little.
      for (const share of Object.values(tally)) expect(share).toBeGreaterThan(count / 20);
      for (const share of Object.values(measured)) expect(share).toBeGreaterThan(count / 40);
    },
    24 * 3_600_000,
  );
});
