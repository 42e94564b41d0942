import type { Definition, Statement } from '../store';

/**
 * What importing keeps in the store beside the graph, under labels that no kind has: one lock, which every writer of evidence
 * writes to first, a mark for each set of files that was or is being imported, and notes of what the last writes changed.
 */
const lock = 'ImportLock';
const mark = 'ImportMark';
const note = 'ImportNote';

/** So many notes are kept. */
const mostNotes = 1_000;

export const importDefinitions: readonly Definition[] = [lock, mark, note].flatMap((label) => [
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

/** Notes the ids of the records that were changed by the write which made this version of the graph; old notes go. */
export const noteChange = (version: number, ids: readonly string[]): readonly Statement[] => [
  {
    text: `MERGE (c:${note} {id: $id}) SET c.version = $version, c.ids = $ids`,
    parameters: { id: String(version), version, ids },
  },
  {
    text: `MATCH (c:${note}) WHERE c.version <= $oldest DELETE c`,
    parameters: { oldest: version - mostNotes },
  },
];

/** What is noted of the writes after a version and up to another, as `ids`. */
export const readNotes = (after: number, until: number): Statement => ({
  text: `MATCH (c:${note}) WHERE c.version > $after AND c.version <= $until RETURN c.ids AS ids`,
  parameters: { after, until },
});
