import type { FoundField, FoundObject } from './shape';

/** The ids that the fields of a search show, by the parameters of the plan that take them. */
export function foundIds(fields: readonly FoundField[], found: FoundObject): Record<string, string[]> {
  const ids = new Map<string, Set<string>>();
  gather(fields, [found], ids);
  return Object.fromEntries([...ids].map(([parameter, list]) => [parameter, [...list].toSorted()]));
}

function gather(
  fields: readonly FoundField[],
  objects: readonly FoundObject[],
  ids: Map<string, Set<string>>,
): void {
  for (const field of fields) {
    if (field.kind === 'object') gather(field.fields, valuesAt(objects, field.name) as FoundObject[], ids);
    if (field.kind !== 'node') continue;
    const known = ids.get(field.parameter) ?? new Set();
    for (const id of valuesAt(objects, field.name)) known.add(id as string);
    ids.set(field.parameter, known);
  }
}

/** The values of a field, lists taken apart and nulls left out. */
const valuesAt = (objects: readonly FoundObject[], name: string): unknown[] =>
  objects.flatMap((object) => object[name]).filter((value) => value !== null && value !== undefined);
