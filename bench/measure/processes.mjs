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
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(read(pid, 'status'))?.[1];
  return resident && Number(resident) * 1024;
}

/** A tick of the clock that Linux counts the time of processes with, in milliseconds. */
const tick = 10;

/** How long the processor has worked for a process, in milliseconds; undefined where the system does not tell. */
export function processorTime(pid) {
  // Behind the name of the program, which may hold anything but ends at the last bracket: see proc_pid_stat(5).
  const fields = read(pid, 'stat').split(') ').at(-1).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isNaN(ticks) ? undefined : ticks * tick;
}

/** A file of a process under /proc; empty where there is none. */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
