import type { Listing, Plan, Root } from '../plan';
import { conjunctsOf, isRelationFilter, type Predicate } from '../predicate';
import type { Statistics } from '../statistics';

/** How many nodes a sample holds at least. The page then comes from a small part of the list, whatever its order. */
const sampleSize = 2_000;

/** With fewer nodes than so many times the sample, sorting them all is as quick. */
const worthSampling = 3;

/**
 * For stores that do not order from an index: the page of a long root list is bounded by a sample. Of any so many nodes
 * that fit, those that come first in the sample are a page long already; whatever lies beyond the last of them is not on
 * the page, and only what is left needs to be sorted. The first key of the order must be a property that is never null.
 *
 * @param maxPageSize no page is larger; the sample must be
 */
export function sample(plan: Plan, statistics: Statistics, maxPageSize: number): Plan {
  const size = Math.max(sampleSize, maxPageSize + 1);
  const isLong = ({ level }: Root): boolean => statistics.nodes(level.type) >= worthSampling * size;
  return {
    ...plan,
    roots: plan.roots.map((root) => {
      if (root.kind === 'aggregate') return root;
      const { source } = root;
      if (source.kind !== 'all' || !isLong(root) || !isSorted(source.listing)) return root;
      const { listing } = source;
      return {
        ...root,
        source: { ...source, listing: { ...listing, page: { ...listing.page!, sample: size } } },
      };
    }),
  };
}

/** Whether a page is cut from a list that is sorted for it, by a property that is never null, and that nothing narrows. */
function isSorted({ page, order, where }: Listing): boolean {
  const [first] = order;
  if (page === undefined || first === undefined || first.nullable || first.flag) return false;
  return order.every(({ by }) => by.kind === 'property') && !conjunctsOf(where).some(narrows);
}

const narrows = (predicate: Predicate): boolean =>
  isRelationFilter(predicate) || (predicate.kind === 'compare' && predicate.operator === 'eq');
