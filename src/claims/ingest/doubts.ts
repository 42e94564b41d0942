import type { GraphModel } from '../../model';
import type { Row, Statement } from '../../store';
import type { Decisions } from '../curation';
import type { EntityRecord } from '../evidence';
import { match, type Candidate, type Match } from '../identity/match';
import { growingRoster, knownNames, readNames, type GrowingRoster, type KnownName } from '../identity/roster';
import type { Run } from './part-reader';
import type { LocatedRecord } from './record';

/** A record whose name others have: several of which it may mean one, or one that is known by another id. */
export interface Doubt {
  readonly record: LocatedRecord;
  /** The best first; where it is clear who is meant, only that one. */
  readonly candidates: readonly Candidate[];
}

/**
 * Tells of new entities, which a mapping has named, whether others of the graph may be meant: parties, since other things
 * are told apart by more than their names. One whose id is given, or was looked up in a table of decisions, is not doubted.
 */
export class Doubts {
  private readonly kinds: readonly string[];
  private roster: GrowingRoster | undefined;
  /** The names that came before the first one for which they were needed. */
  private readonly before: KnownName[] = [];

  constructor(
    private readonly model: GraphModel,
    private readonly run: Run,
    private readonly decided: () => Decisions | Promise<Decisions>,
  ) {
    const parties = model.interfaces.find(({ name }) => name === 'Party')?.kinds ?? [];
    this.kinds = model.kinds.some(({ name }) => name === 'IdentityEvent') ? parties : [];
  }

  /**
   * Those of some new records that are in doubt. Each is held against the graph and the names before it, also those of
   * earlier calls.
   */
  async among(records: readonly LocatedRecord[]): Promise<readonly Doubt[]> {
    const parties = records.flatMap((record) =>
      record.kind === 'entity' && this.kinds.includes(this.model.kindOfId(record.row.id)!.name) ? record : [],
    );
    // Most streams name nobody so, and need no names of the store.
    if (this.roster === undefined && !parties.some(({ byName }) => byName === true)) {
      this.before.push(...parties.flatMap(({ row }) => namesIn(row)));
      return [];
    }
    this.roster ??= growingRoster(
      [...(await readNames(this.model, (statement) => this.rowsOf(statement), this.kinds)), ...this.before],
      await this.decided(),
    );
    const { roster, add } = this.roster;
    return parties.flatMap((record) => {
      const found = record.byName === true ? match(roster, record.row.name) : undefined;
      const meant = found === undefined ? [] : othersMeant(found, record.row.id);
      if (meant.length > 0) return { record, candidates: meant };
      for (const name of namesIn(record.row)) add(name);
      return [];
    });
  }

  private async *rowsOf(statement: Statement): AsyncGenerator<Row> {
    yield* await this.run(statement);
  }
}

/** Those whom a name means under another id than the one that was made of it; none where it is new. */
function othersMeant({ status, candidates }: Match, id: string): readonly Candidate[] {
  if (status === 'AMBIGUOUS') return candidates;
  return status === 'MATCHED' && candidates[0]!.id !== id ? candidates.slice(0, 1) : [];
}

const namesIn = ({ id, name, aliases }: EntityRecord): readonly KnownName[] => knownNames(id, name, aliases);

/** What would be right instead of a name that is in doubt. */
export const expectedOf = ({ candidates }: Doubt): string => {
  const [only, ...others] = candidates;
  if (others.length === 0) return `the id of whom it means, which is ${only!.id} (${String(only!.score)})`;
  const listed = candidates.slice(0, 5).map(({ id, score }) => `${id} (${String(score)})`);
  return `a name that means one: it may be ${listed.join(' or ')}`;
};
