import {
  getNamedType,
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
export function isOrder(type: GraphQLInputObjectType): boolean {
  const known = orders.get(type) ?? hasDirection(type);
  orders.set(type, known);
  return known;
}

const orders = new WeakMap<GraphQLInputObjectType, boolean>();

function hasDirection(type: GraphQLInputObjectType): boolean {
  const reached = new Set([type]);
  for (const at of reached) {
    for (const field of fieldsOf(at)) {
      const next = field.name === 'where' ? undefined : inner(field);
      if (next !== undefined) reached.add(next);
      else if (getNamedType(field.type).name === 'SortDirection') return true;
    }
  }
  return false;
}

/** Whether a field of an input is a count or an aggregate: `{count: …, sum: {…}}`. */
export const isMeasure = (type: GraphQLInputObjectType, { name }: { name: string }): boolean =>
  type.getFields()['count'] !== undefined && (name === 'count' || measures.includes(name));

/** Whether a measure is of a property, and not the count. */
export const isOfProperty = ({ name }: { name: string }): boolean => measures.includes(name);
