import {
  getOperationAST,
  getVariableValues,
  parse,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Answers } from '../../src/server';
import { readsAnything } from '../../src/server/answer';
import type { GraphStore } from '../../src/store';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The answer to a query as graphql-js makes it, walking the assembled data field by field; undefined for a query that is
 * refused before anything is read.
 */
export async function walkedAnswer(
  answers: Answers,
  store: GraphStore,
  query: string,
  variables: Variables = {},
  operationName?: string,
): Promise<string | undefined> {
  const document = parsed(query);
  const operation = document && getOperationAST(document, operationName);
  if (!operation || validate(answers.schema, document).length > 0) return undefined;
  try {
    return await walkedDocument(answers, store, document, operation, variables);
  } catch {
    return undefined;
  }
}

/** The same of a document that is valid; throws where the query is refused. */
export async function walkedDocument(
  answers: Answers,
  store: GraphStore,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Promise<string | undefined> {
  const { coerced } = getVariableValues(answers.schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return undefined;
  const compiled = answers.compile(document, operation, coerced);
  if (!readsAnything(compiled)) return undefined;
  const { data } = await answers.data(store, compiled, coerced);
  return JSON.stringify(await answers.walk(document, operation, variables, data));
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}
