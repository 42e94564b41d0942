import { defineCommand } from 'citty';
import { getOperationAST, getVariableValues, parse } from 'graphql';
import { model } from '../domain';
import { AnodeError, AnodeErrors } from '../errors';
import { Answers, openStore, readStatistics } from '../server';
import type { GraphStore } from '../store';
import { identify } from '../trace';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { defaultSeeds } from './seeds';
import { settingFlags, settingsFrom, storeSettings } from './settings';
import { traceFormats, type TraceFormat, type Traced } from './trace-formats';

const flags = {
  from: { type: 'positional' as const, description: 'Where paths begin: an id or a name.', required: true },
  to: { type: 'positional' as const, description: 'Where they end.', required: true },
  'max-hops': { type: 'string' as const, description: 'Hops of a path, at most.', default: '4' },
  at: { type: 'string' as const, description: 'Only hops that held at this date.' },
  first: { type: 'string' as const, description: 'So many paths, at most.', default: '10' },
  format: {
    type: 'string' as const,
    description: `One of ${Object.keys(traceFormats).join(', ')}.`,
    default: 'text',
  },
  ...settingFlags(storeSettings),
};

export const trace = defineCommand({
  meta: {
    name: 'trace',
    description: 'Print paths between two nodes with what they rest on. An empty store is filled first.',
  },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(async () => {
      checkFlags(rawArgs, flags);
      const write = traceFormats[formatOf(args.format)];
      const asked = {
        maxHops: wholeOf('--max-hops', args['max-hops']),
        first: wholeOf('--first', args.first),
        at: args.at,
        time: args.at === undefined ? 'ANY' : 'ALL_AT',
      };
      const store = openStore(model, settingsFrom(args), { seeds: defaultSeeds });
      try {
        await store.ready();
        const from = await identify(model, store, args.from!, 'FROM');
        const to = await identify(model, store, args.to!, 'TO');
        process.stdout.write(write(await traced(store, { ...asked, from, to })));
      } finally {
        await store.close();
      }
    }),
});

function formatOf(given: string): TraceFormat {
  if (Object.hasOwn(traceFormats, given)) return given as TraceFormat;
  const allowed = Object.keys(traceFormats).join(', ');
  throw new AnodeError('CONFIG_INVALID', `--format is ${given}; allowed: ${allowed}.`, {
    argument: '--format',
    given,
    allowed,
  });
}

function wholeOf(argument: string, given: string): number {
  if (/^\d{1,6}$/.test(given)) return Number(given);
  const allowed = 'a whole number';
  throw new AnodeError('CONFIG_INVALID', `${argument} is ${given}; allowed: ${allowed}.`, {
    argument,
    given,
    allowed,
  });
}

const document = parse(`
  query ($from: [ID!]!, $to: [ID!]!, $time: TimeMode!, $at: PartialDate, $maxHops: Int!, $first: Int!) {
    from: nodes(ids: $from) { id name }
    to: nodes(ids: $to) { id name }
    trace(from: $from, to: $to, time: $time, at: $at, maxHops: $maxHops, first: $first) {
      nodes { ...Shown }
      pageInfo { hasNextPage }
      search { exhaustive nodesExpanded milliseconds }
      nearestMiss { reason hops explanation path { ...Shown } }
    }
  }
  fragment Shown on Path {
    account length strength jointInterval { since until }
    nodes { __typename id name }
    hops { kind direction from { id } to { id } since until confidence independentOrigins footnote }
    footnotes { number claims { id name confidence validFrom validUntil locator source { id name published url } } }
  }`);

/** What the server would answer. Throws AnodeErrors as it does. */
async function traced(store: GraphStore, variables: Readonly<Record<string, unknown>>): Promise<Traced> {
  const statistics = await readStatistics(model, store);
  const answers = new Answers(model, { maxPageSize: 500 }, statistics, store.capabilities);
  const operation = getOperationAST(document)!;
  const { errors = [] } = getVariableValues(answers.schema, operation.variableDefinitions!, variables);
  if (errors.length > 0)
    throw new AnodeErrors(errors.map(({ message }) => new AnodeError('BAD_USER_INPUT', message)));
  const result = await answers.answer(store, document, operation, variables);
  return result!.data as unknown as Traced;
}
