import * as fc from 'fast-check';
import { prepareStore } from '../../src/claims';
import { buildSchema } from '../../src/graphql';
import { Answers } from '../../src/server';
import type { GraphStore } from '../../src/store';
import { fillStore } from '../support/fill';
import { Oracle, schemaOfText, type SmallGraph } from '../support/oracle';
import { testStores } from '../support/servers';
import { Asking, cursorsBelow } from './asking';
import { graphs } from './graphs';
import { model } from './model';
import { Operations } from './operations';
import { printOperation, printWalk, type Printed } from './print';
import { check, sizeFor } from './running';
import { MadeUpStatistics } from './statistics';
import { walk } from './walking';
import { wordsFor } from './words';

const statistics = new MadeUpStatistics();
const schema = schemaOfText(buildSchema(model));

/** What is drawn takes as long as it takes. */
const limit = 24 * 3_600_000;

describe.each(testStores)('[$name] random operations on random graphs', ({ name, open }) => {
  const onStore = open === undefined ? test.skip : test;
  const { operations: count, width, walks } = sizeFor(name);
  const operations = new Operations(wordsFor(model, schema), width);
  const someGraphs = graphs(model, operations.canOrderAlongRelations);
  let store: GraphStore;
  let answers: Answers;

  beforeAll(async () => {
    if (open === undefined) return;
    store = open();
    answers = new Answers(model, { maxPageSize: 500 }, statistics, store.capabilities);
    await fill({ nodes: [], edges: [] });
    await prepareStore(model, store);
  });
  afterAll(async () => {
    if (open === undefined) return;
    await fill({ nodes: [], edges: [] });
    await store.close();
  });

  const fill = ({ nodes, edges }: SmallGraph): Promise<void> => fillStore(model, store, nodes, edges);

  const asking = (graph: SmallGraph, query: string, before?: Asking): Asking =>
    new Asking(answers, store, new Oracle(model, schema, graph), query, before);

  onStore(
    'are answered as the oracle answers them',
    async () => {
      const things = fc.record({ operation: operations.any(), variant: fc.nat(99) });
      await check(count, someGraphs, things, fill, async (graph, { operation, variant }) => {
        const { query, variables, cursors } = printOperation(operation);
        statistics.variant = variant;
        await explaining({ query, variables, graph }, async (note) => {
          note({ variant });
          const asked = asking(graph, query);
          const first = await asked.ask(variables);
          if (cursors.length === 0) return;
          const picked = cursors.map(
            (cursor) => [cursor.name, pick(cursorsBelow(first, cursor.alias), cursor.pick)] as const,
          );
          const next = { ...variables, ...Object.fromEntries(picked) };
          note({ variant, next });
          await asked.ask(next);
        });
      });
    },
    limit,
  );

  onStore(
    'page by page are the whole, from either end',
    async () => {
      const starts = fc.record({
        connection: operations.connections(),
        slug: fc.constantFrom('b', 'a'),
        variant: fc.nat(99),
      });
      const ways = operations.canWalkBackwards
        ? (['forwards', 'backwards'] as const)
        : (['forwards'] as const);
      await check(walks, someGraphs, starts, fill, async (graph, start) => {
        const { from, field } = start.connection;
        statistics.variant = start.variant;
        let before: Asking | undefined;
        let whole: string[] | undefined;
        for (const way of ways) {
          const { query, variables } = printWalk(way, from, field, `${from ?? ''}/${start.slug}`);
          await explaining({ query, variables, graph }, async () => {
            before = asking(graph, query, before);
            whole ??= await walk(before, way, variables, 500);
            for (const size of [1, 2, 3]) expect(await walk(before, way, variables, size)).toEqual(whole);
          });
        }
      });
    },
    limit,
  );
});

const pick = (cursors: readonly string[], at: number): string | null => cursors[at % cursors.length] ?? null;

/** Adds to whatever goes wrong what was asked of which graph. */
async function explaining(
  { query, variables, graph }: Omit<Printed, 'cursors'> & { graph: SmallGraph },
  work: (note: (more: object) => void) => Promise<void>,
): Promise<void> {
  let noted = {};
  try {
    await work((more) => (noted = more));
  } catch (error) {
    const { nodes, edges } = graph;
    const lines = [...nodes, ...edges].map((item) => JSON.stringify(item));
    const asked = [query, JSON.stringify({ variables, ...noted }), ...lines].join('\n');
    throw new Error(`${asked}\n\n${(error as Error).message}`);
  }
}
