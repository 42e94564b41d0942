import * as Cypher from '@neo4j/cypher-builder';
import type { EdgeStep } from '../plan';
import { stepPattern } from './names';
import { allOf } from './predicate';
import { conditionsOfStep } from './reading';

/** A step along an edge, and what its reading says of it. */
export interface Step {
  readonly pattern: Cypher.Pattern;
  readonly conditions: readonly Cypher.Predicate[];
}

/** A step to nodes with a label. */
export function printStep(
  from: Cypher.Node,
  edge: Cypher.Relationship | undefined,
  step: EdgeStep,
  to: Cypher.Node,
  label: string,
): Step {
  const over = edge ?? (step.claimed === undefined ? undefined : new Cypher.Relationship());
  return {
    pattern: stepPattern(from, over, step, to, label),
    conditions: conditionsOfStep(from, over, step, to),
  };
}

/** A match of the step for which these conditions hold as well. */
export const matchStep = (
  { pattern, conditions }: Step,
  more: readonly Cypher.Predicate[] = [],
): Cypher.Match => matchWhere(pattern, [...conditions, ...more]);

export function matchWhere(pattern: Cypher.Pattern, conditions: readonly Cypher.Predicate[]): Cypher.Match {
  const match = new Cypher.Match(pattern);
  return conditions.length === 0 ? match : match.where(allOf(conditions));
}
