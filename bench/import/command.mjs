import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';

const main = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

/** Runs a command of anode to its end: how long it took, start and end of the process included, and its peak of memory. */
export async function measureCommand(args, env) {
  const began = performance.now();
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid))), 100);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`anode ${args[0]} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1_000, megabytes };
}

/** The most that a process has had resident, in megabytes; on Linux only. */
function peakOf(pid) {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1_000);
  } catch {
    return 0;
  }
}
