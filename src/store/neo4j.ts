import neo4j, { Neo4jError, type Driver, type ManagedTransaction } from 'neo4j-driver';
import { AnodeError } from '../errors';
import type { GraphStore, Row, Statement } from './store';

export interface Neo4jOptions {
  readonly uri: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
  /** After this the server ends a transaction, in milliseconds. */
  readonly timeout: number;
}

/** A server that is away is to be reported within three seconds: two tries of this many milliseconds, and a pause. */
const connectionTimeout = 1_200;

/** Neo4j: a single server, a cluster or Aura, by its URI. Reads go to readers, and see what was written before. */
export class Neo4jStore implements GraphStore {
  readonly description: string;
  private readonly driver: Driver;

  constructor(private readonly options: Neo4jOptions) {
    const { uri, user, password } = options;
    this.description = `Neo4j at ${uri}`;
    this.driver = neo4j.driver(uri, user === undefined ? undefined : neo4j.auth.basic(user, password ?? ''), {
      disableLosslessIntegers: true,
      connectionTimeout,
      connectionAcquisitionTimeout: 2 * connectionTimeout,
      maxTransactionRetryTime: connectionTimeout,
    });
  }

  async prepare(definitions: readonly string[]): Promise<void> {
    // Each in a transaction of its own: Neo4j mixes no schema changes with others.
    for (const text of definitions) await this.write([{ text, parameters: {} }]);
    await this.write([{ text: 'CALL db.awaitIndexes(60)', parameters: {} }]);
  }

  async read({ text, parameters }: Statement): Promise<readonly Row[]> {
    return this.run('executeRead', async (transaction) => {
      const { records } = await transaction.run(text, toNeo4j(parameters));
      return records.map((record) => record.toObject());
    });
  }

  async write(statements: readonly Statement[], progress?: (done: number) => void): Promise<void> {
    await this.run('executeWrite', async (transaction) => {
      for (const [at, { text, parameters }] of statements.entries()) {
        await transaction.run(text, toNeo4j(parameters));
        progress?.(at + 1);
      }
    });
  }

  async check(): Promise<void> {
    await this.read({ text: 'RETURN 1', parameters: {} });
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async run<T>(
    method: 'executeRead' | 'executeWrite',
    work: (transaction: ManagedTransaction) => Promise<T>,
  ): Promise<T> {
    const { database, timeout } = this.options;
    const session = this.driver.session({
      ...(database !== undefined && { database }),
      bookmarkManager: this.driver.executeQueryBookmarkManager,
    });
    try {
      return await session[method](work, { timeout });
    } catch (error) {
      throw toAnodeError(error);
    } finally {
      await session.close();
    }
  }
}

/** The driver sends every number as a float; Neo4j wants integers where they count things, as in LIMIT. */
function toNeo4j(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4j);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toNeo4j(item)]));
  }
  return value;
}

function toAnodeError(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const cause = { cause: error };
  if (error.code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) {
    return new AnodeError(
      'STORE_TIMEOUT',
      'The query took longer than the time limit and was stopped.',
      {},
      cause,
    );
  }
  if (error.code.startsWith('Neo.ClientError.Security')) {
    return new AnodeError('STORE_UNAVAILABLE', 'The store refuses the credentials it was given.', {}, cause);
  }
  if (error.retryable || unreachable.has(error.code)) {
    return new AnodeError('STORE_UNAVAILABLE', 'The store does not answer. Try again later.', {}, cause);
  }
  return error;
}

const unreachable: ReadonlySet<string> = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
]);
