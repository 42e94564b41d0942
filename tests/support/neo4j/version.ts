import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The release to test with: ANODE_TEST_NEO4J_VERSION, or the one that pom.xml names. */
export function neo4jVersion(): string {
  const pom = readFileSync(join(__dirname, 'pom.xml'), 'utf8');
  const version =
    process.env['ANODE_TEST_NEO4J_VERSION'] ?? /<neo4j.version>(.+)<\/neo4j.version>/.exec(pom)?.[1];
  if (version === undefined) throw new Error('pom.xml names no neo4j.version');
  return version;
}
