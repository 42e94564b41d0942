import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const leash = join(import.meta.dirname, 'leash.cjs');

/**
 * Starts a server as a process of its own, in production mode, and waits until it prints its address.
 *
 * @param args the script and its arguments
 * @param {{ env?: object, node?: string[], patience?: number }} options `patience`: milliseconds until it has to answer
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startServer(args, { env = {}, node = [], patience = 60_000 } = {}) {
  const child = spawn(process.execPath, [...node, '--require', leash, ...args], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A Ctrl-C in the terminal is for the benchmark, which then ends its servers.
    detached: true,
  });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output.text = (output.text + text).slice(-20_000)));
  try {
    return { url: await addressIn(child, output, patience), pid: child.pid, stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function addressIn(child, output, patience) {
  const deadline = Date.now() + patience;
  for (;;) {
    const url = /http:\/\/[\d.]+:\d+\/graphql/.exec(output.text)?.[0];
    if (url !== undefined) return url;
    if (hasEnded(child) || Date.now() > deadline)
      throw new Error(`${child.spawnargs.slice(1).join(' ')} did not start:\n${output.text}`);
    await sleep(50);
  }
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

async function stop(child) {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(limit);
}
