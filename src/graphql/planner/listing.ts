import type { Edge, GraphModel, NodeType } from '../../model';
import type { Ahead, Listing, Predicate } from '../../plan';
import { conjunction } from './conditions';
import type { PlanDraft } from './draft';
import { planOrder } from './order';
import { planPage } from './page';
import type { Values } from './variable-shape';
import { planEdgeWhere, planWhere } from './where';

export interface PlannedListing {
  readonly listing: Listing;
  /** What the cursors of the connection are bound to. */
  readonly identity: string;
}

interface ListingContext {
  readonly model: GraphModel;
  readonly draft: PlanDraft;
}

/** What is listed, and what of it is asked for. */
export interface Listed {
  readonly type: NodeType;
  /** The edge that leads to the nodes; at a root there is none. */
  readonly edge: Edge | undefined;
  /** The name of the connection, for its cursors. */
  readonly connection: string;
  readonly page: boolean;
  readonly count: boolean;
  readonly ahead: Ahead;
}

/**
 * The filter, order and page that the arguments of a connection ask for.
 *
 * @param path where in the operation the field stands, for complaints
 */
export function planListing(
  context: ListingContext,
  listed: Listed,
  args: Values,
  path: string,
): PlannedListing {
  const { model, draft } = context;
  const { type, edge } = listed;
  const orderBy = args['orderBy'] as readonly Values[] | null | undefined;
  const planned = planOrder({ model, draft, type, edge }, orderBy, `${path}.orderBy`);
  const identity = `${listed.connection} ${planned.map(({ name }) => name).join(', ')}`;
  // Planned and checked even where only the count is asked for: a bad argument is bad whatever is selected.
  const page = planPage(draft, args, planned, identity, path, listed.ahead);
  const where = planFilter(context, listed, args, path);
  const order = planned.map(({ key }) => key);
  return { listing: { where, order, page: listed.page ? page : undefined, count: listed.count }, identity };
}

/** What `where` says of the nodes and `whereEdge` of the edges that lead to them: both hold. */
function planFilter(
  context: ListingContext,
  { type, edge }: Listed,
  args: Values,
  path: string,
): Predicate | undefined {
  const where = planWhere(context, type, args['where'], `${path}.where`);
  if (edge === undefined) return where;
  const relation = { edge, target: type.name };
  return conjunction([where, planEdgeWhere(context, relation, args['whereEdge'], `${path}.whereEdge`)]);
}
