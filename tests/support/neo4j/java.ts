import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, startServer, type Neo4jServer } from './server';
import { neo4jVersion } from './version';

const CACHE = resolve(__dirname, '../../../node_modules/.cache');

/** How a server spends memory and time. */
interface Tuning {
  readonly java: readonly string[];
  readonly pageCache: string;
}

const forTests: Tuning = {
  // Most of what they do is planning statements that are new: code that is compiled twice never pays for it.
  java: ['-Xms1g', '-Xmx1g', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
  pageCache: '128m',
};

/** Neo4j Community from its Maven artefacts: no Docker, no installation, about five seconds. */
export async function startWithJava(tuning: Tuning = forTests): Promise<Neo4jServer> {
  const version = neo4jVersion();
  // Since 2025 releases are numbered by date, need Java 21 and have another main class (META-INF/services names it).
  const dated = Number.parseInt(version) >= 2025;
  const java = findJava(dated ? 21 : 17);
  const jars = fetchJars(version);
  const port = await freePort();
  const home = makeHome(port, tuning);
  return startServer(home, port, `Neo4j ${version} on ${java}`, [
    java,
    ...tuning.java,
    '--add-opens=java.base/java.nio=ALL-UNNAMED',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '-cp',
    join(jars, '*'),
    dated ? 'org.neo4j.server.Neo4jCommunity' : 'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ]);
}

/** The first Java that is new enough: JAVA_HOME's, the one on the PATH, those that Debian installs beside it. */
function findJava(atLeast: number): string {
  const debian = '/usr/lib/jvm';
  const candidates = [
    process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin/java') : 'java',
    'java',
    ...(existsSync(debian) ? readdirSync(debian).map((name) => join(debian, name, 'bin/java')) : []),
  ];
  const java = candidates.find((candidate) => javaVersion(candidate) >= atLeast);
  if (java === undefined) throw new Error(`no Java ${atLeast} or newer`);
  return java;
}

function javaVersion(java: string): number {
  const { stderr, error } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return error ? 0 : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}

/** The folder with the server's jars. Maven is asked once a version. */
function fetchJars(version: string): string {
  const jars = join(CACHE, `neo4j-${version}`, 'lib');
  if (existsSync(jars)) return jars;

  const partial = `${jars}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const { status, stdout, error } = spawnSync(
    'mvn',
    [
      ...['-q', '-B', '-f', join(__dirname, 'pom.xml'), `-Dneo4j.version=${version}`],
      ...['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${partial}`],
    ],
    { encoding: 'utf8' },
  );
  if (error) throw new Error(`mvn does not run: ${error.message}`);
  if (status !== 0) throw new Error(`mvn could not fetch Neo4j ${version}:\n${stdout}`);
  renameSync(partial, jars);
  return jars;
}

function makeHome(port: number, { pageCache }: Tuning): string {
  const home = mkdtempSync(join(tmpdir(), 'anode-neo4j-'));
  mkdirSync(join(home, 'conf'));
  const settings = {
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.http.enabled': false,
    'server.https.enabled': false,
    'dbms.security.auth_enabled': false,
    'dbms.usage_report.enabled': false,
    'server.memory.pagecache.size': pageCache,
    'db.tx_log.preallocate': false,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(home, 'conf/neo4j.conf'), lines.join(''));
  return home;
}
