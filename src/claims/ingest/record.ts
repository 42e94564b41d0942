import type { GraphModel } from '../../model';
import type { ClaimRecord, Contradiction, DecisionRecord, EntityRecord, SourceRecord } from '../evidence';
import type { Located } from '../seed/table';

/**
 * A record of evidence and where it was read. What makes these, whatever it reads, may be ingested. One that is only
 * `introduced` says nothing where there is a record of its id already.
 */
export type LocatedRecord = { readonly introduced?: boolean } & (
  | ({
      readonly kind: 'entity';
      /** Whether its id was made of its name, and nobody decided who is meant. */
      readonly byName?: boolean;
    } & Located<EntityRecord>)
  | ({ readonly kind: 'source' } & Located<SourceRecord>)
  | ({ readonly kind: 'claim' } & Located<ClaimRecord>)
  | ({ readonly kind: 'contradiction' } & Located<Contradiction>)
  | ({ readonly kind: 'decision' } & Located<DecisionRecord>)
);

export type RecordKind = LocatedRecord['kind'];

export const recordKinds: readonly RecordKind[] = ['entity', 'source', 'claim', 'contradiction', 'decision'];

/** The kind of the nodes that records of evidence are kept as; entities are of any kind that is no evidence. */
export const nodeKindOf: Readonly<Record<Exclude<RecordKind, 'entity'>, string>> = {
  source: 'Source',
  claim: 'Claim',
  contradiction: 'Conflict',
  decision: 'Decision',
};

export interface Reference {
  /** The field of the record, in camel case. */
  readonly field: string;
  readonly id: string;
}

/** What a record refers to, and cannot be without. */
export function referencesOf(model: GraphModel, { kind, row }: LocatedRecord): readonly Reference[] {
  const all = (field: string, ids: readonly (string | undefined)[]): Reference[] =>
    ids.flatMap((id) => (id === undefined ? [] : { field, id }));
  if (kind === 'entity') return [];
  if (kind === 'source') return [...all('party', [row.party]), ...all('cites', row.cites)];
  if (kind === 'contradiction') return [...all('subject', [row.subject]), ...all('sides', row.sides)];
  if (kind === 'decision') return [...all('claim', [row.claim]), ...all('entities', row.entities)];
  return [
    ...all('subject', [row.subject]),
    ...all('value', isRelation(model, row) ? [row.value] : []),
    ...all('source', [row.source]),
    ...all('attributedTo', row.attributedTo),
  ];
}

const isRelation = (model: GraphModel, { subject, property }: ClaimRecord): boolean =>
  model.kindOfId(subject)?.relation(property) !== undefined;

/** Whether two records say the same. Lists of references have no order. */
export const sameRecord = (a: LocatedRecord['row'], b: LocatedRecord['row']): boolean =>
  canonical(a) === canonical(b);

const unordered: readonly string[] = ['attributedTo', 'cites', 'sides', 'entities'];

function canonical(record: LocatedRecord['row']): string {
  const fields = Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(
      ([field, value]: [string, unknown]) =>
        [field, unordered.includes(field) ? distinct(value) : value] as const,
    );
  return JSON.stringify(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const distinct = (ids: unknown): string[] => [...new Set(ids as readonly string[])].toSorted();
