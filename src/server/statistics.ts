import type { Logger } from 'pino';
import { printCounts, type Counts } from '../cypher';
import type { GraphModel } from '../model';
import type { Statistics } from '../plan';
import type { GraphStore, Row } from '../store';

/** What a type is taken to hold while nobody has counted it: a graph well beyond the ones that are small. */
export const uncounted: Statistics = { nodes: () => 100_000, edges: () => 300_000 };

/** How long figures serve before they are read anew, in milliseconds. */
const interval = 600_000;

/** The same where there are none yet. */
const soon = 10_000;

/**
 * The figures of a store, read at the start and anew every ten minutes, beside the requests. Where that fails, those
 * that are there stay.
 */
export class StoreStatistics implements Statistics {
  private known = uncounted;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly model: GraphModel,
    private readonly store: GraphStore,
    private readonly logger: Logger,
  ) {}

  nodes(type: string): number {
    return this.known.nodes(type);
  }

  edges(type: string): number {
    return this.known.edges(type);
  }

  /** Resolves when the store has been counted, or could not be. */
  async start(): Promise<void> {
    try {
      this.known = await readStatistics(this.model, this.store);
    } catch (error) {
      if (!this.stopped) this.logger.warn({ err: error }, 'counting the store failed; the figures stay');
    }
    const pause = this.known === uncounted ? soon : interval;
    // It must not keep the process alive.
    if (!this.stopped) this.timer = setTimeout(() => void this.start(), pause).unref();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}

/** Counts a store. */
export async function readStatistics(model: GraphModel, store: GraphStore): Promise<Statistics> {
  const figures = { nodes: new Map<string, number>(), edges: new Map<string, number>() };
  for (const { of, statement, columns } of printCounts(model)) {
    const [row] = await store.read(statement);
    addUp(figures[of], columns, row!);
  }
  return {
    nodes: (type) => figures.nodes.get(type) ?? 0,
    edges: (type) => figures.edges.get(type) ?? 0,
  };
}

function addUp(figures: Map<string, number>, columns: Counts['columns'], row: Row): void {
  for (const { column, type } of columns)
    figures.set(type, (figures.get(type) ?? 0) + (row[column] as number));
}
