/** The names of the types in the schema that are one key of an order. Here, so that the model can keep them apart. */
export const orderName = {
  /** Of nodes of a type: `CorporationOrder`. */
  ofType: (type: string): string => `${type}Order`,
  /** In a relation whose edges have properties: `CorporationPlantsOrder`. */
  ofRelation: (owner: string, relation: string): string =>
    `${owner}${relation[0]!.toUpperCase()}${relation.slice(1)}Order`,
  /** By a figure of a relation to many of a type: `PlantRelationOrder`. */
  ofMany: (target: string): string => `${target}RelationOrder`,
  /** By the properties of edges of a type: `ParticipatesInOrder` for `PARTICIPATES_IN`. */
  ofEdge: (type: string): string => {
    const words = type
      .split('_')
      .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`);
    return `${words.join('')}Order`;
  },
};
