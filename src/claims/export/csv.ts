import type { Graph, GraphModel } from '../../model';
import type {
  ClaimRecord,
  Contradiction,
  DecisionRecord,
  EntityRecord,
  Evidence,
  SourceRecord,
} from '../evidence';
import { evidenceOf } from '../stored';

type Cell = string | number | boolean | readonly string[] | undefined;

/** A table of the evidence: the columns of a seed folder's. */
interface Table<T> {
  readonly file: string;
  readonly rowsOf: (evidence: Evidence) => readonly T[];
  readonly columns: Readonly<Record<string, (row: T) => Cell>>;
}

const entities: Table<EntityRecord> = {
  file: 'entities.csv',
  rowsOf: (evidence) => evidence.entities,
  columns: { id: ({ id }) => id, name: ({ name }) => name, aliases: ({ aliases }) => aliases },
};

const sources: Table<SourceRecord> = {
  file: 'sources.csv',
  rowsOf: (evidence) => evidence.sources,
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    kind: ({ kind }) => kind,
    publisher: ({ publisher }) => publisher,
    published: ({ published }) => published,
    published_inferred: ({ publishedInferred }) => publishedInferred,
    url: ({ url }) => url,
    licence: ({ licence }) => licence,
    credit: ({ credit }) => credit,
    party: ({ party }) => party,
    cites: ({ cites }) => cites,
    lineage: ({ lineage }) => lineage,
  },
};

const claims: Table<ClaimRecord> = {
  file: 'claims.csv',
  rowsOf: (evidence) => evidence.claims,
  columns: {
    id: ({ id }) => id,
    reference: ({ reference }) => reference,
    subject: ({ subject }) => subject,
    property: ({ property }) => property,
    value: ({ value }) => value,
    unit: ({ unit }) => unit,
    qualifier: ({ qualifier }) => qualifier,
    wording: ({ wording }) => wording,
    edge: ({ edge }) => edge,
    valid_from: ({ validFrom }) => validFrom,
    valid_until: ({ validUntil }) => validUntil,
    period_stated: ({ periodStated }) => periodStated,
    confidence: ({ confidence }) => confidence,
    status: ({ status }) => status,
    source: ({ source }) => source,
    attributed_to: ({ attributedTo }) => attributedTo,
    locator: ({ locator }) => locator,
    note: ({ note }) => note,
    entered_at: ({ enteredAt }) => enteredAt,
    withdrawn_at: ({ withdrawnAt }) => withdrawnAt,
  },
};

const contradictions: Table<Contradiction> = {
  file: 'contradictions.csv',
  rowsOf: (evidence) => evidence.contradictions,
  columns: {
    reference: ({ reference }) => reference,
    kind: ({ kind }) => kind,
    subject: ({ subject }) => subject,
    property: ({ property }) => property,
    sides: ({ sides }) => sides,
    reason: ({ reason }) => reason,
    entered_at: ({ enteredAt }) => enteredAt,
  },
};

const decisions: Table<DecisionRecord> = {
  file: 'curation.csv',
  rowsOf: (evidence) => evidence.decisions,
  columns: {
    id: ({ id }) => id,
    verdict: ({ verdict }) => verdict,
    claim: ({ claim }) => claim,
    entities: ({ entities: two }) => two,
    reason: ({ reason }) => reason,
    curator: ({ curator }) => curator,
    decided_at: ({ decidedAt }) => decidedAt,
    score: ({ score }) => score,
    features: ({ features }) => features,
    withdrawn_at: ({ withdrawnAt }) => withdrawnAt,
    withdrawn_by: ({ withdrawnBy }) => withdrawnBy,
    withdrawn_reason: ({ withdrawnReason }) => withdrawnReason,
  },
};

/** A piece of one of the files of an export. */
export interface Piece {
  readonly file: string;
  readonly text: string;
}

/** The evidence of a graph as five tables (RFC 4180), each with its header. */
export async function* printCsv(model: GraphModel, parts: AsyncIterable<Graph>): AsyncGenerator<Piece> {
  const printers = [
    printer(entities),
    printer(sources),
    printer(claims),
    printer(contradictions),
    printer(decisions),
  ];
  for (const { header } of printers) yield header;
  for await (const part of parts) {
    const evidence = evidenceOf(model, part);
    for (const { rows } of printers) {
      const piece = rows(evidence);
      if (piece.text !== '') yield piece;
    }
  }
}

function printer<T>({ file, rowsOf, columns }: Table<T>): {
  header: Piece;
  rows: (evidence: Evidence) => Piece;
} {
  const cells = Object.values(columns);
  const line = (row: T): string => `${cells.map((cell) => printCell(cell(row))).join(',')}\n`;
  return {
    header: { file, text: `${Object.keys(columns).join(',')}\n` },
    rows: (evidence) => ({ file, text: rowsOf(evidence).map(line).join('') }),
  };
}

function printCell(cell: Cell): string {
  if (cell === undefined) return '';
  const text = typeof cell === 'object' ? cell.join('; ') : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
