import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { clock } from './clock.mjs';
import { HttpContender } from './contenders/http.mjs';
import { environmentOf } from './environment.mjs';
import { loadNeo4j } from './graph/load-neo4j.mjs';
import { sizesOf } from './graph/sizes.mjs';
import { quantile } from './measure/numbers.mjs';
import { slot } from './measure/slot.mjs';
import { startServer } from './processes/child.mjs';
import { startNeo4j } from './processes/neo4j.mjs';
import { claimedIndustry } from './readings/claimed-industry.mjs';
import { tableOfReadings } from './readings/table.mjs';
import { sampleOf } from './works/sample.mjs';
import { works } from './works/index.mjs';

const require = createRequire(import.meta.url);
const { prepareStore } = require('../dist/claims');
const { printChange } = require('../dist/cypher');
const { model } = require('../dist/domain');
const { EmbeddedStore } = require('../dist/store');

const main = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');

/** The works that are asked both ways. */
const measured = [
  'point-with-relations',
  'sorted-page',
  'sorted-page-edges',
  'partnership-trace',
  'filter-two-relations',
];

/** Everything is claimed, of all times, so that it gives the same answer as the plain query. */
const reading = '@asOf(valid: "2026-11-01", known: "2026-11-01T00:00:00.000Z")';

/** Measures what a reading of the evidence costs beside the plain query, on both stores, and writes it as JSON. */
export async function measureReadings({ size, clients, seconds, rounds }, stops) {
  const say = clock();
  say(`making ${size} nodes, and of each property and edge what a reading needs`);
  const { nodes, edges } = claimedIndustry(model, size);
  const change = {
    newNodes: nodes,
    newEdges: edges,
    putNodes: [],
    putEdges: [],
    dropNodes: [],
    dropEdges: [],
  };
  const statements = printChange(model, change);
  const neo4j = await startNeo4j(size);
  stops.add(neo4j.stop);
  const stores = {
    neo4j: () => onNeo4j(neo4j.address, statements),
    embedded: () => onEmbedded(statements, stops),
  };
  const found = {};
  for (const [name, fill] of Object.entries(stores)) {
    say(`${name}: loading`);
    const server = await startServer([main, 'serve'], {
      env: { ...(await fill()), PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    });
    stops.add(server.stop);
    const contender = new HttpContender({ name, side: 'anode', server, clients });
    stops.add(() => contender.close());
    say(`${name}: measuring`);
    found[name] = await bothWays(contender, size, { clients, seconds, rounds });
    await server.stop();
  }
  const report = { size, clients, ...environmentOf(neo4j.address), stores: found };
  delete report.peer;
  console.log(`\n${tableOfReadings(report)}\n`);
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `readings-${size}.json`), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`Written to bench/results/readings-${size}.json`);
}

async function onNeo4j(address, statements) {
  await loadNeo4j(address, () => statements);
  const { uri, user, password } = address;
  return { NEO4J_URI: uri, ...(user !== undefined && { NEO4J_USER: user, NEO4J_PASSWORD: password }) };
}

async function onEmbedded(statements, stops) {
  const folder = mkdtempSync(join(tmpdir(), 'anode-bench-readings-'));
  stops.add(async () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'graph');
  const store = new EmbeddedStore(file);
  await prepareStore(model, store);
  for (const statement of statements) await store.write([statement]);
  await store.close();
  return { DATA_FILE: file };
}

/** Of each work the median rates of the plain query and of its reading, which take turns. */
async function bothWays(contender, size, { clients, seconds, rounds }) {
  const results = [];
  for (const work of works.filter(({ name }) => measured.includes(name))) {
    const tasks = await tasksOf(contender, work, size);
    const rates = { plain: [], reading: [] };
    for (const task of Object.values(tasks)) await slot(task, { clients, seconds });
    for (let round = 0; round < rounds; round++)
      for (const [way, task] of Object.entries(tasks))
        rates[way].push((await slot(task, { clients, seconds, begin: round })).rate);
    const [plain, read] = [quantile(rates.plain, 0.5), quantile(rates.reading, 0.5)];
    results.push({ work: work.name, title: work.title, plain, reading: read, slower: plain / read });
  }
  return results;
}

/** The calls of a work and of its reading, whose answers are the same. */
async function tasksOf(contender, work, size) {
  const parameters = work.parameters(sampleOf(sizesOf(size)));
  const { query } = work.anode;
  const read = query.replace(/^(\s*query[^{]*)\{/, `$1 ${reading} {`);
  const variables = work.anode.variables(parameters, (...asked) => contender.data(...asked));
  const every = await variables;
  for (const each of every.slice(0, 8)) {
    const [plain, asRead] = [await contender.data(query, each), await contender.data(read, each)];
    if (!isDeepStrictEqual(plain, asRead)) throw new Error(`${work.name}: another answer ${reading}`);
  }
  const callsOf = (text) =>
    every.map((each) => {
      const body = JSON.stringify({ query: text, variables: each });
      return () => contender.size(body);
    });
  return { plain: { calls: callsOf(query) }, reading: { calls: callsOf(read) } };
}
