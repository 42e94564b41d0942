import { printManySteps, printMeeting, printSteps, printTwoSteps, type StepRow } from '../cypher';
import type { GraphModel } from '../model';
import type { Row, Statement } from '../store';
import { AnodeError } from '../errors';
import { flawless, type Judged } from './edges';
import { isNewTo } from './seen';
import type { SharedStore } from './shared-store';
import type { Spending } from './spending';

/** So long a store may take to plan a statement that is new to it, in milliseconds; more is the search's own time. */
const planning = 3_000;

/** One statement reads the edges of so many nodes; of fewer while others wait for the store. */
const chunk = 1_000;
const chunkBesideOthers = 100;
/** So many edges are taken of one statement. */
const edgesAtOnce = 200_000;
/** Where many edges are in a row, so many rows are taken at once. */
const rowsOfLists = 5;
/** From so many nodes a store goes on to see where two sides meet, and from fewer while others wait for it. */
const wide = 20_000;
const wideBesideOthers = 2_000;
/** A second level is read with the first where it is of fewer nodes and edges. */
const ahead = { nodes: 500, edges: 5_000 };

/**
 * The edges of the graph around some nodes, read as a search gets to them, and not judged yet. Each node is read once.
 */
export class Ground {
  private readonly known = new Map<string, Judged>();
  private readonly incident = new Map<string, Judged[]>();
  private readonly read = new Set<string>();
  private readonly statement: string;
  private readonly ofHubs: string;
  private readonly twice: string;
  private readonly meeting: string;

  /** @param types the kinds of edges that are read; at least one */
  constructor(
    private readonly model: GraphModel,
    private readonly store: SharedStore,
    types: readonly string[],
  ) {
    this.statement = printSteps(types);
    this.ofHubs = printManySteps(types);
    const barred = [...model.kinds].filter(({ hub, evidence }) => hub || evidence);
    const labels = barred.map(({ name }) => name);
    this.twice = printTwoSteps(types, labels);
    this.meeting = printMeeting(types, labels);
  }

  /** Whether the edges of a node have been read. */
  has(id: string): boolean {
    return this.read.has(id);
  }

  /** All edges of a node that are known: all there are where it was read. */
  edgesOf(id: string): readonly Judged[] {
    return this.incident.get(id) ?? [];
  }

  /**
   * Reads the edges of nodes, some at a time.
   *
   * @returns edges that are new, and whether all were read
   */
  async expand(
    ids: readonly string[],
    spending: Spending,
  ): Promise<{ readonly edges: readonly Judged[]; readonly complete: boolean }> {
    const edges: Judged[] = [];
    const missing = ids.filter((id) => !this.read.has(id));
    for (let at = 0; at < missing.length;) {
      const wanted = missing.slice(at, at + (this.store.isBusy ? chunkBesideOthers : chunk));
      at += wanted.length;
      const taken = spending.take(wanted);
      if (taken.length === 0) return { edges, complete: false };
      const isWhole = await this.readEdges(taken, spending, edges);
      if (taken.length < wanted.length || !isWhole) return { edges, complete: false };
    }
    return { edges, complete: true };
  }

  /**
   * Reads the edges of nodes, and with them those of the nodes around, where these are few and none of them is a hub.
   *
   * @param spending what both levels are taken from; that the second does not fit is no lack
   * @returns edges that are new
   */
  async expandTwice(ids: readonly string[], spending: Spending): Promise<readonly Judged[]> {
    const edges: Judged[] = [];
    const taken = spending.take(ids);
    if (taken.length === 0) return edges;
    const parameters = { ids: taken, limit: edgesAtOnce, wide: ahead.nodes, nextLimit: ahead.edges };
    const asked = new Set(taken);
    const around = new Set<string>();
    const second: StepRow[] = [];
    for await (const rows of this.stepsOf(this.twice, parameters, spending, rowsOfLists))
      for (const row of rows) {
        const [of, other] = row;
        if (!asked.has(of)) second.push(row);
        else {
          this.add(row, edges);
          if (this.mayGoOnFrom(other)) around.add(other);
        }
      }
    for (const id of taken) this.read.add(id);
    const missing = [...around].filter((id) => !this.read.has(id));
    const isWhole = around.size <= ahead.nodes && second.length < ahead.edges;
    if (!isWhole || !spending.mayTake(missing.length)) return edges;
    for (const id of spending.take(missing)) this.read.add(id);
    for (const row of second) this.add(row, edges);
    return edges;
  }

