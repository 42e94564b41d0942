import type { EdgeField } from '../plan';
import { citedBy } from './cited';
import type { Assembling } from './assembling';
import { partOf, type Writer } from './parts';
import type { EdgeRow } from './tables';

export type CursorOf = (edge: EdgeRow | undefined) => string | null;

/** What writes the fields of the edges of an expansion. */
export const edgeWriters = (
  assembling: Assembling,
  fields: readonly EdgeField[],
  expand: number,
  cursorOf: CursorOf,
): readonly Writer<EdgeRow>[] =>
  fields.map((field) => {
    const valueOf = valueOfEdge(assembling, field, expand, cursorOf);
    const { key } = field;
    return (object, edge) => {
      object[key] = valueOf(edge);
    };
  });

function valueOfEdge(
  assembling: Assembling,
  field: EdgeField,
  expand: number,
  cursorOf: CursorOf,
): (edge: EdgeRow) => unknown {
  const indexOf = (property: string): number => assembling.layout.edgeIndex(expand, property);
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
      return citedBy(assembling, field, indexOf(field.property));
  }
}
