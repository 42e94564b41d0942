/**
 * How the schema calls the types that aggregates of a type are made of: by its name and one of these endings. They are
 * part of the model, since no kind or choice may have such a name.
 */
const endings = {
  aggregate: 'Aggregate',
  group: 'Group',
  groupKey: 'GroupKey',
  distinctCounts: 'DistinctCounts',
  numbers: 'Numbers',
  extremes: 'Extremes',
  groupBy: 'GroupBy',
  having: 'Having',
  distinctFilter: 'DistinctFilter',
  numbersFilter: 'NumbersFilter',
  extremesFilter: 'ExtremesFilter',
  groupOrder: 'GroupOrder',
  groupKeyOrder: 'GroupKeyOrder',
  distinctOrder: 'DistinctOrder',
  numbersOrder: 'NumbersOrder',
  extremesOrder: 'ExtremesOrder',
} as const;

export type AggregatePart = keyof typeof endings;

/** `PlantGroupBy` */
export const aggregateName = (type: string, part: AggregatePart): string => `${type}${endings[part]}`;

/** The names of all types that a type needs for its aggregates. */
export const aggregateTypes = (type: string): string[] =>
  Object.values(endings).map((ending) => `${type}${ending}`);

/** `plantsAggregate`: the field beside that of a kind or of a relation to many. */
export const aggregateField = (name: string): string => `${name}Aggregate`;
