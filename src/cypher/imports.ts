import type { Definition, Statement } from '../store';

/**
 * What importing keeps in the store beside the graph, under labels that no kind has: one lock, which every writer of evidence
 * writes to first, and a mark for each set of files that was or is being imported.
 */
const lock = 'ImportLock';
const mark = 'ImportMark';

export const importDefinitions: readonly Definition[] = [lock, mark].flatMap((label) => [
  {
    text: `CREATE INDEX ${label}_id_lookup IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
    backsConstraint: true,
  },
  {
    text: `CREATE CONSTRAINT ${label}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
    backsConstraint: false,
  },
]);

/**
 * Takes the lock until the transaction ends, and tells as `version` how many writes have changed the graph. Whoever else
 * wants it waits.
 */
export const takeLock: Statement = {
  text: `MERGE (l:${lock} {id: 'evidence'}) SET l.version = coalesce(l.version, 0) RETURN l.version AS version`,
  parameters: {},
};

/** Says that the graph is being changed. */
export const countChange: Statement = {
  text: `MATCH (l:${lock} {id: 'evidence'}) SET l.version = l.version + 1`,
  parameters: {},
};

/** The same as `takeLock` without waiting for anyone. No row where nothing was ever written. */
export const readVersion: Statement = {
  text: `MATCH (l:${lock} {id: 'evidence'}) RETURN l.version AS version`,
  parameters: {},
};

/** The mark of an import, as `mark`. */
export const readMark = (id: string): Statement => ({
  text: `MATCH (m:${mark} {id: $id}) RETURN properties(m) AS mark`,
  parameters: { id },
});

export const writeMark = (id: string, properties: object): Statement => ({
  text: `MERGE (m:${mark} {id: $id}) SET m = $properties, m.id = $id`,
  parameters: { id, properties },
});
