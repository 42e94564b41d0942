import neo4j from 'neo4j-driver';
import type { Row } from './store';

/** The driver sends every number as a float; Neo4j wants integers where they count things, as in LIMIT. */
export function toNeo4j(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4j);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toNeo4j(item)]));
  }
  return value;
}

/** The next rows of a result, some at a time; fewer than that at its end. */
export async function nextOf(
  records: AsyncIterator<{ toObject(): Row }, unknown>,
  rowsAtOnce: number,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  while (rows.length < rowsAtOnce) {
    const next = await records.next();
    if (next.done === true) break;
    rows.push(next.value.toObject());
  }
  return rows;
}
