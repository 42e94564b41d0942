import type { NodeType } from '../../model';
import type {
  Aggregate,
  AggregateField,
  AggregateShape,
  FigureField,
  Grouping,
  MeasuringFunction,
} from '../../plan';
import { familyOf } from '../schema/families';
import { missingGroupBy, placeOfKey, planGroupKeys, type NamedKey } from './group-keys';
import { planGroupOrder, planHaving } from './having';
import { Measuring, nodesOf } from './measuring';
import { fieldsBelow, typeNameOf, type SelectedField, type Selecting } from './selecting';
import { settledBy, settledIn } from './units';
import type { Values } from './variable-shape';
import { planWhere } from './where';

interface PlannedAggregate {
  readonly aggregate: Aggregate;
  readonly shape: AggregateShape;
}

/**
 * The aggregate that a field asks for, over nodes of a type. Throws AnodeError for groups that nothing makes, and for
 * figures that would mix units.
 *
 * @param typeName the type of the field in the schema
 */
export function planAggregate(
  context: Selecting,
  type: NodeType,
  args: Values,
  field: SelectedField,
  typeName: string,
  along: Aggregate['along'],
): PlannedAggregate {
  const id = context.draft.nextId();
  const where = planWhere(context, type, args['where'], `${field.path}.where`);
  const planner = new AggregatePlanner(context, type, args, field);
  const fields = fieldsBelow(context, field).map((own) => planner.field(own, typeName));
  const { totals, grouping } = planner.finish();
  return {
    aggregate: { kind: 'aggregate', id, along, type: type.name, where, totals, grouping },
    shape: { aggregate: id, fields },
  };
}

/** Walks the selection of an aggregate and gathers what is to be measured. */
class AggregatePlanner {
  private readonly totals: Measuring;
  private readonly groups: Groups | undefined;
  private listed = false;
  private counted = false;

  constructor(
    private readonly context: Selecting,
    private readonly type: NodeType,
    args: Values,
    private readonly selected: SelectedField,
  ) {
    const settled = settledBy(type, args['where']);
    this.totals = new Measuring(nodesOf(type), settled);
    this.groups = planGroups(context, type, args, settled, selected.path);
  }

  field(field: SelectedField, typeName: string): AggregateField {
    const { key, name } = field;
    const groups = (): Groups =>
      this.groups ?? fail(missingGroupBy(`${this.selected.path}.groupBy`, field.path));
    switch (name) {
      case '__typename':
        return { kind: 'typename', key, name: typeName };
      case 'groups': {
        this.listed = true;
        const { measuring, keys } = groups();
        const groupType = typeNameOf(this.context, typeName, name);
        const fields = fieldsBelow(this.context, field).map((own) =>
          own.name === 'key'
            ? this.keyPart(keys, own, typeNameOf(this.context, groupType, own.name), [])
            : this.figure(measuring, keys.length, own, groupType),
        );
        return { kind: 'groups', key, fields };
      }
      case 'groupCount':
        this.counted = true;
        groups();
        return { kind: 'groupCount', key };
      default:
        return this.figure(this.totals, 0, field, typeName);
    }
  }

  /** @param offset the place of the first measurement in a row */
  private figure(measuring: Measuring, offset: number, field: SelectedField, typeName: string): FigureField {
    const { key, name } = field;
    if (name === '__typename') return { kind: 'typename', key, name: typeName };
    if (name === 'count')
      return { kind: 'value', key, at: offset + measuring.count(), type: countType, ofNothing: 0 };
    const kind = name as MeasuringFunction;
    const { figureOf } = familyOf(kind);
    const partType = typeNameOf(this.context, typeName, name);
    const fields = fieldsBelow(this.context, field).map((own): FigureField => {
      if (own.name === '__typename') return { kind: 'typename', key: own.key, name: partType };
      const type = figureOf(this.type.property(own.name)!);
      const at = offset + measuring.take(kind, own.name, own.path);
      return { kind: 'value', key: own.key, at, type, ofNothing: type.required ? 0 : null };
    });
    return { kind: 'part', key, fields };
  }

  /** @param names the relations to one that lead to what is selected here */
  private keyPart(
    keys: readonly NamedKey[],
    field: SelectedField,
    typeName: string,
    names: readonly string[],
  ): FigureField {
    const fields = fieldsBelow(this.context, field).map((own): FigureField => {
      if (own.name === '__typename') return { kind: 'typename', key: own.key, name: typeName };
      const spelled = [...names, own.name];
      if (own.nodes[0]!.selectionSet !== undefined)
        return this.keyPart(keys, own, typeNameOf(this.context, typeName, own.name), spelled);
      const at = placeOfKey(keys, spelled.join('.'), own.path);
      const type = { type: keys[at]!.type, list: false, required: false };
      return { kind: 'value', key: own.key, at, type, ofNothing: null };
    });
    return { kind: 'part', key: field.key, fields };
  }

  /** What is to be measured. Groups of which nothing is asked are not made, though their arguments are checked. */
  finish(): Pick<Aggregate, 'totals' | 'grouping'> {
    const totals = this.totals.measurements;
    const { groups, listed, counted } = this;
    if (groups === undefined || !(listed || counted)) return { totals, grouping: undefined };
    const { measuring, having, order, limit } = groups;
    // What makes groups of nodes is that something of them is measured.
    if (measuring.measurements.length === 0) measuring.count();
    const { measurements } = measuring;
    const keys = groups.keys.map(({ path, property }) => ({ path, property }));
    const grouping = { keys, measurements, having, order, limit: listed ? limit : undefined, count: counted };
    return { totals, grouping };
  }
}

const countType = { type: 'int', list: false, required: true } as const;

interface Groups extends Pick<Grouping, 'having' | 'order'> {
  readonly keys: readonly NamedKey[];
  readonly measuring: Measuring;
  readonly limit: string;
}

/** The groups that the arguments of an aggregate ask for; undefined where they ask for none. */
function planGroups(
  { model, draft }: Selecting,
  type: NodeType,
  args: Values,
  settled: ReadonlySet<string>,
  path: string,
): Groups | undefined {
  const limit = draft.limit(args['first'], `${path}.first`, 0);
  const { groupBy, having, orderBy } = args;
  if (groupBy === undefined || groupBy === null) {
    for (const name of ['having', 'orderBy']) {
      if (args[name] !== undefined && args[name] !== null)
        throw missingGroupBy(`${path}.groupBy`, `${path}.${name}`);
    }
    return undefined;
  }
  const keys = planGroupKeys(model, type, groupBy as Values, `${path}.groupBy`);
  const measuring = new Measuring(nodesOf(type), settledIn(settled, keys));
  return {
    keys,
    measuring,
    limit,
    having: planHaving(draft, measuring, having, `${path}.having`),
    order: planGroupOrder(measuring, keys, (orderBy ?? []) as readonly Values[], `${path}.orderBy`),
  };
}

function fail(error: Error): never {
  throw error;
}
