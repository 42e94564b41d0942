import type { GraphNode, NodeType, PropertyDeclaration, Relation } from '../../../src/model';
import { compare, edgeValueOf, valueOf, type End, type Lookup } from './graph';
import { measure } from './measures';
import { partsIn, storedName } from './parts';

type Input = Readonly<Record<string, unknown>>;

/** What fits and what does not: two-valued, whatever is missing. */
export type Condition<T> = (item: T) => boolean;

/** The meaning of `where`, `whereEdge` and the filters of relations. */
export class Conditions {
  constructor(private readonly graph: Lookup) {}

  /** Conditions on a node, all of which must hold; `{}` and nothing at all fit everything. */
  ofNode(type: NodeType, where: unknown): Condition<GraphNode> {
    return allOf(where, (name, value) => this.nodeEntry(type, name, value));
  }

  /** Conditions on an edge of a relation and on the node that it leads to. */
  ofEdge(relation: Relation, where: unknown): Condition<End> {
    return allOf(where, (name, value) => {
      if (isJunction(name)) return junction(name, value, (branch) => this.ofEdge(relation, branch));
      if (name !== 'node') return ofProperties(relation.edge.properties, name, value, edgeValueOf)!;
      const condition = this.ofNode(this.graph.type(relation.target), value);
      return ({ node }) => condition(node);
    });
  }

  /** Conditions on the node at an end of a relation. */
  ofEnd(relation: Relation, where: unknown): Condition<End> {
    const condition = this.ofNode(this.graph.type(relation.target), where);
    return ({ node }) => condition(node);
  }

  private nodeEntry(type: NodeType, name: string, value: unknown): Condition<GraphNode> {
    if (isJunction(name)) return junction(name, value, (branch) => this.ofNode(type, branch));
    const own = ofProperties(type.properties, name, value, valueOf);
    if (own !== undefined) return own;
    const relation = type.relation(name);
    if (relation !== undefined) {
      const [where, read] = [this.ofEnd.bind(this), nodeValueOf];
      return this.relation({ relation, where, read }, value as Input);
    }
    const ofEdge = type.relation(name.replace(/Edge$/, ''));
    if (ofEdge === undefined) throw new Error(`The oracle does not know ${type.name}.${name}.`);
    return this.relation(
      { relation: ofEdge, where: this.ofEdge.bind(this), read: edgeValueOf },
      value as Input,
    );
  }

  private relation(along: Along, filter: Input): Condition<GraphNode> {
    const { relation, where } = along;
    if (!relation.many) {
      // Of several ends, any will do.
      const condition = where(relation, filter);
      return (node) => this.graph.ends(node, relation).some(condition);
    }
    const { where: counted, ...entries } = filter;
    const isCounted = where(relation, counted);
    return allOf(entries, (name, value) => {
      if (isQuantifier(name)) return this.quantified(along, name, value);
      return (node) => {
        const ends = this.graph.ends(node, relation).filter(isCounted);
        if (name === 'count') return fits(ends.length, value);
        return Object.entries(value as Input).every(([property, operators]) => {
          const values = ends.map((end) => along.read(end, property));
          return fits(measure(name, values), operators);
        });
      };
    });
  }

  private quantified(
    { relation, where }: Along,
    quantifier: Quantifier,
    value: unknown,
  ): Condition<GraphNode> {
    const condition = where(relation, value);
    return (node) => {
      const ends = this.graph.ends(node, relation);
      const count = ends.filter(condition).length;
      switch (quantifier) {
        case 'some':
          return count > 0;
        case 'none':
          return count === 0;
        case 'all':
          return count === ends.length;
        case 'single':
          return count === 1;
      }
    };
  }
}

/** What is asked of a property, or of those that stand in an object. */
function ofProperties<T>(
  properties: readonly PropertyDeclaration[],
  field: string,
  value: unknown,
  read: (item: T, property: string) => unknown,
): Condition<T> | undefined {
  if (storedName(properties, field) !== undefined) return (item) => fits(read(item, field), value);
  if (partsIn(properties, field).length === 0) return undefined;
  return allOf(value, (name, operators) => {
    const stored = storedName(properties, name, field)!;
    return (item) => fits(read(item, stored), operators);
  });
}

/** A relation, and whether its nodes or its edges are spoken of. */
interface Along {
  readonly relation: Relation;
  readonly where: (relation: Relation, where: unknown) => Condition<End>;
  readonly read: (end: End, property: string) => unknown;
}

const nodeValueOf = ({ node }: End, property: string): unknown => valueOf(node, property);

const quantifiers = ['some', 'none', 'all', 'single'] as const;
type Quantifier = (typeof quantifiers)[number];
const isQuantifier = (name: string): name is Quantifier => quantifiers.some((own) => own === name);

type Junction = 'AND' | 'OR' | 'NOT';
const isJunction = (name: string): name is Junction => ['AND', 'OR', 'NOT'].includes(name);

export function allOf<T>(
  input: unknown,
  conditionOf: (name: string, value: unknown) => Condition<T>,
): Condition<T> {
  const conditions = Object.entries((input ?? {}) as Input).map(([name, value]) => conditionOf(name, value));
  return (item) => conditions.every((condition) => condition(item));
}

/** `AND`, `OR` and `NOT`. */
export function junction<T>(
  name: string,
  value: unknown,
  branchOf: (branch: unknown) => Condition<T>,
): Condition<T> {
  if (name === 'NOT') {
    const operand = branchOf(value);
    return (item) => !operand(item);
  }
  const branches = (value as unknown[]).map(branchOf);
  return (item) =>
    name === 'AND' ? branches.every((branch) => branch(item)) : branches.some((branch) => branch(item));
}

/** Whether a value, null where it is missing, fits all that is said of it. */
export const fits = (value: unknown, operators: unknown): boolean =>
  Object.entries(operators as Input).every(([operator, wanted]) => holds(value, operator, wanted));

/** A comparison with a missing value is false. */
function holds(value: unknown, operator: string, wanted: unknown): boolean {
  if (operator === 'isNull') return (value === null) === wanted;
  if (operator === 'eq' && wanted === null) return value === null;
  if (operator === 'caseInsensitive') return fits(lower(value), lower(wanted));
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

/** All text inside in lower case. */
function lower(value: unknown): unknown {
  if (typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) return value.map(lower);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, lower(item)]));
}
