import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServer, type Neo4jServer } from './server';
import { neo4jVersion } from './version';

/** Neo4j Community in a container that lives as long as its client in the foreground. */
export async function startWithDocker(): Promise<Neo4jServer> {
  const { status, stderr, error } = spawnSync('docker', ['info'], { encoding: 'utf8' });
  if (error) throw new Error(`docker does not run: ${error.message}`);
  if (status !== 0) throw new Error(`docker info: ${stderr.trim()}`);

  const [major, minor] = neo4jVersion().split('.');
  const image = `neo4j:${major}.${minor}-community`;
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'anode-neo4j-'));
  return startServer(home, port, `${image} in Docker`, [
    ...['docker', 'run', '--rm', '--publish', `127.0.0.1:${port}:7687`],
    ...['--env', 'NEO4J_AUTH=none', '--env', 'NEO4J_server_memory_heap_max__size=1g'],
    ...['--env', 'NEO4J_dbms_usage__report_enabled=false'],
    image,
  ]);
}
