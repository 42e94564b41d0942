import { AnodeErrors } from '../errors';
import type { GraphModel } from '../model';
import type { Limits } from '../plan';
import type { AlikePair } from './alike';
import { checkKnown } from './known';
import { checkKinds, defaultBudget, withoutNulls, type Budget, type Conditions } from './request';
import type { SharedStore } from './shared-store';
import type { NodeFilter } from './terrain';

/** Where a search is done, and for whom. */
export interface Place {
  readonly model: GraphModel;
  readonly store: SharedStore;
  readonly limits: Limits;
  /** The response name of the field, for complaints. */
  readonly path: string;
  readonly filter: NodeFilter;
  /** The names of all fields that are asked for; what nobody asks for is not read. */
  readonly selected: ReadonlySet<string>;
  /** Nodes that may be the same by their names; this room does not know how that is told. Nobody has to wait for them. */
  readonly alike: () => Promise<readonly AlikePair[]>;
}

/** Conditions without nulls. A kind of edge without a direction may be walked either way. */
export function conditionsOf(where: Conditions | null | undefined): Conditions {
  const given = withoutNulls(where ?? {});
  if (given.hops === undefined) return given;
  const either = { direction: 'ANY' } as const;
  return { ...given, hops: given.hops.map((hop) => ({ ...either, ...withoutNulls(hop) })) };
}

export const budgetOf = (budget: Partial<Budget> | null | undefined): Budget => ({
  ...defaultBudget,
  ...withoutNulls(budget ?? {}),
});

/**
 * Throws AnodeErrors for ids that are not there: those of other arguments, and those that conditions name. So for
 * sources that are none.
 *
 * @param ids by argument; without those that are known to be there, if any
 */
export async function checkNamed(
  { model, store, path }: Place,
  ids: Readonly<Record<string, readonly string[]>>,
  { through, avoid, excludeSources = [] }: Conditions,
): Promise<void> {
  const excluded = `${path}.where.excludeSources`;
  const wrong = [...checkKinds(model, excluded, excludeSources, ['Source'])];
  if (wrong.length > 0) throw new AnodeErrors(wrong);
  await checkKnown(store, {
    ...Object.fromEntries(Object.entries(ids).map(([name, list]) => [`${path}.${name}`, list])),
    [`${path}.where.through`]: through,
    [`${path}.where.avoid`]: avoid,
    [excluded]: excludeSources,
  });
}
