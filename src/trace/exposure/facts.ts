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

/** What counts: a plant, what a company is supplied with, or what the world mines of a material. */
export interface Thing {
  /** As it is divided: what is delivered to a company is not the company. */
  readonly id: string;
  /** The node that is shown for it. */
  readonly node: string;
  readonly status: string | undefined;
  /** The country it stands in. */
  readonly country: Cited | undefined;
  /** Who has which part of it. */
  readonly stakes: readonly Stake[];
}

export interface PlantFacts extends Thing {
  /** In GWh a year. */
  readonly capacity: number | undefined;
  readonly capacityBasis: string | undefined;
  /** What it makes, by stage; empty where nobody says. */
  readonly makes: readonly string[];
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
