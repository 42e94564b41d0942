import { countedOrNot, type Counted, type LeftOutReason } from './capacity';
import type { Company, PlantFacts } from './facts';
import type { ExposureRequest } from './request';
import type { Survey } from './survey';

/** What an exposure is worked out of. */
export interface Gathered {
  readonly counted: readonly Counted[];
  /** Whatever may have a part of what counts, by id. */
  readonly companies: ReadonlyMap<string, Company>;
  /** Ids of what does not count, by the reason. */
  readonly leftOut: ReadonlyMap<LeftOutReason, readonly string[]>;
  /** Of what counts, that which wholly belongs to those who are asked about. */
  readonly whole: ReadonlySet<string>;
}

/** The plants that are drawn on, and the companies behind them. */
export async function gatherPlants(survey: Survey, request: ExposureRequest): Promise<Gathered> {
  const { plants, whole } = await plantsOf(survey, request);
  const { counted, leftOut } = sorted(await survey.plants(plants), request);
  const operators = counted.flatMap(({ thing }) => thing.stakes.map(({ owner }) => owner));
  return { counted, leftOut, whole, companies: await survey.companies(operators) };
}

/** The plants that are drawn on, and those that belong to a partnership asked about, and so wholly count as its own. */
export async function plantsOf(
  survey: Survey,
  { of, attribution }: Pick<ExposureRequest, 'of' | 'attribution'>,
): Promise<{ plants: readonly string[]; whole: ReadonlySet<string> }> {
  const isByPlace = attribution === 'LOCATION';
  const standing = isByPlace ? [] : await survey.plantsIn(of.Country);
  const homeCompanies = isByPlace ? await survey.companiesOf(of.Country) : [];
  const built = await survey.builtBy(of.Partnership);
  const runByBuilt = await survey.runBy(built.companies);
  const drawn = await survey.drawnOnBy([...of.Corporation, ...homeCompanies]);
  const whole = new Set([...built.plants, ...runByBuilt]);
  return { plants: [...new Set([...standing, ...whole, ...drawn])].toSorted(), whole };
}

/** Plants that count, and the others by the reason why they do not. */
export function sorted(
  plants: readonly PlantFacts[],
  request: Pick<ExposureRequest, 'by' | 'makes' | 'statuses'>,
): Pick<Gathered, 'counted' | 'leftOut'> {
  const counted: Counted[] = [];
  const leftOut = new Map<LeftOutReason, string[]>();
  for (const plant of plants) {
    const found = countedOrNot(plant, request);
    if (typeof found !== 'string') counted.push(found);
    else leftOut.set(found, [...(leftOut.get(found) ?? []), plant.id]);
  }
  return { counted, leftOut };
}
