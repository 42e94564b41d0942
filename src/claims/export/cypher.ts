import type { Graph, GraphEdge, GraphModel, GraphNode } from '../../model';
import { grouped } from './grouped';

/** How many edges one statement makes. */
const edgesAtOnce = 200;

/**
 * A graph as a script of Cypher that fills an empty database: its nodes, an index to find them by, and its edges. It is
 * read twice, since an edge needs both of its ends.
 */
export async function* printCypher(
  model: GraphModel,
  parts: () => AsyncIterable<Graph>,
  has: (id: string) => boolean,
): AsyncGenerator<string> {
  for await (const { nodes } of parts())
    yield [...nodes.values()].map((node) => `${printNode(model, node)};\n`).join('');
  yield 'CREATE CONSTRAINT Entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n';
  for await (const { edges } of parts()) {
    const byType = grouped(
      [...edges.values()].filter(({ to }) => has(to)),
      ({ type }) => type,
    );
    for (const [type, own] of byType)
      for (let at = 0; at < own.length; at += edgesAtOnce)
        yield `${printEdges(type, own.slice(at, at + edgesAtOnce))};\n`;
  }
}

const printNode = (model: GraphModel, { id, kind, properties }: GraphNode): string =>
  `CREATE (:${[kind, ...model.type(kind).interfaces].join(':')} ${printMap({ id, ...properties })})`;

function printEdges(type: string, edges: readonly GraphEdge[]): string {
  const rows = edges.map(({ from, to, properties }) => printMap({ from, to, properties }));
  return `UNWIND [${rows.join(', ')}] AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`;
}

const printMap = (map: object): string =>
  `{${Object.entries(map)
    .map(([name, value]) => `\`${name}\`: ${printValue(value)}`)
    .join(', ')}}`;

function printValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`;
  if (typeof value === 'string') return printText(value);
  if (value !== null && typeof value === 'object') return printMap(value);
  return String(value);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const printText = (text: string): string =>
  `'${text.replaceAll(/[\\'\n\r\t]/g, (character) => escapes[character]!)}'`;
