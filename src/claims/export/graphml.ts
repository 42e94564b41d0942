import type { Citation, Graph, GraphEdge, GraphModel, GraphNode, PropertyDeclaration } from '../../model';

type Key = Pick<PropertyDeclaration, 'name' | 'type' | 'list'>;
type Keys = ReadonlyMap<string, Omit<Key, 'name'>>;

/**
 * A graph as GraphML. What the model declares of nodes and edges is carried, the ids of the claims and sources behind them
 * with it; lists are JSON. An edge whose other end is not
 * among the nodes is for whoever reads it to leave out, so that it is left out here.
 *
 * @param has tells which nodes there are
 */
export async function* printGraphMl(
  model: GraphModel,
  parts: AsyncIterable<Graph>,
  has: (id: string) => boolean,
): AsyncGenerator<string> {
  const types = [...model.interfaces, ...model.kinds];
  const ofNodes = keysOf(types.flatMap(keptOf).filter(({ name }) => name !== 'id'));
  const edges = types.flatMap(({ relations }) => relations.map(({ edge }) => edge));
  const ofEdges = keysOf(edges.flatMap(keptOf));
  const known = new Set(edges.map(({ type }) => type));
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="labels" for="node" attr.name="labels" attr.type="string"/>',
    '<key id="type" for="edge" attr.name="type" attr.type="string"/>',
    ...printKeys('node', ofNodes),
    ...printKeys('edge', ofEdges),
    '<graph id="anode" edgedefault="directed">',
    '',
  ].join('\n');
  for await (const { nodes, edges: own } of parts) {
    const lines = [
      ...[...nodes.values()].map((node) => printNode(model, node, ofNodes)),
      ...[...own.values()]
        .filter(({ type, to }) => known.has(type) && has(to))
        .map((edge) => printEdge(edge, ofEdges)),
    ];
    yield lines.map((line) => `${line}\n`).join('');
  }
  yield '</graph>\n</graphml>\n';
}

/** Properties, and the lists of ids of what is cited. */
const keptOf = (of: {
  readonly properties: readonly PropertyDeclaration[];
  readonly citations: readonly Citation[];
}): Key[] => [
  ...of.properties,
  ...of.citations.map(({ property }): Key => ({ name: property, type: 'id', list: true })),
];

/** One key a name: a name that is of two types somewhere is text. */
function keysOf(properties: readonly Key[]): Keys {
  const keys = new Map<string, Omit<Key, 'name'>>();
  for (const { name, type, list } of properties) {
    const before = keys.get(name);
    keys.set(
      name,
      before === undefined || before.type === type ? { type, list } : { type: 'text', list: false },
    );
  }
  return keys;
}

const printKeys = (of: string, keys: Keys): string[] =>
  [...keys].map(
    ([name, { type, list }]) =>
      `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${list ? 'string' : typeOf(type)}"/>`,
  );

function typeOf(type: PropertyDeclaration['type']): string {
  if (type === 'int') return 'int';
  if (type === 'decimal') return 'double';
  return type === 'flag' ? 'boolean' : 'string';
}

function printNode(model: GraphModel, { id, kind, properties }: GraphNode, keys: Keys): string {
  const labels = [kind, ...model.type(kind).interfaces].map((label) => `:${label}`).join('');
  return `<node id="${escaped(id)}" labels="${labels}"><data key="labels">${labels}</data>${printData('node', properties, keys)}</node>`;
}

const printEdge = ({ type, from, to, properties }: GraphEdge, keys: Keys): string =>
  `<edge source="${escaped(from)}" target="${escaped(to)}" label="${type}"><data key="type">${type}</data>${printData('edge', properties, keys)}</edge>`;

const printData = (of: string, properties: GraphNode['properties'], keys: Keys): string =>
  Object.entries(properties)
    .filter(([name]) => keys.has(name))
    .map(([name, value]) => `<data key="${of}-${name}">${escaped(printed(value))}</data>`)
    .join('');

const printed = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write most control characters. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"]/g, (character) => entities[character]!);
