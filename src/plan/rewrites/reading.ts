import {
  claimedEdges,
  claimedProperty,
  counted,
  edgeRows,
  entityRows,
  originsBehind,
  rowNames,
  type GraphModel,
  type NodeKind,
  type PropertyDeclaration,
} from '../../model';
import type { EdgeStep, PathStep } from '../edge-step';
import type { Measurement } from '../measurement';
import type {
  Aggregate,
  Cite,
  Expand,
  Grouping,
  Level,
  Listing,
  OrderKey,
  OrderTerm,
  Plan,
  Root,
} from '../plan';
import type { Predicate, RelationFilter } from '../predicate';
import type { Asked, Reading, ReadProperty } from '../reading';

/**
 * The same plan of other evidence: each claimed property is read as the reading has it, and each step over an edge that is
 * made from claims goes over what is claimed. Evidence that has not entered yet is not there.
 */
export function readBy(plan: Plan, model: GraphModel, by: Reading): Plan {
  const rewrite = new ReadingRewrite(model, by);
  return { ...plan, roots: plan.roots.map((root) => rewrite.root(root)) };
}

/** What properties are read of: the type of a node, and that of the edge which leads there. */
interface Borne {
  readonly type: string;
  /** Undefined at a root. */
  readonly edge: string | undefined;
}

/** What is counted is what stands beside the rows. */
const countedBy: Readonly<Record<string, Pick<ReadProperty, 'take' | 'of'>>> = {
  [counted.sources]: { take: 'number', of: 'sourceIds' },
  [counted.origins]: { take: 'origins', of: originsBehind },
};

class ReadingRewrite {
  private readonly claimedEdges;

  constructor(
    private readonly model: GraphModel,
    private readonly by: Reading,
  ) {
    this.claimedEdges = claimedEdges(model);
  }

  root(root: Root | Aggregate): Root | Aggregate {
    if (root.kind === 'aggregate') {
      const { where, ...aggregate } = this.aggregate(root, undefined);
      return { ...aggregate, where: this.onlyEntered(root.type, where) };
    }
    const level = this.level(root.level);
    const { source } = root;
    if (source.kind !== 'all') return { ...root, level };
    const { type } = root.level;
    const listing = this.listing(source.listing, { type, edge: undefined });
    const where = this.onlyEntered(type, listing.where);
    return { ...root, source: { ...source, listing: { ...listing, where } }, level };
  }

  private level(level: Level): Level {
    return {
      ...level,
      properties: level.properties.map((property) => this.ofNode(level.type, property)),
      citations: level.citations.map((cite) => this.cite(cite)),
      expands: level.expands.map((expand) => this.expand(expand)),
      aggregates: level.aggregates.map((aggregate) => this.aggregate(aggregate, aggregate.along)),
    };
  }

  private expand(expand: Expand): Expand {
    const { edge, level, listing, properties, citations } = expand;
    return {
      ...expand,
      edge: this.step(edge, level.type),
      properties: properties.map((property) => this.ofEdge(edge.type, property)),
      listing: listing && this.listing(listing, { type: level.type, edge: edge.type }),
      citations: citations.map((cite) => this.cite(cite)),
      level: this.level(level),
    };
  }

  private cite({ where, level, ...cite }: Cite): Cite {
    const fitting = where && this.predicate(where, { type: level.type, edge: undefined });
    return { ...cite, where: fitting, level: this.level(level) };
  }

  private aggregate(aggregate: Aggregate, along: Aggregate['along']): Aggregate {
    const { type, where, totals, grouping } = aggregate;
    const borne = { type, edge: along?.edge.type };
    return {
      ...aggregate,
      along: along && { ...along, edge: this.step(along.edge, type) },
      where: where && this.predicate(where, borne),
      totals: totals.map((measurement) => this.measurement(measurement, borne)),
      grouping: grouping && this.grouping(grouping, borne),
    };
  }

  private grouping(grouping: Grouping, borne: Borne): Grouping {
    return {
      ...grouping,
      keys: grouping.keys.map(({ path, property }) => ({
        path: this.path(path),
        property: this.ofNode(path.at(-1)?.type ?? borne.type, property),
      })),
      measurements: grouping.measurements.map((measurement) => this.measurement(measurement, borne)),
    };
  }

  private listing(listing: Listing, borne: Borne): Listing {
    const { where, order } = listing;
    return {
      ...listing,
      where: where && this.predicate(where, borne),
      order: order.map((key): OrderKey => ({ ...key, by: this.term(key.by, borne) })),
    };
  }

  private term(term: OrderTerm, borne: Borne): OrderTerm {
    switch (term.kind) {
      case 'property':
        return { ...term, property: this.ofNode(borne.type, term.property) };
      case 'edge':
        return { ...term, property: this.ofEdge(borne.edge, term.property) };
      case 'through': {
        const { path, property } = term;
        return { ...term, path: this.path(path), property: this.ofNode(path.at(-1)!.type, property) };
      }
      case 'measure': {
        const { path, edge, type, where, measurement } = term;
        const end = { type, edge: edge.type };
        return {
          ...term,
          path: this.path(path),
          edge: this.step(edge, type),
          where: where && this.predicate(where, end),
          measurement: this.measurement(measurement, end),
        };
      }
    }
  }

