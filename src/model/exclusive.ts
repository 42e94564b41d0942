import type { GraphModel, Relation } from './graph-model';

/**
 * Whether an edge of the type and direction of a relation, from a node that has the relation, leads nowhere but to the
 * target of the relation. What is at its other end then need not be asked for its kind.
 */
export function isExclusive(model: GraphModel, relation: Relation): boolean {
  const { kinds: targets } = model.type(relation.target);
  const rivals = model
    .type(relation.owner)
    .kinds.flatMap((kind) => model.type(kind).relations)
    .filter(({ edge, direction }) => edge.type === relation.edge.type && direction === relation.direction);
  return rivals.every(({ target }) => model.type(target).kinds.every((kind) => targets.includes(kind)));
}
