import { aggregateName, type AggregatePart, type PropertyDeclaration } from '../../model';
import type { MeasuringFunction, ValueType } from '../../plan';
import type { FieldSpec } from './type-graphql';
import { named, type Types } from './types';

/** What is measured: nodes of a type, or the edges of a relation. The name is what the names of its types begin with. */
export interface Measurable {
  readonly name: string;
  readonly properties: readonly PropertyDeclaration[];
}

/** Functions that can be asked of the same properties, and so share their types in the schema. */
export interface Family {
  readonly functions: Partial<Readonly<Record<MeasuringFunction, string>>>;
  readonly output: AggregatePart;
  readonly filter: AggregatePart;
  readonly order: AggregatePart;
  readonly measures: (property: PropertyDeclaration) => boolean;
  /** What a figure of a property is. */
  readonly figureOf: (property: PropertyDeclaration) => ValueType;
  /** Whether a figure is in the unit of its property. */
  readonly hasUnit: boolean;
  readonly description: string;
  /** What a figure of one property is, to go before what the property is. */
  readonly figure: string;
}

/** Neither lists nor what is made from the evidence of a node, nor what stands in an object of its own. */
export const hasFigures = ({ list, derived, part }: PropertyDeclaration): boolean =>
  !list && derived === undefined && part === undefined;

export const families: readonly Family[] = [
  {
    functions: { countDistinct: 'How many different known values there are.' },
    output: 'distinctCounts',
    filter: 'distinctFilter',
    order: 'distinctOrder',
    measures: hasFigures,
    figureOf: () => ({ type: 'int', list: false, required: true }),
    hasUnit: false,
    description: 'How many different known values there are.',
    figure: 'Different values',
  },
  {
    functions: {
      sum: 'The sums of the known values, to nine decimal places.',
      avg: 'The means of the known values.',
    },
    output: 'numbers',
    filter: 'numbersFilter',
    order: 'numbersOrder',
    measures: (property) => hasFigures(property) && (property.type === 'int' || property.type === 'decimal'),
    figureOf: () => ({ type: 'decimal', list: false, required: false }),
    hasUnit: true,
    description: 'Sums or means of the known values; missing where none is known.',
    figure: 'Sum or mean',
  },
  {
    functions: { min: 'The smallest of the known values.', max: 'The largest of the known values.' },
    output: 'extremes',
    filter: 'extremesFilter',
    order: 'extremesOrder',
    measures: (property) =>
      hasFigures(property) && typeof property.type === 'string' && property.type !== 'flag',
    figureOf: ({ type }) => ({ type, list: false, required: false }),
    hasUnit: true,
    description: 'The smallest or the largest of the known values; missing where none is known.',
    figure: 'Smallest or largest',
  },
];

/** Those that the filter of a relation knows. */
export const conditionFamilies = families.filter(
  ({ functions }) => !Object.hasOwn(functions, 'countDistinct'),
);

export const familyOf = (name: MeasuringFunction): Family =>
  families.find(({ functions }) => Object.hasOwn(functions, name))!;

/** A field for each function that a type has properties for, of the types that `part` names. */
export const functionFields = (
  types: Types,
  { name: of, properties }: Measurable,
  part: 'output' | 'filter' | 'order',
  known: readonly Family[] = families,
): FieldSpec[] =>
  known
    .filter(({ measures }) => properties.some(measures))
    .flatMap((family) =>
      Object.entries(family.functions).map(([name, description]) => ({
        name,
        description,
        type: named(types, aggregateName(of, family[part])),
        nullable: part !== 'output',
      })),
    );
