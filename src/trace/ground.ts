import { printSteps, type StepRow } from '../cypher';
import type { GraphStore } from '../store';
import type { Edge } from './edges';

/** One statement reads the edges of so many nodes; between two statements the clock is looked at. */
const chunk = 1_000;
/** So many edges are taken of one statement. */
const edgesAtOnce = 200_000;

/** The edges of the graph around some nodes, read as a search gets to them. Each node is read once. */
export class Ground {
  private readonly known = new Map<string, Edge>();
  private readonly incident = new Map<string, Edge[]>();
  private readonly read = new Set<string>();
  private readonly statement: string;

  /** @param types the kinds of edges that are read; at least one */
  constructor(
    private readonly store: GraphStore,
    types: readonly string[],
  ) {
    this.statement = printSteps(types);
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
      for (const id of taken) this.read.add(id);
      for (const row of rows) this.add(row, edges);
      if (taken.length < wanted.length || rows.length >= edgesAtOnce) return { edges, complete: false };
    }
    return { edges, complete: true };
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
