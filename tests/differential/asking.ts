import { getOperationAST, parse, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Answers } from '../../src/server';
import type { GraphStore, Statement } from '../../src/store';
import { cursorMark, type Oracle } from '../support/oracle';
import { walkedDocument } from '../support/walk';

type Json = Readonly<Record<string, unknown>>;
export type Variables = Json;

/** A store that reads nothing twice, so that an answer can be assembled again without asking again. */
class RememberingStore implements GraphStore {
  readonly description: string;
  readonly capabilities: GraphStore['capabilities'];
  private readonly rows = new Map<string, ReturnType<GraphStore['read']>>();

  constructor(private readonly store: GraphStore) {
    this.description = store.description;
    this.capabilities = store.capabilities;
  }

  read(statement: Statement): ReturnType<GraphStore['read']> {
    const key = JSON.stringify(statement);
    const known = this.rows.get(key) ?? this.store.read(statement);
    this.rows.set(key, known);
    return known;
  }

  stream: GraphStore['stream'] = (statement) => this.store.stream(statement);
  prepare: GraphStore['prepare'] = (...definitions) => this.store.prepare(...definitions);
  beginBulk: GraphStore['beginBulk'] = (indexes) => this.store.beginBulk(indexes);
  findText: GraphStore['findText'] = (query) => this.store.findText(query);
  write: GraphStore['write'] = (statements, progress) => this.store.write(statements, progress);
  transaction: GraphStore['transaction'] = (work) => this.store.transaction(work);
  profile: GraphStore['profile'] = (statement) => this.store.profile(statement);
  check: GraphStore['check'] = () => this.store.check();
  close: GraphStore['close'] = () => this.store.close();
}

/** One document, asked of a store and of the oracle, with other variables each time. */
export class Asking {
  private readonly document: DocumentNode;
  private readonly operation: OperationDefinitionNode;
  private readonly store: GraphStore;
  /** The store's cursors by those of the oracle. */
  private readonly cursors: Map<string, string>;

  /** @param before what was asked of the same graph before, whose cursors are good here, too */
  constructor(
    private readonly answers: Answers,
    store: GraphStore,
    private readonly oracle: Oracle,
    query: string,
    before?: Asking,
  ) {
    this.document = parse(query);
    expect(validate(answers.schema, this.document)).toEqual([]);
    this.operation = getOperationAST(this.document)!;
    this.store = new RememberingStore(store);
    this.cursors = before?.cursors ?? new Map<string, string>();
  }

  /**
   * Holds the answers together: that of the store, the same walked by graphql-js, and that of the oracle.
   *
   * @param variables with cursors of the oracle
   * @returns the data of the oracle
   */
  async ask(variables: Variables): Promise<Json> {
    const asked = this.ofStore(variables);
    const { answers, store, document, operation } = this;
    const answer =
      (await answers.answer(store, document, operation, asked)) ??
      (await answers.walk(document, operation, asked, {}));
    const text = JSON.stringify(answer);
    const expected = this.oracle.answer(document, variables);
    this.learn(expected, JSON.parse(text));
    expect(JSON.parse(text)).toEqual(this.ofStore(expected));
    expect(text).toBe(JSON.stringify(this.ofStore(expected)));
    expect(new Set(this.cursors.values()).size).toBe(this.cursors.size);
    expect((await walkedDocument(answers, store, document, operation, asked)) ?? text).toBe(text);
    return expected.data as Json;
  }

  /** The same with the store's cursors for those of the oracle. */
  private ofStore<T>(value: T): T {
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
export function cursorsBelow(answer: unknown, alias: string): string[] {
  if (!isObject(answer)) return [];
  return Object.entries(answer).flatMap(([key, value]) => {
    const marks = key === alias ? ((value as Json)['marks'] as { cursor: string }[]) : [];
    return [...marks.map(({ cursor }) => cursor), ...cursorsBelow(value, alias)];
  });
}
