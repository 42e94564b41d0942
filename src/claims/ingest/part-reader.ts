import {
  readEdgesFrom,
  readIdsLeadingTo,
  readIdsOfPropertyLeadingTo,
  readNamesById,
  readNodesById,
} from '../../cypher';
import {
  edgeKey,
  type Graph,
  type GraphEdge,
  type GraphModel,
  type GraphNode,
  type GraphProperties,
  type NodeKind,
} from '../../model';
import type { Row, Statement } from '../../store';
import type { ClaimRecord } from '../evidence';
import { subjectsOf, turnedForward } from '../facts';
import { evidenceOf } from '../stored';

/** Reads a statement, within a transaction or without one. */
export type Run = (statement: Statement) => Promise<readonly Row[]>;

/** A part of the graph, and the claims about its subjects that are of edges which leave others. */
export interface Part extends Graph {
  readonly aside: readonly ClaimRecord[];
}

/** Reads parts of the graph of a store. A node comes with the edges that leave it: both are made of the same claims. */
export class PartReader {
  constructor(
    private readonly model: GraphModel,
    private readonly run: Run,
  ) {}

  /** The nodes of ids, where they are there, and the edges that leave them. */
  async graph(ids: Iterable<string>): Promise<Graph> {
    const all = [...ids];
    const nodes = (await this.rows(readNodesById(this.model, all))).map((row) => this.nodeOf(row));
    const there = nodes.map(({ id }) => id);
    const edges = (await this.rows(readEdgesFrom(this.model, there))) as unknown as GraphEdge[];
    return {
      nodes: new Map(nodes.map((node) => [node.id, node])),
      edges: new Map(edges.map((edge) => [edgeKey(edge), edge])),
    };
  }

  /** Some entities, the claims about them and about edges that lead from or to them, and the conflicts that concern them. */
  async around(ids: readonly string[]): Promise<Graph> {
    const [claims, conflicts] = [await this.claimsOf(ids), await this.conflictsOf(ids)];
    return this.graph([...ids, ...claims, ...conflicts]);
  }

  /** All that is made of the claims about some subjects: themselves, these claims, and the conflicts among them. */
  async partOf(subjects: ReadonlySet<string>): Promise<Part> {
    const graph = await this.around([...subjects]);
    // Claims about a subject may be of an edge that leaves another one.
    const aside = evidenceOf(this.model, graph).claims.filter(
      (claim) => !subjects.has(turnedForward(this.model, claim).subject),
    );
    const foreign = new Set(aside.map(({ id }) => id));
    return {
      nodes: new Map([...graph.nodes].filter(([id]) => !foreign.has(id))),
      edges: new Map([...graph.edges].filter(([, { from }]) => !foreign.has(from))),
      aside,
    };
  }

  /** The claims that speak of some nodes, as their subject or as what they relate it to. */
  async claimsOn(ids: readonly string[]): Promise<Graph> {
    const about = await this.idsLeadingTo('Claim', 'subject', ids);
    const naming = await this.idsLeadingTo('Claim', 'object', ids);
    return this.graph(new Set([...about, ...naming]));
  }

  /** The names of ids, where they are there. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.rows(readNamesById(this.model, ids));
    return new Map(rows.map((row) => [row['id'] as string, row['name'] as string]));
  }

  /** The subjects of claims that mention any of some nodes, and of the facts that rest on them. */
  async subjectsOfClaimsOn(
    ids: readonly string[],
    relations: readonly ('subject' | 'object' | 'source' | 'attributedTo')[],
  ): Promise<ReadonlySet<string>> {
    const claims = await Promise.all(relations.map((name) => this.idsLeadingTo('Claim', name, ids)));
    const graph = await this.graph(new Set(claims.flat()));
    return new Set(evidenceOf(this.model, graph).claims.flatMap((claim) => subjectsOf(this.model, claim)));
  }

  /** The claims about ids, and those that claim an edge of theirs from its other end. */
  private async claimsOf(ids: readonly string[]): Promise<Set<string>> {
    const about = await this.idsLeadingTo('Claim', 'subject', ids);
    const naming = this.edgeType('Claim', 'object');
    const inverse = readIdsOfPropertyLeadingTo(this.model, naming, ids, (kind) =>
      inverseNames(this.model, this.model.type(kind) as NodeKind),
    );
    return new Set([...about, ...(await this.ids(inverse))]);
  }

  private conflictsOf(ids: readonly string[]): Promise<string[]> {
    return this.idsLeadingTo('Conflict', 'subject', ids);
  }

  private idsLeadingTo(kind: string, relation: string, ids: readonly string[]): Promise<string[]> {
    return this.ids(readIdsLeadingTo(this.model, this.edgeType(kind, relation), ids));
  }

  private edgeType(kind: string, relation: string): string {
    return this.model.type(kind).relation(relation)!.edge.type;
  }

  private async ids(statements: readonly Statement[]): Promise<string[]> {
    return (await this.rows(statements)).map((row) => row['id'] as string);
  }

  private async rows(statements: readonly Statement[]): Promise<Row[]> {
    const rows: Row[] = [];
    for (const statement of statements) for (const row of await this.run(statement)) rows.push(row);
    return rows;
  }

  private nodeOf(row: Row): GraphNode {
    const { id, ...properties } = row['properties'] as GraphProperties & { readonly id: string };
    return { id, kind: this.model.kindOfId(id)!.name, properties };
  }
}

/** The names by which edges that leave a kind are claimed from their other ends. */
function inverseNames(model: GraphModel, kind: NodeKind): string[] {
  const forward = kind.relations.filter(({ direction }) => direction === 'out');
  const names = forward.flatMap(({ edge, target }) =>
    model
      .type(target)
      .kinds.flatMap((name) => model.type(name).relations)
      .filter((relation) => relation.direction === 'in' && relation.edge.type === edge.type)
      .map(({ name }) => name),
  );
  return [...new Set(names)];
}
