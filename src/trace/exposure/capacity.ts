import { exactly, type Range } from './ranges';
import type { ExposureRequest } from './request';
import type { PlantFacts, PropertyClaim, Thing } from './facts';

export type LeftOutReason =
  | 'OTHER_PRODUCT'
  | 'OTHER_STATUS'
  | 'UNKNOWN_STATUS'
  | 'NO_CAPACITY'
  | 'NO_SUPPLIER'
  | 'NO_PRODUCTION'
  | 'NO_CHEMISTRY';

/** Something that counts, and how much. */
export interface Counted {
  readonly thing: Thing;
  /** In GWh a year or, where things are counted, 1. */
  readonly amount: Range;
  /** How the amount is worded, where no claim states it as it stands. */
  readonly qualifier: string | undefined;
  /** The claims that state the amount, and that the plant has its status. */
  readonly amountClaims: readonly Pick<PropertyClaim, 'id'>[];
  readonly statusClaims: readonly Pick<PropertyClaim, 'id'>[];
}

/** What a plant counts for, or why it does not. */
export function countedOrNot(
  plant: PlantFacts,
  { by, makes, statuses }: Pick<ExposureRequest, 'by' | 'makes' | 'statuses'>,
): Counted | LeftOutReason {
  if (!isOfProduct(plant, by, makes)) return 'OTHER_PRODUCT';
  if (plant.status === undefined) return 'UNKNOWN_STATUS';
  if (!statuses.includes(plant.status)) return 'OTHER_STATUS';
  const statusClaims = plant.claims.filter(
    ({ property, value }) => property === 'status' && value === plant.status,
  );
  if (by === 'PLANTS')
    return { thing: plant, amount: exactly(1), qualifier: undefined, amountClaims: [], statusClaims };
  if (plant.capacity === undefined) return 'NO_CAPACITY';
  const amountClaims = plant.claims.filter(
    ({ property, number }) => property === 'capacity' && number === plant.capacity,
  );
  const qualifier = wordingOf(amountClaims);
  return { thing: plant, amount: rangeOf(plant, qualifier), qualifier, amountClaims, statusClaims };
}

/** A capacity in GWh a year is one of batteries, whatever else is known of what a plant makes. */
function isOfProduct(plant: PlantFacts, by: ExposureRequest['by'], makes: ExposureRequest['makes']): boolean {
  if (makes === undefined) return true;
  if (plant.makes.length > 0) return plant.makes.some((product) => makes.includes(product));
  return by === 'CAPACITY' && plant.capacity !== undefined;
}

/** The number as it stands, where any claim states it so; otherwise as the first of them words it. */
function wordingOf(claims: readonly PropertyClaim[]): string | undefined {
  const words = claims.map(({ qualifier }) => qualifier ?? 'EXACT');
  return words.includes('EXACT') ? undefined : words[0];
}

/** What is at most so much may be nothing; of a project of several plants, one may have any part. */
function rangeOf({ capacity, capacityBasis }: PlantFacts, qualifier: string | undefined): Range {
  const isAtMost = qualifier === 'UP_TO' || capacityBasis === 'PROJECT_TOTAL';
  return isAtMost ? { low: 0, high: capacity! } : exactly(capacity!);
}

/** Whether the true amount may lie beyond its range, by how it is worded. */
export const isApproximate = ({ qualifier }: Counted): boolean =>
  qualifier !== undefined && qualifier !== 'UP_TO';
