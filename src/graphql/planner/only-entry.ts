import { AnodeError } from '../../errors';
import type { Values } from './variable-shape';

/** The one thing that a key names. A null says nothing, as if it were left out. */
export function onlyEntry(key: Values, argument: string): [name: string, value: unknown] {
  const entries = Object.entries(key).filter(([, value]) => value !== null);
  const [entry] = entries;
  if (entry !== undefined && entries.length === 1) return entry;
  const allowed = 'exactly one, as in {name: ASC}';
  const message = `${argument} names ${String(entries.length)} keys; allowed is ${allowed}.`;
  const given = entries.map(([name]) => name);
  throw new AnodeError('BAD_USER_INPUT', message, { argument, given, allowed });
}
