import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { prepareStore } = require('../../dist/claims');
const { model } = require('../../dist/domain');
const { Neo4jStore } = require('../../dist/store');

/** How many batches make a transaction. */
const batchesAtOnce = 5;

/**
 * Replaces what a Neo4j holds, with Anode's constraints and indexes, which serve the peer as well: on ids, names,
 * statuses and capacities.
 *
 * @param statementsFor the statements that write what it is to hold, for Anode's GraphModel
 */
export async function loadNeo4j(address, statementsFor) {
  const store = new Neo4jStore({ ...address, timeout: 120_000 });
  try {
    await empty(store);
    await prepareStore(model, store);
    let gathered = [];
    for (const statement of statementsFor(model)) {
      gathered.push(statement);
      if (gathered.length < batchesAtOnce) continue;
      await store.write(gathered);
      gathered = [];
    }
    await store.write(gathered);
    // The planner must know the sizes that there are now, not those of an empty graph.
    await store.write([{ text: 'CALL db.prepareForReplanning(120)', parameters: {} }]);
  } finally {
    await store.close();
  }
}

async function empty(store) {
  const drop = { text: 'MATCH (n) WITH n LIMIT 20000 DETACH DELETE n', parameters: {} };
  for (;;) {
    const [{ left }] = await store.read({ text: 'MATCH (n) RETURN count(n) AS left', parameters: {} });
    if (left === 0) return;
    await store.write([drop]);
  }
}
