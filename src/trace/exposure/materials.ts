import { chemistriesOf, materialsOf, ofMaterial, ofStatistic } from './asks';
import { exactly } from './ranges';
import type { Counted } from './capacity';
import { listOf, numberOf, textOf } from './cells';
import type { Company } from './facts';
import { oneEach, type Stake } from './holding';
import type { Reading } from './level-plan';
import { plantsOf, sorted, type Gathered } from './plants';
import type { ExposureRequest } from './request';
import type { Survey } from './survey';

/** By id, claims. */
type Claims = ReadonlyMap<string, readonly string[]>;

interface Needs {
  /** By material, the claims that it is needed. */
  readonly materials: Claims;
  /** Plants of which nobody knows what they need. */
  readonly unknown: readonly string[];
}

/**
 * Materials, each as a whole: what the world mines of it in the last year of which that is stated, divided among countries. Tonnes of one
 * are never added to those of another.
 */
export async function gatherMaterials(survey: Survey, request: ExposureRequest): Promise<Gathered> {
  const { materials: asked } = request;
  const { materials: needed, unknown } =
    asked === undefined
      ? await needsOf(survey, request)
      : { materials: new Map(asked.map((id) => [id, []])), unknown: [] };
  const found: Mined[] = [];
  const ids = [...needed.keys()].toSorted();
  await survey.each(ids, 'Material', ['name'], ofMaterial, (reading) => {
    for (const id of reading.nodes.keys()) found.push(minedOf(survey, reading, id));
  });
  const claims = await claimsOfTotals(survey, found);
  const counted = found.flatMap((each) => countedOf(each, needed, claims));
  const unmined = ids.filter((id) => !counted.some(({ thing }) => thing.id === id));
  const leftOut = [
    ['NO_PRODUCTION', unmined],
    ['NO_CHEMISTRY', unknown],
  ] as const;
  return {
    counted,
    companies: countriesOf(counted),
    leftOut: new Map(leftOut.filter(([, those]) => those.length > 0)),
    whole: new Set(),
  };
}

/** The materials of the chemistries that companies make and plants are for that are drawn on. */
async function needsOf(survey: Survey, request: ExposureRequest): Promise<Needs> {
  const { plants } = await plantsOf(survey, { ...request, attribution: 'HEADQUARTERS' });
  const { counted } = sorted(await survey.plants(plants), { ...request, by: 'PLANTS' });
  const chemistries = new Set<string>();
  const known = new Set<string>();
  const take = (reading: Reading): void => {
    for (const { from, to } of survey.holding(reading, 'chemistries')) {
      known.add(from);
      chemistries.add(to);
    }
  };
  const ids = counted.map(({ thing }) => thing.id);
  await survey.each(ids, 'Plant', ['name'], chemistriesOf, take);
  await survey.each(request.of.Corporation, 'Corporation', ['name'], chemistriesOf, take);
  const needed = new Map<string, string[]>();
  await survey.each([...chemistries].toSorted(), 'BatteryChemistry', ['name'], materialsOf, (reading) => {
    for (const { to, row } of survey.holding(reading, 'materials'))
      needed.set(to, [...(needed.get(to) ?? []), ...listOf(row['claimIds'])]);
  });
  return { materials: needed, unknown: ids.filter((id) => !known.has(id)) };
}

interface Mined {
  readonly material: string;
  /** What the world mined in a year, in tonnes, and the statistic that says so; undefined where none does. */
  readonly total: { readonly statistic: string; readonly tonnes: number } | undefined;
  readonly by: readonly {
    readonly country: string;
    readonly tonnes: number;
    readonly claimIds: readonly string[];
  }[];
}

function minedOf(survey: Survey, reading: Reading, material: string): Mined {
  const statistics = reading.nodesAlong('statistics');
  const ofCountries = new Set(reading.edges('statistics.country').map(({ from }) => from));
  survey.remember(reading.nodesAlong('producers'));
  const mined = reading
    .edges('producers')
    .filter(({ from, row }) => from === material && textOf(row['stage']) === 'mine');
  const totals = reading
    .edges('statistics')
    .filter(({ from, to }) => from === material && !ofCountries.has(to))
    .flatMap(({ to }) => {
      const { measure, from, until, value } = statistics.get(to)!;
      const isOfYear =
        measure === 'MINE_PRODUCTION' && from === until && typeof value === 'number' && value > 0;
      return isOfYear ? { statistic: to, year: Number(from), tonnes: value } : [];
    })
    .filter(({ year }) => mined.some(({ row }) => row['year'] === year))
    .toSorted((a, b) => b.year - a.year || (a.statistic < b.statistic ? -1 : 1));
  const [total] = totals;
  const by = mined
    .filter(({ row }) => row['year'] === total?.year)
    .map(({ to, row }) => ({
      country: to,
      tonnes: numberOf(row['volume']) ?? 0,
      claimIds: listOf(row['claimIds']),
    }));
  return { material, total, by };
}

async function claimsOfTotals(survey: Survey, mined: readonly Mined[]): Promise<Claims> {
  const found = new Map<string, readonly string[]>();
  const ids = mined.flatMap(({ total }) => total?.statistic ?? []).toSorted();
  await survey.each(ids, 'MarketStatistic', ['name'], ofStatistic, (reading) => {
    for (const [id, claims] of survey.claimsIn(reading))
      found.set(
        id,
        claims.map((claim) => claim.id),
      );
  });
  return found;
}

function countedOf({ material, total, by }: Mined, needed: Claims, claims: Claims): readonly Counted[] {
  if (total === undefined) return [];
  const stakes = by.map(({ country, tonnes, claimIds }): Stake => ({
    owner: country,
    owned: material,
    kind: 'EXTRACTS',
    sense: 'MINES',
    through: undefined,
    share: (100 * tonnes) / total.tonnes,
    claimIds: [...claimIds, ...(claims.get(total.statistic) ?? [])],
  }));
  const amountClaims = (needed.get(material) ?? []).map((id) => ({ id }));
  const thing = {
    id: material,
    node: material,
    status: undefined,
    country: undefined,
    stakes: oneEach(stakes),
  };
  return [{ thing, amount: exactly(1), qualifier: undefined, amountClaims, statusClaims: [] }];
}

/** What is mined in a country rests on it. */
const countriesOf = (counted: readonly Counted[]): Gathered['companies'] =>
  new Map(
    counted
      .flatMap(({ thing }) => thing.stakes)
      .map(({ owner: id }): [string, Company] => [
        id,
        { id, country: { id, claimIds: [] }, stakes: [], isJoint: false },
      ]),
  );
