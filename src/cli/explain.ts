import { inspect } from 'node:util';
import { defineCommand } from 'citty';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
} from 'graphql';
import { model } from '../domain';
import { AnodeError, AnodeErrors } from '../errors';
import { Answers, checkDocumentNesting } from '../server';
import { reporting } from './failure';
import { checkFlags } from './flags';

/** The most that MAX_NESTING may allow a server. */
const maxNesting = 200;

const flags = {
  query: { type: 'positional', description: 'The query.', required: true },
  variables: { type: 'string', description: 'Its variables, as JSON.', default: '{}' },
} as const;

export const explain = defineCommand({
  meta: { name: 'explain', description: 'Print the plan and the statement of a query, without running it.' },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(() => {
      checkFlags(rawArgs, flags);
      process.stdout.write(explanationOf(args.query, variablesOf(args.variables)));
      return Promise.resolve();
    }),
});

function variablesOf(json: string): Record<string, unknown> {
  checkDocumentNesting(json, maxNesting, 'The value of the variables');
  let variables: unknown;
  try {
    variables = JSON.parse(json);
  } catch {
    variables = undefined;
  }
  if (variables !== null && typeof variables === 'object' && !Array.isArray(variables))
    return variables as Record<string, unknown>;
  throw new AnodeError('BAD_USER_INPUT', '--variables is not a JSON object.', {
    argument: '--variables',
    given: json,
    allowed: 'a JSON object',
  });
}

/** The plan, the statement and the parameters of a query as text. */
function explanationOf(query: string, variables: Record<string, unknown>): string {
  const answers = new Answers(model, { maxPageSize: Number.MAX_SAFE_INTEGER });
  const document = parseQuery(query);
  complainOf(validate(answers.schema, document));
  const operation = getOperationAST(document);
  if (!operation) throw new AnodeError('BAD_USER_INPUT', 'Give exactly one operation.');
  if (operation.operation !== OperationTypeNode.QUERY)
    throw new AnodeError(
      'BAD_USER_INPUT',
      `There is no ${operation.operation} here; only queries are served.`,
    );
  const { coerced, errors } = getVariableValues(
    answers.schema,
    operation.variableDefinitions ?? [],
    variables,
  );
  complainOf(errors ?? []);
  const compiled = answers.compile(document, operation, coerced ?? {});
  if (compiled.plan.roots.length === 0) return 'The query reads nothing from the store.\n';
  const plan = inspect(compiled.plan, { depth: null, breakLength: 110 });
  const parameters = JSON.stringify(answers.bind(compiled, coerced ?? {}), null, 2);
  return `Plan\n${plan}\n\nStatement\n${compiled.statement}\n\nParameters\n${parameters}\n`;
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

function complainOf(errors: readonly GraphQLError[]): void {
  if (errors.length === 0) return;
  throw new AnodeErrors(
    errors.map(({ message, locations }) => {
      const [at] = locations ?? [];
      const place = at === undefined ? '' : ` (line ${String(at.line)}, column ${String(at.column)})`;
      return new AnodeError('BAD_USER_INPUT', `${message}${place}`);
    }),
  );
}
