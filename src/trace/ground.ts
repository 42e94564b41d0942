import { printSteps, printTwoSteps, type StepRow } from '../cypher';
import type { GraphModel } from '../model';
import type { GraphStore } from '../store';
import type { Edge } from './edges';
import type { Spending } from './spending';

/** One statement reads the edges of so many nodes; between two statements the clock is looked at. */
const chunk = 1_000;
/** So many edges are taken of one statement. */
const edgesAtOnce = 200_000;
/** A second level is read with the first where it is of fewer nodes and edges. */
const ahead = { nodes: 500, edges: 5_000 };

interface TwoSteps {
  readonly steps: readonly StepRow[];
  readonly next: readonly string[];
  readonly nextSteps: readonly StepRow[];
}

/** The edges of the graph around some nodes, read as a search gets to them. Each node is read once. */
export class Ground {
  private readonly known = new Map<string, Edge>();
  private readonly incident = new Map<string, Edge[]>();
  private readonly read = new Set<string>();
  private readonly statement: string;
  private readonly twice: string;

  /** @param types the kinds of edges that are read; at least one */
  constructor(
    model: GraphModel,
    private readonly store: GraphStore,
    types: readonly string[],
  ) {
    this.statement = printSteps(types);
    const barred = [...model.kinds].filter(({ hub, evidence }) => hub || evidence);
    this.twice = printTwoSteps(
      types,
      barred.map(({ name }) => name),
    );
  }

  /** Whether the edges of a node have been read. */
  has(id: string): boolean {
    return this.read.has(id);
  }

  /** All edges of a node that are known: all there are where it was read. */
  edgesOf(id: string): readonly Edge[] {
    return this.incident.get(id) ?? [];
  }

  /**
   * Reads the edges of nodes, some at a time.
   *
   * @param take how many of them may be read now
   * @returns edges that are new, and whether all were read
   */
  async expand(
    ids: readonly string[],
    take: (ids: readonly string[]) => readonly string[],
  ): Promise<{ readonly edges: readonly Edge[]; readonly complete: boolean }> {
    const edges: Edge[] = [];
    const missing = ids.filter((id) => !this.read.has(id));
    for (let at = 0; at < missing.length; at += chunk) {
      const wanted = missing.slice(at, at + chunk);
      const taken = take(wanted);
      if (taken.length === 0) return { edges, complete: false };
      const rows = await this.rowsOf(taken);
      this.keep(taken, rows, edges);
      if (taken.length < wanted.length || rows.length >= edgesAtOnce) return { edges, complete: false };
    }
    return { edges, complete: true };
  }

  /**
   * Reads the edges of nodes, and with them those of the nodes around, where these are few and none of them is a hub.
   *
   * @param spending what both levels are taken from; that the second does not fit is no lack
   * @returns edges that are new
   */
  async expandTwice(ids: readonly string[], spending: Spending): Promise<readonly Edge[]> {
    const edges: Edge[] = [];
    const taken = spending.take(ids);
    if (taken.length === 0) return edges;
    const parameters = { ids: taken, limit: edgesAtOnce, wide: ahead.nodes, nextLimit: ahead.edges };
    const [row] = await this.store.read({ text: this.twice, parameters });
    const { steps, next, nextSteps } = row as unknown as TwoSteps;
    this.keep(taken, steps, edges);
    const around = next.filter((id) => !this.read.has(id));
    const isWhole = next.length <= ahead.nodes && nextSteps.length < ahead.edges;
    if (isWhole && spending.mayTake(around.length)) this.keep(spending.take(around), nextSteps, edges);
    return edges;
  }

  private keep(ids: readonly string[], rows: readonly StepRow[], found: Edge[]): void {
    for (const id of ids) this.read.add(id);
    for (const row of rows) this.add(row, found);
  }

  private async rowsOf(ids: readonly string[]): Promise<readonly StepRow[]> {
    const [row] = await this.store.read({ text: this.statement, parameters: { ids, limit: edgesAtOnce } });
    return row!['steps'] as readonly StepRow[];
  }

  private add([of, other, type, from, since, until, confidence, claimIds]: StepRow, found: Edge[]): void {
    const to = from === of ? other : of;
    const key = `${from} ${type} ${to}`;
    if (from === to || this.known.has(key)) return;
    const edge: Edge = {
      key,
      type,
      from,
      to,
      since: since ?? undefined,
      until: until ?? undefined,
      confidence: confidence ?? undefined,
      claimIds: claimIds ?? [],
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
