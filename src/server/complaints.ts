import {
  GraphQLError,
  type DocumentNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import { AnodeError, AnodeErrors, errorCodes, type ErrorCode } from '../errors';
import { argumentAround, locateArgument } from '../graphql';

/** What a client is told of an error, and the HTTP status of an answer that has nothing else. */
export interface Complaint {
  readonly status: number;
  readonly errors: readonly GraphQLFormattedError[];
  /** Whether it is a defect or an outage, for the log; a mistake of the request is neither. */
  readonly isOurs: boolean;
}

/**
 * Errors that Anode raises on purpose are told as they are, with code, place, given and allowed. Anything else is a
 * defect: the client is told no more than that.
 */
export function complaintOf(
  error: unknown,
  locate: (argument: string) => Location = () => undefined,
): Complaint {
  const errors = error instanceof AnodeErrors ? error.errors : [error];
  const formatted = errors.map((each) => format(each, locate));
  const code = formatted[0]!.extensions!['code'] as ErrorCode;
  const { status } = errorCodes[code];
  return { status, errors: formatted, isOurs: status >= 500 };
}

type Location = ReturnType<typeof locateArgument>;

export const locatorIn = (document: DocumentNode, operation: OperationDefinitionNode) => (argument: string) =>
  locateArgument(document, operation, argument);

function format(error: unknown, locate: (argument: string) => Location): GraphQLFormattedError {
  if (error instanceof GraphQLError && !error.originalError) return formatMistake(error);
  if (!(error instanceof AnodeError)) {
    return {
      message: 'The server failed to answer. The defect is in its log.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies ErrorCode },
    };
  }
  const { code, message, details } = error;
  const location = details.argument === undefined ? undefined : locate(details.argument);
  return {
    message,
    ...(location && { locations: [location] }),
    extensions: { code, ...details, ...('given' in details && { given: abridge(details.given) }) },
  };
}

/** What graphql-js finds wrong where arguments meet their values, for example null for `first: Int!`. */
function formatMistake(error: GraphQLError): GraphQLFormattedError {
  const { message, locations } = error.toJSON();
  const code: ErrorCode = 'BAD_USER_INPUT';
  return { message, ...(locations && { locations }), extensions: { code } };
}

/** What was given is told back so that it is recognised, not in full length. */
const abridge = (given: unknown): unknown =>
  typeof given === 'string' && given.length > 200 ? `${given.slice(0, 200)}…` : given;

/**
 * Apollo's last word on errors that come from graphql-js or Apollo itself: those of a request have a code and stay;
 * ours keep the place that was found for them; whatever else wraps another error is a defect.
 */
export function formatApolloError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original === undefined || original === null || original instanceof GraphQLError)
    return withArgument(formatted, error);
  const [own] = complaintOf(original).errors;
  const { locations } = formatted;
  return { ...own!, ...(original instanceof AnodeError && locations && { locations }) };
}

/** An error about a value of the request names its argument, as those do that Anode raises. */
function withArgument(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const [node] = (error instanceof GraphQLError && error.nodes) || [];
  const argument = node && argumentAround(node);
  return argument === undefined
    ? formatted
    : { ...formatted, extensions: { ...formatted.extensions, argument } };
}
