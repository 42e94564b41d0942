import { claimedProperty, counted, type NodeKind, type PropertyDeclaration, type Relation } from '../model';

/** The relation of a kind that a claim may speak of by that name. */
export const claimableRelation = (kind: NodeKind, name: string): Relation | undefined => {
  const relation = kind.relation(name);
  return relation !== undefined && relation.edge.citations.length > 0 ? relation : undefined;
};

export const claimableNames = (kind: NodeKind): string[] =>
  [...kind.properties, ...kind.relations]
    .map(({ name }) => name)
    .filter((name) => claimedProperty(kind, name) ?? claimableRelation(kind, name));

/** Properties of an edge that come from the columns of its claims, or from counting these. */
const derived: readonly string[] = ['since', 'until', 'confidence', counted.sources, counted.origins];

/** Those that a claim about the relation may state. */
export const claimableEdgeProperties = (
  declared: readonly PropertyDeclaration[],
): readonly PropertyDeclaration[] => declared.filter(({ name }) => !derived.includes(name));
