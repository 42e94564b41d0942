import type { Cite, Expand, Level, Listing, OrderKey, Plan, Root } from '../plan';

/**
 * For stores that keep how many edges of a type a node has: where all ends of a relation are counted, and its edges lead
 * nowhere else, the number of edges is the count, and no edge needs to be read.
 */
export function countDegrees(plan: Plan): Plan {
  return { ...plan, roots: plan.roots.map((root) => (root.kind === 'aggregate' ? root : ofRoot(root))) };
}

function ofRoot(root: Root): Root {
  const { source } = root;
  const level = ofLevel(root.level);
  if (source.kind !== 'all') return { ...root, level };
  return { ...root, source: { ...source, listing: ordered(source.listing) }, level };
}

const ofLevel = (level: Level): Level => ({
  ...level,
  citations: level.citations.map(ofCite),
  expands: level.expands.map(ofExpand),
});

const ofCite = (cite: Cite): Cite => ({ ...cite, level: ofLevel(cite.level) });

function ofExpand(expand: Expand): Expand {
  const { listing, edge, level, citations } = expand;
  return {
    ...expand,
    listing: listing && {
      ...ordered(listing),
      degrees: listing.count && edge.exclusive && listing.where === undefined,
    },
    citations: citations.map(ofCite),
    level: ofLevel(level),
  };
}

const ordered = (listing: Listing): Listing => ({ ...listing, order: listing.order.map(ofKey) });

function ofKey(key: OrderKey): OrderKey {
  const { by } = key;
  if (by.kind !== 'measure' || by.measurement.kind !== 'count') return key;
  const degree = by.edge.exclusive && by.where === undefined && by.path.length === 0;
  return { ...key, by: { ...by, degree } };
}
