/**
 * Loaded before a server (`node --require`): the server ends when its standard input closes, which it does however the
 * benchmark ends. Nothing stays behind, and the process is the server's own, so that its memory can be read.
 */
process.stdin.on('close', () => process.exit()).resume();
process.stdin.unref();
