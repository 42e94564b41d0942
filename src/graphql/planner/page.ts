import { AnodeError } from '../../errors';
import { defaultPageSize, type Ahead, type Page, type PageDirection } from '../../plan';
import type { PlanDraft } from './draft';
import type { PlannedKey } from './order';
import type { Values } from './variable-shape';

/** The names of the arguments of a page in each direction. */
const names = {
  forward: { size: 'first', cursor: 'after' },
  backward: { size: 'last', cursor: 'before' },
} as const;

/**
 * The page that the arguments of a connection ask for: `first` and `after`, or `last` and `before`. A null is as if it
 * were left out.
 *
 * @param order what the page is cut from
 * @param identity what its cursors are bound to
 * @param ahead how many nodes to read beyond the page
 */
export function planPage(
  draft: PlanDraft,
  args: Values,
  order: readonly PlannedKey[],
  identity: string,
  path: string,
  ahead: Ahead,
): Page {
  const direction = directionOf(args);
  checkPage(args, path);
  const { size, cursor } = names[direction];
  const limit = draft.limit(args[size] ?? defaultPageSize, `${path}.${size}`, ahead);
  if (!isGiven(args, cursor)) return { limit, direction, cursor: undefined };
  const values = order.map(({ key, type }) => ({ type, nullable: key.nullable }));
  return { limit, direction, cursor: draft.cursor(args[cursor], values, identity, `${path}.${cursor}`) };
}

/** Which way a page goes; where its arguments contradict one another, one of the two. */
export const directionOf = (args: Values): PageDirection =>
  isGiven(args, 'last') || isGiven(args, 'before') ? 'backward' : 'forward';

const isGiven = (args: Values, name: string): boolean => args[name] !== undefined && args[name] !== null;

const contradictions = [
  ['first', 'last'],
  ['after', 'last'],
  ['first', 'before'],
  ['after', 'before'],
] as const;

function checkPage(args: Values, path: string): void {
  const found = contradictions.find((pair) => pair.every((name) => isGiven(args, name)));
  if (found === undefined) return;
  const [one, other] = found;
  const allowed = 'first and after, or last and before';
  const message = `${path}.${one} and ${path}.${other} contradict each other; a page is asked for with ${allowed}.`;
  throw new AnodeError('BAD_USER_INPUT', message, {
    argument: `${path}.${other}`,
    given: [one, other],
    allowed,
  });
}
