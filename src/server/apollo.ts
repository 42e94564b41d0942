import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import type { GraphStore } from '../store';
import type { Answers } from './answer';
import { complaintOf, formatApolloError, locatorIn } from './complaints';
import { abridgeCost, type CostReport } from './cost';
import { withinLimitsWrittenOut } from './written-out';

/** More than this is no query that a person or a front-end writes; the parser stops there. */
const maxTokens = 10_000;

/** As many fields as tokens: whoever writes the fragments of a query out asks for no more than anyone else. */
const maxSelections = maxTokens;

interface ApolloOptions {
  readonly answers: Answers;
  readonly store: GraphStore;
  readonly logger: Logger;
  readonly maxNesting: number;
}

/** What Apollo is told of the request that an operation came with. */
export interface RequestContext {
  /** Given when the client has gone. */
  readonly signal: AbortSignal;
}

/** Apollo Server over the answers of a store. It is started by whoever serves it. */
export function createApollo({
  answers,
  store,
  logger,
  maxNesting,
}: ApolloOptions): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema: answers.schema,
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens },
    validationRules: [withinLimitsWrittenOut({ maxNesting, maxSelections })],
    formatError: formatApolloError,
    stringifyResult: (result) => answers.text.write(result as ExecutionResult),
    logger: {
      debug: (message) => {
        logger.debug(message);
      },
      info: (message) => {
        logger.info(message);
      },
      warn: (message) => {
        logger.warn(message);
      },
      error: (message) => {
        logger.error(message);
      },
    },
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap each resolver at the first introspection, and from then on no alias would be found.
      ApolloServerPluginCacheControlDisabled(),
      // Whatever the environment says, nothing is reported to anyone.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      answersPlugin(answers, store, logger),
    ],
  });
}

/** Hands queries to the answers of the store instead of graphql-js's walk through resolvers. */
const answersPlugin = (
  answers: Answers,
  store: GraphStore,
  logger: Logger,
): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      async responseForOperation({ document, operation, request, schema, contextValue: { signal } }) {
        // Apollo asks also where no operation has the name that the request gives, and complains afterwards.
        if ((operation as OperationDefinitionNode | undefined) === undefined) return null;
        if (!schema.getRootType(operation.operation)) return refuseOperation(operation);
        if (operation.operation !== OperationTypeNode.QUERY) return null;
        try {
          const result = await answers.answer(store, document, operation, request.variables ?? {}, signal);
          return result === undefined ? null : single(result);
        } catch (error) {
          const { status, errors, isOurs } = complaintOf(error, locatorIn(document, operation));
          if (isOurs) logger.error({ err: error, operation: operation.name?.value }, 'query failed');
          return single({ errors }, status);
        }
      },
      async willSendResponse({ document, operation, request, response: { body } }) {
        if (
          body.kind !== 'single' ||
          document === undefined ||
          operation?.operation !== OperationTypeNode.QUERY
        )
          return;
        const cost = costAskedFor(answers, document, operation, request);
        if (cost) body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    }),
});

/** What a query costs, where the request asks with `extensions: {cost: true}` and its arguments are right. */
function costAskedFor(
  answers: Answers,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { extensions, variables = {} }: GraphQLRequest,
): CostReport | undefined {
  if (extensions?.['cost'] !== true) return undefined;
  try {
    const cost = answers.cost(document, operation, variables);
    return cost && abridgeCost(cost);
  } catch {
    // The answer tells what is wrong.
    return undefined;
  }
}

function refuseOperation(operation: OperationDefinitionNode) {
  const message = `There is no ${operation.operation} here; only queries are served.`;
  const { errors, status } = complaintOf(new GraphQLError(message, { nodes: operation }));
  return single({ errors }, status);
}

const single = (singleResult: object, status?: number) => ({
  http: { headers: new HeaderMap(), ...(status !== undefined && { status }) },
  body: { kind: 'single' as const, singleResult },
});
