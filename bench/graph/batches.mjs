import { edgesOf } from './edges.mjs';
import { nodesOf } from './nodes.mjs';
import { sizesOf } from './sizes.mjs';

/** How many rows one statement takes. */
const batchSize = 2_000;

const seed = 20_240_701;

/**
 * The statements that fill an empty store, each with its rows: nodes with the labels that Anode gives them, then edges.
 * They create; what is put has no duplicates. Only one batch of a kind is in memory at a time.
 *
 * @param model Anode's GraphModel
 * @param nodes how many nodes the industry has
 */
export function* batchesOf(model, nodes) {
  const sizes = sizesOf(nodes);
  yield* inBatches(nodesOf(sizes, seed), ({ kind }) => createNodes(model.type(kind)));
  yield* inBatches(edgesOf(sizes, seed), (edge) => createEdges(model, edge));
}

const createNodes = ({ name, interfaces }) =>
  `UNWIND $rows AS row CREATE (n:${[name, ...interfaces].join(':')}) SET n = row.properties`;

function createEdges(model, { type, from, to }) {
  const end = (id) => model.kindOfId(id).name;
  return `UNWIND $rows AS row MATCH (a:${end(from)} {id: row.from}) MATCH (b:${end(to)} {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
}

/** Gathers rows by the statement that takes them. */
function* inBatches(rows, textOf) {
  const gathered = new Map();
  for (const row of rows) {
    const text = textOf(row);
    const batch = gathered.get(text) ?? [];
    if (batch.push(row) >= batchSize) {
      yield { text, parameters: { rows: batch } };
      gathered.delete(text);
    } else gathered.set(text, batch);
  }
  for (const [text, batch] of gathered) yield { text, parameters: { rows: batch } };
}
