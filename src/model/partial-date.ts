const pattern = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a year, a month or a day that the calendar has: `2024`, `2024-09`, `2024-09-06`. */
export function isPartialDate(text: string): boolean {
  const day = pattern.exec(text)?.[3];
  if (day === undefined) return pattern.test(text);
  return new Date(`${text}T00:00:00Z`).getUTCDate() === Number(day);
}

/** The first day of a date of reduced precision. */
export const firstDay = (date: string): string => `${date}${'-01-01'.slice(date.length - 4)}`;

/** The last day of a date of reduced precision. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  const [year, month = '12'] = date.split('-');
  const days = new Date(Date.UTC(2000, Number(month), 0));
  // The year is set by itself: Date.UTC takes years below 100 for those of the last century.
  days.setUTCFullYear(Number(year), Number(month), 0);
  return `${year!}-${month}-${String(days.getUTCDate()).padStart(2, '0')}`;
}

/** Whether a day is in the period from one date to another; it has always begun without the one, and never ends without the other. */
export const isDayWithin = (day: string, from: string | undefined, until: string | undefined): boolean =>
  (from === undefined || firstDay(from) <= day) && (until === undefined || lastDay(until) >= day);
