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
import type { GraphEdge, GraphModel, GraphNode, NodeType, Relation } from '../../src/model';

/** A graph as the oracle keeps it: lists, searched from the beginning each time. */
export interface SmallGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

type Args = Readonly<Record<string, unknown>>;
type Condition = (node: GraphNode) => boolean;

/** A node of a connection, and the edge that leads to it; at the root there is none. */
interface End {
  readonly node: GraphNode;
  readonly edge?: GraphEdge;
}

/** What the cursors of the oracle begin with. What follows is the connection, its order and the place in it. */
export const cursorMark = 'cursor:';

/**
 * What an operation means, said once more and as plainly as can be: graphql-js asks for each field of each object, and
 * the answer is looked up in lists. Nothing of it is shared with the house but the model and the text of the schema.
 */
export class Oracle {
  private readonly schema: GraphQLSchema;

  constructor(
    private readonly model: GraphModel,
    schema: GraphQLSchema,
    private readonly graph: SmallGraph,
  ) {
    this.schema = buildASTSchema(parse(printSchema(schema)));
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
    if (kind === undefined) return (source as Args)[fieldName];
    const node = source as GraphNode;
    const property = kind.property(fieldName);
    if (property !== undefined) return valueOf(node, fieldName) ?? (property.list ? [] : null);
    const relation = kind.relation(fieldName)!;
    const ends = this.ends(node, relation);
    if (!relation.many) return ends[0]?.node ?? null;
    const { owner, name, target } = relation;
    return this.connection(ends, relation, this.model.type(target), args, `${owner}.${name}`);
  };

  private root(field: string, args: Args): unknown {
    const ofKinds = (names: readonly string[]) => this.graph.nodes.filter(({ kind }) => names.includes(kind));
    const listed = this.model.kinds.find(({ plural }) => plural === field);
    if (listed !== undefined) {
      const ends = ofKinds([listed.name]).map((node) => ({ node }));
      return this.connection(ends, undefined, listed, args, `Query.${field}`);
    }
    const single = this.model.kinds.find(({ singular }) => singular === field);
    const nodes = single === undefined ? this.graph.nodes : ofKinds([single.name]);
    const byId = (id: string) => nodes.find((node) => node.id === id) ?? null;
    return field === 'nodes' ? (args['ids'] as string[]).map(byId) : byId(args['id'] as string);
  }

  private ends(node: GraphNode, { edge, direction, target }: Relation): End[] {
    const [near, far] = direction === 'out' ? (['from', 'to'] as const) : (['to', 'from'] as const);
    const { kinds } = this.model.type(target);
    return this.graph.edges
      .filter((own) => own.type === edge.type && own[near] === node.id)
      .flatMap((own) =>
        this.graph.nodes.filter(({ id }) => id === own[far]).map((end) => ({ node: end, edge: own })),
      )
      .filter((end) => kinds.includes(end.node.kind));
  }

