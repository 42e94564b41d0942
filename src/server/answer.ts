import {
  execute,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileAssembly, type Assembly, type Layer } from '../assembly';
import { printRead } from '../cypher';
import { AnodeErrors, type AnodeError } from '../errors';
import { buildSchema, Operation, type PlannedOperation } from '../graphql';
import type { GraphModel } from '../model';
import {
  bind,
  costOf,
  planOfSeveral,
  rewrite,
  type Capabilities,
  type Limits,
  type Parameters,
  type Plan,
  type Statistics,
} from '../plan';
import type { GraphStore } from '../store';
import { SharedStore, Turns } from '../trace';
import { AnswerText } from './answer-text';
import { checkCost, reportCost, type CostReport } from './cost';
import { Gathering, type Reader } from './gather';
import { Searches } from './searches';
import { uncounted } from './statistics';

/** Everything about an operation that is made once for each shape of its variables. */
export interface CompiledOperation extends Omit<PlannedOperation, 'searches'> {
  /** What is searched for before the statement is run. */
  readonly searches: Searches;
  readonly statement: string;
  readonly assemble: Assembly;
  /** Reads it together with other requests, where that is possible. */
  readonly gathering: Gathering | undefined;
}

type Variables = Readonly<Record<string, unknown>>;

interface AnswerLimits extends Limits {
  /** How many rows of the store a query may touch; without it, any number. */
  readonly maxCost?: number;
}

interface Cached {
  readonly operation: Operation;
  readonly byShape: Map<string, CompiledOperation>;
}

