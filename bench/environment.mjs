import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** What the figures were made with. */
export const environmentOf = ({ how }) => ({
  date: new Date().toISOString().slice(0, 10),
  commit: spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() ?? '',
  node: process.versions.node,
  cores: availableParallelism(),
  neo4j: how.replace(/ on .*/, ''),
  peer: `@neo4j/graphql ${peerVersion()}`,
});

function peerVersion() {
  const file = new URL('package.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).dependencies['@neo4j/graphql'];
}
