import { createHash } from 'node:crypto';
import { AnodeError } from '../errors';

/**
 * A cursor is a place in one order of one connection: the values of the order's keys at a node. It carries a digest of
 * the connection, the order and the values, so that a cursor that was made up, cut short or taken from elsewhere is
 * told from a good one. It is no secret: whoever knows the values may well make one.
 */
export function encodeCursor(connection: string, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([digest(connection, values), ...values])).toString('base64url');
}

/** What a cursor must be. */
interface CursorOf<Key extends readonly unknown[]> {
  /** As it was given to `encodeCursor`. */
  readonly connection: string;
  /** Whether values are those of the order's keys. */
  readonly isKey: (values: readonly unknown[]) => values is Key;
  /** The same in words. */
  readonly allowed: string;
}

/**
 * The place that a cursor says. Throws BAD_CURSOR for anything that `encodeCursor` did not make for this connection.
 *
 * @param argument where it was given
 */
export function readCursor<Key extends readonly unknown[]>(
  argument: string,
  cursor: string,
  { connection, isKey, allowed }: CursorOf<Key>,
): Key {
  const values = decode(connection, cursor);
  if (values !== undefined && isKey(values)) return values;
  throw new AnodeError('BAD_CURSOR', `${argument} is not ${allowed}.`, { argument, given: cursor, allowed });
}

function decode(connection: string, cursor: string): readonly unknown[] | undefined {
  const content = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(content)) return undefined;
  const [claimed, ...values] = content as unknown[];
  return claimed === digest(connection, values) ? values : undefined;
}

function digest(connection: string, values: readonly unknown[]): string {
  return createHash('sha256')
    .update(connection)
    .update(JSON.stringify(values))
    .digest('base64url')
    .slice(0, 11);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
