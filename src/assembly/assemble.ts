import type { GraphModel } from '../model';
import {
  columns,
  kindKey,
  numberOfPlace,
  type FieldShape,
  type FoundObject,
  type ObjectShape,
  type Parameters,
  type Plan,
  type RootShape,
  type ValueType,
} from '../plan';
import { relationAggregate, rootAggregate } from './aggregate';
import type { Assembling } from './assembling';
import { citedBy } from './cited';
import { edgeWriters } from './edge';
import { ConnectionWriter } from './connection';
import { checkOf } from './leaves';
import { foundWriter } from './found';
import { partOf, written, type Answer, type ObjectTable, type Writer } from './parts';
import { edgesByStart, layoutOf, type EdgeRow, type Layout, type NodeRow, type Row } from './tables';

interface Assembled {
  /** The data of the answer, by response names. */
  readonly data: Answer;
  /** Whether every value is as the schema promises. Where not, graphql-js is to find out what that means. */
  readonly fits: boolean;
}

/** Puts the rows of a plan together into objects by response names, as its shapes lay them out. */
export type Assembly = (row: Row, parameters: Parameters, found?: FoundByKey) => Layer;

/**
 * The answer to one request out of a row, which may have been read for several. They differ in nothing but where they
 * begin and how long their lists are.
 */
export type Layer = (own: Parameters) => Assembled;

/** What the searches of an operation found, by their response names. */
type FoundByKey = ReadonlyMap<string, FoundObject>;

export function compileAssembly(model: GraphModel, plan: Plan, shapes: readonly RootShape[]): Assembly {
  const layout = layoutOf(plan);
  return (row, parameters, found = new Map()) => {
    const assembler = new Assembler(model, layout, row, parameters, found);
    return (own) => {
      const data = Object.fromEntries(shapes.map((shape) => [shape.key, assembler.root(shape, own)]));
      return { data, fits: assembler.fits };
    };
  };
}

/**
 * Works level by level from the far end: each node becomes one object for each shape it is seen in, however many paths
 * lead to it.
 */
class Assembler implements Assembling {
  fits = true;
  private readonly nodeRows = new Map<number, ReadonlyMap<string, NodeRow>>();
  private readonly tables = new Map<ObjectShape, ObjectTable>();
  private readonly placed = new Map<number, ReadonlyMap<string, readonly EdgeRow[]>>();

  constructor(
    private readonly model: GraphModel,
    readonly layout: Layout,
    private readonly row: Row,
    readonly parameters: Parameters,
    private readonly found: FoundByKey,
  ) {}

  root(shape: RootShape, own: Parameters): unknown {
    switch (shape.kind) {
      case 'typename':
        return shape.name;
      case 'single':
        return this.table(shape.object).get(own[shape.id] as string) ?? null;
      case 'listed': {
        const table = this.table(shape.object);
        return (own[shape.ids] as string[]).map((id) => table.get(id) ?? null);
      }
      case 'found':
        return foundWriter(shape.fields, (object) => this.table(object))(this.found.get(shape.key)!);
      case 'aggregate':
        return rootAggregate(shape.aggregate, this.row, this.leaf);
      case 'connection': {
        const { connection } = shape;
        const total = this.row[columns.count(shape.root)];
        return new ConnectionWriter(this, connection, undefined, own).write(
          this.rootEdges(shape, own),
          total,
        );
      }
    }
  }

  /** The nodes of a root as the ends of edges that come from nowhere or, of several pages, from the place of each. */
  private rootEdges(
    { root, connection }: Extract<RootShape, { kind: 'connection' }>,
    own: Parameters,
  ): readonly EdgeRow[] {
    if (connection.page === undefined) return [];
    const page = this.layout.pageOf(root)!;
    if (page.places !== undefined)
      return this.pagesOf(root).get(numberOfPlace(page, this.parameters, own)) ?? [];
    const rows = (this.row[columns.order(root)] as NodeRow[] | undefined) ?? this.nodes(connection.level);
    return rows.map(([id, ...values]) => ['', id, ...values]);
  }

