import type { GraphModel } from '../model';
import {
  columns,
  encodeCursor,
  kindKey,
  type CitationShape,
  type CompositeShape,
  type ConnectionField,
  type ConnectionShape,
  type EdgeField,
  type FoundObject,
  type ValueType,
  type FieldShape,
  type ObjectShape,
  type Parameters,
  type Plan,
  type RootShape,
} from '../plan';
import { relationAggregate, rootAggregate } from './aggregate';
import { checkOf } from './leaves';
import { foundWriter } from './found';
import { cutter, type Page } from './page';
import { edgesByStart, layoutOf, type EdgeRow, type Layout, type NodeRow, type Row } from './tables';

type Answer = Record<string | symbol, unknown>;

/** An object on which every response name is a property like any other: an alias may be `__proto__`. */
class Blank {}
Object.setPrototypeOf(Blank.prototype, null);

/** The objects of one shape by the ids of their nodes. */
type ObjectTable = ReadonlyMap<string, Answer>;

interface Assembled {
  /** The data of the answer, by response names. */
  readonly data: Answer;
  /** Whether every value is as the schema promises. Where not, graphql-js is to find out what that means. */
  readonly fits: boolean;
}

/** Puts the rows of a plan together into objects by response names, as its shapes lay them out. */
export type Assembly = (row: Row, parameters: Parameters, found?: FoundByKey) => Assembled;

/** What the searches of an operation found, by their response names. */
type FoundByKey = ReadonlyMap<string, FoundObject>;

export function compileAssembly(model: GraphModel, plan: Plan, shapes: readonly RootShape[]): Assembly {
  const layout = layoutOf(plan);
  return (row, parameters, found = new Map()) => {
    const assembler = new Assembler(model, layout, row, parameters, found);
    const data = Object.fromEntries(shapes.map((shape) => [shape.key, assembler.root(shape)]));
    return { data, fits: assembler.fits };
  };
}

/**
 * Works level by level from the far end: each node becomes one object for each shape it is seen in, however many paths
 * lead to it.
 */
class Assembler {
  fits = true;
  private readonly nodeRows = new Map<number, ReadonlyMap<string, NodeRow>>();

  constructor(
    private readonly model: GraphModel,
    private readonly layout: Layout,
    private readonly row: Row,
    private readonly parameters: Parameters,
    private readonly found: FoundByKey,
  ) {}

  root(shape: RootShape): unknown {
    switch (shape.kind) {
      case 'typename':
        return shape.name;
      case 'single': {
        const [object] = this.table(shape.object).values();
        return object ?? null;
      }
      case 'listed': {
        const table = this.table(shape.object);
        return (this.parameters[shape.ids] as string[]).map((id) => table.get(id) ?? null);
      }
      case 'found':
        return foundWriter(shape.fields, (object) => this.table(object))(this.found.get(shape.key)!);
      case 'aggregate':
        return rootAggregate(shape.aggregate, this.row, this.leaf);
      case 'connection': {
        const { connection } = shape;
        const total = this.row[columns.count(shape.root)];
        return this.connection(connection, undefined, () => total)(this.rootEdges(shape), '');
      }
    }
  }

  /** The nodes of a root as the ends of edges that come from nowhere. */
  private rootEdges({ root, connection }: Extract<RootShape, { kind: 'connection' }>): readonly EdgeRow[] {
    if (connection.page === undefined) return [];
    const rows = (this.row[columns.order(root)] as NodeRow[] | undefined) ?? this.nodes(connection.level);
    return rows.map(([id, ...values]) => ['', id, ...values]);
  }

  private nodes(level: number): readonly NodeRow[] {
    return this.row[columns.nodes(level)] as NodeRow[];
  }

  private nodeRow(level: number, id: string): NodeRow {
    let rows = this.nodeRows.get(level);
    if (rows === undefined) {
      rows = new Map(this.nodes(level).map((node) => [node[0], node]));
      this.nodeRows.set(level, rows);
    }
    return rows.get(id)!;
  }

  private table(shape: ObjectShape): ObjectTable {
    const writers = new Map(
      shape.variants.flatMap(({ kinds, fields }) => {
        const write = fields.map((field) => this.field(shape.level, field));
        return kinds.map((kind) => [kind, write] as const);
      }),
    );
    const table = new Map<string, Answer>();
    for (const node of this.nodes(shape.level)) {
      const kind = this.model.kindOfId(node[0])!.name;
      const object = new Blank() as Answer;
      object[kindKey] = kind;
      for (const write of writers.get(kind) ?? []) write(object, node);
      table.set(node[0], object);
    }
    return table;
  }

  private field(level: number, field: FieldShape): (object: Answer, node: NodeRow) => void {
    const { key } = field;
    switch (field.kind) {
      case 'typename':
        return (object) => {
          object[key] = object[kindKey];
        };
      case 'property': {
        const index = this.layout.nodeIndex(level, field.property.name);
        const read = this.leaf(field.property);
        return (object, node) => {
          object[key] = read(node[index]);
        };
      }
      case 'composite': {
        const fields = field.fields.map((own) =>
          this.part(own, (name) => this.layout.nodeIndex(level, name)),
        );
        return (object, node) => {
          object[key] = Object.fromEntries(fields.map((own) => own(node)));
        };
      }
      case 'citation': {
        const cited = this.cited(field, this.layout.nodeIndex(level, field.property));
        return (object, node) => {
          object[key] = cited(node);
        };
      }
      case 'one': {
        const table = this.table(field.object);
        const ends = nearestEnds(this.edges(field.expand));
        return (object, node) => {
          object[key] = table.get(ends.get(node[0]) ?? '') ?? null;
        };
      }
      case 'aggregate': {
        const build = relationAggregate(field.aggregate, this.row, this.leaf);
        return (object, node) => {
          object[key] = build(node[0]);
        };
      }
      case 'many': {
        const { connection, expand } = field;
        const edges = connection.page === undefined ? undefined : edgesByStart(this.edges(expand));
        const totals = new Map(this.row[columns.count(expand)] as [string, number][] | undefined);
        const build = this.connection(connection, expand, (id) => totals.get(id) ?? 0);
        return (object, node) => {
          object[key] = build(edges?.get(node[0]) ?? [], node[0]);
        };
      }
    }
  }

