import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import type { Neo4jAddress } from '../stores';

const START_LIMIT_MS = 90_000;

export interface Neo4jServer {
  readonly address: Neo4jAddress;
  /** Resolves when the server is gone and its folder is removed. */
  stop(): Promise<void>;
}

/** Starts a Neo4j without authentication that listens on `port`, and waits until it answers. `home` is removed at the end. */
export async function startServer(
  home: string,
  port: number,
  how: string,
  command: readonly string[],
): Promise<Neo4jServer> {
  const address = { uri: `bolt://127.0.0.1:${port}`, how };
  const log = openSync(join(home, 'console.log'), 'a');
  // Detached: a Ctrl-C in the terminal must reach jest only, so that the keeper is left to clean up.
  const keeper = spawn(process.execPath, [join(__dirname, 'keeper.mjs'), home, ...command], {
    stdio: ['pipe', log, log],
    detached: true,
  });
  closeSync(log);

  const stop = async () => {
    if (hasEnded(keeper)) rmSync(home, { recursive: true, force: true });
    else {
      keeper.stdin?.end();
      await once(keeper, 'exit');
    }
  };

  try {
    await untilItAnswers(address, () => hasEnded(keeper));
    return { address, stop };
  } catch (error) {
    const message = `${how} did not start: ${String(error)}\n${logTail(home)}`;
    await stop();
    throw new Error(message);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Throws the driver's last complaint when the server has ended or the time is up. */
export async function untilItAnswers(
  address: Neo4jAddress,
  hasEnded: () => boolean,
  limit = START_LIMIT_MS,
): Promise<void> {
  const deadline = Date.now() + limit;
  const { uri, user, password } = address;
  const driver = neo4j.driver(uri, user === undefined ? undefined : neo4j.auth.basic(user, password ?? ''));
  try {
    for (;;) {
      try {
        await driver.verifyConnectivity();
        return;
      } catch (error) {
        if (hasEnded() || Date.now() > deadline) throw error;
      }
      await sleep(200);
    }
  } finally {
    await driver.close();
  }
}

function logTail(home: string, lines = 25): string {
  return ['console.log', 'logs/neo4j.log', 'logs/debug.log']
    .map((name) => join(home, name))
    .filter((file) => existsSync(file))
    .map(
      (file) => `--- ${file}\n${readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')}`,
    )
    .join('\n');
}

/** A port of 127.0.0.1 that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
