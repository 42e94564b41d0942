import { setTimeout as pause } from 'node:timers/promises';
import neo4j, {
  Neo4jError,
  type AuthToken,
  type Driver,
  type ManagedTransaction,
  type QueryResult,
  type Session,
  type SessionMode,
} from 'neo4j-driver';
import { AnodeError } from '../errors';
import type { Capabilities } from '../plan';
import { silence, toAnodeError } from './neo4j-errors';
import { aborted, mustBeWaitedFor } from './leaving';
import { within } from './patience';
import { printProfile, type QueryProfile } from './profile';
import { nextOf, toNeo4j } from './neo4j-values';
import { printTextIndex, printTextQuery } from './neo4j-text';
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

export interface Neo4jOptions {
  readonly uri: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
  /** After this the server ends a query, in milliseconds. */
  readonly timeout: number;
}

/** How the server bounds a transaction, and how long this side waits for a server that has gone silent. */
interface Bounds {
  readonly timeout: number;
  readonly patience: number;
}

/** A server that is away is to be reported within three seconds. */
const connectionTimeout = 1_200;

/** One more try, after the driver's pause of a second: with another one it would be more than three. */
const maxTransactionRetryTime = 500;

/** Before a read is tried once more, in milliseconds. */
const secondTry = 100;

/** One that takes connections and is silent, too. */
const checkPatience = 2_500;

/** A load is one transaction, however much there is to load. */
const writeTimeout = 600_000;

/** Neo4j: a single server, a cluster or Aura, by its URI. Reads go to readers, and see what was written before. */
export class Neo4jStore implements GraphStore {
  static readonly capabilities: Capabilities = {
    ordersFromIndex: true,
    countsDegrees: true,
    meetsHalfway: true,
  };
  readonly capabilities = Neo4jStore.capabilities;
  readonly description: string;
  private readonly driver: Driver;

  constructor(private readonly options: Neo4jOptions) {
    const { uri, user, password } = options;
    this.description = `Neo4j at ${uri}`;
    this.driver = connect(uri, user === undefined ? undefined : neo4j.auth.basic(user, password ?? ''));
  }

  async prepare(definitions: readonly Definition[], textIndexes: readonly TextIndex[] = []): Promise<void> {
    // Its unique constraints bring their index, and would clash with another.
    const needed = definitions.filter(({ backsConstraint }) => !backsConstraint);
    // Each in a transaction of its own: Neo4j mixes no schema changes with others.
    for (const { text } of needed) await this.write([{ text, parameters: {} }]);
    for (const index of textIndexes) await this.write([{ text: printTextIndex(index), parameters: {} }]);
    await this.write([{ text: 'CALL db.awaitIndexes(60)', parameters: {} }]);
  }

  /** Others may be searching meanwhile, and its index costs little. */
  async beginBulk(): Promise<void> {}

  async findText(query: TextQuery, signal?: AbortSignal): Promise<readonly string[]> {
    const rows = await this.read(printTextQuery(query), signal);
    return rows.map((row) => row['id'] as string);
  }

  async read(statement: Statement, signal?: AbortSignal): Promise<readonly Row[]> {
    const { records } = await this.ask(statement, this.bounds(), signal);
    return records.map((record) => record.toObject());
  }

  /** The server works out no more rows than are pulled, but for a batch that the driver is ahead. */
  async *stream(statement: Statement, signal?: AbortSignal): AsyncGenerator<readonly Row[]> {
    let isBegun = false;
    try {
      for await (const rows of this.streamOnce(statement, signal)) {
        isBegun = true;
        yield rows;
      }
    } catch (error) {
      if (isBegun || !isPassing(error)) throw toAnodeError(error);
      await pause(secondTry);
      yield* this.streamOnce(statement, signal);
    }
  }

  async profile({ text, parameters }: Statement): Promise<string> {
    const { summary } = await this.ask({ text: `PROFILE ${text}`, parameters }, this.bounds());
    return printProfile(summary.queryProfile as QueryProfile);
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
    return retryingConflicts(() => this.transactOnce(work), isConflict);
  }

  async check(): Promise<void> {
    const bounds = { timeout: checkPatience, patience: checkPatience };
    await this.ask({ text: 'RETURN 1', parameters: {} }, bounds);
  }

  async close(): Promise<void> {
    // To a server that is silent nobody needs to say goodbye.
    await within(checkPatience, this.driver.close(), silence).catch(() => undefined);
  }