  private connection(
    ends: readonly End[],
    relation: Relation | undefined,
    type: NodeType,
    args: Args,
    name: string,
  ): object {
    const condition = this.where(type, args['where']);
    const order = orderOf(args['orderBy'] as readonly Args[] | null | undefined);
    const fitting = ends
      .filter(({ node }) => condition(node))
      .sort((a, b) => comparePlaces(order, placeOf(order, a.node), placeOf(order, b.node)));
    const identity = [name, order];
    const after = typeof args['after'] === 'string' ? placeIn(args['after']) : undefined;
    const rest = fitting.filter(
      ({ node }) => after === undefined || comparePlaces(order, placeOf(order, node), after) > 0,
    );
    const edges = rest.slice(0, args['first'] as number).map(({ node, edge }) => ({
      node,
      cursor: cursorMark + JSON.stringify([...identity, placeOf(order, node)]),
      ...(edge && this.edgeFields(relation!, edge)),
    }));
    return {
      nodes: edges.map(({ node }) => node),
      edges,
      pageInfo: {
        hasNextPage: rest.length > edges.length,
        hasPreviousPage: after !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: fitting.length,
    };
  }

  private edgeFields({ edge: { properties, citations } }: Relation, edge: GraphEdge): object {
    const values = properties.map(({ name, list }) => [name, edge.properties[name] ?? (list ? [] : null)]);
    const cited = citations.map(({ name, property, target }) => {
      const ids = (edge.properties[property] ?? []) as string[];
      const isTarget = ({ kind }: GraphNode) => this.model.type(target).kinds.includes(kind);
      return [name, ids.flatMap((id) => this.graph.nodes.filter((node) => node.id === id && isTarget(node)))];
    });
    return Object.fromEntries([...values, ...cited]) as object;
  }

  /** All of its conditions; `{}` fits everything. */
  private where(type: NodeType, where: unknown): Condition {
    const conditions = Object.entries((where ?? {}) as Args).map(([name, value]) =>
      this.entry(type, name, value),
    );
    return (node) => conditions.every((condition) => condition(node));
  }

  private entry(type: NodeType, name: string, value: unknown): Condition {
    if (name === 'NOT') {
      const operand = this.where(type, value);
      return (node) => !operand(node);
    }
    if (name === 'AND' || name === 'OR') {
      const branches = (value as unknown[]).map((one) => this.where(type, one));
      const fits = (node: GraphNode) => (branch: Condition) => branch(node);
      return (node) => (name === 'AND' ? branches.every(fits(node)) : branches.some(fits(node)));
    }
    const entries = Object.entries(value as Args);
    if (type.property(name) !== undefined) {
      return (node) => entries.every(([operator, wanted]) => holds(valueOf(node, name), operator, wanted));
    }
    const relation = type.relation(name)!;
    if (!relation.many) return this.quantified(relation, 'some', value);
    const conditions = entries.map(([quantifier, inner]) => this.quantified(relation, quantifier, inner));
    return (node) => conditions.every((condition) => condition(node));
  }

  private quantified(relation: Relation, quantifier: string, where: unknown): Condition {
    const inner = this.where(this.model.type(relation.target), where);
    const count = (node: GraphNode) => this.ends(node, relation).filter((end) => inner(end.node)).length;
    switch (quantifier) {
      case 'some':
        return (node) => count(node) > 0;
      case 'none':
        return (node) => count(node) === 0;
      case 'all':
        return (node) => count(node) === this.ends(node, relation).length;
      case 'single':
        return (node) => count(node) === 1;
      default:
        throw new Error(`The oracle does not know ${quantifier}.`);
    }
  }
}

const valueOf = (node: GraphNode, property: string): unknown =>
  property === 'id' ? node.id : (node.properties[property] ?? null);

/** Two-valued: a comparison with a missing value is false. */
function holds(value: unknown, operator: string, wanted: unknown): boolean {
  if (operator === 'isNull') return (value === null) === wanted;
  if (operator === 'eq' && wanted === null) return value === null;
  if (value === null) return false;
  switch (operator) {
    case 'eq':
      return value === wanted;
    case 'in':
      return (wanted as unknown[]).includes(value);
    case 'includes':
      return (value as unknown[]).includes(wanted);
    case 'contains':
      return (value as string).includes(wanted as string);
    case 'startsWith':
      return (value as string).startsWith(wanted as string);
    case 'endsWith':
      return (value as string).endsWith(wanted as string);
    case 'lt':
      return compare(value, wanted) < 0;
    case 'lte':
      return compare(value, wanted) <= 0;
    case 'gt':
      return compare(value, wanted) > 0;
    case 'gte':
      return compare(value, wanted) >= 0;
    default:
      throw new Error(`The oracle does not know ${operator}.`);
  }
}

/** Text goes by code point, which is the order of its bytes in UTF-8; false is before true. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  return Number(a) - Number(b);
}

type Order = readonly (readonly [property: string, direction: string])[];

/** The id is the last key. */
function orderOf(orderBy: readonly Args[] | null | undefined): Order {
  const keys = [...(orderBy ?? []), { id: 'ASC' }].map(
    (key) => Object.entries(key).find(([, direction]) => direction !== null) as [string, string],
  );
  return keys.slice(0, keys.findIndex(([property]) => property === 'id') + 1);
}

const placeOf = (order: Order, node: GraphNode): unknown[] =>
  order.map(([property]) => valueOf(node, property));

const placeIn = (cursor: string): unknown[] =>
  (JSON.parse(cursor.slice(cursorMark.length)) as [string, Order, unknown[]])[2];

/** Missing values come last in both directions. */
function comparePlaces(order: Order, a: readonly unknown[], b: readonly unknown[]): number {
  for (const [at, [, direction]] of order.entries()) {
    const missing = Number(a[at] === null) - Number(b[at] === null);
    const difference =
      missing !== 0 || a[at] === null ? missing : compare(a[at], b[at]) * (direction === 'ASC' ? 1 : -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
