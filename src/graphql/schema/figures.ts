import { aggregateName, type AggregatePart, type NodeType, type PropertyDeclaration } from '../../model';
import type { MeasuringFunction, ValueType } from '../../plan';
import { propertyFilter } from './filters';
import type { FieldSpec } from './type-graphql';
import { named, scalarOf, type Types } from './types';

/** Functions that can be asked of the same properties, and so share their types in the schema. */
interface Family {
  readonly functions: Partial<Readonly<Record<MeasuringFunction, string>>>;
  readonly output: AggregatePart;
  readonly filter: AggregatePart;
  readonly order: AggregatePart;
  readonly measures: (property: PropertyDeclaration) => boolean;
  /** What a figure of a property is. */
  readonly figureOf: (property: PropertyDeclaration) => ValueType;
  readonly description: string;
}

export const families: readonly Family[] = [
  {
    functions: { countDistinct: 'How many different known values there are.' },
    output: 'distinctCounts',
    filter: 'distinctFilter',
    order: 'distinctOrder',
    measures: ({ list }) => !list,
    figureOf: () => ({ type: 'int', list: false, required: true }),
    description: 'Numbers of different known values.',
  },
  {
    functions: {
      sum: 'The sums of the known values, to nine decimal places.',
      avg: 'The means of the known values.',
    },
    output: 'numbers',
    filter: 'numbersFilter',
    order: 'numbersOrder',
    measures: ({ type, list }) => !list && (type === 'int' || type === 'decimal'),
    figureOf: () => ({ type: 'decimal', list: false, required: false }),
    description: 'Sums or means of the known values; missing where none is known.',
  },
  {
    functions: { min: 'The smallest of the known values.', max: 'The largest of the known values.' },
    output: 'extremes',
    filter: 'extremesFilter',
    order: 'extremesOrder',
    measures: ({ type, list }) => !list && typeof type === 'string' && type !== 'flag',
    figureOf: ({ type }) => ({ type, list: false, required: false }),
    description: 'The smallest or the largest of the known values; missing where none is known.',
  },
];

export const familyOf = (name: MeasuringFunction): Family =>
  families.find(({ functions }) => Object.hasOwn(functions, name))!;

/** The types that figures of a type are asked for, filtered and ordered with. */
export function declareFigures(types: Types, type: NodeType): void {
  const { declare, classes } = types;
  for (const family of families) {
    const measured = type.properties.filter(family.measures);
    if (measured.length === 0) continue;
    const spec = (
      part: AggregatePart,
      what: string,
      field: (property: PropertyDeclaration) => TypeOfField,
    ) => ({
      name: aggregateName(type.name, part),
      description: `${what} ${family.description}`,
      fields: measured.map((property) => ({
        name: property.name,
        description: describe(property, part),
        ...field(property),
      })),
    });
    const output = spec(family.output, `Figures of ${type.name} nodes.`, (property) => {
      const { type: scalar, required } = family.figureOf(property);
      return { type: scalarOf(types, scalar), nullable: !required };
    });
    const filter = spec(
      family.filter,
      'Conditions on figures; all that are given must hold.',
      (property) => ({
        type: propertyFilter(types, family.figureOf(property)),
        nullable: true,
      }),
    );
    const order = spec(family.order, 'A figure to order by: exactly one, and its direction.', () => ({
      type: named(types, 'SortDirection'),
      nullable: true,
    }));
    classes.set(output.name, declare.objectType({ ...output, implements: [] }));
    for (const input of [filter, order]) classes.set(input.name, declare.inputType(input));
  }
}

type TypeOfField = Pick<FieldSpec, 'type' | 'nullable'>;

/** A figure says what it is of and in which unit; a number of different values has none. */
function describe({ description, quantity }: PropertyDeclaration, part: AggregatePart): string {
  if (part.startsWith('distinct')) return `Of: ${description}`;
  if (quantity?.unit !== undefined) return `Of: ${description} In \`${quantity.unit}\`.`;
  if (quantity?.unitIn === undefined) return `Of: ${description}`;
  const { unitIn } = quantity;
  return `Of: ${description} Only where \`${unitIn}\` is settled: grouped by, or demanded with \`eq\`.`;
}

/** A field for each function that a type has properties for, of the types that `part` names. */
export const functionFields = (
  types: Types,
  type: NodeType,
  part: 'output' | 'filter' | 'order',
): FieldSpec[] =>
  families
    .filter(({ measures }) => type.properties.some(measures))
    .flatMap((family) =>
      Object.entries(family.functions).map(([name, description]) => ({
        name,
        description,
        type: named(types, aggregateName(type.name, family[part])),
        nullable: part !== 'output',
      })),
    );
