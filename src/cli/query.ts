import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { AnodeError, AnodeErrors } from '../errors';
import { checkDocumentNesting } from '../server';

/** The most that MAX_NESTING may allow a server. */
export const maxNesting = 200;

/** The one operation of a query that was given at the command line. Throws AnodeErrors where it is no such query. */
export function readQuery(
  schema: GraphQLSchema,
  query: string,
): { document: DocumentNode; operation: OperationDefinitionNode } {
  const document = parseQuery(query);
  complainOf(validate(schema, document));
  return { document, operation: operationIn(document) };
}

function operationIn(document: DocumentNode): OperationDefinitionNode {
  const operation = getOperationAST(document);
  if (!operation) throw new AnodeError('BAD_USER_INPUT', 'Give exactly one operation.');
  if (operation.operation === OperationTypeNode.QUERY) return operation;
  const message = `There is no ${operation.operation} here; only queries are served.`;
  throw new AnodeError('BAD_USER_INPUT', message);
}

function parseQuery(query: string): DocumentNode {
  checkDocumentNesting(query, maxNesting);
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) complainOf([error]);
    throw error;
  }
}

/** Throws AnodeErrors for what GraphQL complains of, if it does. */
export function complainOf(errors: readonly GraphQLError[]): void {
  if (errors.length === 0) return;
  throw new AnodeErrors(
    errors.map(({ message, locations }) => {
      const [at] = locations ?? [];
      const place = at === undefined ? '' : ` (line ${String(at.line)}, column ${String(at.column)})`;
      return new AnodeError('BAD_USER_INPUT', `${message}${place}`);
    }),
  );
}
