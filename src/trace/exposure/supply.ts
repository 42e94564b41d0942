import { exactly } from './ranges';
import type { Counted } from './capacity';
import type { Company, PlantFacts } from './facts';
import { oneEach, type Stake } from './holding';
import { sorted, type Gathered } from './plants';
import type { ExposureRequest } from './request';
import type { Survey } from './survey';
import { suppliersTo, plantsBehind, type Delivery } from './suppliers';

/** What a company is supplied with is no company: it may supply itself. */
const supplyOf = (company: string): string => `supply of ${company}`;

/**
 * The cell supply of companies, each one's as a whole, divided among those that may deliver to it; these among their owners, or by
 * place among their plants.
 */
export async function gatherSupply(survey: Survey, request: ExposureRequest): Promise<Gathered> {
  const { of, attribution } = request;
  const deliveries = await suppliersTo(survey, of.Corporation, of.Country);
  const companies = [...deliveries.values()]
    .flat()
    .flatMap(({ supplier, isPlant }) => (isPlant ? [] : supplier));
  const behind = await plantsBehind(survey, companies);
  const ids = [...deliveries.values(), [...behind.values()].flat()].flat();
  const plants = await survey.plants([...new Set(ids.flatMap(plantIn))].toSorted());
  const { counted } = sorted(plants, { ...request, by: 'PLANTS' });
  const making = new Map(counted.map(({ thing }) => [thing.id, thing as PlantFacts]));
  const makes = ({ supplier, isPlant, isMaker }: Delivery): boolean =>
    isPlant
      ? making.has(supplier)
      : isMaker || (behind.get(supplier) ?? []).some(({ owner }) => making.has(owner));
  const supplies = [...deliveries]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([company, all]) => supplied(company, all.filter(makes)));
  const held = attribution === 'HEADQUARTERS' ? byOwners : byPlants;
  return {
    counted: supplies.filter(({ thing }) => thing.stakes.length > 0),
    companies: await held(survey, supplies, making, behind),
    leftOut: leftOutOf(supplies),
    whole: new Set(),
  };
}

const plantIn = (each: Delivery | Stake): string[] =>
  'isPlant' in each ? (each.isPlant ? [each.supplier] : []) : [each.owner];

function supplied(company: string, deliveries: readonly Delivery[]): Counted {
  const id = supplyOf(company);
  const volumes = deliveries.map(({ volume }) => volume ?? 0);
  const all = volumes.reduce((sum, volume) => sum + volume, 0);
  // A volume says which part it is only beside all others.
  const areStated = volumes.every((volume) => volume > 0);
  const stakes = deliveries.map(({ supplier, isPlant, kind, through, volume, claimIds }): Stake => ({
    owner: supplier,
    owned: id,
    kind,
    sense: isPlant ? 'MAKES' : 'DELIVERS',
    through,
    share: areStated ? (100 * volume!) / all : undefined,
    claimIds,
  }));
  const thing = { id, node: company, status: undefined, country: undefined, stakes: oneEach(stakes) };
  return { thing, amount: exactly(1), qualifier: undefined, amountClaims: [], statusClaims: [] };
}

const leftOutOf = (supplies: readonly Counted[]): Gathered['leftOut'] => {
  const alone = supplies.flatMap(({ thing }) => (thing.stakes.length === 0 ? [thing.node] : []));
  return new Map(alone.length === 0 ? [] : [['NO_SUPPLIER', alone]]);
};

type Plants = ReadonlyMap<string, PlantFacts>;
type Behind = ReadonlyMap<string, readonly Stake[]>;

/** Plants belong to those who run them, and companies to their owners. */
async function byOwners(
  survey: Survey,
  supplies: readonly Counted[],
  plants: Plants,
): Promise<Gathered['companies']> {
  const suppliers = supplies.flatMap(({ thing }) => thing.stakes.map(({ owner }) => owner));
  const run = suppliers.flatMap((id) => plants.get(id) ?? []);
  const operators = run.flatMap(({ stakes }) => stakes.map(({ owner }) => owner));
  const companies = suppliers.filter((id) => !plants.has(id));
  return new Map([
    ...(await survey.companies([...new Set([...companies, ...operators])])),
    ...run.map(({ id, stakes }): [string, Company] => [
      id,
      { id, country: undefined, stakes, isJoint: true },
    ]),
  ]);
}

/** What a company delivers comes from its plants, nobody says from which; of one without any, from nobody knows where. */
function byPlants(
  _: Survey,
  supplies: readonly Counted[],
  plants: Plants,
  behind: Behind,
): Promise<Gathered['companies']> {
  const found = new Map<string, Company>();
  for (const { thing } of supplies)
    for (const { owner: id } of thing.stakes) {
      if (plants.has(id)) continue;
      const stakes = (behind.get(id) ?? []).filter(({ owner }) => plants.has(owner));
      found.set(id, { id, country: undefined, stakes: oneEach(stakes), isJoint: true });
    }
  for (const { id, country } of plants.values()) found.set(id, { id, country, stakes: [], isJoint: false });
  return Promise.resolve(found);
}
