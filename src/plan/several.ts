import type { Parameters } from './parameter';
import type { Plan, Root } from './plan';

/** A plan that serves several requests at once, and how their parameters become one set. */
export interface Several {
  readonly plan: Plan;
  /** The parameters that are each request's own: an id or a list of ids. All others have to be equal. */
  readonly ids: readonly string[];
}

/**
 * Requests of one operation that begin at ids are one request that begins at all of these: a level is a set, whoever asks
 * for its nodes, and what is reached from a node is the same for each. Undefined for a plan that begins elsewhere.
 */
export function planOfSeveral({ roots }: Plan): Several | undefined {
  const beginning: Root[] = [];
  const ids: string[] = [];
  for (const root of roots) {
    if (root.kind !== 'root' || root.source.kind === 'all') return undefined;
    const { parameter } = root.source;
    ids.push(parameter);
    beginning.push({ ...root, source: { kind: 'byIds', parameter } });
  }
  return ids.length === 0 ? undefined : { plan: { kind: 'plan', roots: beginning }, ids };
}

/** The parameters of one request for the ids of all these. */
export const parametersOfSeveral = (
  ids: readonly string[],
  [first, ...others]: readonly [Parameters, ...Parameters[]],
): Parameters => ({
  ...first,
  ...Object.fromEntries(
    ids.map((name) => [name, [...new Set([first, ...others].flatMap((parameters) => parameters[name]))]]),
  ),
});
