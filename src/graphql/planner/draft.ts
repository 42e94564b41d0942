import { AnodeError } from '../../errors';
import type { NodeType } from '../../model';
import type { Aggregate, Ahead, Cite, CursorKey, Expand, Level, Parameter } from '../../plan';
import { sourceOf } from './variable-shape';

/** Numbers levels, expansions and roots of a plan, and gathers its parameters. One for each plan that is made. */
export class PlanDraft {
  readonly parameters: Parameter[] = [];
  /** Of a level, by its number, where in the operation the field stands that asks for it. */
  readonly paths = new Map<number, string>();
  /** What cannot be meant, in the order of the operation. A plan with complaints is not to be run. */
  readonly complaints: AnodeError[] = [];
  private numbers = 0;
  private names = 0;

  /** Does a part of the planning. Where that throws AnodeError, the complaint is kept, and planning goes on without it. */
  attempt<T>(plan: () => T): T | undefined {
    try {
      return plan();
    } catch (error) {
      if (!(error instanceof AnodeError)) throw error;
      this.complaints.push(error);
      return undefined;
    }
  }

  nextId(): number {
    return this.numbers++;
  }

  nextName(): string {
    return `p${String(this.names++)}`;
  }

  /** A parameter for one value of the operation, or for a text in lower case. Returns its name. */
  value(value: unknown, kind: 'value' | 'folded' = 'value'): string {
    const name = this.nextName();
    this.parameters.push({ kind, name, source: sourceOf(value) });
    return name;
  }

  /** A list as long as a page at most. */
  list(value: unknown, argument: string): string {
    const name = this.nextName();
    this.parameters.push({ kind: 'list', name, source: sourceOf(value), argument });
    return name;
  }

  /** The last day of a date. */
  day(value: unknown): string {
    const name = this.nextName();
    this.parameters.push({ kind: 'day', name, source: sourceOf(value) });
    return name;
  }

  /** Ids of one kind, as many as a page holds at most. */
  ids(value: unknown, argument: string, prefix: string): string {
    const name = this.nextName();
    this.parameters.push({ kind: 'ids', name, source: sourceOf(value), argument, prefix });
    return name;
  }

  /** A page size, and so many nodes ahead of it. */
  limit(value: unknown, argument: string, ahead: Ahead): string {
    const name = this.nextName();
    this.parameters.push({ kind: 'limit', name, source: sourceOf(value), argument, ahead });
    return name;
  }

  /** A cursor, which becomes one parameter for each of the values it holds. Returns their names. */
  cursor(
    value: unknown,
    values: readonly Omit<CursorKey, 'name'>[],
    connection: string,
    argument: string,
  ): readonly string[] {
    const keys = values.map(({ type, nullable }) => ({ name: this.nextName(), type, nullable }));
    this.parameters.push({ kind: 'cursor', keys, source: sourceOf(value), connection, argument });
    return keys.map(({ name }) => name);
  }
}

/** A level while the selections that read it are still being walked. */
export class LevelDraft {
  readonly id: number;
  private readonly properties = new Set<string>();
  private readonly citations: Cite[] = [];
  private readonly expands: Expand[] = [];
  private readonly aggregates: Aggregate[] = [];

  constructor(
    readonly draft: PlanDraft,
    readonly type: NodeType,
    path: string,
  ) {
    this.id = draft.nextId();
    draft.paths.set(this.id, path);
  }

  /** The id is read of every node anyway. */
  read(property: string): void {
    if (property !== 'id') this.properties.add(property);
  }

  cite(cite: Cite): void {
    this.read(cite.property);
    this.citations.push(cite);
  }

  expand(expand: Expand): void {
    this.expands.push(expand);
  }

  aggregate(aggregate: Aggregate): void {
    this.aggregates.push(aggregate);
  }

  finish(): Level {
    const { id, type, citations, expands, aggregates } = this;
    const properties = [...this.properties];
    return { kind: 'level', id, type: type.name, properties, citations, expands, aggregates };
  }
}
