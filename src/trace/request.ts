import { AnodeErrors, badInput, type AnodeError } from '../errors';
import { factKinds, type GraphModel } from '../model';

export type TimeMode = 'ANY' | 'ALL_AT' | 'JOINT' | 'CHRONOLOGICAL';
export type Rank = 'SHORTEST' | 'WEAKEST_LINK' | 'MOST_CORROBORATED' | 'MOST_RECENT';
export type Direction = 'OUT' | 'IN' | 'ANY';

/** What the hops and the nodes between the ends of a path must be. */
export interface Conditions {
  /** Kinds of edges, and which way they are walked; undefined for all. */
  readonly hops?: readonly { readonly kind: string; readonly direction: Direction }[];
  /** Kinds of nodes that may be crossed; undefined for all but hubs. */
  readonly nodeKinds?: readonly string[];
  /** Kinds of hubs that may be crossed as well. */
  readonly hubs?: readonly string[];
  readonly minConfidence?: string;
  readonly minOrigins?: number;
  readonly excludeSources?: readonly string[];
  readonly avoid?: readonly string[];
  readonly through?: readonly string[];
}

/** What a search may use before it gives back what it has. */
export interface Budget {
  /** Nodes whose edges are read. */
  readonly nodes: number;
  readonly milliseconds: number;
}

export interface TraceRequest {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly where: Conditions;
  readonly time: TimeMode;
  /** PartialDate; given exactly where the mode is ALL_AT. */
  readonly at: string | undefined;
  readonly rankBy: Rank;
  readonly maxHops: number;
  readonly budget: Budget;
}

export const maxHopsAllowed = 8;
export const defaultBudget: Budget = { nodes: 10_000, milliseconds: 1_500 };
const largestBudget: Budget = { nodes: 100_000, milliseconds: 10_000 };

/** The same without nulls, which are as if they were left out. */
export function withoutNulls<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as T;
}

/** Throws AnodeErrors for whatever cannot be meant. Whether the ids are there is asked of the store. */
export function checkTrace(model: GraphModel, path: string, request: TraceRequest): void {
  const errors = [
    ...checkEnds(model, path, request),
    ...checkWhere(model, path, request),
    ...checkTime(path, request),
    ...checkRange(`${path}.maxHops`, request.maxHops, 1, maxHopsAllowed),
    ...checkBudget(path, request.budget),
  ];
  if (errors.length > 0) throw new AnodeErrors(errors);
}

export function* checkBudget(path: string, { nodes, milliseconds }: Budget): Iterable<AnodeError> {
  yield* checkRange(`${path}.budget.nodes`, nodes, 1, largestBudget.nodes);
  yield* checkRange(`${path}.budget.milliseconds`, milliseconds, 1, largestBudget.milliseconds);
}

export function* checkRange(path: string, given: number, least: number, most: number): Iterable<AnodeError> {
  if (given >= least && given <= most) return;
  yield badInput(path, `is ${String(given)}`, given, `${String(least)} to ${String(most)}`);
}

/** Complains of ids of other kinds. An id of no kind at all is one that is not there, which is found out later. */
export function* checkKinds(
  model: GraphModel,
  argument: string,
  ids: readonly string[],
  kinds: readonly string[],
): Iterable<AnodeError> {
  const wrong = ids.filter((id) => {
    const kind = model.kindOfId(id);
    return kind !== undefined && !kinds.includes(kind.name);
  });
  if (wrong.length === 0) return;
  const allowed = `ids of the kind ${kinds.join(', ')}`;
  yield badInput(argument, `names ${wrong.join(', ')}, of another kind`, wrong, allowed);
}

const mostEnds = 100;

function* checkEnds(model: GraphModel, path: string, { from, to }: TraceRequest): Iterable<AnodeError> {
  const kinds = factKinds(model).map(({ name }) => name);
  for (const [name, ids] of Object.entries({ from, to })) {
    if (ids.length === 0 || ids.length > mostEnds)
      yield badInput(
        `${path}.${name}`,
        `has ${String(ids.length)} ids`,
        ids.length,
        `1 to ${String(mostEnds)}`,
      );
    yield* checkKinds(model, `${path}.${name}`, ids, kinds);
  }
  const both = from.filter((id) => to.includes(id));
  if (both.length > 0)
    yield badInput(
      `${path}.to`,
      `names ${both.join(', ')} as from does`,
      both,
      'ids that from does not name',
    );
}

function* checkTime(path: string, { time, at }: TraceRequest): Iterable<AnodeError> {
  if (time === 'ALL_AT' && at === undefined)
    yield badInput(`${path}.at`, 'is missing for ALL_AT', undefined, 'a date');
  if (time !== 'ALL_AT' && at !== undefined)
    yield badInput(`${path}.at`, `is given, but time is ${time}`, at, 'a date with ALL_AT alone');
}

function* checkWhere(model: GraphModel, path: string, request: TraceRequest): Iterable<AnodeError> {
  const { where } = request;
  const at = (name: string): string => `${path}.where.${name}`;
  for (const [name, list] of Object.entries({ hops: where.hops, nodeKinds: where.nodeKinds }))
    if (list?.length === 0) yield badInput(at(name), 'is empty', [], 'at least one kind');
  const { minOrigins } = where;
  if (minOrigins !== undefined && minOrigins < 1)
    yield badInput(at('minOrigins'), `is ${String(minOrigins)}`, minOrigins, '1 or more');
  yield* checkNodes(model, at, request);
}

/** The nodes to avoid and to pass must not be ends, nor contradict what else is asked. */
function* checkNodes(
  model: GraphModel,
  at: (name: string) => string,
  { where, from, to, maxHops }: TraceRequest,
): Iterable<AnodeError> {
  const { through = [], avoid = [], nodeKinds } = where;
  for (const [name, ids] of Object.entries({ through, avoid })) {
    const ends = ids.filter((id) => from.includes(id) || to.includes(id));
    if (ends.length > 0) yield badInput(at(name), 'names an end of the path', ends, 'nodes between the ends');
  }
  const torn = through.filter((id) => avoid.includes(id));
  if (torn.length > 0)
    yield badInput(at('avoid'), `names ${torn.join(', ')} as through does`, torn, 'either of them');
  const barred =
    nodeKinds === undefined
      ? []
      : through.filter((id) => !nodeKinds.includes(model.kindOfId(id)?.name ?? ''));
  if (barred.length > 0)
    yield badInput(
      at('through'),
      `names ${barred.join(', ')}, of no kind of nodeKinds`,
      barred,
      'those kinds',
    );
  if (through.length > 0 && new Set(through).size >= maxHops)
    yield badInput(
      at('through'),
      `names ${String(through.length)} nodes, more than ${String(maxHops)} hops can pass`,
      through,
      'fewer nodes than maxHops',
    );
}
