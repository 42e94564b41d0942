import { AnodeError } from '../errors';
import type { GraphStore, Row, Statement } from './store';

/** How long after a failed try the next one is made, in milliseconds. */
const pause = 2_000;

/**
 * A store that may not be there yet. It is opened when it is first used, and again and again until that succeeds;
 * meanwhile every use is rejected with the reason, so that the server can say why it is not ready.
 */
export class OpeningStore implements GraphStore {
  private opened: GraphStore | undefined;
  private opening: Promise<GraphStore> | undefined;
  private failure: { readonly error: Error; readonly at: number } | undefined;
  private closed = false;

  /** @param open opens the store and makes it ready for use */
  constructor(
    readonly description: string,
    private readonly open: () => Promise<GraphStore>,
  ) {}

  async prepare(definitions: readonly string[]): Promise<void> {
    await (await this.store()).prepare(definitions);
  }

  async read(statement: Statement): Promise<readonly Row[]> {
    return (this.opened ?? (await this.store())).read(statement);
  }

  async write(statements: readonly Statement[], progress?: (done: number) => void): Promise<void> {
    await (await this.store()).write(statements, progress);
  }

  async check(): Promise<void> {
    await (await this.store()).check();
  }

  async close(): Promise<void> {
    this.closed = true;
    const store = await this.opening?.catch(() => undefined);
    await store?.close();
  }

  private store(): Promise<GraphStore> {
    if (this.closed) return Promise.reject(new AnodeError('STORE_UNAVAILABLE', 'The store is closed.'));
    if (this.failure !== undefined && Date.now() - this.failure.at < pause)
      return Promise.reject(this.failure.error);
    this.opening ??= this.open().then(
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
