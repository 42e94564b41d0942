export interface Neo4jAddress {
  readonly uri: string;
  /** Absent when the server asks for no authentication. */
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** How it came to be there, for people: `Neo4j 5.26.31 on java`. */
  readonly how: string;
}

/**
 * The Neo4j of this jest worker: no two workers share one, so each may replace all data of its own. Undefined where the
 * machine offers none.
 */
export function neo4jForTests(): Neo4jAddress | undefined {
  const { ANODE_TEST_NEO4J: given, JEST_WORKER_ID: worker } = process.env;
  return given === undefined ? undefined : (JSON.parse(given) as Neo4jAddress[])[Number(worker) - 1];
}
