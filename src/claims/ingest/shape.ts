import type { GraphModel, ScalarType } from '../../model';
import { idOf } from '../seed/columns';
import type { Column } from '../seed/table';
import { expectationOf } from '../values';
import { nodeKindOf, type RecordKind } from './record';

/** What is wrong with one field of a record. */
export interface Misfit {
  readonly field: string;
  readonly given: string;
  readonly expected: string;
}

/** How one field of a record is written. */
interface Field {
  readonly required: boolean;
  /** What would be right, where a value is not. */
  readonly expectation: (value: unknown) => string | undefined;
}

type Shape = ReadonlyMap<string, Field>;

/** What the loader makes of evidence, and evidence does not say. */
const derived: readonly string[] = [
  'shown',
  'number',
  'shownValue',
  'shownBecause',
  'spread',
  'from',
  'until',
];

/** For each kind of record, what is wrong with the fields of one. Properties are those that the model gives its nodes. */
export function shapesOf(model: GraphModel): Record<RecordKind, (row: object) => Misfit[]> {
  const fact = one(idOf(model, 'fact'), true);
  const source = idOf(model, ['Source']);
  const shapes: Record<RecordKind, Shape> = {
    entity: new Map([
      ['id', fact],
      ['name', text('text', true)],
      ['aliases', list(expectText)],
    ]),
    source: properties(model, 'source', [
      ['party', one(idOf(model, model.type('Party').kinds), false)],
      ['cites', list(expectId(source))],
    ]),
    claim: properties(model, 'claim', [
      ['subject', fact],
      ['source', one(source, true)],
      ['attributedTo', list(expectId(idOf(model, 'any')))],
    ]),
    contradiction: properties(model, 'contradiction', [
      ['subject', fact],
      ['sides', list(expectId(idOf(model, ['Claim'])))],
    ]),
    decision: properties(model, 'decision', [
      ['score', { required: false, expectation: expectShare }],
      ['claim', one(idOf(model, ['Claim']), false)],
      ['entities', list(expectId(idOf(model, 'fact')))],
    ]),
  };
  const check = (shape: Shape) => (row: object) => misfitsOf(shape, row);
  return {
    entity: check(shapes.entity),
    source: check(shapes.source),
    claim: check(shapes.claim),
    contradiction: check(shapes.contradiction),
    decision: check(shapes.decision),
  };
}

function properties(
  model: GraphModel,
  kind: Exclude<RecordKind, 'entity'>,
  relations: readonly (readonly [string, Field])[],
): Shape {
  const name = nodeKindOf[kind];
  // Claims and conflicts are called by what they say.
  const isNamed = kind === 'source';
  const made = kind === 'decision' ? [...derived, 'enteredAt'] : derived;
  const own = model
    .type(name)
    .properties.filter(({ name: field, derived: isMade }) => !isMade && !made.includes(field))
    .filter((property) => isNamed || !['name', 'aliases'].includes(property.name))
    .map(({ name: field, type, list: many, required }): readonly [string, Field] =>
      field === 'id'
        ? [field, one(idOf(model, [name]), true)]
        : [field, many ? list(expectText) : text(type, required)],
    );
  return new Map([...own, ...relations]);
}

const expectText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? undefined : 'a text';

const expectShare = (value: unknown): string | undefined =>
  typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'a number from 0 to 1';

const expectId =
  (column: Column<string>) =>
  (value: unknown): string | undefined => {
    const result = column.read(typeof value === 'string' ? value : '');
    return 'expected' in result ? result.expected : undefined;
  };

const one = (column: Column<string>, required: boolean): Field => ({
  required,
  expectation: expectId(column),
});

const text = (type: ScalarType, required: boolean): Field => ({
  required,
  expectation: (value) => {
    if (type === 'flag') return typeof value === 'boolean' ? undefined : 'true or false';
    return expectText(value) ?? expectationOf(type, value as string);
  },
});

const list = (expect: (value: unknown) => string | undefined): Field => ({
  required: true,
  expectation: (value) => {
    if (!Array.isArray(value)) return 'a list';
    return (value as unknown[]).map(expect).find((expected) => expected !== undefined);
  },
});

function misfitsOf(shape: Shape, row: object): Misfit[] {
  const given = row as Readonly<Record<string, unknown>>;
  const misfits: Misfit[] = [];
  for (const [field, { required, expectation }] of shape) {
    const value = given[field];
    if (value === undefined) {
      if (required) misfits.push({ field, given: '', expected: expectation('') ?? 'a value' });
      continue;
    }
    const expected = expectation(value);
    if (expected !== undefined) misfits.push({ field, given: printed(value), expected });
  }
  for (const field of Object.keys(given)) {
    if (shape.has(field)) continue;
    const expected = `nothing: there is no such field; there are ${[...shape.keys()].join(', ')}`;
    misfits.push({ field, given: printed(given[field]), expected });
  }
  return misfits;
}

const printed = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
