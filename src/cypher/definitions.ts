import { searchProperties, type GraphModel } from '../model';
import type { Definition, TextIndex } from '../store';
import { importDefinitions } from './imports';

/**
 * The constraints and indexes of a model. Names come from the model, which has checked that they are plain.
 *
 * Under each unique constraint there is an index of its own. Neo4j has that already; the embedded engine without it
 * compares every new node with all others, and loads thirty thousand nodes in hours instead of seconds.
 */
export function printDefinitions(model: GraphModel): Definition[] {
  const types = [...model.interfaces, ...model.kinds];
  const unique = types.flatMap(({ name }) => [
    index(name, 'id', true),
    definition(`CREATE CONSTRAINT ${name}_id IF NOT EXISTS FOR (n:${name}) REQUIRE n.id IS UNIQUE`, false),
  ]);
  const indexes = model.kinds.flatMap(({ name, properties }) =>
    properties.filter((property) => property.indexed).map((property) => index(name, property.name, false)),
  );
  return [...unique, ...indexes, ...importDefinitions];
}

const definition = (text: string, backsConstraint: boolean): Definition => ({ text, backsConstraint });

const index = (type: string, property: string, backsConstraint: boolean): Definition =>
  definition(
    `CREATE INDEX ${type}_${property}${backsConstraint ? '_lookup' : ''} IF NOT EXISTS FOR (n:${type}) ON (n.${property})`,
    backsConstraint,
  );

/** The index of the terms by which nodes are found. */
export const textIndex: TextIndex = {
  name: 'entity_text',
  label: 'Entity',
  properties: [searchProperties.names, searchProperties.words],
  kindProperty: searchProperties.kind,
};
