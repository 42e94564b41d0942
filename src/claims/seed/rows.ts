import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Choice, GraphModel } from '../../model';
import { slugOf } from '../conflicts';
import type { ClaimRecord, Contradiction, DecisionRecord, EntityRecord, SourceRecord } from '../evidence';
import {
  addition,
  date,
  flag,
  idOf,
  instant,
  list,
  oneOf,
  optional,
  share,
  text,
  withDefault,
} from './columns';
import type { Complaints } from './complaints';
import { readTable, type Columns, type Located, type RowOf } from './table';

/** The rows of a seed folder, each with its place. */
export interface SeedRows {
  readonly entities: readonly Located<EntityRecord>[];
  readonly sources: readonly Located<SourceRecord>[];
  readonly claims: readonly Located<ClaimRecord>[];
  readonly contradictions: readonly Located<Contradiction>[];
  readonly decisions: readonly Located<DecisionRecord>[];
}

interface Reading {
  readonly model: GraphModel;
  readonly folder: string;
  readonly complaints: Complaints;
  /** Whether a table that is not there has no rows, and is no mistake. */
  readonly mayLackTables: boolean;
}

/** Reads the four tables, and that of decisions if there is one. Cells that do not fit are complained of, and their rows left out. */
export function readRows(
  reading: Reading,
  manifest: { readonly name: string; readonly entered: string },
): SeedRows {
  const entered = new Date(manifest.entered).toISOString();
  return {
    entities: readEntities(reading),
    sources: readSources(reading),
    claims: readClaims(reading, entered),
    contradictions: readContradictions(reading, manifest.name, entered),
    decisions: readDecisions(reading),
  };
}

function readSeedTable<C extends Columns>(
  { folder, complaints, mayLackTables }: Reading,
  file: string,
  columns: C,
): Located<RowOf<C>>[] {
  const path = join(folder, file);
  return mayLackTables && !existsSync(path) ? [] : readTable(path, columns, complaints);
}

const choiceOf = ({ model }: Reading, kind: string, property: string): Choice =>
  model.type(kind).property(property)!.type as Choice;

function readEntities(reading: Reading): Located<EntityRecord>[] {
  const columns = { id: idOf(reading.model, 'fact'), name: text, aliases: list(text) };
  return readSeedTable(reading, 'entities.csv', columns);
}

function readSources(reading: Reading): Located<SourceRecord>[] {
  const { model } = reading;
  const columns = {
    id: idOf(model, ['Source']),
    name: text,
    kind: optional(oneOf(choiceOf(reading, 'Source', 'kind'))),
    publisher: optional(text),
    published: optional(date),
    published_inferred: optional(flag),
    url: optional(text),
    licence: optional(text),
    credit: optional(text),
    party: optional(idOf(model, model.type('Party').kinds)),
    cites: list(idOf(model, ['Source'])),
    lineage: addition(oneOf(choiceOf(reading, 'Source', 'lineage'))),
  };
  return readSeedTable(reading, 'sources.csv', columns).map(({ row, at }) => {
    const { published_inferred: publishedInferred, ...own } = row;
    return { row: { ...own, aliases: [], publishedInferred }, at };
  });
}

/** @param entered when those entered that do not say so themselves */
function readClaims(reading: Reading, entered: string): Located<ClaimRecord>[] {
  const { model } = reading;
  const columns = {
    id: idOf(model, ['Claim']),
    reference: optional(text),
    subject: idOf(model, 'fact'),
    property: text,
    value: text,
    unit: optional(text),
    qualifier: optional(oneOf(choiceOf(reading, 'Claim', 'qualifier'))),
    wording: optional(text),
    edge: optional(text),
    valid_from: optional(date),
    valid_until: optional(date),
    period_stated: optional(date),
    confidence: oneOf(choiceOf(reading, 'Claim', 'confidence')),
    status: withDefault(oneOf(choiceOf(reading, 'Claim', 'status')), 'STANDING'),
    source: idOf(model, ['Source']),
    attributed_to: list(idOf(model, 'any')),
    locator: optional(text),
    note: optional(text),
    entered_at: addition(instant),
    withdrawn_at: addition(instant),
  };
  return readSeedTable(reading, 'claims.csv', columns).map(({ row, at }) => {
    const { valid_from: validFrom, valid_until: validUntil, period_stated: periodStated, ...rest } = row;
    const { attributed_to: attributedTo, entered_at: enteredAt = entered, ...others } = rest;
    const { withdrawn_at: withdrawnAt, ...own } = others;
    const times = { validFrom, validUntil, periodStated, enteredAt, withdrawnAt };
    return { row: { ...own, ...times, attributedTo }, at };
  });
}

/** Their ids are made of what tells them apart, so that a row may move. */
function readContradictions(reading: Reading, seedName: string, entered: string): Located<Contradiction>[] {
  const { model } = reading;
  const columns = {
    reference: optional(text),
    kind: oneOf(choiceOf(reading, 'Conflict', 'kind')),
    subject: idOf(model, 'fact'),
    property: optional(text),
    sides: list(idOf(model, ['Claim'])),
    reason: text,
    entered_at: addition(instant),
  };
  return readSeedTable(reading, 'contradictions.csv', columns).map(({ row, at }) => {
    const { entered_at: enteredAt = entered, ...own } = row;
    const { reference, kind, subject, property } = own;
    const id = `conflict/${slugOf([seedName, reference, kind, subject, property])}`;
    return { row: { ...own, id, enteredAt }, at };
  });
}

/** What curators decided, which most folders say nothing of. */
function readDecisions(reading: Reading): Located<DecisionRecord>[] {
  const { model } = reading;
  const columns = {
    id: idOf(model, ['Decision']),
    verdict: oneOf(choiceOf(reading, 'Decision', 'verdict')),
    claim: optional(idOf(model, ['Claim'])),
    entities: list(idOf(model, 'fact')),
    reason: text,
    curator: text,
    decided_at: instant,
    score: addition(share),
    features: { ...list(text), mayBeLeftOut: true },
    withdrawn_at: addition(instant),
    withdrawn_by: addition(text),
    withdrawn_reason: addition(text),
  };
  return readSeedTable({ ...reading, mayLackTables: true }, 'curation.csv', columns).map(({ row, at }) => {
    const { decided_at: decidedAt, withdrawn_at: withdrawnAt, withdrawn_by: withdrawnBy, ...rest } = row;
    const { withdrawn_reason: withdrawnReason, ...own } = rest;
    return { row: { ...own, decidedAt, withdrawnAt, withdrawnBy, withdrawnReason }, at };
  });
}
