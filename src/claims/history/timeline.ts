import {
  checkPageSize,
  defaultPageSize,
  encodeCursor,
  foundPage,
  readCursor,
  type FoundObject,
} from '../../plan';
import { checkKnown, type Place } from '../../trace';
import { checkDates, checkIds } from './arguments';
import { eventsOf, isWithin, orderOf, type Event, type EventKind } from './events';
import { statementsAbout, type Statements } from './statements';

/** The arguments of `timeline` as the schema coerces them. */
export interface TimelineArguments {
  readonly of: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly kinds?: readonly EventKind[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const identity = 'Query.timeline';

/** The value of `timeline`. Throws AnodeErrors for arguments that cannot be meant and for ids that are not there. */
export async function timeline(place: Place, args: TimelineArguments): Promise<FoundObject> {
  const { model, store, limits, path } = place;
  checkIds(`${path}.of`, args.of);
  const from = args.from ?? undefined;
  const to = args.to ?? undefined;
  if (from !== undefined && to !== undefined) checkDates(`${path}.to`, from, to);
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  const after = typeof args.after === 'string' ? placeOf(args.after, path) : '';
  await checkKnown(store, { [`${path}.of`]: args.of });
  const statements = await statementsOf(place, args.of);
  const all = eventsOf(model, statements.decisions.counted(statements.claims))
    .filter((event) => isWithin(event, from, to))
    .filter(({ kind }) => args.kinds?.includes(kind) ?? true);
  const following = all.filter((event) => orderOf(event) > after);
  const page = following.slice(0, first);
  const edges = page.map((event) => ({
    node: shown(event, statements),
    cursor: encodeCursor(identity, [orderOf(event)]),
  }));
  return {
    ...foundPage(edges, {
      hasNextPage: following.length > page.length,
      hasPreviousPage: after !== '' && all.length > following.length,
    }),
    totalCount: all.length,
  };
}

/** What is claimed of nodes, and of the events that changed who they are. */
async function statementsOf({ model, store }: Place, ids: readonly string[]): Promise<Statements> {
  const statements = await statementsAbout(model, store, ids);
  const events = statements.claims
    .map(({ subject }) => subject)
    .filter((id) => model.kindOfId(id)!.name === 'IdentityEvent' && !ids.includes(id));
  return events.length === 0 ? statements : statementsAbout(model, store, [...new Set([...ids, ...events])]);
}

const shown = ({ unit, ...event }: Event, { nameOf }: Statements): FoundObject => ({
  ...event,
  unit,
  account: accountOf({ unit, ...event }, nameOf),
});

/** An event in words: `Toyota: partnerships Prime Planet Energy & Solutions, since 2020-04`. */
function accountOf(
  { kind, date, subject, property, value, object, previous, unit, status }: Event,
  nameOf: Statements['nameOf'],
): string {
  const what = object === undefined ? value! : nameOf(object);
  const before = previous === undefined ? '' : `, before ${previous}`;
  const when = kind === 'LEFT' ? `, until ${date}` : value === date ? '' : `, since ${date}`;
  const standing = status === 'STANDING' ? '' : ` (${status.toLowerCase()})`;
  return `${nameOf(subject)}: ${property} ${what}${unit === undefined ? '' : ` ${unit}`}${when}${before}${standing}`;
}

function placeOf(cursor: string, path: string): string {
  const isKey = (values: readonly unknown[]): values is readonly [string] => typeof values[0] === 'string';
  const allowed = 'a cursor of timeline';
  return readCursor(`${path}.after`, cursor, { connection: identity, isKey, allowed })[0];
}
