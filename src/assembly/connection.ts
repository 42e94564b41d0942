import {
  encodeCursor,
  type ConnectionField,
  type ConnectionShape,
  type EdgeField,
  type ObjectShape,
  type Parameters,
  type ValueType,
} from '../plan';
import { cutter, type Page } from './page';
import { citedAt, partOf, type Answer, type ObjectTable } from './parts';
import type { EdgeRow, Layout, NodeRow } from './tables';

/** What a connection takes from the assembly that it is part of. */
export interface Assembling {
  readonly layout: Layout;
  readonly parameters: Parameters;
  table(shape: ObjectShape): ObjectTable;
  nodeRow(level: number, id: string): NodeRow;
  /** Makes a function from a stored value to the value of a field. */
  readonly leaf: (type: ValueType) => (value: unknown) => unknown;
}

/** What an edge is shown under, and the value there. */
type Entry = [key: string, value: unknown];

type CursorOf = (edge: EdgeRow | undefined) => string | null;

/** Makes connections of one shape from the edges of nodes. */
export class ConnectionWriter {
  private readonly cut: ReturnType<typeof cutter>;
  private readonly cursorOf: CursorOf;
  private readonly fields: readonly ((page: Page) => Entry)[];

  /** @param expand whose edges they are; undefined for the nodes of a root, which no edge leads to */
  constructor(
    private readonly assembling: Assembling,
    shape: ConnectionShape,
    private readonly expand: number | undefined,
  ) {
    this.cut = cutter(shape.page, assembling.parameters);
    this.cursorOf = this.cursor(shape);
    this.fields = shape.fields.map((field) => this.field(field));
  }

  /** @param edges those of one node, as they were read */
  write(edges: readonly EdgeRow[], total: unknown): Answer {
    const page: Page = { ...this.cut(edges), total };
    return Object.fromEntries(this.fields.map((field) => field(page)));
  }

  private field(field: ConnectionField): (page: Page) => Entry {
    const { key } = field;
    const { cursorOf } = this;
    switch (field.kind) {
      case 'typename':
        return () => [key, field.name];
      case 'totalCount':
        return ({ total }) => [key, total];
      case 'nodes': {
        const table = this.assembling.table(field.object);
        return ({ edges }) => [key, edges.map((edge) => table.get(edge[1]))];
      }
      case 'edges': {
        const fields = field.fields.map((own) => this.edgeField(own));
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

  private edgeField(field: EdgeField): (edge: EdgeRow) => Entry {
    const { key } = field;
    const { assembling, cursorOf } = this;
    const indexOf = (property: string): number => assembling.layout.edgeIndex(this.expand!, property);
    switch (field.kind) {
      case 'cursor':
        return (edge) => [key, cursorOf(edge)];
      case 'node': {
        const table = assembling.table(field.object);
        return (edge) => [key, table.get(edge[1])];
      }
      case 'typename':
        return () => [key, field.name];
      case 'property': {
        const index = indexOf(field.property.name);
        const read = assembling.leaf(field.property);
        return (edge) => [key, read(edge[index])];
      }
      case 'composite': {
        const compose = partOf(field, indexOf, assembling.leaf);
        return (edge) => [key, compose(edge)];
      }
      case 'citation': {
        const cited = citedAt(indexOf(field.property), assembling.table(field.object));
        return (edge) => [key, cited(edge)];
      }
    }
  }

  private cursor({ identity, cursorValues, level }: ConnectionShape): CursorOf {
    const { assembling, expand } = this;
    const { layout } = assembling;
    const readers = cursorValues.map((value): ((edge: EdgeRow) => unknown) => {
      switch (value.kind) {
        case 'node': {
          const index = layout.nodeIndex(level, value.property);
          return (edge) => assembling.nodeRow(level, edge[1])[index];
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
