import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clock } from './clock.mjs';
import { NestedCypher } from './contenders/bolt.mjs';
import { startContender } from './contenders/start.mjs';
import { environmentOf } from './environment.mjs';
import { claimedBatchesOf } from './graph/batches.mjs';
import { loadNeo4j } from './graph/load-neo4j.mjs';
import { sizesOf } from './graph/sizes.mjs';
import { quantile } from './measure/numbers.mjs';
import { slot } from './measure/slot.mjs';
import { startNeo4j } from './processes/neo4j.mjs';
import { comparePaths } from './traces/compare.mjs';
import { conditionedPageInCypher, plainInCypher, questionsOf } from './traces/questions.mjs';
import { tableOfTraces } from './traces/table.mjs';
import { works } from './works/index.mjs';

/** Measures paths and neighbourhoods on Neo4j, prints a table, and writes it as JSON. */
export async function measureTraces({ size, clients, seconds, rounds }, stops) {
  const say = clock();
  const neo4j = await startNeo4j(size);
  stops.add(neo4j.stop);
  say(`loading ${size} nodes into ${neo4j.address.how}`);
  await loadNeo4j(neo4j.address, (model) => claimedBatchesOf(model, size));
  const context = { address: neo4j.address, size, clients: clients + 4, started: stops.add };
  const anode = await startContender('anode-neo4j', context);
  const bolt = new NestedCypher(neo4j.address);
  stops.add(() => bolt.close());

  const questions = questionsOf(sizesOf(size));
  say('comparing shortest paths');
  const connected = await comparePaths(anode, bolt, questions);
  const tasks = tasksOf(anode, bolt, questions);
  for (const task of Object.values(tasks)) await slot(task, { clients, seconds });

  say('one client: latencies');
  const alone = {};
  for (const [name, task] of Object.entries(tasks))
    alone[name] = latenciesOf(await slot(task, { clients: 1, seconds: seconds * rounds }));
  say(`${clients} clients: rates`);
  const together = await ratesOf(tasks, { clients, seconds, rounds });
  say('the worst at once');
  const worst = await worstAtOnce(anode, bolt, questions, seconds * rounds);

  const report = { size, clients, ...environmentOf(neo4j.address), connected, alone, together, worst };
  console.log(`\n${tableOfTraces(report)}\n`);
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `traces-${size}.json`), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`Written to bench/results/traces-${size}.json`);
}

const httpTask = (anode, asked) => ({
  calls: asked.map(({ query, variables }) => {
    const body = JSON.stringify({ query, variables });
    return () => anode.size(body);
  }),
});

const tasksOf = (anode, bolt, { pairs, typical, conditioned, neighborhoods }) => ({
  typical: httpTask(anode, typical),
  typicalInCypher: boltTask(bolt, plainInCypher, pairs),
  conditioned: httpTask(anode, conditioned),
  conditionedInCypher: boltTask(bolt, conditionedPageInCypher, pairs),
  neighborhood: httpTask(anode, neighborhoods),
});

const boltTask = (bolt, statement, pairs) => ({
  calls: pairs.map(
    ([from, to]) =>
      () =>
        bolt.records(statement, { from, to }),
  ),
});

/** The tasks take turns; of each the median of its rounds. */
async function ratesOf(tasks, { clients, seconds, rounds }) {
  const rates = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, task] of Object.entries(tasks))
      rates[name].push((await slot(task, { clients, seconds, begin: round })).rate);
  return Object.fromEntries(Object.entries(rates).map(([name, each]) => [name, quantile(each, 0.5)]));
}

/** How long the worst questions take each, alone and all at once, and what other queries feel of it. */
async function worstAtOnce(anode, bolt, { worst, pairs }, seconds) {
  const point = works.find(({ name }) => name === 'point-with-relations').anode.query;
  const others = httpTask(
    anode,
    pairs.map(([id]) => ({ query: point, variables: { id } })),
  );
  const quiet = latenciesOf(await slot(others, { clients: 1, seconds }));
  const answers = [];
  for (const { query, variables } of worst) {
    const start = performance.now();
    const { trace } = await anode.data(query, variables);
    answers.push({ milliseconds: performance.now() - start, paths: trace.nodes.length, ...trace.search });
  }
  const asked = { calls: httpTask(anode, worst).calls };
  const [busy, load] = await Promise.all([
    slot(others, { clients: 1, seconds }).then(latenciesOf),
    slot(asked, { clients: 4, seconds }).then(latenciesOf),
  ]);
  await sleep(1_000);
  const [running] = await bolt.records('SHOW TRANSACTIONS YIELD transactionId RETURN count(*) AS count', {});
  return { answers, load, others: { quiet, busy }, stillRunning: running.get('count') - 1 };
}

const latenciesOf = ({ latencies }) => ({
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
  most: Math.max(...latencies),
});
