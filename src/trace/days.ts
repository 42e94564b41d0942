import { firstDay } from '../model';

/** The last day of a year, a month or a day; of a month the 31st, which no later day comes before. */
const lastDay = (date: string): string => `${date}${date.length === 4 ? '-12-31' : '-31'}`.slice(0, 10);

/** From the first day of `since` to the last of `until`; open where there is none. */
export interface Period {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

export const always: Period = { since: undefined, until: undefined };

/** The day on which a period begins; the empty text, which is before all days, where it always held. */
export const beginOf = ({ since }: Period): string => (since === undefined ? '' : firstDay(since));

const endOf = ({ until }: Period): string => (until === undefined ? '9999-12-31' : lastDay(until));

/** The days that two periods have in common, worded as the period that bounds them words it; undefined for none. */
export function intersection(a: Period, b: Period): Period | undefined {
  const since = beginOf(a) >= beginOf(b) ? a.since : b.since;
  const until = endOf(a) <= endOf(b) ? a.until : b.until;
  const both = { since, until };
  return beginOf(both) <= endOf(both) ? both : undefined;
}