  private pagesOf(root: number): ReadonlyMap<string, readonly EdgeRow[]> {
    let pages = this.placed.get(root);
    if (pages === undefined) {
      pages = edgesByStart(this.row[columns.order(root)] as EdgeRow[]);
      this.placed.set(root, pages);
    }
    return pages;
  }

  private nodes(level: number): readonly NodeRow[] {
    return this.row[columns.nodes(level)] as NodeRow[];
  }

  nodeRow(level: number, id: string): NodeRow {
    let rows = this.nodeRows.get(level);
    if (rows === undefined) {
      rows = new Map(this.nodes(level).map((node) => [node[0], node]));
      this.nodeRows.set(level, rows);
    }
    return rows.get(id)!;
  }

  table(shape: ObjectShape): ObjectTable {
    let table = this.tables.get(shape);
    if (table === undefined) {
      table = this.assemble(shape);
      this.tables.set(shape, table);
    }
    return table;
  }

  private assemble(shape: ObjectShape): ObjectTable {
    const writers = new Map(
      shape.variants.flatMap(({ kinds, fields }) => {
        const own = fields.map((field) => this.field(shape.level, field));
        return kinds.map((kind) => [kind, [ofKind(kind), ...own]] as const);
      }),
    );
    const table = new Map<string, Answer>();
    for (const node of this.nodes(shape.level)) {
      const kind = this.model.kindOfId(node[0])!.name;
      table.set(node[0], written(writers.get(kind) ?? [ofKind(kind)], node));
    }
    return table;
  }

  private field(level: number, field: FieldShape): Writer<NodeRow> {
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
        const compose = partOf(field, (name) => this.layout.nodeIndex(level, name), this.leaf);
        return (object, node) => {
          object[key] = compose(node);
        };
      }
      case 'citation': {
        const cited = citedBy(this, field, this.layout.nodeIndex(level, field.property));
        return (object, node) => {
          object[key] = cited(node);
        };
      }
      case 'one': {
        const table = this.table(field.object);
        const ends = nearestEnds(this.edges(field.expand));
        return (object, node) => {
          object[key] = table.get(ends.get(node[0])?.[1] ?? '') ?? null;
        };
      }
      case 'edge': {
        const writers = edgeWriters(this, field.fields, field.expand, () => null);
        const ends = nearestEnds(this.edges(field.expand));
        return (object, node) => {
          const edge = ends.get(node[0]);
          object[key] = edge === undefined ? null : written(writers, edge);
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
        const writer = new ConnectionWriter(this, connection, expand, this.parameters);
        return (object, node) => {
          object[key] = writer.write(edges?.get(node[0]) ?? [], totals.get(node[0]) ?? 0);
        };
      }
    }
  }

  edges(expand: number): readonly EdgeRow[] {
    return this.row[columns.edges(expand)] as EdgeRow[];
  }

  /** Makes a function from a stored value to the value of a field. */
  readonly leaf = (type: ValueType): ((value: unknown) => unknown) => {
    const missing = type.list ? [] : null;
    const isRight = checkOf(type);
    return (value) => {
      const shown = value ?? missing;
      if (!isRight(shown)) this.fits = false;
      return shown;
    };
  };
}

const ofKind =
  (kind: string): Writer<NodeRow> =>
  (object) => {
    object[kindKey] = kind;
  };

/** For a relation to one: the edge to the end with the smallest id, should the data have more than one. */
function nearestEnds(edges: readonly EdgeRow[]): ReadonlyMap<string, EdgeRow> {
  const ends = new Map<string, EdgeRow>();
  for (const edge of edges) {
    const known = ends.get(edge[0]);
    if (known === undefined || edge[1] < known[1]) ends.set(edge[0], edge);
  }
  return ends;
}
