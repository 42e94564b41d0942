import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const main = join(root, 'dist', 'cli', 'main.js');

/** Builds dist/ unless it is up to date. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
}

/** The environment of a process that is given nothing but these settings. */
const environment = (env: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  ...env,
});

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of anode to its end. */
export async function anode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = new RunningAnode(args, env);
  const status = await child.ended();
  return { status, stdout: child.stdout, stderr: child.stderr };
}

/** A command of anode that is still running. */
export class RunningAnode {
  stdout = '';
  stderr = '';
  readonly child: ChildProcess;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [main, ...args], {
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
  }

  /** Resolves with the exit code; null where a signal ended it. Fails after a minute. */
  async ended(): Promise<number | null> {
    const limit = setTimeout(() => this.child.kill('SIGKILL'), 60_000);
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    clearTimeout(limit);
    return this.child.exitCode;
  }

  /** The address of the server, once it has printed it. */
  async address(): Promise<string> {
    for (;;) {
      const found = /http:\/\/[\d.]+:\d+\/graphql/.exec(this.stderr)?.[0];
      if (found !== undefined) return found;
      if (this.child.exitCode !== null) throw new Error(`It ended: ${this.stderr}${this.stdout}`);
      await Promise.race([once(this.child.stderr!, 'data'), once(this.child, 'close')]);
    }
  }

  /** What it has logged, one object a line; fails on a line that is no JSON. */
  log(): Record<string, unknown>[] {
    return this.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }
}
