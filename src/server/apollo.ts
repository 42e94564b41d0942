import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import type { GraphStore } from '../store';
import type { Answers } from './answer';
import { complaintOf, formatApolloError, locatorIn } from './complaints';

/** More than this is no query that a person or a front-end writes; the parser stops there. */
const maxTokens = 10_000;

/** Apollo Server over the answers of a store. It is started by whoever serves it. */
export function createApollo(answers: Answers, store: GraphStore, logger: Logger): ApolloServer {
  return new ApolloServer({
    schema: answers.schema,
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens },
    formatError: formatApolloError,
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
    plugins: [ApolloServerPluginLandingPageDisabled(), answersPlugin(answers, store, logger)],
  });
}

/** Hands queries to the answers of the store instead of graphql-js's walk through resolvers. */
const answersPlugin = (answers: Answers, store: GraphStore, logger: Logger): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      async responseForOperation({ document, operation, request }) {
        if (operation.operation !== OperationTypeNode.QUERY) return null;
        try {
          const result = await answers.answer(store, document, operation, request.variables ?? {});
          return result === undefined ? null : single(result);
        } catch (error) {
          const { status, errors, isOurs } = complaintOf(error, locatorIn(document, operation));
          if (isOurs) logger.error({ err: error, operation: operation.name?.value }, 'query failed');
          return single({ errors }, status);
        }
      },
    }),
});

const single = (singleResult: object, status?: number) => ({
  http: { headers: new HeaderMap(), ...(status !== undefined && { status }) },
  body: { kind: 'single' as const, singleResult },
});
