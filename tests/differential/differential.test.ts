import * as fc from 'fast-check';
import { getOperationAST, parse, validate, type DocumentNode } from 'graphql';
import { prepareStore } from '../../src/claims';
import { printChange } from '../../src/cypher';
import { Answers } from '../../src/server';
import type { GraphStore } from '../../src/store';
import { cursorMark, Oracle, type SmallGraph } from '../support/oracle';
import { testStores } from '../support/servers';
import { walkedAnswer } from '../support/walk';
import { graphs } from './graphs';
import { model } from './model';
import { Operations } from './operations';
import { printOperation, printWalk, type Printed } from './print';

type Variables = Readonly<Record<string, unknown>>;
type Json = Readonly<Record<string, unknown>>;

/**
 * How many operations, with ANODE_FUZZ, and from which seed, with ANODE_FUZZ_SEED; without either always the same few.
 * Neo4j makes a plan for each new statement, which takes it longer than all else.
 */
const asked = process.env['ANODE_FUZZ'];
const seed = Number(process.env['ANODE_FUZZ_SEED'] ?? (asked === undefined ? 1 : Date.now() % 2 ** 31));
const counts: Readonly<Record<string, number>> = { embedded: 200, neo4j: 60 };
/** After so long the operations that are still to come are left out, in milliseconds. */
const patience = Number(process.env['ANODE_FUZZ_PATIENCE'] ?? (asked === undefined ? 12_000 : 86_400_000));

const answers = new Answers(model, { maxPageSize: 500 });
const operations = new Operations(model, answers.schema);

describe.each(testStores)('[$name] random operations on random graphs', ({ name, open }) => {
  const onStore = open === undefined ? test.skip : test;
  const count = Number(asked ?? counts[name]);
  let store: GraphStore;

  beforeAll(async () => {
    if (open === undefined) return;
    store = open();
    await fill({ nodes: [], edges: [] });
    await prepareStore(model, store);
  });
  afterAll(async () => {
    if (open === undefined) return;
    await fill({ nodes: [], edges: [] });
    await store.close();
  });

  const fill = ({ nodes, edges }: SmallGraph): Promise<void> =>
    store.write([
      { text: 'MATCH (n) DETACH DELETE n', parameters: {} },
      ...printChange(model, { putNodes: nodes, putEdges: edges, dropNodes: [], dropEdges: [] }),
    ]);

  onStore(
    'are answered as the oracle answers them',
    async () => {
      await check(operations.any(), count, async (graph, operation) => {
        const { query, variables, cursors } = printOperation(operation);
        await fill(graph);
        await explaining({ query, variables, graph }, async (note) => {
          const asking = new Asking(store, graph, query);
          const first = await asking.ask(variables, variables);
          if (cursors.length === 0) return;
          const picked = cursors.map(
            (cursor) => [cursor.name, pick(cursorsBelow(first, cursor.alias), cursor.pick)] as const,
          );
          const next = { ...variables, ...Object.fromEntries(picked) };
          note({ next });
          await asking.ask(asking.ofStore(next), next);
        });
      });
    },
    5 * patience,
  );

  onStore(
    'page by page are the whole',
    async () => {
      const starts = fc.record({ connection: operations.connections(), slug: fc.constantFrom('b', 'a') });
      await check(starts, Math.ceil(count / 5), async (graph, { connection: { from, field }, slug }) => {
        const { query, variables } = printWalk(from, field, `${from ?? ''}/${slug}`);
        await fill(graph);
        await explaining({ query, variables, graph }, async () => {
          const asking = new Asking(store, graph, query);
          const whole = await walk(asking, variables, 500);
          for (const size of [1, 2, 3]) expect(await walk(asking, variables, size)).toEqual(whole);
        });
      });
    },
    5 * patience,
  );
});

/** One document, asked of a store and of the oracle, with other variables each time. */
class Asking {
  private readonly document: DocumentNode;
  private readonly oracle: Oracle;
  /** The store's cursors by those of the oracle. */
  private readonly cursors = new Map<string, string>();

