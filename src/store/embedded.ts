import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GrafeoDB, type GrafeoValue } from '@grafeo-db/js';
import { AnodeError } from '../errors';
import type { GraphStore, Row, Statement } from './store';

/** The log of writes is folded into the file after a minute or 16 MiB; without triggers it would grow for ever. */
const checkpointTriggers = { intervalMs: 60_000, walBytes: 16 * 1024 * 1024 };

const writeAttempts = 6;

/**
 * The embedded engine, in memory or in one file that this process owns alone. Writers of this process queue up; reads
 * see the last commit. It has no time limit for queries and cannot stop one.
 */
export class EmbeddedStore implements GraphStore {
  readonly description: string;
  private readonly db: GrafeoDB;
  private lastWrite: Promise<void> = Promise.resolve();
  private closed = false;

  /** @param file where the graph is kept; without it, in memory */
  constructor(file?: string) {
    this.description = file === undefined ? 'embedded, in memory' : `embedded, in ${file}`;
    this.db = open(file);
  }

  async prepare(definitions: readonly string[]): Promise<void> {
    for (const text of definitions) await this.db.executeCypher(text);
  }

  async read({ text, parameters }: Statement): Promise<readonly Row[]> {
    await this.check();
    const result = await this.db.executeCypher(text, parameters);
    return result.toArray().map((row) => toPlain(row) as Row);
  }

  async write(statements: readonly Statement[], progress?: (done: number) => void): Promise<void> {
    await this.check();
    const write = this.lastWrite.then(() => this.writeRetrying(statements, progress));
    this.lastWrite = write.catch(() => undefined);
    return write;
  }

  check(): Promise<void> {
    if (!this.closed) return Promise.resolve();
    return Promise.reject(new AnodeError('STORE_UNAVAILABLE', 'The store is closed.'));
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.lastWrite;
    this.db.close();
  }

  private async writeRetrying(
    statements: readonly Statement[],
    progress?: (done: number) => void,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.writeOnce(statements, progress);
        return;
      } catch (error) {
        if (!isWriteConflict(error)) throw error;
        if (attempt === writeAttempts) {
          throw new AnodeError(
            'STORE_CONFLICT',
            'The write met other writes; nothing was written.',
            {},
            { cause: error },
          );
        }
        await pause(5 * 2 ** attempt * Math.random());
      }
    }
  }

  private async writeOnce(
    statements: readonly Statement[],
    progress?: (done: number) => void,
  ): Promise<void> {
    const transaction = this.db.beginTransaction();
    try {
      for (const [at, { text, parameters }] of statements.entries()) {
        await transaction.executeCypher(text, parameters);
        progress?.(at + 1);
      }
      transaction.commit();
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
  }
}

function open(file: string | undefined): GrafeoDB {
  if (file === undefined) return GrafeoDB.create();
  mkdirSync(dirname(file), { recursive: true });
  try {
    const db = GrafeoDB.create(file);
    db.setCheckpointTriggers(checkpointTriggers);
    return db;
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('cannot be locked'))) throw error;
    throw new AnodeError(
      'STORE_LOCKED',
      `The embedded store ${file} is in use by another process. Stop that one, or give this one another place with DATA_FILE.`,
      { argument: 'DATA_FILE', given: file, allowed: 'a file that no other process has open' },
      { cause: error },
    );
  }
}

const isWriteConflict = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('GRAFEO-T001');

/** The engine gives integers past 2^53 as bigint; the graph keeps doubles, so nothing is lost that was there. */
function toPlain(value: GrafeoValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, toPlain(item as GrafeoValue)]),
    );
  }
  return value;
}
