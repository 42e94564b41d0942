import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { GrafeoDB, type QueryResult } from '@grafeo-db/js';
import { AnodeError } from '../errors';
import type { Capabilities } from '../plan';
import { mustBeWaitedFor } from './leaving';
import { retryingConflicts } from './retry';
import {
  defaultRowsAtOnce,
  type Definition,
  type GraphStore,
  type Row,
  type Statement,
  type TextIndex,
  type TextQuery,
  type Transaction,
} from './store';

/** The log of writes is folded into the file after a minute or 16 MiB; without triggers it would grow for ever. */
const checkpointTriggers = { intervalMs: 60_000, walBytes: 16 * 1024 * 1024 };

/** Each time the whole file is written anew, which a large one that grows fast is not to be every second. */
const bulkTriggers = { intervalMs: 600_000, walBytes: 256 * 1024 * 1024 };

/**
 * The embedded engine, in memory or in one file that this process owns alone. Writers of this process queue up; reads
 * see the last commit. It has no time limit for queries and cannot stop one.
 */
export class EmbeddedStore implements GraphStore {
  static readonly capabilities: Capabilities = {
    ordersFromIndex: false,
    countsDegrees: false,
    meetsHalfway: false,
  };
  readonly capabilities = EmbeddedStore.capabilities;
  readonly description: string;
  private readonly db: GrafeoDB;
  private lastWrite: Promise<void> = Promise.resolve();
  private closed = false;

  /** @param file where the graph is kept; without it, in memory */
  constructor(private readonly file?: string) {
    this.description = file === undefined ? 'embedded, in memory' : `embedded, in ${file}`;
    this.db = open(file);
  }

  async prepare(definitions: readonly Definition[], textIndexes: readonly TextIndex[] = []): Promise<void> {
    await this.queued(async () => {
      try {
        if (this.file !== undefined) this.db.setCheckpointTriggers(checkpointTriggers);
        for (const { text } of definitions) await this.db.executeCypher(text);
        for (const index of textIndexes)
          for (const property of index.properties) await this.prepareText(index, property);
      } catch (error) {
        throw isFull(error) ? full(error) : error;
      }
    });
  }

  /**
   * For each term of what is written anew, the engine looks through all that have the term. The file remembers what is let go of, so
   * that whoever opens it next makes it, if this process does not get to.
   */
  async beginBulk(textIndexes: readonly TextIndex[]): Promise<void> {
    await this.queued(async () => {
      if (this.file !== undefined) this.db.setCheckpointTriggers(bulkTriggers);
      for (const { label, properties } of textIndexes)
        for (const property of properties) await this.db.dropTextIndex(label, property);
    });
  }

  async read(statement: Statement, signal?: AbortSignal): Promise<readonly Row[]> {
    return rowsOf(await this.ask(statement, signal));
  }

  /** The engine has all of them at once; what takes time besides is to make objects of them. */
  async *stream(statement: Statement, signal?: AbortSignal): AsyncGenerator<readonly Row[]> {
    const result = await this.ask(statement, signal);
    const { rowsAtOnce = defaultRowsAtOnce } = statement;
    const end = result.length;
    for (let at = 0; at < end; at += rowsAtOnce)
      yield Array.from(
        { length: Math.min(rowsAtOnce, end - at) },
        (_, next) => toPlain(result.get(at + next)) as Row,
      );
  }

  async findText(
    { index, property, terms, kinds, limit }: TextQuery,
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    this.mustBeOpen();
    mustBeWaitedFor(signal);
    const { label, kindProperty } = index;
    const ofKinds = kinds && { [kindProperty]: { $in: [...kinds] } };
    const hits = await this.db.textSearch(label, property, terms.join(' '), limit, ofKinds);
    const numbers = hits.map(([number]) => number!);
    if (numbers.length === 0) return [];
    const text = `MATCH (n:${label}) WHERE id(n) IN $numbers RETURN id(n) AS number, n.id AS id`;
    const rows = await this.read({ text, parameters: { numbers } }, signal);
    const ids = new Map(rows.map((row) => [row['number'], row['id'] as string]));
    return numbers.flatMap((number) => ids.get(number) ?? []);
  }

  async profile({ text, parameters }: Statement): Promise<string> {
    const [row] = await this.read({ text: `PROFILE ${text}`, parameters });
    return row!['profile'] as string;
  }