  private edges(expand: number): readonly EdgeRow[] {
    return this.row[columns.edges(expand)] as EdgeRow[];
  }

  /** Makes a function from the edges of one node, as they were read, to its connection. */
  private connection(
    shape: ConnectionShape,
    expand: number | undefined,
    totalOf: (id: string) => unknown,
  ): (edges: readonly EdgeRow[], id: string) => Answer {
    const cut = cutter(shape.page, this.parameters);
    const cursorOf = this.cursor(shape, expand);
    const fields = shape.fields.map((field) => this.connectionField(field, expand, cursorOf));
    return (edges, id) => {
      const page: Page = { ...cut(edges), total: totalOf(id) };
      return Object.fromEntries(fields.map((field) => field(page)));
    };
  }

  private connectionField(
    field: ConnectionField,
    expand: number | undefined,
    cursorOf: CursorOf,
  ): (page: Page) => [string, unknown] {
    const { key } = field;
    switch (field.kind) {
      case 'typename':
        return () => [key, field.name];
      case 'totalCount':
        return ({ total }) => [key, total];
      case 'nodes': {
        const table = this.table(field.object);
        return ({ edges }) => [key, edges.map((edge) => table.get(edge[1]))];
      }
      case 'edges': {
        const fields = field.fields.map((own) => this.edgeField(own, expand, cursorOf));
        return ({ edges }) => [key, edges.map((edge) => Object.fromEntries(fields.map((own) => own(edge))))];
      }
      case 'pageInfo':
        return (page) => {
          const info = {
            hasNextPage: () => page.hasNext,
            hasPreviousPage: () => page.hasPrevious,
            startCursor: () => cursorOf(page.edges[0]),
            endCursor: () => cursorOf(page.edges.at(-1)),
            __typename: () => 'PageInfo',
          };
          return [key, Object.fromEntries(field.fields.map((own) => [own.key, info[own.name]()]))];
        };
    }
  }

  private edgeField(
    field: EdgeField,
    expand: number | undefined,
    cursorOf: CursorOf,
  ): (edge: EdgeRow) => [string, unknown] {
    const { key } = field;
    switch (field.kind) {
      case 'cursor':
        return (edge) => [key, cursorOf(edge)];
      case 'node': {
        const table = this.table(field.object);
        return (edge) => [key, table.get(edge[1])];
      }
      case 'typename':
        return () => [key, field.name];
      case 'property': {
        const index = this.layout.edgeIndex(expand!, field.property.name);
        const read = this.leaf(field.property);
        return (edge) => [key, read(edge[index])];
      }
      case 'composite': {
        const fields = field.fields.map((own) =>
          this.part(own, (name) => this.layout.edgeIndex(expand!, name)),
        );
        return (edge) => [key, Object.fromEntries(fields.map((own) => own(edge)))];
      }
      case 'citation': {
        const cited = this.cited(field, this.layout.edgeIndex(expand!, field.property));
        return (edge) => [key, cited(edge)];
      }
    }
  }

  /** Of the object in which several properties of a node or an edge stand: one of them, or the name of its type. */
  private part(
    field: CompositeShape['fields'][number],
    indexOf: (property: string) => number,
  ): (row: readonly unknown[]) => [string, unknown] {
    const { key } = field;
    if (field.kind === 'typename') return () => [key, field.name];
    const index = indexOf(field.property.name);
    const read = this.leaf(field.property);
    return (row) => [key, read(row[index])];
  }

  /** The nodes whose ids stand at a place of a row. */
  private cited({ object }: CitationShape, index: number): (row: readonly unknown[]) => unknown[] {
    const table = this.table(object);
    return (row) => ((row[index] ?? []) as string[]).flatMap((id) => table.get(id) ?? []);
  }

  /** Makes a function from a stored value to the value of a field. */
  private readonly leaf = (type: ValueType): ((value: unknown) => unknown) => {
    const missing = type.list ? [] : null;
    const isRight = checkOf(type);
    return (value) => {
      const shown = value ?? missing;
      if (!isRight(shown)) this.fits = false;
      return shown;
    };
  };

  private cursor({ identity, cursorValues, level }: ConnectionShape, expand: number | undefined): CursorOf {
    const { layout } = this;
    const readers = cursorValues.map((value): ((edge: EdgeRow) => unknown) => {
      switch (value.kind) {
        case 'node': {
          const index = layout.nodeIndex(level, value.property);
          return (edge) => this.nodeRow(level, edge[1])[index];
        }
        case 'edge': {
          const index = layout.edgeIndex(expand!, value.property);
          return (edge) => edge[index];
        }
        case 'computed': {
          const index = layout.computedIndex(expand, value.at);
          return (edge) => edge[index];
        }
      }
    });
    return (edge) => {
      if (edge === undefined) return null;
      const values = readers.map((read) => read(edge) ?? null);
      return encodeCursor(identity, values);
    };
  }
}

type CursorOf = (edge: EdgeRow | undefined) => string | null;

/** For a relation to one: the end with the smallest id, should the data have more than one. */
function nearestEnds(edges: readonly EdgeRow[]): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  for (const [from, to] of edges) {
    const known = ends.get(from);
    if (known === undefined || to < known) ends.set(from, to);
  }
  return ends;
}
