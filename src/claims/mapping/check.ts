import {
  claimedProperty,
  type GraphModel,
  type NodeKind,
  type PropertyDeclaration,
  type Relation,
  type ScalarType,
} from '../../model';
import { claimableEdgeProperties, claimableNames, claimableRelation } from '../claimable';
import type { Complaints } from '../seed/complaints';
import { expectationOf } from '../values';
import { columnsOf } from './cells';
import type { Mapping, Path } from './mapping';
import type { Cell, CellOrThing, ClaimRule, TableRule } from './schema';

interface Checking {
  readonly mapping: Mapping;
  readonly model: GraphModel;
  readonly complaints: Complaints;
}

/** Whether a mapping fits the model. What does not is complained of, before any table is opened. */
export function checkMapping(mapping: Mapping, model: GraphModel, complaints: Complaints): boolean {
  const checking = { mapping, model, complaints };
  const checks = mapping.rules.tables.map((table, at) =>
    new TableCheck(checking, table, ['tables', at]).run(),
  );
  return checks.every((fits) => fits);
}

/** Whether a table has every column that the mapping reads of it. */
export function checkColumns(
  mapping: Mapping,
  table: TableRule,
  at: Path,
  columns: readonly string[],
  complaints: Complaints,
): boolean {
  const known = new Set([...columns, ...Object.keys(table.values)]);
  const missing = cellsOf(table, at).flatMap(({ cell, path }) =>
    columnsOf(cell)
      .filter((name) => !known.has(name))
      .map((name) => ({ name, path })),
  );
  for (const { name, path } of missing)
    complaints.add(
      mapping.placeOf(path),
      name,
      `a column of ${table.file} (${columns.join(', ')}) or one of its values`,
    );
  return missing.length === 0;
}

interface PlacedCell {
  readonly cell: Cell;
  readonly path: Path;
}

/** Every cell of a table's rules, found by its form. Conditions and keys name a column as cells do. */
function cellsOf(table: TableRule, at: Path): PlacedCell[] {
  const walk = (value: unknown, path: Path): PlacedCell[] => {
    if (Array.isArray(value)) return value.flatMap((own: unknown, index) => walk(own, [...path, index]));
    if (typeof value !== 'object' || value === null) return cellsOfText(value, path);
    if ('column' in value) return [{ cell: { column: String(value.column) }, path: [...path, 'column'] }];
    return Object.entries(value).flatMap(([name, own]) =>
      name === 'columns' || name === 'because' ? [] : walk(own, [...path, name]),
    );
  };
  const { key, ...rules } = table;
  const keys = key.map((column, index) => ({ cell: { column }, path: [...at, 'key', index] }));
  return [...keys, ...walk(rules, at)];
}

const cellsOfText = (value: unknown, path: Path): PlacedCell[] =>
  typeof value === 'string' ? [{ cell: value, path }] : [];

/** Checks the rules of one table. */
class TableCheck {
  private fits = true;

  constructor(
    private readonly checking: Checking,
    private readonly table: TableRule,
    private readonly at: Path,
  ) {}

  run(): boolean {
    const { things, entities, sources, claims, defaults } = this.table;
    for (const name of Object.keys(things)) this.kindOf(name, [...this.at, 'things', name]);
    for (const [index, { thing }] of entities.entries())
      this.kindOf(thing, [...this.at, 'entities', index, 'thing']);
    for (const [index, { thing }] of sources.entries())
      this.kindOf(thing, [...this.at, 'sources', index, 'thing']);
    this.checkLookups();
    const identities = new Set<string>();
    for (const [index, own] of claims.entries()) {
      const path = [...this.at, 'claims', index];
      const identity = [own.about, own.property, own.as].join(' ');
      if (identities.has(identity))
        this.complain(
          [...path, 'as'],
          own.as ?? '',
          'a word that tells it from the other claims of this property',
        );
      identities.add(identity);
      this.checkClaim({ ...defaults, ...own }, path);
    }
    return this.fits;
  }

  private complain(path: Path, given: string, expected: string): void {
    this.fits = false;
    this.checking.complaints.add(this.checking.mapping.placeOf(path), given, expected);
  }

