import type { EdgeStep } from './edge-step';
import type { Measurement } from './measurement';
import type { Asked } from './reading';

export type Predicate =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Predicate[] }
  | { readonly kind: 'not'; readonly operand: Predicate }
  /** Fits nothing: the NOT of a condition that says nothing. */
  | { readonly kind: 'never' }
  | {
      readonly kind: 'compare';
      readonly on: Bearer;
      readonly property: Asked;
      readonly operator: Operator;
      readonly parameter: string;
      /** Whether the property is compared in lower case. The parameter is so already. */
      readonly folded: boolean;
    }
  /** The parameter tells whether the value is to be missing. */
  | { readonly kind: 'missing'; readonly on: Bearer; readonly property: Asked; readonly parameter: string }
  | Reach
  | Measured;

/**
 * What bears a property: a node, or the edge over which that node is reached. Nodes of a root are reached over none. Of
 * a group of nodes, the measurements stand for properties, named by their columns (`groupColumns`).
 */
export type Bearer = 'node' | 'edge' | 'group';

/**
 * At least one (`some`) or exactly one (`single`) node of a type at the far end of an edge fits. The condition may read
 * that edge, too.
 */
export interface Reach {
  readonly kind: 'some' | 'single';
  /**
   * The end it is computed from, for all nodes at once: all nodes that fit at the far end, or the nodes that it is asked
   * of. Or it is asked of each node when that node's turn comes.
   */
  readonly start: 'far' | 'near' | 'each';
  readonly edge: EdgeStep;
  readonly type: string;
  readonly where: Predicate | undefined;
}

/**
 * What a node reaches over an edge, all of a type that fit, measures what `having` states. Of what reaches none, the
 * count is 0 and the rest is missing.
 */
export interface Measured extends Omit<Reach, 'kind'> {
  readonly kind: 'measured';
  readonly measurements: readonly Measurement[];
  readonly having: Predicate;
}

/** What a predicate asks of a relation. */
export type RelationFilter = Reach | Measured;

/** `includes`: the list has the value. The others compare one value. A comparison with a missing value is false. */
export type Operator =
  'eq' | 'in' | 'contains' | 'startsWith' | 'endsWith' | 'lt' | 'lte' | 'gt' | 'gte' | 'includes';

/** The conditions that all have to hold for a predicate to hold. */
export function conjunctsOf(predicate: Predicate | undefined): readonly Predicate[] {
  if (predicate === undefined) return [];
  return predicate.kind === 'and' ? predicate.operands.flatMap(conjunctsOf) : [predicate];
}

export const isRelationFilter = (predicate: Predicate): predicate is RelationFilter =>
  predicate.kind === 'some' || predicate.kind === 'single' || predicate.kind === 'measured';

/** What a predicate asks of the relations of the node itself, not of those further out. */
export function reachesOf(predicate: Predicate): readonly RelationFilter[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.operands.flatMap(reachesOf);
    case 'not':
      return reachesOf(predicate.operand);
    case 'some':
    case 'single':
    case 'measured':
      return [predicate];
    case 'compare':
    case 'missing':
    case 'never':
      return [];
  }
}

/** The same predicate with the relation filters that it asks of the node itself replaced. */
export function mapRelationFilters(
  predicate: Predicate,
  replace: (reach: RelationFilter) => RelationFilter,
): Predicate {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return {
        ...predicate,
        operands: predicate.operands.map((operand) => mapRelationFilters(operand, replace)),
      };
    case 'not':
      return { ...predicate, operand: mapRelationFilters(predicate.operand, replace) };
    case 'some':
    case 'single':
    case 'measured':
      return replace(predicate);
    case 'compare':
    case 'missing':
    case 'never':
      return predicate;
  }
}