  private async transactOnce<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const session = this.session(neo4j.session.WRITE);
    const managed = (transaction: ManagedTransaction): Promise<T> =>
      work({
        run: async ({ text, parameters }) => {
          const { records } = await transaction.run(text, toNeo4j(parameters));
          return records.map((record) => record.toObject());
        },
      });
    try {
      const written = session.executeWrite(managed, { timeout: writeTimeout });
      return await within(writeTimeout + checkPatience, written, silence);
    } catch (error) {
      throw toAnodeError(error);
    } finally {
      closeUnwaited(session);
    }
  }

  /**
   * One statement is one transaction, which Neo4j opens and commits by itself: one exchange with the server, where a
   * managed transaction takes three. What fails in passing (a connection that was cut, a new leader) is tried once more.
   */
  private async ask(
    statement: Statement,
    { timeout, patience }: Bounds,
    signal?: AbortSignal,
  ): Promise<QueryResult> {
    const once = (): Promise<QueryResult> => this.askOnce(statement, timeout, signal);
    const asked = once().catch(async (error: unknown) => {
      if (!isPassing(error)) throw error;
      await pause(secondTry);
      return once();
    });
    try {
      return await within(patience, asked, silence);
    } catch (error) {
      throw toAnodeError(error);
    }
  }

  private async *streamOnce(
    { text, parameters, rowsAtOnce = defaultRowsAtOnce }: Statement,
    signal?: AbortSignal,
  ): AsyncGenerator<readonly Row[]> {
    const { timeout, patience } = this.bounds();
    const { session, leave } = this.sessionOf(signal, rowsAtOnce);
    try {
      const result = withoutStack(() => session.run(text, toNeo4j(parameters), { timeout }));
      const records = result[Symbol.asyncIterator]();
      for (;;) {
        const rows = await within(patience, nextOf(records, rowsAtOnce), silence);
        if (rows.length > 0) yield rows;
        if (rows.length < rowsAtOnce) return;
      }
    } catch (error) {
      throw signal?.aborted ? aborted(error) : error;
    } finally {
      signal?.removeEventListener('abort', leave);
      leave();
    }
  }

  private async askOnce(
    { text, parameters }: Statement,
    timeout: number,
    signal?: AbortSignal,
  ): Promise<QueryResult> {
    const { session, leave } = this.sessionOf(signal);
    try {
      return await withoutStack(() => session.run(text, toNeo4j(parameters), { timeout }));
    } catch (error) {
      throw signal?.aborted ? aborted(error) : error;
    } finally {
      signal?.removeEventListener('abort', leave);
      leave();
    }
  }

  /** A session for one statement. One that is left resets its connection, and the server ends what runs on it. */
  private sessionOf(
    signal: AbortSignal | undefined,
    fetchSize?: number,
  ): { session: Session; leave: () => void } {
    mustBeWaitedFor(signal);
    const session = this.session(neo4j.session.READ, fetchSize);
    const leave = (): void => {
      closeUnwaited(session);
    };
    signal?.addEventListener('abort', leave);
    return { session, leave };
  }

  private bounds(): Bounds {
    const { timeout } = this.options;
    return { timeout, patience: timeout + checkPatience };
  }

  /** @param fetchSize so many records are pulled at once; the driver's own number where left out */
  private session(defaultAccessMode: SessionMode, fetchSize?: number): Session {
    const { database } = this.options;
    return this.driver.session({
      ...(database !== undefined && { database }),
      bookmarkManager: this.driver.executeQueryBookmarkManager,
      defaultAccessMode,
      ...(fetchSize !== undefined && { fetchSize }),
    });
  }
}

/**
 * The driver writes down the stack of every query, should it fail. It is always the same here, and takes more time than
 * any other part of an exchange.
 */
function withoutStack<T>(begin: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return begin();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Not waited for: a silent server answers this no more than anything else. */
function closeUnwaited(session: Session): void {
  void session.close().catch(() => undefined);
}

/** A connection that was cut, a new leader. */
const isPassing = (error: unknown): boolean => error instanceof Neo4jError && error.retryable;

const isConflict = (error: unknown): boolean =>
  error instanceof AnodeError && error.code === 'STORE_CONFLICT';

function connect(uri: string, credentials: AuthToken | undefined): Driver {
  try {
    return neo4j.driver(uri, credentials, {
      disableLosslessIntegers: true,
      // Nothing is reported to anyone; it would be one more message with each statement.
      telemetryDisabled: true,
      connectionTimeout,
      connectionAcquisitionTimeout: 2 * connectionTimeout,
      maxTransactionRetryTime,
    });
  } catch (cause) {
    const allowed = 'an address such as neo4j://localhost:7687';
    const message = `NEO4J_URI is not an address that the driver takes; expected is ${allowed}.`;
    throw new AnodeError('CONFIG_INVALID', message, { argument: 'NEO4J_URI', allowed }, { cause });
  }
}
