import * as fc from 'fast-check';
import { prepareStore } from '../../../src/claims';
import type { Evidence } from '../../../src/claims/evidence';
import { materialise } from '../../../src/claims/materialise';
import { buildSchema } from '../../../src/graphql';
import { Answers } from '../../../src/server';
import type { GraphStore } from '../../../src/store';
import { fillStore } from '../../support/fill';
import { Oracle, schemaOfText } from '../../support/oracle';
import { testStores } from '../../support/servers';
import { Asking, cursorsBelow } from '../asking';
import { Operations } from '../operations';
import { printOperation } from '../print';
import { check, sizeFor } from '../running';
import { wordsFor } from '../words';
import { MadeUpStatistics } from '../statistics';
import { evidence, readings, type Reading } from './evidence';
import { model } from './model';
import { graphBy } from './reference';

const statistics = new MadeUpStatistics();
const schema = schemaOfText(buildSchema(model));

/** What is drawn takes as long as it takes. */
const limit = 24 * 3_600_000;

/** The part of the random operations' number that is asked by readings. */
const share = 0.3;

describe.each(testStores)('[$name] random readings of random evidence', ({ name, open }) => {
  const onStore = open === undefined ? test.skip : test;
  const { operations: count, width } = sizeFor(name);
  const operations = new Operations(wordsFor(model, schema), width);
  let store: GraphStore;
  let answers: Answers;

  beforeAll(async () => {
    if (open === undefined) return;
    store = open();
    answers = new Answers(model, { maxPageSize: 500 }, statistics, store.capabilities);
    await fill(undefined);
    await prepareStore(model, store);
  });
  afterAll(async () => {
    if (open === undefined) return;
    await fill(undefined);
    await store.close();
  });

  const fill = (drawn: Evidence | undefined): Promise<void> => {
    const graph = drawn === undefined ? undefined : materialise(model, drawn);
    return fillStore(model, store, [...(graph?.nodes.values() ?? [])], [...(graph?.edges.values() ?? [])]);
  };

  onStore(
    'are those of a graph that is made of what they leave',
    async () => {
      const things = fc.record({ operation: operations.any(), reading: readings, variant: fc.nat(99) });
      await check(Math.ceil(count * share), evidence, things, fill, async (drawn, thing) => {
        const { operation, reading, variant } = thing;
        const printed = printOperation(operation);
        const query = withReading(printed.query, reading);
        statistics.variant = variant;
        const graph = graphBy(model, drawn, reading);
        const explained = {
          query,
          variables: printed.variables,
          claims: drawn.claims,
          sources: drawn.sources,
          decisions: drawn.decisions,
        };
        await explaining(explained, async () => {
          const asked = new Asking(answers, store, new Oracle(model, schema, graph), query);
          const first = await asked.ask(printed.variables);
          if (printed.cursors.length === 0) return;
          const picked = printed.cursors.map((cursor) => {
            const found = cursorsBelow(first, cursor.alias);
            return [cursor.name, found[cursor.pick % found.length] ?? null] as const;
          });
          await asked.ask({ ...printed.variables, ...Object.fromEntries(picked) });
        });
      });
    },
    limit,
  );
});

/** The operation with the directives of a reading, values written out. */
function withReading(query: string, { valid, known, policy, exclude }: Reading): string {
  const printed = (name: string, args: Readonly<Record<string, string | undefined>>): string => {
    const given = Object.entries(args).filter(([, value]) => value !== undefined);
    return given.length === 0
      ? ''
      : `@${name}(${given.map(([arg, value]) => `${arg}: ${value!}`).join(', ')})`;
  };
  const text = (value: unknown): string | undefined =>
    value === undefined ? undefined : JSON.stringify(value);
  const directives = [
    printed('asOf', { valid: text(valid), known: text(known) }),
    printed('resolve', { policy, exclude: text(exclude) }) || '@resolve',
  ].join(' ');
  return query.replace(/^(query( \([^)]*\))? )?\{/m, (head) =>
    head === '{' ? `query ${directives} {` : `${head.slice(0, -1)}${directives} {`,
  );
}

/** Adds to whatever goes wrong what was asked of which claims. */
async function explaining(
  {
    query,
    variables,
    claims,
    sources,
    decisions,
  }: Pick<Evidence, 'claims' | 'sources' | 'decisions'> & { query: string; variables: unknown },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const lines = [...claims, ...sources, ...decisions].map((item) => JSON.stringify(item));
    throw new Error([query, JSON.stringify(variables), ...lines, '', (error as Error).message].join('\n'));
  }
}
