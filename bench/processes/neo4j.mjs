import { requireTypeScript } from '../typescript.mjs';

/**
 * A Neo4j Community of this run's own, from its Maven artefacts, or the one that NEO4J_TEST_URI names, whose data is
 * then replaced. Other than in the tests, it may compile hot code, and has the memory to hold the graph.
 *
 * @returns {Promise<{ address: { uri: string, user?: string, password?: string, how: string }, stop: () => Promise<void> }>}
 */
export async function startNeo4j(nodes) {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user, NEO4J_TEST_PASSWORD: password } = process.env;
  if (uri) return { address: { uri, user, password, how: 'NEO4J_TEST_URI' }, stop: async () => {} };
  const { startWithJava } = requireTypeScript('../tests/support/neo4j/java.ts');
  return startWithJava(
    nodes > 100_000
      ? { java: ['-Xms3g', '-Xmx3g'], pageCache: '1g' }
      : { java: ['-Xms1g', '-Xmx1g'], pageCache: '256m' },
  );
}
