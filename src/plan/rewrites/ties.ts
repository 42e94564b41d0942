import { computedTerms, type Listing, type OrderKey, type Plan, type Root } from '../plan';

/**
 * Many nodes have the same count of a relation, and those that lead a page are few. In an order by a count, candidates of
 * equal counts are put together first: of all others but those that the page takes, no further key of the order is read.
 */
export function keepTies(plan: Plan): Plan {
  return { ...plan, roots: plan.roots.map((root) => (root.kind === 'aggregate' ? root : ofRoot(root))) };
}

function ofRoot(root: Root): Root {
  const { source } = root;
  if (source.kind !== 'all' || source.listing.page === undefined || !ranksByCount(source.listing))
    return root;
  const { listing } = source;
  return {
    ...root,
    source: { ...source, listing: { ...listing, page: { ...source.listing.page, ties: true } } },
  };
}

/** Whether the one computed value of an order is a count, and stands first. An order never ends with it. */
const ranksByCount = ({ order }: Listing): boolean => isCount(order[0]!) && computedTerms(order).length === 1;

const isCount = ({ by }: OrderKey): boolean =>
  by.kind === 'measure' && by.path.length === 0 && by.measurement.kind === 'count';
