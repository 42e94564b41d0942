import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { clock } from './clock.mjs';
import { startContender } from './contenders/start.mjs';
import { environmentOf } from './environment.mjs';
import { batchesOf } from './graph/batches.mjs';
import { loadNeo4j } from './graph/load-neo4j.mjs';
import { quantile } from './measure/numbers.mjs';
import { startNeo4j } from './processes/neo4j.mjs';
import { stretched } from './shapes/stretch.mjs';
import { tableOfShapes } from './shapes/table.mjs';
import { industryWords } from './shapes/words.mjs';
import { requireTypeScript } from './typescript.mjs';

const { Operations } = requireTypeScript('../tests/differential/operations.ts');
const { printOperation } = requireTypeScript('../tests/differential/print.ts');

/** How many fields a selection has at most. */
const width = 3;

/** The page sizes that are tried, until the cost limit lets one through. */
const pageSizes = [500, 200, 100, 50, 25, 10, 5, 2];

/** What took longer than this at first is asked again; milliseconds. */
const suspicious = 300;

/** Looks for the operations within the cost limit that take longest, at random, and tells the slowest. */
export async function measureShapes({ size, shapes, seed }, stops) {
  const say = clock();
  const neo4j = await startNeo4j(size);
  stops.add(neo4j.stop);
  say(`loading ${size} nodes into ${neo4j.address.how}`);
  await loadNeo4j(neo4j.address, (model) => batchesOf(model, size));
  const context = { address: neo4j.address, size, clients: 1, started: stops.add };
  const anode = await startContender('anode-neo4j', context);

  const words = industryWords(size);
  const drawn = fc.sample(new Operations(words, width).any(), { numRuns: shapes, seed }).map(printOperation);
  say(`asking ${shapes} operations`);
  const found = [];
  for (const [at, operation] of drawn.entries()) {
    found.push(await longest(anode, operation, words.schema));
    if ((at + 1) % 100 === 0) say(`${at + 1} of ${shapes}`);
  }
  const answered = found.filter(({ milliseconds }) => milliseconds !== undefined);
  const slowest = answered.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  const report = {
    size,
    ...environmentOf(neo4j.address),
    shapes,
    seed,
    answered: answered.length,
    refusals: tally(found.flatMap(({ refused }) => refused)),
    slowest,
  };
  console.log(`\n${tableOfShapes(report)}\n`);
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `shapes-${size}.json`), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`Written to bench/results/shapes-${size}.json`);
}

/** Asks with the largest pages that are let through, and says how long the answer took, of which codes the refusals were. */
async function longest(anode, { query, variables }, schema) {
  const refused = [];
  for (const size of pageSizes) {
    const document = stretched(query, schema, size);
    const first = await timed(anode, document, variables);
    if (first.code !== undefined) {
      refused.push(first.code);
      if (first.code === 'QUERY_TOO_COSTLY' || first.code === 'ANSWER_TOO_LARGE') continue;
      return { refused };
    }
    const again = [];
    if (first.milliseconds > suspicious)
      for (let turn = 0; turn < 3; turn++) again.push((await timed(anode, document, variables)).milliseconds);
    const milliseconds = again.length === 0 ? first.milliseconds : quantile(again, 0.5);
    return { refused, milliseconds, first: first.milliseconds, cost: first.cost, query: document, variables };
  }
  return { refused };
}

async function timed(anode, query, variables) {
  const body = JSON.stringify({ query, variables, extensions: { cost: true } });
  const start = performance.now();
  const { errors, extensions } = await anode.answer(body);
  const milliseconds = performance.now() - start;
  return errors === undefined
    ? { milliseconds, cost: extensions.cost.total }
    : { code: errors[0].extensions.code };
}

const tally = (codes) =>
  Object.fromEntries(
    [...new Set(codes)].toSorted().map((code) => [code, codes.filter((own) => own === code).length]),
  );
