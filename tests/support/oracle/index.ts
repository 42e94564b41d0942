import {
  buildASTSchema,
  execute,
  parse,
  printSchema,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { Citation, GraphModel, GraphNode, NodeKind, NodeType, Relation } from '../../../src/model';
import { Aggregates } from './aggregates';
import { edgeValueOf, Lookup, valueOf, type End, type SmallGraph } from './graph';
import { Orders } from './order';
import { partsIn } from './parts';
import { pageOf } from './pages';
import { Conditions } from './where';

export type { SmallGraph } from './graph';
export { cursorMark } from './pages';

type Args = Readonly<Record<string, unknown>>;

/** What is listed, and how the list is called. */
interface List {
  readonly ends: readonly End[];
  readonly type: NodeType;
  readonly name: string;
  readonly relation?: Relation;
}

/** The schema as the oracle reads it: from its text, with nothing of how it is served. */
export const schemaOfText = (schema: GraphQLSchema): GraphQLSchema =>
  buildASTSchema(parse(printSchema(schema)));

/**
 * What an operation means, said once more and as plainly as can be: graphql-js asks for each field of each object, and
 * the answer is looked up in lists. Nothing of it is shared with the house but the model and the text of the schema.
 */
export class Oracle {
  private readonly graph: Lookup;
  private readonly conditions: Conditions;
  private readonly orders: Orders;
  private readonly aggregates: Aggregates;

  constructor(
    private readonly model: GraphModel,
    private readonly schema: GraphQLSchema,
    graph: SmallGraph,
  ) {
    this.graph = new Lookup(model, graph);
    this.conditions = new Conditions(this.graph);
    this.orders = new Orders(this.graph, this.conditions);
    this.aggregates = new Aggregates(this.graph);
  }

  answer(document: DocumentNode, variableValues: Args): ExecutionResult {
    return execute({
      schema: this.schema,
      document,
      rootValue: {},
      variableValues,
      fieldResolver: this.field,
      typeResolver: (node: GraphNode) => node.kind,
    }) as ExecutionResult;
  }

  private readonly field: GraphQLFieldResolver<unknown, unknown, Args> = (source, args, _, info) => {
    const { fieldName, parentType } = info;
    if (parentType.name === 'Query') return this.root(fieldName, args);
    const kind = this.model.kinds.find(({ name }) => name === parentType.name);
    return kind === undefined
      ? (source as Args)[fieldName]
      : this.ofNode(kind, source as GraphNode, fieldName, args);
  };

  private root(field: string, args: Args): unknown {
    for (const kind of this.model.kinds) {
      const ends = () => this.graph.all(kind).map((node) => ({ node }));
      if (field === kind.plural)
        return this.connection({ ends: ends(), type: kind, name: `Query.${field}` }, args);
      if (field === `${kind.plural}Aggregate`)
        return this.aggregate({ ends: ends(), type: kind, name: field }, args);
    }
    const single = this.model.kinds.find(({ singular }) => singular === field);
    const type = single ?? { kinds: this.model.kinds.map(({ name }) => name) };
    const byId = (id: string) => this.graph.all(type).find((node) => node.id === id) ?? null;
    return field === 'nodes' ? (args['ids'] as string[]).map(byId) : byId(args['id'] as string);
  }

  private ofNode(kind: NodeKind, node: GraphNode, field: string, args: Args): unknown {
    const property = kind.property(field);
    if (property !== undefined) return valueOf(node, field) ?? (property.list ? [] : null);
    const parts = partsIn(kind.properties, field);
    if (parts.length > 0)
      return Object.fromEntries(parts.map(([shown, stored]) => [shown, valueOf(node, stored)]));
    const citation = kind.citations.find(({ name }) => name === field);
    if (citation !== undefined) return this.cited(citation, valueOf(node, citation.property));
    const one = kind.relations.find(({ name, many }) => !many && `${name}Edge` === field);
    if (one !== undefined) {
      const end = this.graph.end(node, one);
      return end === undefined ? null : { node: end.node, ...this.edgeFields(one, end) };
    }
    const relation = kind.relation(field) ?? kind.relation(field.replace(/Aggregate$/, ''))!;
    if (!relation.many) return this.graph.end(node, relation)?.node ?? null;
    const list = {
      ends: this.graph.ends(node, relation),
      type: this.graph.type(relation.target),
      name: `${relation.owner}.${relation.name}`,
      relation,
    };
    return field === relation.name ? this.connection(list, args) : this.aggregate(list, args);
  }

  private fitting({ ends, type, relation }: List, args: Args): End[] {
    const node = this.conditions.ofNode(type, args['where']);
    const edge = relation && this.conditions.ofEdge(relation, args['whereEdge']);
    return ends.filter((end) => node(end.node) && (edge === undefined || edge(end)));
  }

  private connection(list: List, args: Args): object {
    const ends = this.fitting(list, args);
    const { order, identity } = this.orders.of(list.type, list.relation, args['orderBy']);
    const { edges, pageInfo } = pageOf({ ends, order, identity: [list.name, identity] }, args);
    return {
      nodes: edges.map(({ node }) => node),
      edges: edges.map((end) => ({
        node: end.node,
        cursor: end.cursor,
        ...(list.relation && this.edgeFields(list.relation, end)),
      })),
      pageInfo,
      totalCount: ends.length,
    };
  }

  private aggregate(list: List, args: Args): object {
    return this.aggregates.of(list.type, this.fitting(list, args), args);
  }

  private edgeFields({ edge: { properties, citations } }: Relation, end: End): object {
    const values = properties.map(({ name, list }) => [name, edgeValueOf(end, name) ?? (list ? [] : null)]);
    const composites = new Set(properties.flatMap(({ part }) => part?.of.field ?? []));
    const objects = [...composites].map((field) => {
      const parts = partsIn(properties, field);
      return [field, Object.fromEntries(parts.map(([shown, stored]) => [shown, edgeValueOf(end, stored)]))];
    });
    const cited = citations.map((citation) => [
      citation.name,
      this.cited(citation, edgeValueOf(end, citation.property)),
    ]);
    return Object.fromEntries([...values, ...objects, ...cited]) as object;
  }

  private cited({ target }: Citation, ids: unknown): GraphNode[] {
    const type = this.graph.type(target);
    return ((ids ?? []) as string[]).flatMap((id) => this.graph.byId(id, type) ?? []);
  }
}
