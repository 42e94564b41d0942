// How often the shared list of queries (tests/find/queries.csv) finds what is expected: first, and among the first five; and how
// long `suggest` takes over HTTP. Serves the shipped seed from memory; where NEO4J_URI is set, from that Neo4j, too.
//     npm run search:rates            with --misses, what was found instead
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'csv-parse/sync';

const root = join(import.meta.dirname, '..');
const file = join(root, 'tests', 'find', 'queries.csv');
const queries = parse(readFileSync(file, 'utf8'), { columns: true });
const showMisses = process.argv.includes('--misses');
/** How many suggestions are timed, after as many that are not: as-you-type, a letter more each time. */
const keystrokes = 1_000;

const { NEO4J_URI: neo4j, ...environment } = process.env;
await measure('embedded', { ...environment, DATA_FILE: ':memory:' });
if (neo4j === undefined) console.log('Neo4j: NEO4J_URI is not set');
else await measure('Neo4j', { ...environment, NEO4J_URI: neo4j });

async function measure(name, env) {
  const { url, stop } = await serve(env);
  try {
    console.log(`${name}: ${String(queries.length)} queries`);
    report(await askAll(url));
    const times = await timeSuggestions(url);
    const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
    console.log(
      `  suggest over HTTP: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${String(times.length)} requests)`,
    );
  } finally {
    await stop();
  }
}

async function askAll(url) {
  const query = 'query ($text: String!) { search(text: $text, first: 5) { nodes { id } } }';
  const results = [];
  for (const { query: text, how, expected } of queries) {
    const { search } = await ask(url, query, { text });
    const found = search.nodes.map(({ id }) => id);
    results.push({ text, how, expected, found, place: found.indexOf(expected) });
  }
  return results;
}

function report(results) {
  const shares = (own) =>
    [0, 4].map((last) => {
      const hits = own.filter(({ place }) => place >= 0 && place <= last).length;
      return `${(hits / own.length).toFixed(3)} (${String(hits)} of ${String(own.length)})`;
    });
  const line = (what, own) => {
    const [first, firstFive] = shares(own);
    console.log(`  ${what.padEnd(12)} first ${first.padEnd(18)} in the first five ${firstFive}`);
  };
  line('all', results);
  for (const how of new Set(results.map((result) => result.how)))
    line(
      how,
      results.filter((result) => result.how === how),
    );
  if (!showMisses) return;
  for (const { text, expected, found, place } of results)
    if (place !== 0) console.log(`  ${text} | ${expected} | ${String(place + 1)} | ${found.join(', ')}`);
}

async function timeSuggestions(url) {
  const query = 'query ($prefix: String!) { suggest(prefix: $prefix) { suggestions { node { id name } } } }';
  const prefixes = queries.flatMap(({ query: text }) =>
    Array.from({ length: Math.min(text.length, 12) }, (_, at) => text.slice(0, at + 1)),
  );
  const typed = prefixes.filter((prefix) => /[\p{L}\p{N}]/u.test(prefix));
  const step = Math.max(Math.floor(typed.length / keystrokes), 1);
  const chosen = typed.filter((_, at) => at % step === 0);
  for (const prefix of chosen) await ask(url, query, { prefix });
  const times = [];
  for (const prefix of chosen) {
    const start = performance.now();
    await ask(url, query, { prefix });
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

async function ask(url, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** A server as `anode serve` starts it, on a free port. */
async function serve(env) {
  const server = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'serve'], {
    env: { ...env, PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = await Promise.race([addressOf(server.stdout), ended.then(() => undefined)]);
  if (url === undefined) throw new Error('The server ended before it listened.');
  const stop = async () => {
    server.kill();
    await ended;
  };
  return { url, stop };
}

/** The address that the log of a server names, once it listens. */
async function addressOf(log) {
  let text = '';
  for await (const part of log) {
    text += String(part);
    const url = /"url":"([^"]+)"/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  return undefined;
}
