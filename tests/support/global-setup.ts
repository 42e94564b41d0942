import type { Neo4jAddress } from './stores';
import { startWithDocker } from './neo4j/docker';
import { startWithJava } from './neo4j/java';
import { untilItAnswers, type Neo4jServer } from './neo4j/server';

/** What global-teardown.ts ends; both run in jest's own process. */
export const running: { servers?: readonly Neo4jServer[] } = ((
  globalThis as { anodeTests?: object }
).anodeTests ??= {});

/** Finds a Neo4j for each worker, from the first place that has any, and leaves their addresses in ANODE_TEST_NEO4J. */
export default async function setUp({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  const addresses = (await fromEnvironment()) ?? (await start(maxWorkers));
  if (addresses !== undefined) process.env['ANODE_TEST_NEO4J'] = JSON.stringify(addresses);
}

/** Servers that somebody names are the ones they mean: when one does not answer, the run stops. */
async function fromEnvironment(): Promise<Neo4jAddress[] | undefined> {
  const uris = process.env['NEO4J_TEST_URI'];
  if (!uris) return undefined;
  const { NEO4J_TEST_USER: user, NEO4J_TEST_PASSWORD: password } = process.env;
  const addresses = uris.split(',').map((uri) => ({ uri, user, password, how: 'NEO4J_TEST_URI' }));
  for (const address of addresses) await untilItAnswers(address, () => false, 30_000);
  return addresses;
}

async function start(count: number): Promise<Neo4jAddress[] | undefined> {
  const reasons = ['NEO4J_TEST_URI: not set'];
  for (const [name, startOne] of [
    ['Java and Maven', startWithJava],
    ['Docker', startWithDocker],
  ] as const) {
    try {
      running.servers = await Promise.all(Array.from({ length: count }, () => startOne()));
      return running.servers.map(({ address }) => address);
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
