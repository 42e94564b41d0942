import { getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { model } from '../../src/domain';
import { Answers } from '../../src/server';

const answers = new Answers(model, { maxPageSize: 500 });

/** The statement of an operation and, on a line of their own, its parameters. */
export function compile(query: string, variables: Readonly<Record<string, unknown>> = {}): string {
  const document = parse(query);
  expect(validate(answers.schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(answers.schema, operation.variableDefinitions ?? [], variables);
  const compiled = answers.compile(document, operation, coerced!);
  return `${compiled.statement}\n${JSON.stringify(answers.bind(compiled, coerced!))}`;
}

/** Snapshots of texts as they are, without quotes around them. */
export const plainText = {
  test: (value: unknown): boolean => typeof value === 'string',
  print: (value: unknown): string => value as string,
};
