import { AnodeError } from '../../errors';
import { firstDay, lastDay } from '../../model';

const mostIds = 100;

/** Throws BAD_USER_INPUT where there are none, or more than are looked at. */
export function checkIds(argument: string, ids: readonly string[]): void {
  if (ids.length > 0 && ids.length <= mostIds) return;
  const allowed = `1 to ${String(mostIds)}`;
  const message = `${argument} has ${String(ids.length)} ids; allowed is ${allowed}.`;
  throw new AnodeError('BAD_USER_INPUT', message, { argument, given: ids.length, allowed });
}

/** Throws BAD_USER_INPUT where the later of two dates ends before the earlier one begins. */
export function checkDates(argument: string, from: string, to: string): void {
  if (lastDay(to) < firstDay(from)) throw notBefore(argument, from, to, 'a date');
}

/** Throws BAD_USER_INPUT where the later of two instants is before the earlier one. */
export function checkInstants(argument: string, from: string, to: string): void {
  if (to < from) throw notBefore(argument, from, to, 'an instant');
}

function notBefore(argument: string, from: string, to: string, what: string): AnodeError {
  const allowed = `${what} that is not before ${from}`;
  const message = `${argument} is ${to}; allowed is ${allowed}.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument, given: to, allowed });
}