  /**
   * Reads all edges that may be on ways of up to four hops between two sets of nodes across none but those that may be gone on from.
   *
   * @returns edges that are new, and which of the ends are there; undefined where there is too much around them
   */
  async meet(
    from: readonly string[],
    to: readonly string[],
    spending: Spending,
  ): Promise<{ readonly edges: readonly Judged[]; readonly known: readonly string[] } | undefined> {
    const ends = [...from, ...to];
    const most = Math.min(this.store.isBusy ? wideBesideOthers : wide, spending.nodesLeft - ends.length);
    if (most <= 0) return undefined;
    const parameters = { from, to, ends, wide: most };
    const edges: Judged[] = [];
    let known: readonly string[] = [];
    for await (const rows of this.rowsOf(
      { text: this.meeting, parameters, rowsAtOnce: rowsOfLists },
      spending,
    ))
      for (const row of rows) {
        const expanded = row['expanded'] as number;
        if (expanded > most) return undefined;
        if (known.length === 0) spending.count(expanded + ends.length);
        known = row['known'] as readonly string[];
        for (const step of row['steps'] as readonly StepRow[]) this.add(step, edges);
      }
    return { edges, known };
  }

  /** The nodes at the ends of all edges that are known. */
  get nodes(): readonly string[] {
    return [...this.incident.keys()];
  }

  /** Reads all edges of nodes. False where there are more than can be taken, or more than there is time for. */
  private async readEdges(ids: readonly string[], spending: Spending, found: Judged[]): Promise<boolean> {
    let count = 0;
    for (const id of ids) this.read.add(id);
    const hasHub = ids.some((id) => this.model.kindOfId(id)?.hub === true);
    const parameters = { ids, limit: edgesAtOnce };
    const steps = hasHub
      ? this.stepsOf(this.ofHubs, parameters, spending)
      : this.stepsOf(this.statement, parameters, spending, rowsOfLists);
    for await (const rows of steps) {
      for (const row of rows) this.add(row, found);
      count += rows.length;
      if (count >= edgesAtOnce) return false;
    }
    return !spending.isLate();
  }

  private async *stepsOf(
    text: string,
    parameters: Readonly<Record<string, unknown>>,
    spending: Spending,
    rowsAtOnce?: number,
  ): AsyncGenerator<readonly StepRow[]> {
    const statement = { text, parameters, ...(rowsAtOnce !== undefined && { rowsAtOnce }) };
    for await (const rows of this.rowsOf(statement, spending))
      yield rows.flatMap(({ steps }) => steps as readonly StepRow[]);
  }

  /**
   * The rows of a statement, which is ended when the time of the search is over: what it gave until then is used. What a store takes to
   * plan a statement that is new to it is not the search's time.
   */
  private async *rowsOf(statement: Statement, spending: Spending): AsyncGenerator<readonly Row[]> {
    const { ids, ends } = statement.parameters as Readonly<Record<string, readonly string[] | undefined>>;
    let toPlan = isNewTo(this.store, statement.text, (ids ?? ends)!.length) ? planning : 0;
    const began = performance.now();
    try {
      for await (const rows of this.store.stream(statement, spending.millisecondsLeft + toPlan)) {
        spending.forgive(Math.min(toPlan, performance.now() - began));
        toPlan = 0;
        yield rows;
      }
    } catch (error) {
      const isOurs = error instanceof AnodeError && error.code === 'REQUEST_ABORTED' && spending.isLate();
      if (!isOurs) throw error;
      spending.ranOut = true;
    }
  }

  /** Hubs and evidence are not gone on from, as the statement knows. */
  private mayGoOnFrom(id: string): boolean {
    const kind = this.model.kindOfId(id);
    return kind !== undefined && !kind.hub && !kind.evidence;
  }

  private add([of, other, type, from, since, until, confidence, claimIds]: StepRow, found: Judged[]): void {
    const to = from === of ? other : of;
    const key = `${from} ${type} ${to}`;
    if (from === to || this.known.has(key)) return;
    const edge: Judged = {
      key,
      type,
      from,
      to,
      since: since ?? undefined,
      until: until ?? undefined,
      confidence: confidence ?? undefined,
      claimIds: claimIds ?? [],
      origins: undefined,
      flaws: flawless,
    };
    this.known.set(key, edge);
    found.push(edge);
    for (const end of [from, to]) {
      const list = this.incident.get(end);
      if (list === undefined) this.incident.set(end, [edge]);
      else list.push(edge);
    }
  }
}