  constructor(
    private readonly store: GraphStore,
    graph: SmallGraph,
    private readonly query: string,
  ) {
    this.document = parse(query);
    expect(validate(answers.schema, this.document)).toEqual([]);
    this.oracle = new Oracle(model, answers.schema, graph);
  }

  /** Holds the answers together. Gives back the oracle's. */
  async ask(variables: Variables, ofOracle: Variables): Promise<Json> {
    const operation = getOperationAST(this.document)!;
    const answer =
      (await answers.answer(this.store, this.document, operation, variables)) ??
      (await answers.walk(this.document, operation, variables, {}));
    const expected = this.oracle.answer(this.document, ofOracle);
    const text = JSON.stringify(answer);
    this.learn(expected, JSON.parse(text));
    expect(JSON.parse(text)).toEqual(this.ofStore(expected));
    expect(text).toBe(JSON.stringify(this.ofStore(expected)));
    expect(new Set(this.cursors.values()).size).toBe(this.cursors.size);
    const walked = await walkedAnswer(answers, this.store, this.query, variables);
    expect(walked ?? text).toBe(text);
    return expected.data as Json;
  }

  /** The same with the store's cursors for those of the oracle. */
  ofStore<T>(value: T): T {
    const replaced = (_: string, item: unknown) => (isCursor(item) ? (this.cursors.get(item) ?? item) : item);
    return JSON.parse(JSON.stringify(value, replaced)) as T;
  }

  private learn(expected: unknown, actual: unknown): void {
    if (isCursor(expected) && typeof actual === 'string' && !this.cursors.has(expected)) {
      this.cursors.set(expected, actual);
    }
    if (!isObject(expected) || !isObject(actual)) return;
    for (const [key, item] of Object.entries(expected)) this.learn(item, actual[key]);
  }
}

const isCursor = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(cursorMark);
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The cursors of every connection that an answer has under an alias. */
function cursorsBelow(answer: unknown, alias: string): string[] {
  if (!isObject(answer)) return [];
  return Object.entries(answer).flatMap(([key, value]) => {
    const marks = key === alias ? ((value as Json)['marks'] as { cursor: string }[]) : [];
    return [...marks.map(({ cursor }) => cursor), ...cursorsBelow(value, alias)];
  });
}

const pick = (cursors: readonly string[], at: number): string | null => cursors[at % cursors.length] ?? null;

/** The ids of a connection, page by page. */
async function walk(asking: Asking, given: Variables, first: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const variables: Variables = { ...given, first, after };
    const data = await asking.ask(asking.ofStore(variables), variables);
    const list = ('start' in data ? (data['start'] as Json | null)?.['list'] : data['list']) as
      Page | undefined;
    if (list === undefined) return ids;
    ids.push(...list.edges.map(({ node }) => node.id));
    after = list.pageInfo.endCursor;
    if (!list.pageInfo.hasNextPage) {
      expect(ids).toHaveLength(list.totalCount);
      return ids;
    }
  }
}

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

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

/**
 * Draws graphs and something to ask of each. When the time is up the rest passes unasked: fast-check's own limit would
 * not wait for the store, which would then meet the next case.
 */
async function check<T>(
  asking: fc.Arbitrary<T>,
  numRuns: number,
  ask: (graph: SmallGraph, asked: T) => Promise<void>,
): Promise<void> {
  const end = Date.now() + patience;
  const property = fc.asyncProperty(graphs(model), asking, async (graph, asked) => {
    if (Date.now() < end) await ask(graph, asked);
  });
  const { failed, errorInstance, counterexamplePath, numShrinks } = await fc.check(property, {
    numRuns,
    seed,
  });
  if (!failed) return;
  const where = `seed ${seed}, path ${counterexamplePath ?? ''}, shrunk ${numShrinks} times`;
  throw new Error(`${where}\n${(errorInstance as Error).message}`);
}
