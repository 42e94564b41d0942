import type { GraphStore, Row, Statement, TextQuery } from '../store';
import { Turn, type Turns } from './turns';

/**
 * A store as one search asks it: in turn with all others, and for as long as somebody waits for the search. After each
 * answer the search has a slice of its own to work on it.
 */
export class SharedStore implements Pick<GraphStore, 'read' | 'findText'> {
  readonly turn: Turn;

  /**
   * @param source what is remembered of a store is kept by it
   * @param signal given when nobody waits for the search any more
   */
  constructor(
    readonly source: GraphStore,
    private readonly turns: Turns,
    private readonly signal?: AbortSignal,
  ) {
    this.turn = new Turn(turns, signal);
  }

  /** The same store for what others will use as well: it is asked on when whoever was first has gone. */
  get forAll(): SharedStore {
    return new SharedStore(this.source, this.turns);
  }

  /** Whether others were asking the same server just now. */
  get isBusy(): boolean {
    return this.turns.areShared;
  }

  async read(statement: Statement): Promise<readonly Row[]> {
    return this.inTurn(() => this.source.read(statement, this.signal));
  }

  async findText(query: TextQuery): Promise<readonly string[]> {
    return this.inTurn(() => this.source.findText(query, this.signal));
  }

  /**
   * Some rows at a time; each time they are asked for in turn.
   *
   * @param milliseconds after which a store that can do so ends the statement, and it rejects with REQUEST_ABORTED
   */
  async *stream(statement: Statement, milliseconds?: number): AsyncGenerator<readonly Row[]> {
    const limit = milliseconds === undefined ? [] : [AbortSignal.timeout(milliseconds)];
    const signal = AbortSignal.any([...(this.signal === undefined ? [] : [this.signal]), ...limit]);
    const batches = this.source.stream(statement, signal)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await this.inTurn(() => batches.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await batches.return?.();
    }
  }

  private async inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = await this.turns.statement(ask);
    await this.turn.next();
    return answer;
  }
}
