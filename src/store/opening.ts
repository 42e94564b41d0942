import { AnodeError } from '../errors';
import type { Capabilities } from '../plan';
import { within } from './patience';
import type {
  Definition,
  GraphStore,
  Row,
  Statement,
  StoreTraits,
  TextIndex,
  TextQuery,
  Transaction,
} from './store';

/** How long after a failed try the next one is made, in milliseconds. */
const pause = 2_000;

/** How long a use of the store waits for it to be open, in milliseconds; filling an empty one may take longer. */
const patience = 2_500;

/**
 * A store that may not be there yet. It is opened when it is first used, and again and again until that succeeds;
 * meanwhile every use is rejected with the reason, so that the server can say why it is not ready.
 */
export class OpeningStore implements GraphStore {
  private opened: GraphStore | undefined;
  private opening: Promise<GraphStore> | undefined;
  private failure: { readonly error: Error; readonly at: number } | undefined;
  private closed = false;

  readonly description: string;
  readonly capabilities: Capabilities;

  /** @param openStore opens the store and makes it ready for use */
  constructor(
    { description, capabilities }: StoreTraits,
    private readonly openStore: () => Promise<GraphStore>,
  ) {
    this.description = description;
    this.capabilities = capabilities;
  }

  /** Resolves when the store is open, however long that takes. Rejects when it cannot be opened now. */
  async ready(): Promise<void> {
    await this.open();
  }

  async prepare(definitions: readonly Definition[], textIndexes?: readonly TextIndex[]): Promise<void> {
    await (await this.store()).prepare(definitions, textIndexes);
  }

  async beginBulk(textIndexes: readonly TextIndex[]): Promise<void> {
    await (await this.store()).beginBulk(textIndexes);
  }

  async findText(query: TextQuery, signal?: AbortSignal): Promise<readonly string[]> {
    return (await this.store()).findText(query, signal);
  }

  async read(statement: Statement, signal?: AbortSignal): Promise<readonly Row[]> {
    return (await this.store()).read(statement, signal);
  }

  async *stream(statement: Statement, signal?: AbortSignal): AsyncGenerator<readonly Row[]> {
    yield* (await this.store()).stream(statement, signal);
  }

  async profile(statement: Statement): Promise<string> {
    return (await this.store()).profile(statement);
  }

  async write(statements: readonly Statement[], progress?: (done: number) => void): Promise<void> {
    await (await this.store()).write(statements, progress);
  }

  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return (await this.store()).transaction(work);
  }

  async check(): Promise<void> {
    await (await this.store()).check();
  }

  async close(): Promise<void> {
    this.closed = true;
    const store = await this.opening?.catch(() => undefined);
    await store?.close();
  }

  private async store(): Promise<GraphStore> {
    if (this.opened !== undefined && !this.closed) return this.opened;
    return within(patience, this.open(), 'The store is being made ready. Try again later.');
  }

  private open(): Promise<GraphStore> {
    if (this.closed) return Promise.reject(new AnodeError('STORE_UNAVAILABLE', 'The store is closed.'));
    if (this.failure !== undefined && Date.now() - this.failure.at < pause)
      return Promise.reject(this.failure.error);
    this.opening ??= this.openStore().then(
      (store) => {
        this.failure = undefined;
        return (this.opened = store);
      },
      (error: unknown) => {
        this.opening = undefined;
        this.failure = { error: error as Error, at: Date.now() };
        throw error;
      },
    );
    return this.opening;
  }
}
