import type { OperationDefinitionNode } from 'graphql';
import { AnodeError } from '../../errors';
import { aggregateField, type GraphModel, type NodeType } from '../../model';
import type { Aggregate, Parameter, Plan, Reading, Root, RootShape } from '../../plan';
import { insteadOfReading } from '../schema/search-names';
import { planAggregate } from './aggregate';
import { planConnection } from './connection';
import { LevelDraft, PlanDraft } from './draft';
import { planObject } from './object';
import { planSearch, type PlannedSearch } from './search';
import { planReading } from './reading';
import { argumentsOf, fieldsOf, typeNameOf, type SelectedField, type Selecting } from './selecting';

/** Everything about an operation that does not depend on the values of its variables. */
export interface PlannedOperation {
  readonly plan: Plan;
  readonly shapes: readonly RootShape[];
  readonly parameters: readonly Parameter[];
  /** What is to be searched for before the plan is run: what it finds are parameters of it, beside the others. */
  readonly searches: readonly PlannedSearch[];
  /** Which evidence it is asked of, where not of the plain one. */
  readonly reading: Reading | undefined;
  /** Of each level of the plan, by its number, the path of the field that asks for it: `corporations.nodes.plants`. */
  readonly paths: ReadonlyMap<number, string>;
  /** What cannot be meant; where there is any, the rest is of no use. */
  readonly complaints: readonly AnodeError[];
  /** Whether the shapes lay out all that is asked for. Fields of introspection are left to graphql-js. */
  readonly complete: boolean;
}

/** The plan of a query. */
export function planOperation(
  context: Omit<Selecting, 'draft'>,
  operation: OperationDefinitionNode,
): PlannedOperation {
  const draft = new PlanDraft();
  const selecting = { ...context, draft };
  const fields = fieldsOf(selecting, [operation.selectionSet], '');
  const answered = fields.filter(({ name }) => name !== '__schema' && name !== '__type');
  const planned = answered.flatMap((field) => draft.attempt(() => planRoot(selecting, field)) ?? []);
  const reading = planReading(selecting, operation);
  const searches = planned.flatMap(({ search }) => search ?? []);
  if (reading !== undefined) draft.complaints.push(...searches.map(notRead));
  return {
    plan: { kind: 'plan', roots: planned.flatMap(({ roots }) => roots) },
    shapes: planned.map(({ shape }) => shape),
    parameters: draft.parameters,
    searches,
    reading,
    paths: draft.paths,
    complaints: draft.complaints,
    complete: answered.length === fields.length,
  };
}

/** A search looks at all the evidence there is; to answer it beside another reading would mislead. */
function notRead({ field, key }: PlannedSearch): AnodeError {
  const allowed = 'an operation without @asOf and @resolve';
  const message = `${key} is answered by ${field}, which reads all evidence as of now; allowed is ${allowed}: ${insteadOfReading[field]}.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument: key, given: '@asOf or @resolve', allowed });
}

interface PlannedRoot {
  readonly roots: readonly (Root | Aggregate)[];
  readonly shape: RootShape;
  readonly search?: PlannedSearch;
}

function planRoot(context: Selecting, field: SelectedField): PlannedRoot {
  if (field.name === '__typename')
    return { roots: [], shape: { kind: 'typename', key: field.key, name: 'Query' } };
  const searched = planSearch(context, field);
  if (searched !== undefined) return searched;
  const { root, shape } = planStoredRoot(context, field);
  return { roots: [root], shape };
}

function planStoredRoot(
  context: Selecting,
  field: SelectedField,
): { root: Root | Aggregate; shape: RootShape } {
  const { draft, model } = context;
  const { type, takes } = rootField(model, field.name);
  const args = argumentsOf(context, 'Query', field);
  if (takes === 'aggregate') {
    const typeName = typeNameOf(context, 'Query', field.name);
    const { aggregate, shape } = planAggregate(context, type, args, field, typeName, undefined);
    return { root: aggregate, shape: { kind: 'aggregate', key: field.key, aggregate: shape } };
  }
  const id = draft.nextId();
  const level = new LevelDraft(draft, type, field.path);
  const { key } = field;
  const root = (source: Root['source']): Root => ({ kind: 'root', id, source, level: level.finish() });
  switch (takes) {
    case 'id': {
      const parameter = draft.value(args['id']);
      const object = planObject(context, level, field);
      const shape = { kind: 'single', key, root: id, id: parameter, object } as const;
      return { root: root({ kind: 'byId', parameter }), shape };
    }
    case 'ids': {
      const parameter = draft.list(args['ids'], `${field.path}.ids`);
      const object = planObject(context, level, field);
      const shape = { kind: 'listed', key, root: id, ids: parameter, object } as const;
      return { root: root({ kind: 'byIds', parameter }), shape };
    }
    case 'listing': {
      const typeName = typeNameOf(context, 'Query', field.name);
      const connection = { args, name: `Query.${field.name}`, typeName, edge: undefined, planObject };
      const { listing, shape } = planConnection(context, level, field, connection);
      return {
        root: root({ kind: 'all', listing }),
        shape: { kind: 'connection', key, root: id, connection: shape },
      };
    }
  }
}

interface RootField {
  readonly type: NodeType;
  readonly takes: 'id' | 'ids' | 'listing' | 'aggregate';
}

function rootField(model: GraphModel, name: string): RootField {
  for (const kind of model.kinds) {
    if (kind.singular === name) return { type: kind, takes: 'id' };
    if (kind.plural === name) return { type: kind, takes: 'listing' };
    if (aggregateField(kind.plural) === name) return { type: kind, takes: 'aggregate' };
  }
  const common = model.interfaces.find((type) => type.kinds.length === model.kinds.length)!;
  return { type: common, takes: name === 'node' ? 'id' : 'ids' };
}
