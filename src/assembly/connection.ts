import { encodeCursor, type ConnectionField, type ConnectionShape, type Parameters } from '../plan';
import type { Assembling } from './assembling';
import { edgeWriters, type CursorOf } from './edge';
import { cutter, type Page } from './page';
import { written, type Answer, type Writer } from './parts';
import type { EdgeRow } from './tables';

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
        const fields = edgeWriters(this.assembling, field.fields, this.expand!, cursorOf);
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