  async write(statements: readonly Statement[], progress?: (done: number) => void): Promise<void> {
    await this.transaction(async (transaction) => {
      for (const [at, statement] of statements.entries()) {
        await transaction.run(statement);
        progress?.(at + 1);
      }
    });
  }

  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.queued(() => retryingConflicts(() => this.transactOnce(work), isWriteConflict));
  }

  async check(): Promise<void> {
    this.mustBeOpen();
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.lastWrite;
    try {
      this.db.close();
    } catch (error) {
      throw isFull(error) ? full(error) : error;
    }
  }

  /** To make an index that is there already would be to read all nodes anew. */
  private async prepareText({ label }: TextIndex, property: string): Promise<void> {
    const isThere = await this.db.textSearch(label, property, '', 1).then(
      () => true,
      (error: unknown) => !messageOf(error).includes('no text index') && Promise.reject(error as Error),
    );
    if (!isThere) await this.db.createTextIndex(label, property, { tokenizer: 'standard', stopWords: [] });
  }

  /** What it has begun it does to the end; nobody who has gone is answered. */
  private async ask({ text, parameters }: Statement, signal?: AbortSignal): Promise<QueryResult> {
    this.mustBeOpen();
    mustBeWaitedFor(signal);
    try {
      const result = await this.db.executeCypher(text, parameters);
      mustBeWaitedFor(signal);
      return result;
    } catch (error) {
      throw isTooDeep(error) ? tooLarge(error) : error;
    }
  }

  private mustBeOpen(): void {
    if (this.closed) throw new AnodeError('STORE_UNAVAILABLE', 'The store is closed.');
  }

  /** Does a write when those before it are done, whether or not they failed. */
  private async queued<T>(write: () => Promise<T>): Promise<T> {
    this.mustBeOpen();
    const written = this.lastWrite.then(write);
    this.lastWrite = written.then(
      () => undefined,
      () => undefined,
    );
    return written;
  }

  private async transactOnce<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = this.db.beginTransaction();
    try {
      const result = await work({
        run: async ({ text, parameters }) => rowsOf(await transaction.executeCypher(text, parameters)),
      });
      transaction.commit();
      return result;
    } catch (error) {
      rollBack(transaction);
      throw isFull(error) ? full(error) : error;
    }
  }
}

/** A commit that failed has ended the transaction already, whatever that says of itself. */
function rollBack(transaction: { readonly isActive: boolean; rollback(): void }): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // What went wrong first is told.
  }
}

const rowsOf = (result: QueryResult): readonly Row[] => result.toArray().map((row) => toPlain(row) as Row);

function open(file: string | undefined): GrafeoDB {
  if (file === undefined) return GrafeoDB.create();
  try {
    mkdirSync(dirname(file), { recursive: true });
    const db = GrafeoDB.create(file);
    db.setCheckpointTriggers(checkpointTriggers);
    return db;
  } catch (cause) {
    if (isFull(cause)) throw full(cause);
    throw messageOf(cause).includes('cannot be locked') ? locked(cause) : damaged(cause);
  }
}

const locked = (cause: unknown): AnodeError =>
  new AnodeError(
    'STORE_LOCKED',
    'The embedded store is in use by another process. Stop that one, or give this one another place with DATA_FILE.',
    { argument: 'DATA_FILE', allowed: 'a file that no other process has open' },
    { cause },
  );

const full = (cause: unknown): AnodeError =>
  new AnodeError(
    'STORE_FULL',
    'The disk of the embedded store is full. What was written before is kept, and can be read.',
    { argument: 'DATA_FILE', allowed: 'a file on a disk with room' },
    { cause },
  );

const isFull = (error: unknown): boolean => /No space left|os error (28|122)\b/.test(messageOf(error));

const damaged = (cause: unknown): AnodeError =>
  new AnodeError(
    'STORE_UNAVAILABLE',
    'The file of the embedded store cannot be opened or made.',
    { argument: 'DATA_FILE', allowed: 'a file that this process made and may read and write' },
    { cause },
  );

/** The engine's own bounds on how deep an expression and a chain of clauses may be nested. */
const isTooDeep = (error: unknown): boolean =>
  /nesting depth of \d+ exceeded|plan depth limit/.test(messageOf(error));

const tooLarge = (cause: unknown): AnodeError =>
  new AnodeError(
    'QUERY_TOO_LARGE',
    'The query asks for more at once than the embedded store can take. Split it, or use Neo4j.',
    {},
    { cause },
  );

/** Errors of the engine come from outside of JavaScript, where `instanceof Error` need not hold. */
const messageOf = (error: unknown): string => String((error as { message?: unknown } | undefined)?.message);

const isWriteConflict = (error: unknown): boolean => messageOf(error).includes('GRAFEO-T001');

/** The engine gives integers past 2^53 as bigint; the graph keeps doubles, so nothing is lost that was there. */
function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return Array.from(value, toPlain);
  if (value === null || typeof value !== 'object') return value;
  const plain: Record<string, unknown> = {};
  for (const key in value) plain[key] = toPlain((value as Row)[key]);
  return plain;
}
