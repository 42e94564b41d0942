import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';

/** What the input types of a schema are for, told by their fields and not by their names. */

/** The measures that are of a property; beside them there is `count`. */
const measures = ['countDistinct', 'sum', 'avg', 'min', 'max'];

export const fieldsOf = (type: GraphQLInputObjectType): GraphQLInputField[] =>
  Object.values(type.getFields());

const inner = ({ type }: GraphQLInputField): GraphQLInputObjectType | undefined => {
  const named = getNamedType(type);
  return isInputObjectType(named) ? named : undefined;
};

/** `{eq: …, in: …}`: what a value is compared with. */
export const isOperators = (type: GraphQLInputObjectType): boolean =>
  fieldsOf(type).some(({ name }) => ['eq', 'includes'].includes(name)) &&
  type.getFields()['AND'] === undefined;

/** Whether a field of a condition leads on to conditions on something else. */
export const isDeeper = (field: GraphQLInputField): boolean => {
  const type = inner(field);
  return type !== undefined && !isOperators(type);
};

/** `{name: ASC}`, and whatever has a direction somewhere below, other than in its `where`. */
export function isOrder(
  type: GraphQLInputObjectType,
  above: readonly GraphQLInputObjectType[] = [],
): boolean {
  if (above.includes(type)) return false;
  return fieldsOf(type).some((field) => {
    if (field.name === 'where') return false;
    const named = getNamedType(field.type);
    if (isEnumType(named)) return named.name === 'SortDirection';
    return isInputObjectType(named) && isOrder(named, [...above, type]);
  });
}

/** Whether a field of an input is a count or an aggregate: `{count: …, sum: {…}}`. */
export const isMeasure = (type: GraphQLInputObjectType, { name }: { name: string }): boolean =>
  type.getFields()['count'] !== undefined && (name === 'count' || measures.includes(name));

/** Whether a measure is of a property, and not the count. */
export const isOfProperty = ({ name }: { name: string }): boolean => measures.includes(name);