/** Those of a store that nobody has named. */
const all: Capabilities = { ordersFromIndex: true, countsDegrees: true, meetsHalfway: true };

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
  /** Those of all searches, whichever query they belong to. */
  private readonly turns = new Turns();
  private readonly cache = new WeakMap<OperationDefinitionNode, Cached>();

  /** @param statistics read anew for each request, since they change while the store does */
  constructor(
    private readonly model: GraphModel,
    private readonly limits: AnswerLimits,
    private readonly statistics: Statistics = uncounted,
    private readonly capabilities: Capabilities = all,
  ) {
    this.schema = buildSchema(model);
  }

  /**
   * The answer to a query, or undefined where there is nothing to read from the store: introspection, and variables
   * that do not coerce, are left to graphql-js. Throws AnodeError and AnodeErrors.
   *
   * @param signal given when nobody waits for the answer any more; the store then ends its statement if it can
   */
  async answer(
    store: GraphStore,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    rawVariables: Variables,
    signal?: AbortSignal,
  ): Promise<ExecutionResult | undefined> {
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], rawVariables);
    if (coerced === undefined) return undefined;
    const compiled = this.compile(document, operation, coerced);
    if (!readsAnything(compiled)) return undefined;
    const { data, fits } = await this.data(store, compiled, coerced, signal);
    this.text.check(data);
    return compiled.complete && fits ? { data } : this.walk(document, operation, rawVariables, data);
  }

  /** The assembled data of an operation: what is searched for first, and then what its statement reads. */
  async data(
    store: GraphStore,
    compiled: CompiledOperation,
    coerced: Variables,
    signal?: AbortSignal,
  ): Promise<ReturnType<Layer>> {
    const bound = this.bind(compiled, coerced);
    const cost = this.costOf(compiled, bound);
    checkCost(cost);
    if (!compiled.searches.any)
      return this.turns.before(() => read(store, compiled, bound, cost.total, signal));
    const { found, parameters: ids } = await compiled.searches.run(
      new SharedStore(store, this.turns, signal),
      coerced,
      this.limits,
    );
    const parameters = { ...bound, ...ids };
    checkCost(this.costOf(compiled, parameters));
    const [row] = await store.read({ text: compiled.statement, parameters }, signal);
    return compiled.assemble(row!, parameters, found)(parameters);
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

  /** The parameters that a statement would be given, had the searches found nothing. */
  bind(compiled: CompiledOperation, coerced: Variables): Parameters {
    return { ...compiled.searches.nothing(), ...bind(compiled.parameters, coerced, this.limits) };
  }

  /** What a query costs; undefined where its variables do not coerce. Throws as `answer` does for bad arguments. */
  cost(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    rawVariables: Variables,
  ): CostReport | undefined {
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], rawVariables);
    if (coerced === undefined) return undefined;
    const compiled = this.compile(document, operation, coerced);
    return this.costOf(compiled, this.bind(compiled, coerced));
  }

  /** What a compiled query costs the store, as far as the statistics tell. */
  costOf({ plan, paths }: CompiledOperation, parameters: Parameters): CostReport {
    const { model, statistics, limits } = this;
    return reportCost(costOf(plan, { model, statistics, parameters }), paths, limits.maxCost);
  }

  /** Throws AnodeErrors for arguments that cannot be meant. */
  compile(document: DocumentNode, node: OperationDefinitionNode, coerced: Variables): CompiledOperation {
    const { operation, byShape } = this.cached(document, node);
    const shape = operation.shapeOf(coerced);
    const known = byShape.get(shape.key);
    if (known !== undefined) return known;
    const planned = operation.plan(shape);
    if (planned.complaints.length > 0) throw new AnodeErrors(this.mistakes(planned, coerced));
    const { model, statistics, capabilities, limits } = this;
    const { maxPageSize } = limits;
    const { reading } = planned;
    const plan = rewrite(planned.plan, { model, statistics, capabilities, maxPageSize, reading });
    const searches = new Searches(this.model, planned.searches);
    const statement = printRead(plan);
    const assemble = compileAssembly(this.model, plan, planned.shapes);
    const gathering = searches.any ? undefined : this.gathering(plan, planned, statement, assemble);
    const compiled: CompiledOperation = { ...planned, plan, searches, statement, assemble, gathering };
    this.compilations++;
    if (byShape.size >= maxShapes) byShape.delete(byShape.keys().next().value!);
    byShape.set(shape.key, compiled);
    return compiled;
  }

  /** Reads a plan for several requests; how, is worked out when there are several. */
  private gathering(
    plan: Plan,
    { shapes }: PlannedOperation,
    statement: string,
    assemble: Assembly,
  ): Gathering {
    const several = planOfSeveral(plan, this.capabilities);
    const together = once(() =>
      readerOf(printRead(several.plan), compileAssembly(this.model, several.plan, shapes)),
    );
    return new Gathering({
      several,
      alone: readerOf(statement, assemble),
      together: (...asked) => together()(...asked),
    });
  }

  /** All that is wrong with the arguments: of planning, and of the values that its parameters are bound to. */
  private mistakes({ complaints, parameters }: PlannedOperation, coerced: Variables): readonly AnodeError[] {
    try {
      bind(parameters, coerced, this.limits);
      return complaints;
    } catch (error) {
      if (error instanceof AnodeErrors) return [...complaints, ...error.errors];
      throw error;
    }
  }

  private cached(document: DocumentNode, node: OperationDefinitionNode): Cached {
    const known = this.cache.get(node);
    if (known !== undefined) return known;
    const made = { operation: new Operation(this.schema, this.model, document, node), byShape: new Map() };
    this.cache.set(node, made);
    return made;
  }
}

const readerOf =
  (text: string, assemble: Assembly): Reader =>
  async (store, parameters, signal) => {
    const [row] = await store.read({ text, parameters }, signal);
    return assemble(row!, parameters);
  };

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Whether there is anything but introspection. */
export const readsAnything = ({ plan, searches }: CompiledOperation): boolean =>
  plan.roots.length > 0 || searches.any;

/** Assembled objects have their values under the names of the response, where aliases are applied. */
const byResponseName: GraphQLFieldResolver<Variables, unknown> = (source, _args, _context, { path }) =>
  source[path.key];

/** The assembled data of an operation that searches for nothing. */
async function read(
  store: GraphStore,
  { gathering, statement, assemble }: CompiledOperation,
  parameters: Parameters,
  cost: number,
  signal: AbortSignal | undefined,
): Promise<ReturnType<Layer>> {
  if (gathering !== undefined) return gathering.read(store, parameters, cost, signal);
  const [row] = await store.read({ text: statement, parameters }, signal);
  return assemble(row!, parameters)(parameters);
}