  private predicate(predicate: Predicate, borne: Borne): Predicate {
    switch (predicate.kind) {
      case 'and':
      case 'or':
        return {
          ...predicate,
          operands: predicate.operands.map((operand) => this.predicate(operand, borne)),
        };
      case 'not':
        return { ...predicate, operand: this.predicate(predicate.operand, borne) };
      case 'compare':
      case 'missing': {
        const { on, property } = predicate;
        if (on === 'group') return predicate;
        const asked = on === 'node' ? this.ofNode(borne.type, property) : this.ofEdge(borne.edge, property);
        return { ...predicate, property: asked };
      }
      case 'some':
      case 'single':
      case 'measured':
        return this.relationFilter(predicate);
      case 'never':
        return predicate;
    }
  }

  private relationFilter(filter: RelationFilter): RelationFilter {
    const { edge, type, where } = filter;
    const end = { type, edge: edge.type };
    const common = { edge: this.step(edge, type), where: where && this.predicate(where, end) };
    if (filter.kind !== 'measured') return { ...filter, ...common };
    const measurements = filter.measurements.map((measurement) => this.measurement(measurement, end));
    return { ...filter, ...common, measurements };
  }

  private measurement(measurement: Measurement, borne: Borne): Measurement {
    if (measurement.kind === 'count') return measurement;
    const { on, property } = measurement;
    const asked = on === 'node' ? this.ofNode(borne.type, property) : this.ofEdge(borne.edge, property);
    return { ...measurement, property: asked };
  }

  private path(path: readonly PathStep[]): PathStep[] {
    return path.map(({ edge, type }) => ({ edge: this.step(edge, type), type }));
  }

  /** @param to the type of the nodes it leads to */
  private step(edge: EdgeStep, to: string): EdgeStep {
    const claimed = this.claimedEdges.get(edge.type);
    const { known } = this.by;
    const entering = this.entering(to);
    return {
      ...edge,
      ...(claimed && { claimed: { by: this.by, one: claimed.one } }),
      ...(known !== undefined &&
        entering !== 'none' && { entered: { end: 'to', known, some: entering === 'some' } }),
    };
  }

  private ofNode(typeName: string, property: Asked): Asked {
    if (typeof property !== 'string') return property;
    const bearers = this.kindsOf(typeName).filter((kind) => kind.property(property) !== undefined);
    const claimed = bearers.flatMap((kind) => claimedProperty(kind, property) ?? []);
    const [first] = claimed;
    const made = this.madeOfNode(typeName, property);
    if (first === undefined) return made ?? property;
    return {
      name: property,
      of: property,
      take: first.list ? 'distinct' : 'first',
      type: first.type,
      rows: rowNames.rows(property),
      mayBeEmpty: false,
      otherwise: claimed.length < bearers.length ? (made ?? property) : undefined,
      by: this.by,
    };
  }

  /** What is made of all claims about a node together; undefined for a property that is not. */
  private madeOfNode(typeName: string, property: string): ReadProperty | undefined {
    const facts = this.kindsOf(typeName).filter(({ evidence }) => !evidence);
    const made = facts.find((kind) => kind.property(property)?.derived);
    const isCited = facts.some(({ citations }) => citations.some((own) => own.property === property));
    if (made === undefined && !isCited) return undefined;
    const common = { name: property, rows: entityRows, otherwise: property, by: this.by };
    return { ...common, ...this.made(property, made?.property(property)) };
  }

  /** How a property is read that is made of several claims. */
  private made(
    property: string,
    declared: PropertyDeclaration | undefined,
  ): Pick<ReadProperty, 'take' | 'of' | 'type' | 'mayBeEmpty'> {
    if (declared === undefined) return { take: 'distinct', of: property, type: 'id', mayBeEmpty: false };
    const { type } = declared;
    const first = { take: 'first', of: property } as const;
    return { ...(countedBy[property] ?? first), type, mayBeEmpty: type === 'date' };
  }

  private ofEdge(edgeType: string | undefined, property: Asked): Asked {
    const claimed = edgeType === undefined ? undefined : this.claimedEdges.get(edgeType);
    if (claimed === undefined || typeof property !== 'string') return property;
    const declared = claimed.edge.properties.find(({ name }) => name === property);
    const common = { name: property, rows: edgeRows.rows, otherwise: undefined, by: this.by };
    return { ...common, ...this.made(property, declared) };
  }

  private onlyEntered(type: string, where: Predicate | undefined): Predicate | undefined {
    const { known } = this.by;
    if (known === undefined || this.entering(type) === 'none') return where;
    const entered = {
      kind: 'compare',
      on: 'node',
      property: 'enteredAt',
      operator: 'lte',
      parameter: known,
      folded: false,
    } as const;
    return where === undefined ? entered : { kind: 'and', operands: [where, entered] };
  }

  /** Which nodes of a type have entered the graph at a time, being evidence. */
  private entering(type: string): 'none' | 'some' | 'all' {
    const kinds = this.kindsOf(type);
    const entering = kinds.filter((kind) => kind.evidence && kind.property('enteredAt') !== undefined);
    if (entering.length === 0) return 'none';
    return entering.length < kinds.length ? 'some' : 'all';
  }

  private kindsOf(type: string): NodeKind[] {
    return this.model.type(type).kinds.map((kind) => this.model.type(kind) as NodeKind);
  }
}
