import { aggregateName, type PropertyDeclaration } from '../../model';
import { families, type Family, type Measurable } from './families';
import { propertyFilter } from './filters';
import type { FieldSpec } from './type-graphql';
import { named, scalarOf, type Types } from './types';

/** The types in which the figures of what is measured are given, and those by which they are ordered. */
export function declareFigures(types: Types, measurable: Measurable): void {
  const { declare, classes } = types;
  for (const family of families) {
    const { figureOf, description } = family;
    const output = {
      name: aggregateName(measurable.name, family.output),
      description,
      fields: fieldsOf(measurable, family, (property) => {
        const { type, required } = figureOf(property);
        return { type: scalarOf(types, type), nullable: !required };
      }),
      implements: [],
    };
    const order = {
      name: aggregateName(measurable.name, family.order),
      description: `A figure to order by: exactly one, and its direction. ${description}`,
      fields: fieldsOf(measurable, family, () => ({
        type: named(types, 'SortDirection'),
        nullable: true,
      })),
    };
    if (output.fields.length === 0) continue;
    classes.set(output.name, declare.objectType(output));
    classes.set(order.name, declare.inputType(order));
  }
}

/** The types by which those figures are filtered. */
export function declareFigureFilters(
  types: Types,
  measurable: Measurable,
  known: readonly Family[] = families,
): void {
  for (const family of known) {
    const name = aggregateName(measurable.name, family.filter);
    const fields = fieldsOf(measurable, family, (property) => ({
      type: propertyFilter(types, family.figureOf(property)),
      nullable: true,
    }));
    const description = `Conditions on figures; all that are given must hold. ${family.description}`;
    if (fields.length === 0) continue;
    types.classes.set(name, types.declare.inputType({ name, description, fields }));
  }
}

const fieldsOf = (
  { properties }: Measurable,
  { measures, hasUnit, figure }: Family,
  typeOf: (property: PropertyDeclaration) => Pick<FieldSpec, 'type' | 'nullable'>,
): FieldSpec[] =>
  properties.filter(measures).map((property) => ({
    name: property.name,
    description: `${figure}: ${property.description}${hasUnit ? unitOf(property) : ''}`,
    ...typeOf(property),
  }));

/** A figure says in which unit it is, or under which condition it has one. */
function unitOf({ quantity }: PropertyDeclaration): string {
  if (quantity?.unit !== undefined) return ` In \`${quantity.unit}\`.`;
  if (quantity?.unitIn === undefined) return '';
  return ` Only where \`${quantity.unitIn}\` is settled: among the keys of \`groupBy\`, or demanded by \`where\` with \`eq\`.`;
}
