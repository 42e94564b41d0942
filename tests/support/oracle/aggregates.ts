import type { NodeType } from '../../../src/model';
import { valueOf, type End, type Lookup } from './graph';
import { measure, measures } from './measures';
import { comparePlaces, onlyEntry, placeOf, type Order } from './order';
import { allOf, fits, junction, type Condition } from './where';

type Input = Readonly<Record<string, unknown>>;

/** Nodes that have the same under each path of the key; all that fit are a group without a key. */
interface Group {
  readonly key: readonly unknown[];
  readonly ends: readonly End[];
}

/** The way from a node along relations to one to a property. */
type Path = readonly string[];

/** The meaning of an aggregate: counts and measures over nodes, and over groups of them. */
export class Aggregates {
  constructor(private readonly graph: Lookup) {}

  of(type: NodeType, ends: readonly End[], args: Input): object {
    const paths = pathsOf(args['groupBy']);
    const having = this.having(args['having']);
    const order = this.order(paths, args['orderBy']);
    const groups = this.groupsOf(type, paths, ends)
      .filter(having)
      .sort((a, b) => comparePlaces(order, placeOf(order, a), placeOf(order, b)));
    return {
      ...this.measuresOf(type, { key: [], ends }),
      groups: groups.slice(0, (args['first'] ?? defaultSize) as number).map((group) => ({
        key: keyOf(paths, group.key),
        ...this.measuresOf(type, group),
      })),
      groupCount: groups.length,
    };
  }

  private measuresOf({ properties }: NodeType, group: Group): object {
    const single = properties.filter(({ list }) => !list);
    const byName = measures.map((name) => [
      name,
      Object.fromEntries(single.map((property) => [property.name, measured(name, property.name, group)])),
    ]);
    return { count: group.ends.length, ...(Object.fromEntries(byName) as object) };
  }

  private groupsOf(type: NodeType, paths: readonly Path[], ends: readonly End[]): Group[] {
    const groups = new Map<string, { key: unknown[]; ends: End[] }>();
    for (const end of ends) {
      const key = paths.map((path) => this.at(type, end, path));
      const name = JSON.stringify(key);
      const group = groups.get(name) ?? { key, ends: [] };
      group.ends.push(end);
      groups.set(name, group);
    }
    return [...groups.values()];
  }

  /** What is at the end of a path, null where it leads nowhere. */
  private at(type: NodeType, { node }: End, [name, ...rest]: Path): unknown {
    const relation = type.relation(name!);
    if (relation === undefined) return valueOf(node, name!);
    const end = this.graph.end(node, relation);
    return end === undefined ? null : this.at(this.graph.type(relation.target), end, rest);
  }

  private having(having: unknown): Condition<Group> {
    return allOf(having, (name, value) => {
      if (['AND', 'OR', 'NOT'].includes(name)) return junction(name, value, (branch) => this.having(branch));
      if (name === 'count') return ({ ends }) => fits(ends.length, value);
      return allOf(
        value,
        (property, operators) => (group) => fits(measured(name, property, group), operators),
      );
    });
  }

  /** In the end by the key, ascending. */
  private order(paths: readonly Path[], orderBy: unknown): Order<Group> {
    const asked = ((orderBy ?? []) as Input[]).map((item) => {
      const [name, value] = onlyEntry(item);
      if (name === 'count') return { read: ({ ends }: Group) => ends.length, direction: value as string };
      const [path, direction] = pathIn(value);
      const at = paths.findIndex((own) => own.join('.') === path.join('.'));
      const read = (group: Group) => (name === 'key' ? group.key[at] : measured(name, path[0]!, group));
      return { read, direction };
    });
    return [...asked, ...paths.map((_, at) => ({ read: ({ key }: Group) => key[at], direction: 'ASC' }))];
  }
}

const defaultSize = 25;

const measured = (name: string, property: string, { ends }: Group): unknown =>
  measure(
    name,
    ends.map(({ node }) => valueOf(node, property)),
  );

/** The paths of `{status: true, country: {isoCode: true}}`, in this order. */
const pathsOf = (groupBy: unknown): Path[] =>
  Object.entries((groupBy ?? {}) as Input).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return value ? [[name]] : [];
    return pathsOf(value).map((path) => [name, ...path]);
  });

/** The path of `{country: {name: ASC}}`, and the direction at its end. */
function pathIn(input: unknown): [path: Path, direction: string] {
  const [name, value] = onlyEntry(input);
  if (typeof value === 'string') return [[name], value];
  const [path, direction] = pathIn(value);
  return [[name, ...path], direction];
}

/** The key of a group, laid out as it was asked for. */
function keyOf(paths: readonly Path[], values: readonly unknown[]): object {
  const key: Record<string, unknown> = {};
  for (const [at, path] of paths.entries()) {
    let inner = key;
    for (const step of path.slice(0, -1)) inner = (inner[step] ??= {}) as Record<string, unknown>;
    inner[path.at(-1)!] = values[at];
  }
  return key;
}
