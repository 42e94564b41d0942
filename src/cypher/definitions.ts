import type { GraphModel } from '../model';

/**
 * The constraints and indexes of a model, each a statement that both stores run. Names come from the model, which has
 * checked that they are plain.
 */
export function printDefinitions(model: GraphModel): string[] {
  const types = [...model.interfaces, ...model.kinds];
  const constraints = types.map(
    ({ name }) => `CREATE CONSTRAINT ${name}_id IF NOT EXISTS FOR (n:${name}) REQUIRE n.id IS UNIQUE`,
  );
  const indexes = model.kinds.flatMap(({ name, properties }) =>
    properties
      .filter((property) => property.indexed)
      .map(
        (property) =>
          `CREATE INDEX ${name}_${property.name} IF NOT EXISTS FOR (n:${name}) ON (n.${property.name})`,
      ),
  );
  return [...constraints, ...indexes];
}
