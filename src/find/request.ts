import { badInput } from '../errors';
import { encodeCursor, readCursor } from '../plan';
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
  throw badInput(argument, what, tooLong ? given.length : given, allowed);
}

/** The kinds to look for; undefined for all. Throws BAD_USER_INPUT for none. */
export function kindsOf(
  argument: string,
  given: readonly string[] | null | undefined,
): readonly string[] | undefined {
  if (given === null || given === undefined) return undefined;
  if (given.length > 0) return given;
  throw badInput(argument, 'is empty', given, 'at least one kind, or the argument left out for all kinds');
}

/** A cursor belongs to one text: the same place means another order elsewhere. */
const identityOf = ({ key }: Analysed): string => `Query.search ${key}`;

export const cursorOf = (text: Analysed, place: RankPlace): string => encodeCursor(identityOf(text), place);

/** The place that a cursor says. Throws BAD_CURSOR for one that is not of a search for this text. */
export const placeOf = (argument: string, text: Analysed, cursor: string): RankPlace =>
  readCursor(argument, cursor, {
    connection: identityOf(text),
    isKey: isPlace,
    allowed: 'a cursor of a search for the same text',
  });

const isPlace = (values: readonly unknown[]): values is RankPlace =>
  values.length === 4 &&
  values.slice(0, 3).every((value) => typeof value === 'number') &&
  typeof values[3] === 'string';
