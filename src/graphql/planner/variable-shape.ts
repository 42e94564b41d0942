import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  visit,
  type ArgumentNode,
  type DirectiveNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type FragmentDefinitionNode,
  type ValueNode,
} from 'graphql';
import type { ValueSource } from '../../plan';

export type Values = Readonly<Record<string, unknown>>;

/** Stands for a value that is only known when a request comes: where in the variables it will be found. */
class Slot {
  constructor(readonly path: readonly (string | number)[]) {}
}

/** Variables with a slot for every value that does not decide what the plan looks like, and the key of what is left. */
export interface VariableShape {
  readonly variables: Values;
  readonly key: string;
}

/**
 * Replaces the values inside coerced variables by slots. What stays is structure: the fields of input objects, the
 * lengths of lists of them, nulls, directions of an order, and what `structural` names.
 *
 * @param structural the variables that are structure whatever is in them
 */
export function shapeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  structural: ReadonlySet<string>,
  coerced: Values,
): VariableShape {
  const variables: Record<string, unknown> = {};
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (!Object.hasOwn(coerced, name)) continue;
    const value = coerced[name];
    variables[name] = structural.has(name)
      ? value
      : slotted(typeFromAST(schema, type) as GraphQLInputType, value, [name]);
  }
  return {
    variables,
    key: JSON.stringify(variables, (_, value: unknown) => (value instanceof Slot ? 0 : value)),
  };
}

function slotted(type: GraphQLInputType, value: unknown, path: readonly (string | number)[]): unknown {
  if (value === null || value === undefined) return null;
  if (isNonNullType(type)) return slotted(type.ofType, value, path);
  if (isEnumType(type) && type.name === 'SortDirection') return value;
  if (isListType(type) && hasStructure(type.ofType)) {
    return (value as unknown[]).map((item, at) => slotted(type.ofType, item, [...path, at]));
  }
  if (!isInputObjectType(type)) return new Slot(path);
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value as Values).map(([name, field]) => [
      name,
      slotted(fields[name]!.type, field, [...path, name]),
    ]),
  );
}

function hasStructure(type: GraphQLInputType): boolean {
  if (isNonNullType(type) || isListType(type)) return hasStructure(type.ofType);
  return isInputObjectType(type);
}

/**
 * The names of the variables whose truth values decide what a plan looks like: those that @skip and @include of an
 * operation read, the policy of @resolve, and those inside of a `groupBy`.
 */
export function structuralVariables(
  nodes: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): Set<string> {
  const names = new Set<string>();
  const addFrom = (value: ValueNode): void =>
    void visit(value, {
      Variable: ({ name }) => {
        names.add(name.value);
      },
    });
  for (const node of nodes) {
    visit(node, {
      Directive: (directive) =>
        directive.arguments?.filter(isStructural(directive)).forEach(({ value }) => addFrom(value)),
      Argument: ({ name, value }) => {
        if (name.value === 'groupBy') addFrom(value);
      },
    });
  }
  return names;
}

/** Which evidence an operation is asked of is a value, other than the policy that chooses among it. */
const isStructural =
  (directive: DirectiveNode) =>
  (argument: ArgumentNode): boolean =>
    directive.name.value === 'resolve' ? argument.name.value === 'policy' : directive.name.value !== 'asOf';

/** Where the value of an argument comes from: a slot, a constant of the document, or a list or an object of both. */
export function sourceOf(value: unknown): ValueSource {
  if (value instanceof Slot) return { kind: 'variable', path: value.path };
  if (Array.isArray(value) && value.some(isMade)) return { kind: 'list', items: value.map(sourceOf) };
  if (isMade(value) && !Array.isArray(value)) {
    const fields = Object.entries(value).map(([name, own]) => [name, sourceOf(own)] as const);
    return { kind: 'object', fields: Object.fromEntries(fields) };
  }
  return { kind: 'constant', value };
}

/** Whether there may be a slot in it. */
const isMade = (value: unknown): value is object => typeof value === 'object' && value !== null;
