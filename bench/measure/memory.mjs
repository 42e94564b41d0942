import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

/** How often memory is looked at, in milliseconds. */
const interval = 200;

/**
 * Looks at the resident memory of processes until it is stopped.
 *
 * @param {{ name: string, pid: number }[]} processes
 * @returns {() => Record<string, number>} stops, and tells the most that each had while it was watched, in bytes; nothing
 * where the system does not tell (it needs /proc)
 */
export function watchMemory(processes) {
  const most = {};
  const look = () => {
    for (const { name, pid } of processes) {
      const now = residentBytes(pid);
      if (now !== undefined) most[name] = Math.max(most[name] ?? 0, now);
    }
  };
  const timer = setInterval(look, interval);
  timer.unref();
  return () => {
    clearInterval(timer);
    return most;
  };
}

function residentBytes(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
  } catch {
    return undefined;
  }
}
