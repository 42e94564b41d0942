import { getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { model } from '../../src/domain';
import { bind, type Plan, type Statistics } from '../../src/plan';
import { printRead } from '../../src/cypher';
import { Operation, type PlannedOperation } from '../../src/graphql';
import { Answers } from '../../src/server';

const limits = { maxPageSize: 500 };
const withoutStatistics = new Answers(model, limits);

export const answersWith = (statistics: Statistics): Answers => new Answers(model, limits, statistics);

/** The statement of an operation, each clause of its outermost level on a line, and its parameters. */
export function compile(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  answers: Answers = withoutStatistics,
): string {
  const document = parse(query);
  expect(validate(answers.schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(answers.schema, operation.variableDefinitions ?? [], variables);
  const compiled = answers.compile(document, operation, coerced!);
  return `${compiled.statement}\n${JSON.stringify(answers.bind(compiled, coerced!))}`;
}

/** The statement and the parameters of an operation before any rewrite. */
export function printAsPlanned(query: string): string {
  const { plan, parameters } = operationOf(query);
  return `${printRead(plan)}\n${JSON.stringify(bind(parameters, {}, limits))}`;
}

/** The plan of an operation before any rewrite. */
export const planned = (query: string): Plan => operationOf(query).plan;

function operationOf(query: string): PlannedOperation {
  const document = parse(query);
  const operation = new Operation(withoutStatistics.schema, model, document, getOperationAST(document)!);
  return operation.plan(operation.shapeOf({}));
}

/** A serializer of snapshots: texts as they are, without quotes around them. */
export const textsAsTheyAre = {
  test: (value: unknown): boolean => typeof value === 'string',
  print: (value: unknown): string => value as string,
};
