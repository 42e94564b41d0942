import { partNamed, partsOf, type PropertyDeclaration } from '../../model';
import type { CompositeShape, PropertyShape } from '../../plan';
import { fieldsBelow, type SelectedField, type Selecting } from './selecting';

/**
 * The shape of a field that holds several properties of a node or an edge; undefined where the field is none.
 *
 * @param read is told which properties are to be read
 */
export function planComposite(
  context: Selecting,
  properties: readonly PropertyDeclaration[],
  field: SelectedField,
  read: (property: string) => void,
): CompositeShape | undefined {
  const [first] = partsOf(properties, field.name);
  if (first === undefined) return undefined;
  const { type } = first.part!.of;
  const fields = fieldsBelow(context, field).map(({ key, name }): CompositeShape['fields'][number] => {
    if (name === '__typename') return { kind: 'typename', key, name: type };
    const property = partNamed(properties, field.name, name)!;
    read(property.name);
    return { kind: 'property', key, property } satisfies PropertyShape;
  });
  return { kind: 'composite', key: field.key, fields };
}
