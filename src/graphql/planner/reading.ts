import {
  getDirectiveValues,
  GraphQLError,
  type GraphQLDirective,
  type OperationDefinitionNode,
} from 'graphql';
import { AnodeError } from '../../errors';
import type { GraphModel, Policy } from '../../model';
import type { Reading } from '../../plan';
import { asOfDirective, resolveDirective } from '../schema/directives';
import type { PlanDraft } from './draft';
import type { Values } from './variable-shape';

interface ReadingContext {
  readonly model: GraphModel;
  readonly draft: PlanDraft;
  readonly variables: Values;
}

/** The reading that the directives of an operation ask for; undefined without any. Complains of what cannot be meant. */
export function planReading(
  context: ReadingContext,
  operation: OperationDefinitionNode,
): Reading | undefined {
  const { draft } = context;
  const asOf = draft.attempt(() => argumentsOf(asOfDirective, context, operation));
  const resolve = draft.attempt(() => argumentsOf(resolveDirective, context, operation));
  if (asOf === undefined && resolve === undefined) return undefined;
  const valid = asOf?.['valid'];
  const known = asOf?.['known'];
  const exclude = resolve?.['exclude'];
  return {
    policy: (resolve?.['policy'] as Policy | undefined) ?? 'DEFAULT',
    valid: valid === undefined ? undefined : draft.day(valid),
    known: known === undefined ? undefined : draft.value(known),
    exclude: exclude === undefined ? undefined : draft.ids(exclude, '@resolve.exclude', sourcesOf(context)),
  };
}

/** What the ids of sources begin with. */
const sourcesOf = ({ model }: ReadingContext): string =>
  `${model.kinds.find(({ name }) => name === 'Source')?.slug ?? ''}/`;

/** The arguments of a directive; undefined where it is not there. */
function argumentsOf(
  directive: GraphQLDirective,
  { variables }: ReadingContext,
  operation: OperationDefinitionNode,
): Values | undefined {
  const place = `@${directive.name}`;
  const values = valuesOf(directive, operation, variables);
  if (values === undefined) return undefined;
  const missing = Object.entries(values).find(([, value]) => value === null)?.[0];
  if (missing !== undefined) throw withoutValue(`${place}.${missing}`);
  if (directive === asOfDirective && isBare(operation)) throw withoutValue(place);
  return values;
}

function valuesOf(
  directive: GraphQLDirective,
  operation: OperationDefinitionNode,
  variables: Values,
): Values | undefined {
  try {
    return getDirectiveValues(directive, operation, variables);
  } catch (error) {
    // Validation has seen to everything but a variable that is null where a default would have been.
    if (error instanceof GraphQLError) throw withoutValue(`@${directive.name}.policy`);
    throw error;
  }
}

const isBare = ({ directives }: OperationDefinitionNode): boolean =>
  directives!.some(({ name, arguments: given }) => name.value === asOfDirective.name && given?.length === 0);

function withoutValue(argument: string): AnodeError {
  const allowed = argument === '@asOf' ? 'valid or known, or both' : 'a value';
  const message = `${argument} is without a value; leave it out, or give it ${allowed}.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument, given: null, allowed });
}