  private checkLookups(): void {
    const names = Object.keys(this.checking.mapping.rules.lookups);
    const walk = (value: unknown, path: Path): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('column' in value && 'lookup' in value && !names.includes(String(value.lookup)))
        this.complain(
          [...path, 'lookup'],
          String(value.lookup),
          `one of the lookups: ${names.join(', ') || 'there are none'}`,
        );
      for (const [name, own] of Object.entries(value)) walk(own, [...path, name]);
    };
    walk(this.table, this.at);
  }

  /** The kind that a thing is of. */
  private kindOf(name: string, path: Path): NodeKind | undefined {
    const { model } = this.checking;
    const thing = this.table.things[name];
    if (thing === undefined) {
      this.complain(path, name, `one of the things: ${Object.keys(this.table.things).join(', ')}`);
      return undefined;
    }
    const kind = model.kinds.find(({ slug }) => slug === thing.kind);
    const slugs = model.kinds.map(({ slug }) => slug).join(', ');
    if (kind === undefined)
      this.complain([...this.at, 'things', name, 'kind'], thing.kind, `one of ${slugs}`);
    return kind;
  }

  private checkClaim(claim: ClaimRule, path: Path): void {
    const kind = this.kindOf(claim.about, [...path, 'about']);
    if (kind === undefined) return;
    this.checkTerms(claim, path);
    const property = claimedProperty(kind, claim.property);
    const relation = claimableRelation(kind, claim.property);
    if (property !== undefined) this.checkValue(claim, property, path);
    else if (relation !== undefined) this.checkEnd(claim, relation, path);
    else {
      const expected = `a property or relation of ${kind.name}: ${claimableNames(kind).join(', ')}`;
      this.complain([...path, 'property'], claim.property, expected);
    }
  }

  private checkValue({ value, unit, edge }: ClaimRule, property: PropertyDeclaration, path: Path): void {
    this.checkCell(value, property.type, [...path, 'value']);
    const constant = unit === undefined ? { value: '' } : foreseen(unit).at(0);
    const isConstant = typeof unit !== 'object' && constant !== undefined;
    const expected = isConstant ? unitExpectation(property, constant.value) : undefined;
    if (isConstant && expected !== undefined) this.complain([...path, 'unit'], constant.value, expected);
    if (edge !== undefined) this.complain([...path, 'edge'], '', 'nothing: the claim is about a property');
  }

  private checkEnd({ value, edge }: ClaimRule, relation: Relation, path: Path): void {
    const end = typeof value === 'object' && 'thing' in value ? value.thing : undefined;
    const kind = end === undefined ? undefined : this.kindOf(end, [...path, 'value', 'thing']);
    const { kinds } = this.checking.model.type(relation.target);
    if (end === undefined || (kind !== undefined && !kinds.includes(kind.name)))
      this.complain([...path, 'value'], end ?? '', `a thing that is a ${relation.target}`);
    const declared = claimableEdgeProperties(relation.edge.properties);
    for (const [name, cell] of Object.entries(edge ?? {})) {
      const own = declared.find((candidate) => candidate.name === name);
      const names = declared.map((candidate) => candidate.name).join(', ') || 'none';
      if (own === undefined) this.complain([...path, 'edge', name], name, `a property of the edge: ${names}`);
      else this.checkCell(cell, own.type, [...path, 'edge', name]);
    }
  }

  /** Confidence, status, wording, dates and source: each where it stands, be it in the defaults. */
  private checkTerms(claim: ClaimRule, path: Path): void {
    const at = (name: keyof TableRule['defaults']): Path => {
      const isDefault = this.table.defaults[name] !== undefined && this.table.defaults[name] === claim[name];
      return isDefault ? [...this.at, 'defaults', name] : [...path, name];
    };
    const type = (name: string): ScalarType => this.checking.model.type('Claim').property(name)!.type;
    const types = {
      status: type('status'),
      qualifier: type('qualifier'),
      valid_from: 'date',
      valid_until: 'date',
    } as const;
    for (const name of ['status', 'qualifier', 'valid_from', 'valid_until'] as const) {
      if (claim[name] !== undefined) this.checkCell(claim[name], types[name], at(name));
    }
    // What is not there is no confidence.
    this.checkCell(claim.confidence ?? '', type('confidence'), at('confidence'));
    if (claim.source === undefined) this.complain(at('source'), '', 'the id of a source, or a thing');
    else if (typeof claim.source === 'object' && 'thing' in claim.source)
      this.kindOf(claim.source.thing, [...at('source'), 'thing']);
  }

  private checkCell(cell: CellOrThing, type: ScalarType, path: Path): void {
    for (const { at, value } of foreseen(cell)) {
      const expected = expectationOf(type, value);
      if (expected !== undefined) this.complain([...path, ...at], value, expected);
    }
    if (typeof cell === 'object' && 'thing' in cell)
      this.complain(path, cell.thing, 'a text or a column: no thing can stand here');
  }
}

/** What a cell can say that is known without any row: its constant, its words, what it says otherwise. */
function foreseen(cell: CellOrThing): { at: string[]; value: string }[] {
  if (typeof cell !== 'object') return columnsOf(cell).length > 0 ? [] : [{ at: [], value: String(cell) }];
  // What is looked up or scaled afterwards is no value yet.
  if ('thing' in cell || cell.lookup !== undefined || cell.scale !== undefined) return [];
  const words = Object.entries(cell.words ?? {}).map(([word, value]) => ({
    at: ['words', word],
    value: String(value),
  }));
  const otherwise =
    cell.otherwise === undefined ? [] : [{ at: ['otherwise'], value: String(cell.otherwise) }];
  // An empty word says that the value is not known.
  return [...words, ...otherwise].filter(({ value }) => value !== '');
}

/** What is wrong with the unit of a property's values: what would be right, or undefined where it is. */
function unitExpectation({ name, quantity }: PropertyDeclaration, unit: string): string | undefined {
  if (quantity === undefined) return unit === '' ? undefined : `nothing: ${name} has no unit`;
  if (quantity.unit !== undefined) return unit === quantity.unit ? undefined : quantity.unit;
  return quantity.unitIn !== undefined && unit === '' ? 'a unit or a currency' : undefined;
}
