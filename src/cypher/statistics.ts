import * as Cypher from '@neo4j/cypher-builder';
import type { GraphModel, NodeType } from '../model';
import type { Statement } from '../store';
import { edgeNamed, listNamed, nodeNamed } from './names';

/** What one statement counts: a column of its row for each type, two or more of one type to be added up. */
export interface Counts {
  readonly of: 'nodes' | 'edges';
  readonly statement: Statement;
  readonly columns: readonly { readonly column: string; readonly type: string }[];
}

/**
 * Counts the nodes of every type, and the edges of every type from each type that they leave. Neo4j answers both from
 * its count store, without reading a node. The embedded engine reads them; it is told the near end of edges, since it
 * would begin at every node of the graph otherwise.
 */
export function printCounts(model: GraphModel): Counts[] {
  const types = [...model.interfaces, ...model.kinds];
  const nodes = types.map((type) => ({ type: type.name, match: matchNodes(type) }));
  const edges = new Map(
    types
      .flatMap(({ relations }) => relations)
      .filter(({ direction }) => direction === 'out')
      .map(({ owner, edge }) => [
        `${owner} ${edge.type}`,
        { type: edge.type, match: matchEdges(owner, edge.type) },
      ]),
  );
  return [printCount('nodes', nodes), printCount('edges', [...edges.values()])];
}

interface Counted {
  readonly type: string;
  /** Binds `x`. */
  readonly match: Cypher.Match;
}

function printCount(of: Counts['of'], counted: readonly Counted[]): Counts {
  const columns = counted.map(({ type }, at) => ({ column: `C${String(at)}`, type }));
  const calls = counted.map(
    ({ match }, at) => new Cypher.Call(match.return([Cypher.count(listNamed('x')), columns[at]!.column]), []),
  );
  const result = new Cypher.Return(...columns.map(({ column }) => listNamed(column)));
  return {
    of,
    statement: { text: Cypher.utils.concat(...calls, result).build().cypher, parameters: {} },
    columns,
  };
}

const matchNodes = ({ name }: NodeType): Cypher.Match =>
  new Cypher.Match(new Cypher.Pattern(nodeNamed('x'), { labels: [name] }));

const matchEdges = (owner: string, type: string): Cypher.Match =>
  new Cypher.Match(
    new Cypher.Pattern({ labels: [owner] }).related(edgeNamed('x'), { type, direction: 'right' }).to(),
  );
