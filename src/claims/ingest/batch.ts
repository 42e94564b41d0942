import { countChange, noteChange, printChange, takeLock, writeMark } from '../../cypher';
import type { Graph, GraphChange, GraphModel } from '../../model';
import type { GraphStore, Statement } from '../../store';
import type { Decisions } from '../curation';
import { differenceOf } from '../difference';
import { mergeEvidence, type Evidence } from '../evidence';
import { materialisePart } from '../materialise';
import { evidenceOf } from '../stored';
import { compare, type Comparison } from './comparison';
import type { Doubts } from './doubts';
import { PartReader, type Run } from './part-reader';
import type { LocatedRecord } from './record';
import { KnownGraph } from './surroundings';
import { touchedSubjects } from './touched';

/** What one batch did. */
export interface BatchReport extends Found {
  /** How many nodes and edges were written, and how many removed. */
  readonly put: number;
  readonly dropped: number;
}

/** What is written beside a batch, under an id of its own. */
export interface Mark {
  readonly id: string;
  readonly properties: object;
}

/** What is found before anything is written. */
interface Found {
  readonly comparison: Comparison;
  /** The version of the graph before and after the batch. */
  readonly before: number;
  readonly after: number;
}

interface BatchOptions {
  readonly mark?: (found: Found) => Mark;
  /** Finds the new entities of which it is not clear who they are; they are left out. */
  readonly doubts?: ((run: Run, decisions: Decisions) => Doubts) | undefined;
  readonly progress?: Progress | undefined;
}

/** Told how many statements of a batch have been run. */
export type Progress = (done: number, total: number) => void;

/** Writes records in batches, each of them one transaction, under a lock: whoever else writes evidence waits for its turn. */
export class BatchWriter {
  private readonly known: KnownGraph;

  constructor(
    readonly model: GraphModel,
    private readonly store: GraphStore,
  ) {
    this.known = new KnownGraph(model);
  }

  /**
   * Writes records and all that is made of them, and of what the store holds about the same subjects. Records that refer
   * to what is not there are left out and told.
   */
  async write(records: readonly LocatedRecord[], options: BatchOptions = {}): Promise<BatchReport> {
    try {
      const report = await this.store.transaction((transaction) =>
        this.writeIn((statement) => transaction.run(statement), records, options),
      );
      const { changed } = report.comparison;
      this.known.note(report.after, namesOf(changed), evidenceIn(changed));
      return report;
    } catch (error) {
      this.known.forget();
      throw error;
    }
  }

  /** Writes a mark and nothing else. */
  async mark({ id, properties }: Mark): Promise<void> {
    await this.store.write([takeLock, writeMark(id, properties)]);
  }

  private async writeIn(
    run: Run,
    records: readonly LocatedRecord[],
    { mark, progress, doubts }: BatchOptions,
  ): Promise<BatchReport> {
    const [lock] = await run(takeLock);
    const before = lock!['version'] as number;
    await this.known.refresh(before, run);
    const { comparison, change } = await this.changeFor(records, run, doubts?.(run, this.known.decided));
    const statements = printChange(this.model, change);
    await runAll(run, statements, progress);
    const found = { comparison, before, after: statements.length === 0 ? before : before + 1 };
    if (statements.length > 0) await this.tellOthers(found, run);
    if (mark !== undefined) {
      const { id, properties } = mark(found);
      await run(writeMark(id, properties));
    }
    return { ...found, ...sizesOf(change) };
  }

  /** That the graph is another now, and what of the evidence is, unless that is much. */
  private async tellOthers({ comparison: { changed }, after }: Found, run: Run): Promise<void> {
    await run(countChange);
    if (changed.length > mostNoted) return;
    const ids = changed.map(({ row }) => row.id);
    for (const statement of noteChange(after, ids)) await run(statement);
  }

  private async changeFor(
    records: readonly LocatedRecord[],
    run: Run,
    doubts: Doubts | undefined,
  ): Promise<{ comparison: Comparison; change: Required<GraphChange> }> {
    const reader = new PartReader(this.model, run);
    const findExisting = async (ids: readonly string[]): Promise<(id: string) => boolean> => {
      await this.known.learn(ids, run);
      return (id) => this.known.names.has(id);
    };
    const comparison = await compare(this.model, records, reader, findExisting, doubts);
    if (comparison.changed.length === 0) return { comparison, change: differenceOf(nothing, nothing) };
    const touched = await touchedSubjects(this.model, comparison, this.known, reader);
    const own = comparison.changed.filter(({ kind }) => kind === 'source' || kind === 'decision');
    const part = await reader.partOf(touched);
    const before = joined(part, await reader.graph(own.map(({ row }) => row.id)));
    const evidence = mergeEvidence(evidenceOf(this.model, before), evidenceIn(comparison.changed));
    const surroundings = await this.known.surroundingsOf(evidence, run);
    const after = materialisePart(this.model, evidence, { ...surroundings, aside: part.aside });
    return { comparison, change: differenceOf(before, after) };
  }
}

/** Whoever imports a file again compares all of it after a write of more records than this. */
const mostNoted = 1_000;

const nothing: Graph = { nodes: new Map(), edges: new Map() };

const joined = (a: Graph, b: Graph): Graph => ({
  nodes: new Map([...a.nodes, ...b.nodes]),
  edges: new Map([...a.edges, ...b.edges]),
});

async function runAll(run: Run, statements: readonly Statement[], progress?: Progress): Promise<void> {
  for (const [at, statement] of statements.entries()) {
    await run(statement);
    progress?.(at + 1, statements.length);
  }
}

const sizesOf = (change: Required<GraphChange>): Pick<BatchReport, 'put' | 'dropped'> => ({
  put:
    change.newNodes.length + change.newEdges.length + change.changedNodes.length + change.changedEdges.length,
  dropped: change.dropNodes.length + change.dropEdges.length,
});

function evidenceIn(records: readonly LocatedRecord[]): Evidence {
  return {
    entities: records.flatMap((record) => (record.kind === 'entity' ? [record.row] : [])),
    sources: records.flatMap((record) => (record.kind === 'source' ? [record.row] : [])),
    claims: records.flatMap((record) => (record.kind === 'claim' ? [record.row] : [])),
    contradictions: records.flatMap((record) => (record.kind === 'contradiction' ? [record.row] : [])),
    decisions: records.flatMap((record) => (record.kind === 'decision' ? [record.row] : [])),
  };
}

const namesOf = (records: readonly LocatedRecord[]): (readonly [string, string])[] =>
  records.flatMap((record) =>
    record.kind === 'entity' || record.kind === 'source' ? [[record.row.id, record.row.name] as const] : [],
  );
