import type { GraphStore } from '../store';
import type { SharedStore } from './shared-store';

/** The statements that stores have seen. */
const seen = new WeakMap<GraphStore, Set<string>>();

/**
 * Whether this is the first time that such a statement goes to a store, which then plans it; that takes longer than to
 * answer it many times. Neo4j plans anew for lists of another order of magnitude.
 *
 * @param count of ids
 */
export function isNewTo({ source }: SharedStore, text: string, count: number): boolean {
  const known = seen.get(source) ?? new Set();
  seen.set(source, known);
  const key = `${String(Math.ceil(Math.log10(count)))} ${text}`;
  const isNew = !known.has(key);
  known.add(key);
  return isNew;
}
