import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clock } from './clock.mjs';
import { startContender } from './contenders/start.mjs';
import { environmentOf } from './environment.mjs';
import { batchesOf } from './graph/batches.mjs';
import { loadNeo4j } from './graph/load-neo4j.mjs';
import { sizesOf } from './graph/sizes.mjs';
import { watchMemory } from './measure/processes.mjs';
import { measure } from './measure/run.mjs';
import { prepareTasks } from './measure/tasks.mjs';
import { startNeo4j } from './processes/neo4j.mjs';
import { chartOf } from './report/chart.mjs';
import { reportOf } from './report/report.mjs';
import { tablesOf } from './report/table.mjs';
import { works } from './works/index.mjs';

/** Measures all contenders in one run, prints tables, and writes the results as JSON and as a chart. */
export async function compare(options, stops) {
  const say = clock();
  const { size, only } = options;
  const neo4j = await startNeo4j(size);
  stops.add(neo4j.stop);
  say(`loading ${size} nodes into ${neo4j.address.how}`);
  await loadNeo4j(neo4j.address, (model) => batchesOf(model, size));

  say(`starting ${only.join(', ')}`);
  const context = { address: neo4j.address, size, clients: options.clients, started: stops.add };
  const contenders = [];
  for (const name of only) contenders.push(await startContender(name, context));

  say('comparing answers');
  const wanted = (name) => options.works.includes(name);
  const chosen = works.filter(({ name }) => wanted('mixed') || wanted(name));
  const prepared = await prepareTasks(chosen, contenders, sizesOf(size), say);

  const stopWatching = watchMemory(contenders.filter(({ pid }) => pid !== undefined));
  const measured = await measure(prepared, contenders, { ...options, wanted }, say);
  const memory = stopWatching();
  const environment = environmentOf(neo4j.address);
  const report = reportOf({ size, options, environment, contenders, measured, memory });
  say('done');
  console.log(`\n${tablesOf(report)}\n`);
  write(report, options.partial ? `${size}-partial` : String(size));
}

function write(report, name) {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  if (report.contenders.some((contender) => contender.name === 'peer'))
    writeFileSync(join(folder, `${name}.svg`), chartOf(report));
  console.log(`Written to bench/results/${name}.json and .svg`);
}
