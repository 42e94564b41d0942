import { claimedProperty, type Choice, type GraphModel, type ScalarType } from '../../model';
import { slugOf } from '../conflicts';
import type { ClaimRecord } from '../evidence';
import type { Located } from '../seed/table';
import { expectationOf } from '../values';
import { columnsOf, fulfils, type CellReader, type RowReading } from './cells';
import type { MappingContext } from './context';
import type { Cell, CellOrThing, ClaimRule, TableRule } from './schema';
import { withoutAccents, type ThingReader } from './things';

/** The texts of a claim besides its value, and the types that they must have. */
const terms = [
  'unit',
  'qualifier',
  'valid_from',
  'valid_until',
  'confidence',
  'status',
  'locator',
  'note',
  'reference',
] as const;

type Term = (typeof terms)[number];

interface CompiledClaim {
  readonly rule: ClaimRule;
  readonly about: ThingReader;
  readonly values: CellReader;
  readonly source: CellReader;
  readonly texts: Readonly<Record<Term, CellReader>>;
  readonly edge: readonly (readonly [name: string, read: CellReader])[];
  /** The type of the property; undefined for a relation. */
  readonly type: ScalarType | undefined;
  /** Whether there may be several values, so that the value belongs to the id. */
  readonly many: boolean;
  readonly columns: Readonly<Record<string, string | undefined>>;
}

/** Makes the claims of a row. */
export class ClaimMaker {
  private readonly claims: readonly CompiledClaim[];
  private readonly termTypes: Readonly<Partial<Record<Term, ScalarType>>>;
  private readonly enteredAt: string;

  constructor(
    private readonly context: MappingContext,
    table: TableRule,
    compile: (cell: Cell) => CellReader,
    things: ReadonlyMap<string, ThingReader>,
  ) {
    const { model, mapping } = context;
    this.claims = table.claims.map((own) =>
      compileClaim(model, table, { ...table.defaults, ...own }, compile, things),
    );
    const choiceOf = (name: string): Choice => model.type('Claim').property(name)!.type as Choice;
    this.termTypes = {
      qualifier: choiceOf('qualifier'),
      confidence: choiceOf('confidence'),
      status: choiceOf('status'),
      valid_from: 'date',
      valid_until: 'date',
    };
    this.enteredAt = new Date(mapping.rules.entered).toISOString();
  }

  *claimsOf(reading: RowReading, key: readonly string[]): Generator<Located<ClaimRecord>> {
    for (const claim of this.claims) {
      if (!fulfils(claim.rule.when, reading)) continue;
      const subjects = claim.about.read(reading);
      // A claim that says nothing is none: most cells of most tables are empty.
      const values = subjects.length === 0 ? [] : claim.values(reading);
      for (const subject of subjects) {
        for (const value of values) {
          const made = this.claimOf(claim, reading, key, subject, subjects.length > 1, value);
          if (made !== undefined) yield made;
        }
      }
    }
  }

  private claimOf(
    claim: CompiledClaim,
    reading: RowReading,
    key: readonly string[],
    subject: string,
    oneOfMany: boolean,
    value: string,
  ): Located<ClaimRecord> | undefined {
    const { rule, type, columns } = claim;
    const misfit = type === undefined ? undefined : expectationOf(type, value);
    if (misfit !== undefined) reading.complaints.add(reading.place(columns['value']), value, misfit);
    const texts = this.termsOf(claim, reading);
    const [source] = claim.source(reading);
    if (source === undefined)
      reading.complaints.add(reading.place(columns['source']), '', 'the id of a source');
    if (misfit !== undefined || texts === undefined || source === undefined) return undefined;
    const { valid_from: validFrom, valid_until: validUntil, ...own } = texts;
    const { name } = this.context.mapping.rules;
    const parts = [
      name,
      ...key,
      rule.about,
      oneOfMany ? subject.split('/')[1] : undefined,
      rule.property,
      rule.as,
    ];
    const id = `claim/${slugOf([...parts, claim.many ? value : undefined].map((part) => part && withoutAccents(part)))}`;
    const edge = edgeOf(claim, reading);
    const row: ClaimRecord = {
      ...own,
      id,
      subject,
      property: rule.property,
      value,
      edge: edge === '' ? undefined : edge,
      validFrom,
      validUntil,
      confidence: own.confidence!,
      status: own.status ?? 'STANDING',
      source,
      attributedTo: rule.attributed_to ?? [],
      enteredAt: this.enteredAt,
    };
    return { row, at: (part) => reading.place(part === undefined ? undefined : columns[part]) };
  }

  /** Undefined where one does not fit, which is complained of. */
  private termsOf(
    { texts, columns }: CompiledClaim,
    reading: RowReading,
  ): Record<Term, string | undefined> | undefined {
    const found = terms.map((term) => {
      const [text] = texts[term](reading);
      const type = this.termTypes[term];
      const isMissing = term === 'confidence' && text === undefined;
      const expected =
        type === undefined || (text === undefined && !isMissing)
          ? undefined
          : expectationOf(type, text ?? '');
      if (expected !== undefined) {
        reading.complaints.add(reading.place(columns[term]), text ?? '', expected);
        return undefined;
      }
      return [term, text] as const;
    });
    return found.every((term) => term !== undefined)
      ? (Object.fromEntries(found) as Record<Term, string | undefined>)
      : undefined;
  }
}

const edgeOf = ({ edge }: CompiledClaim, reading: RowReading): string =>
  edge
    .map(([name, read]) => [name, read(reading)[0]] as const)
    .flatMap(([name, text]) => (text === undefined ? [] : [`${name}=${text}`]))
    .join('; ');

const nothing: CellReader = () => [];

function compileClaim(
  model: GraphModel,
  { things: rules }: TableRule,
  rule: ClaimRule,
  compile: (cell: Cell) => CellReader,
  things: ReadonlyMap<string, ThingReader>,
): CompiledClaim {
  const readerOf = (cell: CellOrThing): CellReader =>
    typeof cell === 'object' && 'thing' in cell ? things.get(cell.thing)!.read : compile(cell);
  const columnOf = (cell: CellOrThing | undefined): string | undefined => {
    if (cell === undefined) return undefined;
    return typeof cell === 'object' && 'thing' in cell ? things.get(cell.thing)!.column : columnsOf(cell)[0];
  };
  const kind = model.kinds.find(({ slug }) => slug === rules[rule.about]!.kind)!;
  const property = claimedProperty(kind, rule.property);
  const texts = terms.map(
    (term) => [term, rule[term] === undefined ? nothing : compile(rule[term])] as const,
  );
  const columns = [...terms, 'value', 'source'] as const;
  return {
    rule,
    about: things.get(rule.about)!,
    values: readerOf(rule.value),
    source: readerOf(rule.source!),
    texts: Object.fromEntries(texts) as Record<Term, CellReader>,
    edge: Object.entries(rule.edge ?? {}).map(([name, cell]) => [name, compile(cell)]),
    type: property?.type,
    many: property === undefined ? kind.relation(rule.property)!.many : property.list,
    columns: {
      ...Object.fromEntries(columns.map((name) => [name, columnOf(rule[name])])),
      subject: things.get(rule.about)!.column,
      edge: columnOf(Object.values(rule.edge ?? {})[0]),
    },
  };
}
