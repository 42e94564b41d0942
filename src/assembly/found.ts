import type { FoundField, FoundObject, ObjectShape } from '../plan';

/** Makes a function that lays out what a search found by the response names of what is selected of it. */
export function foundWriter(
  fields: readonly FoundField[],
  tableOf: (shape: ObjectShape) => ReadonlyMap<string, unknown>,
): (found: FoundObject) => object {
  const writers = fields.map((field) => [field.key, valueOf(field, tableOf)] as const);
  return (found) => Object.fromEntries(writers.map(([key, write]) => [key, write(found)]));
}

function valueOf(
  field: FoundField,
  tableOf: (shape: ObjectShape) => ReadonlyMap<string, unknown>,
): (found: FoundObject) => unknown {
  switch (field.kind) {
    case 'typename':
      return () => field.name;
    case 'value':
      return (found) => found[field.name] ?? null;
    case 'object': {
      const write = foundWriter(field.fields, tableOf);
      return (found) => each(found[field.name], (value) => write(value as FoundObject));
    }
    case 'node': {
      const table = tableOf(field.object);
      return (found) => each(found[field.name], (id) => table.get(id as string));
    }
  }
}

/** Of one value or of each of a list; what has gone since it was found is left out. */
function each(value: unknown, write: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(write).filter((written) => written !== undefined);
  return value === null || value === undefined ? null : (write(value) ?? null);
}
