import type { Assembly, Layer } from '../assembly';
import { printRead } from '../cypher';
import { parametersOfSeveral, planOfSeveral, type Parameters, type Plan, type Several } from '../plan';
import { AnodeError } from '../errors';
import type { GraphStore, Statement } from '../store';

/** What may be read together, in rows that the store may touch: some ten milliseconds. */
const maxTogether = 10_000;

/** So many statements of one kind are under way at once before further requests wait to be read together. */
const maxUnderWay = 4;

/** A request that waits to be read. */
interface Waiting {
  readonly parameters: Parameters;
  readonly cost: number;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (assembled: Assembled) => void;
  readonly reject: (error: unknown) => void;
}

type Assembled = ReturnType<Layer>;

/**
 * Reads requests of one operation together, where these begin at ids: one statement for several of them, which takes the
 * store and the driver little more than one of them does. A request never waits for others to come. It is read at once,
 * with whatever came in the same turn of the event loop; only where four statements of its kind are under way, it waits for
 * one of them, together with those that come meanwhile.
 */
export class Gathering {
  private readonly groups = new WeakMap<GraphStore, Map<string, Group>>();
  private readonly reading: Reading;

  /** Undefined for a plan that does not begin at ids. */
  static of(plan: Plan, statement: string, assemble: Assembly): Gathering | undefined {
    const several = planOfSeveral(plan);
    return several && new Gathering(several, statement, assemble);
  }

  private constructor(several: Several, alone: string, assemble: Assembly) {
    this.reading = { several, alone, together: printRead(several.plan), assemble };
  }

  /** @param cost of the request, in rows. One that costs much is read alone: nobody has to wait for it. */
  async read(
    store: GraphStore,
    parameters: Parameters,
    cost: number,
    signal: AbortSignal | undefined,
  ): Promise<Assembled> {
    if (2 * cost > maxTogether) return readAlone(store, this.reading, parameters, signal);
    const group = this.groupOf(store, parameters);
    return new Promise((resolve, reject) => {
      group.add({ parameters, cost, signal, resolve, reject });
    });
  }

  private groupOf(store: GraphStore, parameters: Parameters): Group {
    let groups = this.groups.get(store);
    if (groups === undefined) {
      groups = new Map();
      this.groups.set(store, groups);
    }
    const key = this.keyOf(parameters);
    let group = groups.get(key);
    if (group === undefined) {
      group = new Group(store, this.reading, () => groups.delete(key));
      groups.set(key, group);
    }
    return group;
  }

  private keyOf(parameters: Parameters): string {
    const { ids } = this.reading.several;
    return JSON.stringify(Object.entries(parameters).filter(([name]) => !ids.includes(name)));
  }
}

/** How one operation is read. */
interface Reading {
  readonly several: Several;
  /** The statement for one request. */
  readonly alone: string;
  /** The statement for several of them. */
  readonly together: string;
  readonly assemble: Assembly;
}

/** The requests of one operation that differ in nothing but their ids. */
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

  /** As many as may be read together, in the order in which they came. */
  private take(): Waiting[] {
    let cost = 0;
    const end = this.waiting.findIndex((request) => (cost += request.cost) > maxTogether);
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end);
  }

  private async readAll(requests: readonly Waiting[]): Promise<void> {
    const [first, ...others] = requests.filter(({ signal }) => signal?.aborted !== true);
    const alone = requests.filter(({ signal }) => signal?.aborted === true);
    if (first === undefined || others.length === 0) await this.eachAlone(requests);
    else await Promise.all([this.eachAlone(alone), this.together([first, ...others])]);
  }

  private async together(requests: readonly [Waiting, ...Waiting[]]): Promise<void> {
    const { several, together, assemble } = this.reading;
    const [first, ...others] = requests;
    const parameters = parametersOfSeveral(several.ids, [
      first.parameters,
      ...others.map((request) => request.parameters),
    ]);
    try {
      const assembled = assemble(await rowOf(this.store, { text: together, parameters }), parameters);
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
        readAlone(store, reading, parameters, signal).then(resolve, reject),
      ),
    );
  }
}

async function readAlone(
  store: GraphStore,
  { alone, assemble }: Pick<Reading, 'alone' | 'assemble'>,
  parameters: Parameters,
  signal: AbortSignal | undefined,
): Promise<Assembled> {
  const row = await rowOf(store, { text: alone, parameters }, signal);
  return assemble(row, parameters)(parameters);
}

const rowOf = async (store: GraphStore, statement: Statement, signal?: AbortSignal) => {
  const [row] = await store.read(statement, signal);
  return row!;
};
