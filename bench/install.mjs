import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const bench = import.meta.dirname;
const root = join(bench, '..');

/** Builds Anode unless it is built. */
export function build() {
  run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale']);
}

/** Installs what only the benchmark needs into bench/node_modules, unless the lock file's packages are there. */
export function install() {
  const lock = readFileSync(join(bench, 'package-lock.json'), 'utf8');
  const stamp = join(bench, 'node_modules/.installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--prefix', bench, '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.`);
}
