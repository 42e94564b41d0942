import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { NodeType } from '../../model';
import {
  bareLevel,
  planOfList,
  type FoundField,
  type Parameter,
  type Plan,
  type Predicate,
  type Root,
  type RootShape,
  type ValueSource,
} from '../../plan';
import { isSearchField, type SearchField } from '../schema/search-names';
import { conjunction } from './conditions';
import { LevelDraft, PlanDraft } from './draft';
import { planObject } from './object';
import { argumentsOf, fieldsBelow, typeNameOf, type SelectedField, type Selecting } from './selecting';
import { sourceOf, type Values } from './variable-shape';
import { planWhere } from './where';

/** A root field that is answered by a search; what it finds are ids, which the plan then reads as parameters. */
export interface PlannedSearch {
  readonly field: SearchField;
  /** Its response name, which is also the path of its arguments. */
  readonly key: string;
  readonly args: ValueSource;
  readonly filters: readonly PlannedFilter[];
  /** The names of all fields below it that are selected. */
  readonly selected: ReadonlySet<string>;
  readonly fields: readonly FoundField[];
}

/** A filter on the nodes of one kind: a plan that lists those of `candidates` that fit, at most `limit`. */
export interface PlannedFilter {
  readonly type: string;
  readonly plan: Plan;
  readonly parameters: readonly Parameter[];
}

/** The parameters of a filter that a search fills, and the level of its plan that holds what fits. */
export const filterNames = { candidates: 'candidates', limit: 'limit', level: 1 } as const;

interface Planned {
  readonly search: PlannedSearch;
  readonly roots: readonly Root[];
  readonly shape: RootShape;
}

/** The plan of a field that is answered by a search; undefined for any other. */
export function planSearch(context: Selecting, field: SelectedField): Planned | undefined {
  const { key, name } = field;
  if (!isSearchField(name)) return undefined;
  const args = argumentsOf(context, 'Query', field);
  const layout = new FoundLayout(context);
  const fields = layout.fields(field, typeNameOf(context, 'Query', name));
  const filters = planFilters(context, args['where'] as Values | null | undefined, `${key}.where.nodes`);
  const { roots, selected } = layout;
  const search = { field: name, key, args: sourceOf(args), filters, selected, fields };
  return { search, roots, shape: { kind: 'found', key, fields } };
}

/** Lays out the fields of a search, with a root of the plan for each that shows nodes. */
class FoundLayout {
  readonly roots: Root[] = [];
  readonly selected = new Set<string>();

  constructor(private readonly context: Selecting) {}

  fields(field: SelectedField, typeName: string): FoundField[] {
    return fieldsBelow(this.context, field).map((own) => this.field(own, typeName));
  }

  private field(field: SelectedField, typeName: string): FoundField {
    const { key, name } = field;
    if (name === '__typename') return { kind: 'typename', key, name: typeName };
    this.selected.add(name);
    const { schema, model } = this.context;
    const type = getNamedType((schema.getType(typeName) as GraphQLObjectType).getFields()[name]!.type);
    const shown = [...model.interfaces, ...model.kinds].find((each) => each.name === type.name);
    if (shown !== undefined) return this.node(field, shown);
    if (!isObjectType(type)) return { kind: 'value', key, name };
    return { kind: 'object', key, name, fields: this.fields(field, type.name) };
  }

  private node(field: SelectedField, type: NodeType): FoundField {
    const { draft } = this.context;
    const { key, name } = field;
    const id = draft.nextId();
    const parameter = draft.nextName();
    const level = new LevelDraft(draft, type, field.path);
    const object = planObject(this.context, level, field);
    this.roots.push({ kind: 'root', id, source: { kind: 'byIds', parameter }, level: level.finish() });
    return { kind: 'node', key, name, parameter, object };
  }
}

/** The filters of `where.nodes`: for a kind, a condition in the language of its own `where`. */
function planFilters(
  context: Selecting,
  where: Values | null | undefined,
  argument: string,
): PlannedFilter[] {
  const nodes = (where?.['nodes'] ?? {}) as Values;
  return context.model.kinds.flatMap((kind) => {
    const condition = nodes[kind.singular];
    if (condition === undefined || condition === null) return [];
    const draft = new PlanDraft();
    const predicate = planWhere({ ...context, draft }, kind, condition, `${argument}.${kind.singular}`);
    context.draft.complaints.push(...draft.complaints);
    return { type: kind.name, plan: filterPlan(kind.name, predicate), parameters: draft.parameters };
  });
}

function filterPlan(type: string, predicate: Predicate | undefined): Plan {
  const { candidates, limit, level } = filterNames;
  const isCandidate: Predicate = {
    kind: 'compare',
    on: 'node',
    property: 'id',
    operator: 'in',
    parameter: candidates,
    folded: false,
  };
  const where = conjunction([isCandidate, predicate]);
  const byId = { kind: 'property', property: 'id' } as const;
  const order = [{ by: byId, descending: false, nullable: false, flag: false }];
  const page = { limit, direction: 'forward', cursor: undefined } as const;
  return planOfList({ where, order, page, count: false }, bareLevel(level, type));
}
