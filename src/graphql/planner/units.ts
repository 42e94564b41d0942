import { AnodeError } from '../../errors';
import type { PropertyDeclaration } from '../../model';
import { nameOf, type GroupKey, type MeasuringFunction } from '../../plan';
import type { Values } from './variable-shape';

/** The properties that have one value only over all nodes that are measured together. */
export type Settled = ReadonlySet<string>;

/**
 * Refuses a figure of amounts in different units. A number whose unit is in another property is summed, averaged and
 * compared only where that property is settled.
 *
 * @param argument where the figure is asked for
 */
export function checkUnit(
  { name, quantity }: PropertyDeclaration,
  kind: MeasuringFunction,
  settled: Settled,
  argument: string,
): void {
  const unitIn = quantity?.unitIn;
  if (kind === 'countDistinct' || unitIn === undefined || settled.has(unitIn)) return;
  const allowed = `${unitIn} among the keys of groupBy, or demanded by where: {${unitIn}: {eq: …}}`;
  const message = `${argument} would mix units: ${name} is in the unit that ${unitIn} says. Settle it: ${allowed}.`;
  throw new AnodeError('BAD_USER_INPUT', message, { argument, given: `${kind} of ${name}`, allowed });
}

/** The properties of which a `where` demands one value, at its outermost level or inside of its AND. */
export function settledBy(
  measurable: { property(name: string): PropertyDeclaration | undefined },
  where: unknown,
): Settled {
  const settled = new Set<string>();
  const visit = (conditions: Values | null | undefined): void => {
    for (const [name, value] of Object.entries(conditions ?? {})) {
      if (name === 'AND') (value as readonly Values[]).forEach(visit);
      else if (measurable.property(name)?.list === false && demandsOne(value as Values)) settled.add(name);
    }
  };
  visit(where as Values | null | undefined);
  return settled;
}

/** A demand for a missing value settles nothing: it is no unit. */
const demandsOne = ({ eq }: Values): boolean => eq !== undefined && eq !== null;

/** What is settled inside a group, besides what is settled for all. */
export const settledIn = (settled: Settled, keys: readonly GroupKey[]): Settled =>
  new Set([
    ...settled,
    ...keys.flatMap(({ path, property }) => (path.length === 0 ? [nameOf(property)] : [])),
  ]);
