import type { Layer } from '../assembly';
import { AnodeError } from '../errors';
import {
  beginningOf,
  commonOf,
  parametersOfEqual,
  parametersOfSeveral,
  type Parameters,
  type Several,
} from '../plan';
import type { GraphStore } from '../store';

/** What may be read together, in rows that the store may touch: some tens of milliseconds. */
const maxTogether = 32_000;

/** So many statements of one kind are under way at once before further requests wait to be read together. */
const maxUnderWay = 2;

/** Reads by one statement of an operation. */
export type Reader = (store: GraphStore, parameters: Parameters, signal?: AbortSignal) => Promise<Layer>;

/** How an operation is read. */
interface Reading {
  readonly several: Several;
  /** For one request, or for several that begin at the same. */
  readonly alone: Reader;
  /** For several requests. */
  readonly together: Reader;
}

/** A request that waits to be read. */
interface Waiting {
  readonly parameters: Parameters;
  /** Where it begins. */
  readonly beginning: string;
  readonly cost: number;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (assembled: Assembled) => void;
  readonly reject: (error: unknown) => void;
}

type Assembled = ReturnType<Layer>;

/**
 * Reads requests of one operation together: one statement for several of them, which takes the store and the driver little
 * more than one of them does. A request never waits for others to come. It is read at once, with whatever came in the same
 * turn of the event loop; only where so many statements of its kind are under way, it waits for one of them, together with
 * those that come meanwhile.
 */
export class Gathering {
  private readonly groups = new WeakMap<GraphStore, Map<string, Group>>();

  constructor(private readonly reading: Reading) {}

  /** @param cost of the request, in rows. One that costs much is read with none but those that begin at the same. */
  async read(
    store: GraphStore,
    parameters: Parameters,
    cost: number,
    signal: AbortSignal | undefined,
  ): Promise<Assembled> {
    const beginning = beginningOf(this.reading.several, parameters);
    const common = commonOf(this.reading.several, parameters);
    const group = this.groupOf(store, 2 * cost > maxTogether ? `${common} ${beginning}` : common);
    return new Promise((resolve, reject) => {
      group.add({ parameters, beginning, cost, signal, resolve, reject });
    });
  }

  private groupOf(store: GraphStore, key: string): Group {
    let groups = this.groups.get(store);
    if (groups === undefined) {
      groups = new Map();
      this.groups.set(store, groups);
    }
    let group = groups.get(key);
    if (group === undefined) {
      group = new Group(store, this.reading, () => groups.delete(key));
      groups.set(key, group);
    }
    return group;
  }
}

/** The requests of one operation that can be read together. */
class Group {
  private waiting: Waiting[] = [];
  private underWay = 0;
  private begins = false;

  constructor(
    private readonly store: GraphStore,
    private readonly reading: Reading,
    private readonly emptied: () => void,
  ) {}

  add(request: Waiting): void {
    this.waiting.push(request);
    this.begin();
  }

  /** Begins with those that wait once this turn of the event loop has brought all that it brings. */
  private begin(): void {
    if (this.begins || this.underWay >= maxUnderWay) return;
    this.begins = true;
    setImmediate(() => {
      this.begins = false;
      void this.next();
    });
  }

  private async next(): Promise<void> {
    const requests = this.take();
    if (requests.length > 0) {
      this.underWay++;
      await this.readAll(requests);
      this.underWay--;
    }
    if (this.waiting.length > 0) this.begin();
    else if (this.underWay === 0 && !this.begins) this.emptied();
  }

  /** As many as may be read together, in the order in which they came. What begins at the same costs nothing more. */
  private take(): Waiting[] {
    let cost = 0;
    const beginnings = new Set<string>();
    const end = this.waiting.findIndex((request) => {
      if (beginnings.has(request.beginning)) return false;
      beginnings.add(request.beginning);
      cost += request.cost;
      return beginnings.size > 1 && cost > maxTogether;
    });
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end);
  }

  private async readAll(requests: readonly Waiting[]): Promise<void> {
    const [first, ...others] = requests.filter(({ signal }) => signal?.aborted !== true);
    const alone = requests.filter(({ signal }) => signal?.aborted === true);
    if (first === undefined || others.length === 0) await this.eachAlone(requests);
    else await Promise.all([this.eachAlone(alone), this.together([first, ...others])]);
  }

  private async together(requests: readonly [Waiting, ...Waiting[]]): Promise<void> {
    const { several, alone, together } = this.reading;
    const [first, ...others] = requests;
    const each = [first.parameters, ...others.map(({ parameters }) => parameters)] as const;
    const areEqual = others.every(({ beginning }) => beginning === first.beginning);
    const left = areEqual ? allLeft(requests.map(({ signal }) => signal)) : undefined;
    try {
      const assembled = areEqual
        ? await alone(this.store, parametersOfEqual(several, each), left)
        : await together(this.store, parametersOfSeveral(several, each));
      for (const request of requests) request.resolve(assembled(request.parameters));
    } catch (error) {
      // One of them may be to blame, and then the others are to have their answers; a store that is away is away for all.
      if (error instanceof AnodeError && error.code === 'STORE_UNAVAILABLE')
        for (const { reject } of requests) reject(error);
      else await this.eachAlone(requests);
    }
  }

  private async eachAlone(requests: readonly Waiting[]): Promise<void> {
    const { store, reading } = this;
    await Promise.all(
      requests.map(({ parameters, signal, resolve, reject }) =>
        reading
          .alone(store, parameters, signal)
          .then((assembled) => assembled(parameters))
          .then(resolve, reject),
      ),
    );
  }
}

/** Given when each of these is; never, where one of them is none. */
function allLeft(signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  const leaving = new AbortController();
  let staying = signals.length;
  for (const signal of signals)
    signal?.addEventListener('abort', () => {
      if (--staying === 0) leaving.abort();
    });
  return leaving.signal;
}
