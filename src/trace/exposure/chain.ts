import type { Contribution } from './attribution';
import type { Division } from './division';
import { stakeIn, type Stake } from './holding';
import type { Range } from './ranges';
import type { Company } from './facts';

/** A stake on a way from a plant to the end of a chain of its owners. */
export interface Link extends Stake {
  /** Of 1. */
  readonly part: Range;
}

/** All stakes on ways from a plant to an end, those next to the plant first. */
export function chainOf(
  { counted, owner: end }: Pick<Contribution, 'counted' | 'owner'>,
  division: Division,
  companies: ReadonlyMap<string, Company>,
): readonly Link[] {
  if (end === undefined) return [];
  const { thing } = counted;
  const steps = division.behind(thing.id);
  const towards = division.dividedTo(end);
  return [...steps.keys()]
    .filter((id) => id !== end && towards.has(id))
    .flatMap((id) => (id === thing.id ? thing.stakes : (companies.get(id)?.stakes ?? [])))
    .filter(({ owner }) => towards.has(owner))
    .map((stake) => ({ ...stake, part: stakeIn(division.of(stake.owned), stake.owner) }))
    .filter(({ part }) => part.high > 0);
}
