import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { transformSync } from '@swc/core';

const require = createRequire(import.meta.url);

/**
 * A Neo4j Community of this run's own, from its Maven artefacts, or the one that NEO4J_TEST_URI names, whose data is
 * then replaced. Other than in the tests, it may compile hot code, and has the memory to hold the graph.
 *
 * @returns {Promise<{ address: { uri: string, user?: string, password?: string, how: string }, stop: () => Promise<void> }>}
 */
export async function startNeo4j(nodes) {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user, NEO4J_TEST_PASSWORD: password } = process.env;
  if (uri) return { address: { uri, user, password, how: 'NEO4J_TEST_URI' }, stop: async () => {} };
  const { startWithJava } = requireTypeScript('../../tests/support/neo4j/java.ts');
  return startWithJava(
    nodes > 100_000
      ? { java: ['-Xms3g', '-Xmx3g'], pageCache: '1g' }
      : { java: ['-Xms1g', '-Xmx1g'], pageCache: '256m' },
  );
}

/** The tests start their Neo4j with TypeScript, which jest compiles for them. */
function requireTypeScript(file) {
  require.extensions['.ts'] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      swcrc: false,
      configFile: false,
      module: { type: 'commonjs' },
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    });
    module._compile(code, filename);
  };
  return require(file);
}
