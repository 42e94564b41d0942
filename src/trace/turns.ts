import { availableParallelism } from 'node:os';
import { AnodeError } from '../errors';

/** So long one search works before the event loop turns and others work, in milliseconds. */
const slice = 1;
/** So long a search steps back, at most, before a slice or a statement while others are being answered, in milliseconds. */
const patience = 5;
/** For so long after the last of them was answered, others are to be reckoned with, in milliseconds. */
const memory = 50;
/** After so many steps of a search, the clock is looked at. */
const stepsBetweenLooks = 16;

/**
 * The turns that all searches of a process take. Between two turns of the event loop one of them works, for one slice; in the
 * store, so many statements of theirs run at once that half of the processors are left to others. While anything else is being read,
 * they step back before each slice and each statement, but not for ever.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private readonly statements: Slots;
  private readonly others = new Others();

  constructor(statementsAtOnce = Math.max(1, Math.floor(availableParallelism() / 2))) {
    this.statements = new Slots(statementsAtOnce);
  }

  /** Whether others were being answered just now, so that a search had better ask for little at once. */
  get areShared(): boolean {
    return this.others.werePresent;
  }

  /** Reads what is no search's. */
  before<T>(read: () => Promise<T>): Promise<T> {
    return this.others.present(read);
  }

  /** Resolves when it is the turn of whoever asks, in the order of asking. */
  slice(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (this.waiting.length === 1) setImmediate(this.pass);
    });
  }

  /** Asks a store when it is the turn of whoever asks. What is asked must end by itself. */
  async statement<T>(ask: () => Promise<T>): Promise<T> {
    await this.statements.take();
    try {
      await this.others.gone();
      return await ask();
    } finally {
      this.statements.give();
    }
  }

  /** Immediates that are set while immediates run wait for the next turn of the loop, and so for all that came in. */
  private readonly pass = (): void => {
    void this.others.gone().then(() => {
      this.waiting.shift()!();
      if (this.waiting.length > 0) setImmediate(this.pass);
    });
  };
}

/** Those that are read for without a search. */
class Others {
  private count = 0;
  private lastGone = -Infinity;
  private readonly waiting = new Set<() => void>();

  get werePresent(): boolean {
    return this.count > 0 || performance.now() - this.lastGone < memory;
  }

  async present<T>(read: () => Promise<T>): Promise<T> {
    this.count++;
    try {
      return await read();
    } finally {
      this.count--;
      this.lastGone = performance.now();
      if (this.count === 0) for (const resolve of [...this.waiting]) resolve();
    }
  }

  /** Resolves when none of them is there, or one has waited long enough. */
  gone(): Promise<void> {
    if (this.count === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(limit);
        this.waiting.delete(done);
        resolve();
      };
      const limit = setTimeout(done, patience);
      this.waiting.add(done);
    });
  }
}

/** What only some may have at once is given in the order of asking. */
class Slots {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free--;
    else
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
  }

  give(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free++;
    else next();
  }
}

/** The turns of one search. Loops ask `isOver` at each step, and wait for `next` where it is. */
export class Turn {
  private steps = 0;
  private ends = 0;

  /** @param signal given when nobody waits for the search any more */
  constructor(
    private readonly turns: Turns,
    private readonly signal?: AbortSignal,
  ) {}

  /** Whether the search has worked for its slice. */
  isOver(): boolean {
    return ++this.steps % stepsBetweenLooks === 0 && performance.now() >= this.ends;
  }

  /** Waits for the next slice. Rejects with REQUEST_ABORTED where nobody waits for the search any more. */
  async next(): Promise<void> {
    this.mustBeWaitedFor();
    await this.turns.slice();
    this.mustBeWaitedFor();
    this.ends = performance.now() + slice;
  }

  private mustBeWaitedFor(): void {
    if (this.signal?.aborted) throw new AnodeError('REQUEST_ABORTED', 'Whoever asked has gone.');
  }
}
