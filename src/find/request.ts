import { AnodeError } from '../errors';
import { decodeCursor, encodeCursor } from '../plan';
import type { RankPlace } from './rank';
import { analyse, type Analysed } from './words';

const longestText = 200;

/** A text to look for. Throws BAD_USER_INPUT where there is nothing in it to look for, or too much. */
export function textOf(argument: string, given: string): Analysed {
  const tooLong = given.length > longestText;
  const text = analyse(tooLong ? '' : given);
  if (text.key !== '') return text;
  const allowed = `a text with letters or digits, of at most ${String(longestText)} characters`;
  const what = tooLong ? `has ${String(given.length)} characters` : `is ${JSON.stringify(given)}`;
  throw new AnodeError('BAD_USER_INPUT', `${argument} ${what}; allowed is ${allowed}.`, {
    argument,
    given: tooLong ? given.length : given,
    allowed,
  });
}

/** The kinds to look for; undefined for all. Throws BAD_USER_INPUT for none. */
export function kindsOf(
  argument: string,
  given: readonly string[] | null | undefined,
): readonly string[] | undefined {
  if (given === null || given === undefined) return undefined;
  if (given.length > 0) return given;
  const allowed = 'at least one kind, or the argument left out for all kinds';
  throw new AnodeError('BAD_USER_INPUT', `${argument} is empty; allowed is ${allowed}.`, {
    argument,
    given,
    allowed,
  });
}

/** A cursor belongs to one text: the same place means another order elsewhere. */
const identityOf = ({ key }: Analysed): string => `Query.search ${key}`;

export const cursorOf = (text: Analysed, place: RankPlace): string => encodeCursor(identityOf(text), place);

/** The place that a cursor says. Throws BAD_CURSOR for one that is not of a search for this text. */
export function placeOf(argument: string, text: Analysed, cursor: string): RankPlace {
  const place = decodeCursor(identityOf(text), cursor);
  if (place?.length === 4 && isPlace(place)) return place;
  const allowed = 'a cursor of a search for the same text';
  throw new AnodeError('BAD_CURSOR', `${argument} is not ${allowed}.`, { argument, given: cursor, allowed });
}

const isPlace = (values: readonly unknown[]): values is RankPlace =>
  values.slice(0, 3).every((value) => typeof value === 'number') && typeof values[3] === 'string';
