import type { Edge, GraphModel, NodeType } from '../../model';
import type { Ahead, Listing } from '../../plan';
import type { PlanDraft } from './draft';
import { planOrder } from './order';
import { planPage } from './page';
import type { Values } from './variable-shape';
import { planWhere } from './where';

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
  { model, draft }: ListingContext,
  listed: Listed,
  args: Values,
  path: string,
): PlannedListing {
  const { type, edge } = listed;
  const orderBy = args['orderBy'] as readonly Values[] | null | undefined;
  const planned = planOrder({ model, type, edge }, orderBy, `${path}.orderBy`);
  const identity = `${listed.connection} ${planned.map(({ name }) => name).join(', ')}`;
  // Planned and checked even where only the count is asked for: a bad argument is bad whatever is selected.
  const page = planPage(draft, args, planned, identity, path, listed.ahead);
  const where = planWhere({ model, draft }, type, args['where'], `${path}.where`);
  const order = planned.map(({ key }) => key);
  return { listing: { where, order, page: listed.page ? page : undefined, count: listed.count }, identity };
}
