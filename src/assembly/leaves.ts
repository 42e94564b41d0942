import type { Choice, ScalarType } from '../model';
import type { ValueType } from '../plan';

type Check = (value: unknown) => boolean;

/**
 * Tells whether a stored value is one that the schema promises, and that graphql-js would write out unchanged. What the
 * loader writes always is; a graph that was written by other hands may not be.
 */
export function checkOf({ type, list, required }: ValueType): Check {
  const isRight = typeof type === 'object' ? isOneOf(type) : checks[type];
  if (list) return (value) => Array.isArray(value) && value.every(isRight);
  return required ? isRight : (value) => value === null || isRight(value);
}

const isText: Check = (value) => typeof value === 'string';

const isOneOf =
  ({ values }: Choice): Check =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(values, value);

/** What an Int of GraphQL can hold. */
const largestInt = 2 ** 31 - 1;

const checks: Record<Exclude<ScalarType, Choice>, Check> = {
  id: isText,
  text: isText,
  int: (value) => Number.isInteger(value) && Math.abs(value as number) <= largestInt,
  decimal: (value) => Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
  date: isText,
  instant: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
};
