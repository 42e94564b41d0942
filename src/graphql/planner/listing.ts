import { AnodeError } from '../../errors';
import type { GraphModel, NodeType } from '../../model';
import type { Listing, OrderKey, Page } from '../../plan';
import type { PlanDraft } from './draft';
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

/**
 * The filter, order and page that the arguments of a connection ask for.
 *
 * @param connection the name of the connection, for its cursors
 * @param path where in the operation the field stands, for complaints
 */
export function planListing(
  { model, draft }: ListingContext,
  type: NodeType,
  args: Values,
  wants: { readonly page: boolean; readonly count: boolean },
  connection: string,
  path: string,
): PlannedListing {
  const order = planOrder(
    draft,
    type,
    args['orderBy'] as readonly Values[] | null | undefined,
    `${path}.orderBy`,
  );
  const keys = order.map(({ property, descending }) => `${property} ${descending ? 'DESC' : 'ASC'}`);
  const identity = `${connection} ${keys.join(', ')}`;
  // Planned and checked even where only the count is asked for: a bad argument is bad whatever is selected.
  const page = planPage(draft, args, order, identity, path);
  const where = draft.attempt(() => planWhere({ model, draft }, type, args['where'], `${path}.where`));
  return { listing: { where, order, page: wants.page ? page : undefined, count: wants.count }, identity };
}

function planPage(
  draft: PlanDraft,
  args: Values,
  order: readonly OrderKey[],
  identity: string,
  path: string,
): Page {
  const limit = draft.checked('limit', args['first'], `${path}.first`);
  const cursor = args['after'];
  const hasCursor = cursor !== undefined && cursor !== null;
  const after = hasCursor ? draft.cursor(cursor, order.length, identity, `${path}.after`) : undefined;
  return { limit, after };
}

function planOrder(
  draft: PlanDraft,
  type: NodeType,
  orderBy: readonly Values[] | null | undefined,
  argument: string,
): OrderKey[] {
  const keys = (orderBy ?? []).flatMap(
    (key, at) => draft.attempt(() => planKey(type, key, `${argument}.${String(at)}`)) ?? [],
  );
  const upToId = keys.findIndex((key) => key.property === 'id');
  if (upToId >= 0) return keys.slice(0, upToId + 1);
  return [...keys, { property: 'id', descending: false, nullable: false, flag: false }];
}

function planKey(type: NodeType, key: Values, argument: string): OrderKey {
  const entries = Object.entries(key).filter(([, direction]) => direction !== null);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) {
    const allowed = 'exactly one property, as in {name: ASC}';
    throw new AnodeError(
      'BAD_USER_INPUT',
      `${argument} names ${String(entries.length)} properties; allowed is ${allowed}.`,
      {
        argument,
        given: key,
        allowed,
      },
    );
  }
  const [property, direction] = entry;
  const { required, type: valueType } = type.property(property)!;
  return { property, descending: direction === 'DESC', nullable: !required, flag: valueType === 'flag' };
}
