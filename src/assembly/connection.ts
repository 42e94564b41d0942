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
import { citedAt, partOf, written, type Answer, type ObjectTable, type Writer } from './parts';
import type { EdgeRow, Layout, NodeRow } from './tables';

/** What a connection takes from the assembly that it is part of. */
export interface Assembling {
  readonly layout: Layout;
  table(shape: ObjectShape): ObjectTable;
  nodeRow(level: number, id: string): NodeRow;
  /** Makes a function from a stored value to the value of a field. */
  readonly leaf: (type: ValueType) => (value: unknown) => unknown;
}

type CursorOf = (edge: EdgeRow | undefined) => string | null;

/** Makes connections of one shape from the edges of nodes. */
export class ConnectionWriter {
  private readonly cut: ReturnType<typeof cutter>;
  private readonly cursorOf: CursorOf;
  private readonly fields: readonly Writer<Page>[];

  /**
   * @param expand whose edges they are; undefined for the nodes of a root, which no edge leads to
   * @param parameters those that say how large a page is
   */
  constructor(
    private readonly assembling: Assembling,
    shape: ConnectionShape,
    private readonly expand: number | undefined,
    parameters: Parameters,
  ) {
    this.cut = cutter(shape.page, parameters);
    this.cursorOf = this.cursor(shape);
    this.fields = shape.fields.map((field) => this.field(field));
  }

  /** @param edges those of one node, as they were read */
  write(edges: readonly EdgeRow[], total: unknown): Answer {
    const { edges: own, hasNext, hasPrevious } = this.cut(edges);
    return written(this.fields, { edges: own, hasNext, hasPrevious, total });
  }

  private field(field: ConnectionField): Writer<Page> {
    const valueOf = this.valueOf(field);
    const { key } = field;
    return (object, page) => {
      object[key] = valueOf(page);
    };
  }

  private valueOf(field: ConnectionField): (page: Page) => unknown {
    const { cursorOf } = this;
    switch (field.kind) {
      case 'typename':
        return () => field.name;
      case 'totalCount':
        return ({ total }) => total;
      case 'nodes': {
        const table = this.assembling.table(field.object);
        return ({ edges }) => edges.map((edge) => table.get(edge[1]));
      }
      case 'edges': {
        const fields = field.fields.map((own) => this.edgeField(own));
        return ({ edges }) => edges.map((edge) => written(fields, edge));
      }
      case 'pageInfo': {
        const info = {
          hasNextPage: ({ hasNext }: Page) => hasNext,
          hasPreviousPage: ({ hasPrevious }: Page) => hasPrevious,
          startCursor: ({ edges }: Page) => cursorOf(edges[0]),
          endCursor: ({ edges }: Page) => cursorOf(edges.at(-1)),
          __typename: () => 'PageInfo',
        };
        const fields = field.fields.map(({ key, name }): Writer<Page> => {
          const valueOf = info[name];
          return (object, page) => {
            object[key] = valueOf(page);
          };
        });
        return (page) => written(fields, page);
      }
    }
  }

  private edgeField(field: EdgeField): Writer<EdgeRow> {
    const valueOf = this.valueOfEdge(field);
    const { key } = field;
    return (object, edge) => {
      object[key] = valueOf(edge);
    };
  }

  private valueOfEdge(field: EdgeField): (edge: EdgeRow) => unknown {
    const { assembling, cursorOf } = this;
    const indexOf = (property: string): number => assembling.layout.edgeIndex(this.expand!, property);
    switch (field.kind) {
      case 'cursor':
        return cursorOf;
      case 'node': {
        const table = assembling.table(field.object);
        return (edge) => table.get(edge[1]);
      }
      case 'typename':
        return () => field.name;
      case 'property': {
        const index = indexOf(field.property.name);
        const read = assembling.leaf(field.property);
        return (edge) => read(edge[index]);
      }
      case 'composite':
        return partOf(field, indexOf, assembling.leaf);
      case 'citation':
        return citedAt(indexOf(field.property), assembling.table(field.object));
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
