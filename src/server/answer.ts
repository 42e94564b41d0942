import {
  execute,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileAssembly, type Assembly } from '../assembly';
import { printRead } from '../cypher';
import { buildSchema, Operation, type PlannedOperation } from '../graphql';
import type { GraphModel } from '../model';
import {
  bind,
  rewrite,
  type Capabilities,
  type Limits,
  type Parameters,
  type Plan,
  type Statistics,
} from '../plan';
import type { GraphStore } from '../store';
import { AnswerText } from './answer-text';

/** Everything about an operation that is made once for each shape of its variables. */
export interface CompiledOperation extends PlannedOperation {
  readonly statement: string;
  readonly assemble: Assembly;
}

type Variables = Readonly<Record<string, unknown>>;

interface Cached {
  readonly operation: Operation;
  readonly byShape: Map<string, CompiledOperation>;
}

/** A client that varies the shape of its variables without end must not fill the memory. */
const maxShapes = 64;

/** The largest answer, counted in values: some ten megabytes of JSON. */
const maxValues = 500_000;

/**
 * The way of a query through the house: operation, plan, statement, row, answer. What is compiled is kept by the parsed
 * operation, for as long as Apollo keeps the document, and by the shape of the variables, never by their values.
 */
export class Answers {
  readonly schema: GraphQLSchema;
  /** How often an operation was compiled, for tests and metrics. */
  compilations = 0;
  readonly text = new AnswerText(maxValues);
  private readonly cache = new WeakMap<OperationDefinitionNode, Cached>();

  /** @param statistics without them, relation filters are computed from the far end */
  constructor(
    private readonly model: GraphModel,
    private readonly limits: Limits,
    private readonly statistics?: Statistics,
    private readonly capabilities: Capabilities = { ordersFromIndex: true },
  ) {
    this.schema = buildSchema(model);
  }

  /**
   * The answer to a query, or undefined where there is nothing to read from the store: introspection, and variables
   * that do not coerce, are left to graphql-js. Throws AnodeError and AnodeErrors.
   */
  async answer(
    store: GraphStore,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    rawVariables: Variables,
  ): Promise<ExecutionResult | undefined> {
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], rawVariables);
    if (coerced === undefined) return undefined;
    const compiled = this.compile(document, operation, coerced);
    if (compiled.plan.roots.length === 0) return undefined;
    const parameters = bind(compiled.parameters, coerced, this.limits);
    const [row] = await store.read({ text: compiled.statement, parameters });
    const { data, fits } = compiled.assemble(row!, parameters);
    this.text.check(data);
    return compiled.complete && fits ? { data } : this.walk(document, operation, rawVariables, data);
  }

  /** The answer as graphql-js makes it of assembled data: with introspection, and errors where a value does not fit. */
  async walk(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    rawVariables: Variables,
    data: object,
  ): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      rootValue: data,
      operationName: operation.name?.value,
      variableValues: rawVariables,
      fieldResolver: byResponseName,
    });
  }

  /** The parameters that a statement would be given. */
  bind(compiled: CompiledOperation, coerced: Variables): Parameters {
    return bind(compiled.parameters, coerced, this.limits);
  }

  compile(document: DocumentNode, node: OperationDefinitionNode, coerced: Variables): CompiledOperation {
    const { operation, byShape } = this.cached(document, node);
    const shape = operation.shapeOf(coerced);
    const known = byShape.get(shape.key);
    if (known !== undefined) return known;
    const planned = operation.plan(shape);
    const plan = this.rewritten(planned.plan);
    const compiled: CompiledOperation = {
      ...planned,
      plan,
      statement: printRead(plan),
      assemble: compileAssembly(this.model, plan, planned.shapes),
    };
    this.compilations++;
    if (byShape.size >= maxShapes) byShape.delete(byShape.keys().next().value!);
    byShape.set(shape.key, compiled);
    return compiled;
  }

  private rewritten(plan: Plan): Plan {
    const { model, statistics, capabilities } = this;
    if (statistics === undefined) return plan;
    return rewrite(plan, { model, statistics, capabilities, maxPageSize: this.limits.maxPageSize });
  }

  private cached(document: DocumentNode, node: OperationDefinitionNode): Cached {
    const known = this.cache.get(node);
    if (known !== undefined) return known;
    const made = { operation: new Operation(this.schema, this.model, document, node), byShape: new Map() };
    this.cache.set(node, made);
    return made;
  }
}

/** Assembled objects have their values under the names of the response, where aliases are applied. */
const byResponseName: GraphQLFieldResolver<Variables, unknown> = (source, _args, _context, { path }) =>
  source[path.key];
