import { inspect } from 'node:util';
import { defineCommand } from 'citty';
import { getVariableValues } from 'graphql';
import { model } from '../domain';
import { AnodeError } from '../errors';
import { Answers, checkDocumentNesting, openStore, readStatistics, type CostReport } from '../server';
import type { GraphStore, Statement } from '../store';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { complainOf, maxNesting, readQuery } from './query';
import { settingFlags, settingsFrom, storeSettings } from './settings';

const flags = {
  query: { type: 'positional' as const, description: 'The query.', required: true },
  variables: { type: 'string' as const, description: 'Its variables, as JSON.', default: '{}' },
  profile: { type: 'boolean' as const, description: 'Run it, and print what the store did for it.' },
  ...settingFlags(storeSettings),
};

export const explain = defineCommand({
  meta: { name: 'explain', description: 'Print plan, statement and cost of a query, without running it.' },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(async () => {
      checkFlags(rawArgs, flags);
      const request = { query: args.query!, variables: variablesOf(args.variables) };
      if (args.profile !== true) {
        const guessed = 'in rows of a store that nobody has counted';
        process.stdout.write(explanationOf(request, new Answers(model, limits), guessed).text);
        return;
      }
      const store = openStore(model, settingsFrom(args), { seeds: [] });
      try {
        await store.ready();
        process.stdout.write(await profiledExplanationOf(request, store));
      } finally {
        await store.close();
      }
    }),
});

interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whoever asks at the command line may ask for anything. */
const limits = { maxPageSize: Number.MAX_SAFE_INTEGER };

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

interface Explanation {
  readonly text: string;
  /** Absent where the query reads nothing. */
  readonly statement?: Statement;
}

/** The plan, the statement, the parameters and the cost of a query as text. */
function explanationOf({ query, variables }: Request, answers: Answers, counted: string): Explanation {
  const { document, operation } = readQuery(answers.schema, query);
  const definitions = operation.variableDefinitions ?? [];
  const { coerced = {}, errors = [] } = getVariableValues(answers.schema, definitions, variables);
  complainOf(errors);
  const compiled = answers.compile(document, operation, coerced);
  if (compiled.plan.roots.length === 0) {
    const what = compiled.searches.any ? 'only what a search finds' : 'nothing';
    return { text: `The query reads ${what} from the store.\n` };
  }
  const parameters = answers.bind(compiled, coerced);
  const sections = [
    ['Plan', inspect(compiled.plan, { depth: null, breakLength: 110 })],
    ['Statement', compiled.statement],
    ['Parameters', JSON.stringify(parameters, null, 2)],
    [`Cost, ${counted}`, printCost(answers.costOf(compiled, parameters))],
  ];
  const text = sections.map(([title, content]) => `${title!}\n${content!}\n`).join('\n');
  return { text, statement: { text: compiled.statement, parameters } };
}

/** The same with the figures of a store, and what that did for it. */
async function profiledExplanationOf(request: Request, store: GraphStore): Promise<string> {
  const answers = new Answers(model, limits, await readStatistics(model, store), store.capabilities);
  const { text, statement } = explanationOf(request, answers, 'by the figures of the store');
  return statement === undefined ? text : `${text}\nProfile\n${await store.profile(statement)}\n`;
}

function printCost({ total, parts }: CostReport): string {
  const lines = [...parts, { path: 'in all', cost: total }].map(
    ({ path, cost }) => `${String(cost).padStart(String(total).length)} ${path}`,
  );
  return lines.join('\n');
}
