import { createHash } from 'node:crypto';

/**
 * A cursor is a place in one order of one connection: the values of the order's keys at a node. It carries a digest of
 * the connection, the order and the values, so that a cursor that was made up, cut short or taken from elsewhere is
 * told from a good one. It is no secret: whoever knows the values may well make one.
 */
export function encodeCursor(connection: string, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([digest(connection, values), ...values])).toString('base64url');
}

/** The values of the keys, or undefined for anything that `encodeCursor` did not make for this connection. */
export function decodeCursor(connection: string, cursor: string): readonly unknown[] | undefined {
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
