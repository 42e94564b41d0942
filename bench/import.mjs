/**
 * Imports generated claims with `anode import` into each store: how fast, in how much memory, and how much faster a second
 * time. `npm run bench:import -- --claims 50000` for a quick look; the figures to quote are of 500,000.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { environmentOf } from './environment.mjs';
import { writeRecords } from './import/file.mjs';
import { measureCommand } from './import/command.mjs';
import { build } from './install.mjs';
import { startNeo4j } from './processes/neo4j.mjs';
import { Stops } from './stops.mjs';

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '500000' },
    only: { type: 'string' },
    batch: { type: 'string' },
  },
});
const claims = Number(values.claims);
const stops = new Stops();
const folder = mkdtempSync(join(tmpdir(), 'anode-bench-import-'));
stops.add(async () => rmSync(folder, { recursive: true, force: true }));

/** What is asked of each store: claims a second, and how often as fast the second time. */
const targets = { embedded: 10_000, neo4j: 4_000, again: 5, megabytes: 600 };

try {
  build();
  const file = join(folder, 'records.jsonl');
  const records = writeRecords(file, claims);
  const other = join(folder, 'other.jsonl');
  writeFileSync(other, '{"entity":{"id":"country/other","name":"Other"}}\n');
  const stores = {
    embedded: async () => ({ env: { DATA_FILE: join(folder, 'graph') }, how: 'embedded' }),
    neo4j: async () => {
      const { address, stop } = await startNeo4j(1_000_000);
      stops.add(stop);
      await empty(address);
      return {
        env: {
          NEO4J_URI: address.uri,
          ...(address.user && { NEO4J_USER: address.user, NEO4J_PASSWORD: address.password }),
        },
        how: address.how,
      };
    },
  };
  const results = { ...environmentOf({ how: '' }), claims, records, targets, stores: {} };
  for (const [name, open] of Object.entries(stores)) {
    if (values.only !== undefined && values.only !== name) continue;
    const { env, how } = await open();
    results.stores[name] = { how: how.replace(/ on .*/, ''), ...(await measure(env, file, other)) };
    report(name, results.stores[name]);
  }
  printTable(results.stores);
  delete results.neo4j;
  if (claims >= 500_000 && values.only === undefined) {
    const path = new URL('results/import.json', import.meta.url);
    mkdirSync(new URL('.', path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  } else console.log('Not written to bench/results: that is for 500,000 claims and all stores.');
} catch (error) {
  if (!stops.begun) console.error(error);
  process.exitCode = 1;
} finally {
  await stops.all();
}

async function measure(env, file, other) {
  const batch = values.batch === undefined ? [] : ['--batch', values.batch];
  const first = await measureCommand(['import', file, ...batch], env);
  const again = await measureCommand(['import', file, ...batch], env);
  // Now somebody else has written: each record is held against the store.
  await measureCommand(['import', other], env);
  const compared = await measureCommand(['import', file, ...batch], env);
  return {
    rate: Math.round(claims / first.seconds),
    ...first,
    again: { ...again, factor: first.seconds / again.seconds },
    compared: { ...compared, factor: first.seconds / compared.seconds },
  };
}

function report(name, { rate, seconds, megabytes, again, compared }) {
  const verdict = (reached) => (reached ? 'reached' : 'not reached');
  console.log(
    `${name}: ${claims} claims in ${seconds.toFixed(1)} s, ${rate} a second (target ${targets[name]}: ${verdict(rate >= targets[name])}),` +
      ` at most ${megabytes} MB resident (target ${targets.megabytes}: ${verdict(megabytes <= targets.megabytes)})`,
  );
  for (const [title, { seconds: took, factor }] of [
    ['the same file again', again],
    ['again after another import', compared],
  ])
    console.log(
      `  ${title}: ${took.toFixed(1)} s, ${factor.toFixed(1)} times as fast (target ${targets.again}: ${verdict(factor >= targets.again)})`,
    );
}

/** For the README. */
function printTable(stores) {
  const times = ({ factor }) => `${factor.toFixed(1)} times as fast`;
  console.log('\n| import | claims a second | MB | the same file again | after another import |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [name, { rate, megabytes, again, compared }] of Object.entries(stores))
    console.log(`| ${name} | ${rate} | ${megabytes} | ${times(again)} | ${times(compared)} |`);
}

async function empty(address) {
  const require = createRequire(import.meta.url);
  const { Neo4jStore } = require('../dist/store');
  const store = new Neo4jStore({ ...address, timeout: 120_000 });
  for (;;) {
    const [{ left }] = await store.read({ text: 'MATCH (n) RETURN count(n) AS left', parameters: {} });
    if (left === 0) break;
    await store.write([{ text: 'MATCH (n) WITH n LIMIT 20000 DETACH DELETE n', parameters: {} }]);
  }
  await store.close();
}
