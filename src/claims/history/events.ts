import { firstDay, lastDay, type GraphModel } from '../../model';
import type { ClaimRecord } from '../evidence';
import { rankOfStatus } from '../resolve';

/** What happened at a date, as claims tell it. */
export interface Event {
  readonly date: string;
  readonly kind: EventKind;
  readonly subject: string;
  readonly property: string;
  /** Of a property: the value from then on, or the date itself. */
  readonly value?: string;
  /** Of a relation: the node at its other end. */
  readonly object?: string;
  /** The value that was claimed for the time before. */
  readonly previous?: string;
  readonly unit?: string | undefined;
  /** The best standing that any of its claims has. */
  readonly status: string;
  readonly claims: readonly string[];
}

export type EventKind =
  | 'ANNOUNCED'
  | 'STARTED'
  | 'ENDED'
  | 'CANCELLED'
  | 'IDENTITY'
  | 'DATED'
  | 'STATUS'
  | 'STATED'
  | 'REVISED'
  | 'JOINED'
  | 'LEFT';

/** Dates that are properties by what happens at them; any other is DATED. */
const dates: Readonly<Record<string, EventKind>> = {
  announced: 'ANNOUNCED',
  startOfProduction: 'STARTED',
  ended: 'ENDED',
  date: 'IDENTITY',
};

/** What it is that a thing comes to be of some status. */
const statuses: Readonly<Record<string, EventKind>> = {
  OPERATING: 'STARTED',
  CANCELLED: 'CANCELLED',
  CLOSED: 'ENDED',
  ENDED: 'ENDED',
};

/** The events that claims tell of, in the order of time: several claims of one event are one. */
export function eventsOf(model: GraphModel, claims: readonly ClaimRecord[]): readonly Event[] {
  const events = new Map<string, Event>();
  for (const claim of claims)
    for (const event of toldBy(model, claim)) {
      const key = keyOf(event);
      const known = events.get(key);
      events.set(key, known === undefined ? event : together(known, event));
    }
  return withRevisions([...events.values()].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)));
}

/** One event that several claims tell of. */
const together = (one: Event, other: Event): Event => ({
  ...one,
  status: rankOfStatus(other.status) > rankOfStatus(one.status) ? other.status : one.status,
  claims: [...one.claims, ...other.claims],
});

/** Whether any day of an event lies between two dates, both included. */
export const isWithin = ({ date }: Event, from: string | undefined, to: string | undefined): boolean =>
  (from === undefined || lastDay(date) >= firstDay(from)) &&
  (to === undefined || firstDay(date) <= lastDay(to));

/** What tells an event from all others and orders it among them: a date before the months and days of it. */
export const orderOf = (event: Event): string => `${firstDay(event.date)} ${event.date} ${keyOf(event)}`;

function keyOf({ date, kind, subject, property, value, object }: Event): string {
  return [subject, property, value ?? '', object ?? '', kind, date].join('\n');
}

/** Whether a claim speaks of a property of its subject, rather than of a relation to another node. */
const isOfProperty = (model: GraphModel, { subject, property }: ClaimRecord): boolean =>
  model.kindOfId(subject)!.property(property) !== undefined;

function toldBy(model: GraphModel, claim: ClaimRecord): Event[] {
  const { id, subject, property, value, unit, status, validFrom, validUntil } = claim;
  const about = { subject, property, status, claims: [id] };
  if (!isOfProperty(model, claim)) {
    const between = { ...about, object: value };
    return [
      ...(validFrom === undefined ? [] : [{ ...between, date: validFrom, kind: 'JOINED' as const }]),
      ...(validUntil === undefined ? [] : [{ ...between, date: validUntil, kind: 'LEFT' as const }]),
    ];
  }
  const { type, list } = model.kindOfId(subject)!.property(property)!;
  if (type === 'date') return [{ ...about, date: value, kind: dates[property] ?? 'DATED', value }];
  if (validFrom === undefined || list) return [];
  const kind = property === 'status' ? (statuses[value] ?? 'STATUS') : 'STATED';
  return [{ ...about, date: validFrom, kind, value, unit }];
}

/** A value that is stated after another one of the same property, in the same unit, revises it. */
function withRevisions(events: readonly Event[]): readonly Event[] {
  const latest = new Map<string, string>();
  return events.map((event) => {
    const { kind, subject, property, value, unit } = event;
    if (value === undefined || (kind !== 'STATED' && property !== 'status')) return event;
    const key = [subject, property, unit].join('\n');
    const previous = latest.get(key);
    latest.set(key, value);
    if (previous === undefined || previous === value) return event;
    return { ...event, kind: kind === 'STATED' ? 'REVISED' : kind, previous };
  });
}
