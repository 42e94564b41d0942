import type { Stake } from './holding';

/** An id with the claims that name it. */
export interface Cited {
  readonly id: string;
  readonly claimIds: readonly string[];
}

/** A claim about a property of a plant. */
export interface PropertyClaim {
  readonly id: string;
  readonly property: string;
  readonly value: string;
  readonly number: number | undefined;
  readonly qualifier: string | undefined;
}

export interface PlantFacts {
  readonly id: string;
  /** In GWh a year. */
  readonly capacity: number | undefined;
  readonly capacityBasis: string | undefined;
  readonly status: string | undefined;
  /** What it makes, by stage; empty where nobody says. */
  readonly makes: readonly string[];
  /** The country it stands in. */
  readonly country: Cited | undefined;
  readonly operators: readonly Stake[];
  readonly claims: readonly PropertyClaim[];
}

export interface Company {
  readonly id: string;
  /** The country of its head office. */
  readonly country: Cited | undefined;
  readonly stakes: readonly Stake[];
  /** Whether a partnership formed it, whose partners hold all of it together. */
  readonly isJoint: boolean;
}
