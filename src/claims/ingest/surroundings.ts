import type { GraphModel } from '../../model';
import { readIdsOfKind } from '../../cypher';
import { Decisions } from '../curation';
import type { ClaimRecord, DecisionRecord, Evidence, SourceRecord } from '../evidence';
import { Lineage } from '../lineage';
import type { Surroundings } from '../materialise';
import { evidenceOf } from '../stored';
import { PartReader, type Run } from './part-reader';

/** More names than this are forgotten, all of them; they are read again. */
const maxNames = 200_000;

/**
 * What is known of the graph outside of a batch: all sources and decisions, and the names of what was named so far. It is good as long
 * as nobody else writes, which is what `version` tells.
 */
export class KnownGraph {
  private version: number | undefined;
  private known = new Map<string, string>();
  private lineageOfSources: Lineage | undefined;
  private sourcesById = new Map<string, SourceRecord>();
  private decisionsById = new Map<string, DecisionRecord>();
  private decisions: Decisions | undefined;

  constructor(private readonly model: GraphModel) {}

  get sources(): ReadonlyMap<string, SourceRecord> {
    return this.sourcesById;
  }

  /** What curators decided. */
  get decided(): Decisions {
    return this.decisionsWith([]);
  }

  get names(): ReadonlyMap<string, string> {
    return this.known;
  }

  /** Forgets what another has changed since, and reads the sources and decisions that are not known then. */
  async refresh(version: number, run: Run): Promise<void> {
    if (this.version === version) return;
    this.forget();
    const reader = new PartReader(this.model, run);
    const ids = (await run(readIdsOfKind('Source'))).map((row) => row['id'] as string);
    this.addSources(evidenceOf(this.model, await reader.graph(ids)).sources);
    const decisions = (await run(readIdsOfKind('Decision'))).map((row) => row['id'] as string);
    this.addDecisions(evidenceOf(this.model, await reader.graph(decisions)).decisions);
    this.version = version;
  }

  /** Learns the names of ids, of those that are there. */
  async learn(ids: Iterable<string>, run: Run): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.known.has(id));
    if (unknown.length === 0) return;
    for (const [id, name] of await new PartReader(this.model, run).names(unknown)) this.known.set(id, name);
  }

  /** What is to be known to make some evidence into a part of the graph. */
  async surroundingsOf(evidence: Evidence, run: Run): Promise<Omit<Surroundings, 'aside'>> {
    const { entities, sources, claims, contradictions } = evidence;
    const own = new Map([...entities, ...sources].map(({ id, name }) => [id, name]));
    const spoken = [
      ...claims.flatMap((claim) => this.spokenOf(claim)),
      ...contradictions.map(({ subject }) => subject),
    ];
    await this.learn(
      spoken.filter((id) => !own.has(id)),
      run,
    );
    return {
      lineage: this.lineageWith(sources),
      names: { get: (id) => own.get(id) ?? this.known.get(id) },
      decisions: this.decisionsWith(evidence.decisions),
    };
  }

  private lineageWith(sources: readonly SourceRecord[]): Lineage {
    if (sources.length > 0)
      return new Lineage([
        ...new Map([...this.sourcesById, ...sources.map((own) => [own.id, own] as const)]).values(),
      ]);
    this.lineageOfSources ??= new Lineage([...this.sourcesById.values()]);
    return this.lineageOfSources;
  }

  private decisionsWith(own: readonly DecisionRecord[]): Decisions {
    if (own.length > 0) {
      const all = new Map([
        ...this.decisionsById,
        ...own.map((decision) => [decision.id, decision] as const),
      ]);
      return new Decisions([...all.values()]);
    }
    this.decisions ??= new Decisions([...this.decisionsById.values()]);
    return this.decisions;
  }

  private spokenOf({ subject, property, value }: ClaimRecord): string[] {
    const isRelation = this.model.kindOfId(subject)!.relation(property) !== undefined;
    return isRelation ? [subject, value] : [subject];
  }

  /** Notes what a batch has written, by which the graph is now of that version. */
  note(
    version: number,
    named: Iterable<readonly [string, string]>,
    { sources, decisions }: Pick<Evidence, 'sources' | 'decisions'>,
  ): void {
    this.version = version;
    if (this.known.size > maxNames) this.known = new Map();
    for (const [id, name] of named) this.known.set(id, name);
    this.addSources(sources);
    this.addDecisions(decisions);
  }

  forget(): void {
    this.version = undefined;
    this.known = new Map();
    this.sourcesById = new Map();
    this.lineageOfSources = undefined;
    this.decisionsById = new Map();
    this.decisions = undefined;
  }

  private addDecisions(decisions: readonly DecisionRecord[]): void {
    if (decisions.length === 0) return;
    for (const decision of decisions) this.decisionsById.set(decision.id, decision);
    this.decisions = undefined;
  }

  private addSources(sources: readonly SourceRecord[]): void {
    if (sources.length === 0) return;
    for (const source of sources) this.sourcesById.set(source.id, source);
    this.lineageOfSources = undefined;
  }
}
