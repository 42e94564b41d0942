/**
 * Runs a server for as long as somebody holds this process' standard input open, then stops it and removes its folder.
 * However the test run ends (teardown, Ctrl-C, kill -9), the pipe closes: neither a JVM nor a folder stays behind.
 *
 *     node keeper.mjs <folder to remove> <command> <arguments...>
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [folder, command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
let released = false;

process.stdin.resume().on('close', () => {
  released = true;
  server.kill('SIGTERM');
  // Neo4j waits ten seconds for connections that are gone. By now a container has got the signal and goes by itself.
  setTimeout(() => server.kill('SIGKILL'), 500);
});

server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});

server.on('exit', () => {
  // A server that ends by itself has failed: whoever waits for it still reads its log.
  if (!released) process.exit(1);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
