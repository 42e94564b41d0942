import { edgesOf } from './edges.mjs';
import { claimNodesOf, statementsOf, withClaims } from './evidence.mjs';
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
  yield* nodeBatches(model, nodesOf(sizes, seed));
  yield* edgeBatches(model, edgesOf(sizes, seed));
}

/** The same industry with claims behind the edges that traces walk; the claims and their sources are nodes besides. */
export function* claimedBatchesOf(model, nodes) {
  const sizes = sizesOf(nodes);
  const edges = () => withClaims(edgesOf(sizes, seed), seed);
  yield* nodeBatches(model, nodesOf(sizes, seed));
  yield* edgeBatches(model, edges());
  yield* nodeBatches(model, claimNodesOf(edges()));
  yield* edgeBatches(model, statementsOf(edges()));
}

const nodeBatches = (model, nodes) => inBatches(nodes, ({ kind }) => createNodes(model.type(kind)));
const edgeBatches = (model, edges) => inBatches(edges, (edge) => createEdges(model, edge));

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
