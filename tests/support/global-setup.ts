import type { Neo4jAddress } from './stores';
import { startWithDocker } from './neo4j/docker';
import { startWithJava } from './neo4j/java';
import { untilItAnswers, type Neo4jServer } from './neo4j/server';

/** What global-teardown.ts ends; both run in jest's own process. */
export const running: { neo4j?: Neo4jServer } = ((globalThis as { anodeTests?: object }).anodeTests ??= {});

/** Finds a Neo4j for the tests, the first that is there, and leaves its address in ANODE_TEST_NEO4J. */
export default async function setUp(): Promise<void> {
  const address = (await fromEnvironment()) ?? (await start());
  if (address !== undefined) process.env['ANODE_TEST_NEO4J'] = JSON.stringify(address);
}

/** A server that somebody names is the one they mean: when it does not answer, the run stops. */
async function fromEnvironment(): Promise<Neo4jAddress | undefined> {
  const uri = process.env['NEO4J_TEST_URI'];
  if (!uri) return undefined;
  const { NEO4J_TEST_USER: user, NEO4J_TEST_PASSWORD: password } = process.env;
  const address = { uri, user, password, how: 'NEO4J_TEST_URI' };
  await untilItAnswers(address, () => false, 30_000);
  return address;
}

async function start(): Promise<Neo4jAddress | undefined> {
  const reasons = ['NEO4J_TEST_URI: not set'];
  for (const [name, startIt] of [
    ['Java and Maven', startWithJava],
    ['Docker', startWithDocker],
  ] as const) {
    try {
      running.neo4j = await startIt();
      return running.neo4j.address;
    } catch (error) {
      reasons.push(`${name}: ${(error as Error).message}`);
    }
  }
  warn(reasons);
  if (process.env['CI'] === 'true') throw new Error('CI must test on Neo4j, and there is none');
  return undefined;
}

function warn(reasons: readonly string[]): void {
  const rule = '!'.repeat(80);
  const tried = reasons.map((reason) => `  - ${reason}`).join('\n');
  console.error(`\n${rule}\nNO NEO4J: every case marked [neo4j] is left out of this run.\n${tried}\n${rule}`);
}
