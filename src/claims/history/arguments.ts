import { badInput, type AnodeError } from '../../errors';
import { firstDay, lastDay } from '../../model';

const mostIds = 100;

/** Throws BAD_USER_INPUT where there are none, or more than are looked at. */
export function checkIds(argument: string, ids: readonly string[]): void {
  if (ids.length > 0 && ids.length <= mostIds) return;
  throw badInput(argument, `has ${String(ids.length)} ids`, ids.length, `1 to ${String(mostIds)}`);
}

/** Throws BAD_USER_INPUT where the later of two dates ends before the earlier one begins. */
export function checkDates(argument: string, from: string, to: string): void {
  if (lastDay(to) < firstDay(from)) throw notBefore(argument, from, to, 'a date');
}

/** Throws BAD_USER_INPUT where the later of two instants is before the earlier one. */
export function checkInstants(argument: string, from: string, to: string): void {
  if (to < from) throw notBefore(argument, from, to, 'an instant');
}

const notBefore = (argument: string, from: string, to: string, what: string): AnodeError =>
  badInput(argument, `is ${to}`, to, `${what} that is not before ${from}`);
