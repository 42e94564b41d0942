import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { AnodeError } from '../../errors';
import { isExclusive, type GraphModel, type Relation } from '../../model';
import type { EdgeStep, ObjectShape } from '../../plan';
import { collectFields, type Fragments } from './collect-fields';
import type { LevelDraft, PlanDraft } from './draft';
import type { Values } from './variable-shape';

/** What the planning of every selection of one operation needs. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly model: GraphModel;
  readonly fragments: Fragments;
  readonly variables: Values;
  readonly draft: PlanDraft;
}

/** A field of the operation: its nodes are those that share its response name and are merged. */
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Where it stands in the operation, by response names: `corporations.nodes.plants`. */
  readonly path: string;
}

/** Plans a selection of nodes. Handed to connections, which stand between an object and the next. */
export type PlanObject = (context: Selecting, level: LevelDraft, field: SelectedField) => ObjectShape;

/** The fields selected below a field. */
export function fieldsBelow(
  context: Pick<Selecting, 'fragments' | 'variables'>,
  { nodes, path }: Pick<SelectedField, 'nodes' | 'path'>,
  fits?: (type: string) => boolean,
): SelectedField[] {
  return fieldsOf(
    context,
    nodes.map((node) => node.selectionSet),
    path,
    fits,
  );
}

/** The fields of selection sets that stand at `path`. */
export function fieldsOf(
  context: Pick<Selecting, 'fragments' | 'variables'>,
  sets: readonly (SelectionSetNode | undefined)[],
  path: string,
  fits?: (type: string) => boolean,
): SelectedField[] {
  return [...collectFields(context, sets, fits)].map(([key, nodes]) => ({
    key,
    name: nodes[0]!.name.value,
    nodes,
    path: path === '' ? key : `${path}.${key}`,
  }));
}

/**
 * The coerced arguments of a field of the type `typeName`. One that is null and may not be is complained of, and its
 * default counts; where it has none, it is thrown as AnodeError.
 */
export function argumentsOf(context: Selecting, typeName: string, field: SelectedField): Values {
  const type = context.schema.getType(typeName) as GraphQLObjectType;
  const definition = type.getFields()[field.name]!;
  const [node] = field.nodes as [FieldNode];
  try {
    return getArgumentValues(definition, node, context.variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const wrong = node.arguments?.find(({ value }) => error.nodes?.includes(value));
    const complaint = nullArgument(field.path, wrong?.name.value);
    const given = definition.args.find(({ name }) => name === wrong?.name.value);
    if (given?.defaultValue === undefined) throw complaint;
    context.draft.complaints.push(complaint);
    const rest = node.arguments!.filter((argument) => argument !== wrong);
    return argumentsOf(context, typeName, { ...field, nodes: [{ ...node, arguments: rest }] });
  }
}

/** The one mistake that validation cannot see: a variable that is null for an argument with a default but no null. */
function nullArgument(path: string, name: string | undefined): AnodeError {
  const argument = name === undefined ? path : `${path}.${name}`;
  const message = `${argument} is null; leave it out, or give it a value.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument, given: null, allowed: 'a value' });
}

/** The type that a field of the type `typeName` is of, lists and non-nulls taken off. */
export function typeNameOf({ schema }: Selecting, typeName: string, fieldName: string): string {
  const type = schema.getType(typeName) as GraphQLObjectType;
  return getNamedType(type.getFields()[fieldName]!.type).name;
}

export const stepOf = (model: GraphModel, relation: Relation): EdgeStep => ({
  type: relation.edge.type,
  direction: relation.direction,
  exclusive: isExclusive(model, relation),
});
