import { aggregate } from './aggregate.mjs';
import { deepPage } from './deep-page.mjs';
import { filterOrNone } from './filter-or-none.mjs';
import { filterTwoRelations } from './filter-two-relations.mjs';
import { orderByCount } from './order-by-count.mjs';
import { partnershipTrace } from './partnership-trace.mjs';
import { pointWithRelations } from './point-with-relations.mjs';
import { point } from './point.mjs';
import { sortedPageEdges } from './sorted-page-edges.mjs';
import { sortedPage } from './sorted-page.mjs';
import { totalCount } from './total-count.mjs';

/**
 * What is measured. Each work has `parameters`, made of a sample (works/sample.mjs); for each side the query, its variables
 * for all parameters, and `rows`, which brings an answer into the normal form in which the sides are compared.
 * The mixed load (measure/mixed.mjs) is made of all of them.
 */
export const works = [
  pointWithRelations,
  sortedPage,
  sortedPageEdges,
  partnershipTrace,
  filterTwoRelations,
  filterOrNone,
  orderByCount,
  aggregate,
  deepPage,
  totalCount,
  point,
];
