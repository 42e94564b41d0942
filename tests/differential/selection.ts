import * as fc from 'fast-check';
import type { GraphQLArgument, GraphQLField } from 'graphql';
import type { Mode, Value } from './values';
import { from } from './vocabulary';

/** `@skip` or `@include`, by a variable or not. */
export interface Condition {
  readonly directive: 'skip' | 'include';
  readonly value: boolean;
  readonly variable: boolean;
}

/** The argument of a page that takes a cursor, and which one of those of a first answer. */
interface Cursor {
  readonly arg: 'after' | 'before';
  readonly pick: number;
}

export type Args = readonly (readonly [name: string, value: Value])[];

export interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly alias: string | undefined;
  readonly args: Args;
  readonly cursor: Cursor | undefined;
  readonly condition: Condition | undefined;
  readonly items: readonly Item[] | undefined;
}

export interface Spread {
  readonly kind: 'spread';
  readonly on: string | undefined;
  /** Written in place, as a fragment of its own, or as the one that the whole operation shares. */
  readonly how: 'inline' | 'named' | 'shared';
  readonly twice: boolean;
  readonly condition: Condition | undefined;
  readonly items: readonly Item[];
}

export type Item = Field | Spread;

export interface Operation {
  readonly items: readonly Item[];
  /** The selections of shared fragments, by the type they are on. */
  readonly shared: Readonly<Record<string, readonly Item[]>>;
}

/** One time in so many. */
export const rarely = <T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

export const conditions = rarely(
  12,
  fc.record<Condition>({
    directive: fc.constantFrom('skip', 'include'),
    value: fc.boolean(),
    variable: fc.boolean(),
  }),
);

export const fieldNamed = (name: string, more: Partial<Field> = {}): Field => ({
  kind: 'field',
  name,
  alias: undefined,
  args: [],
  cursor: undefined,
  condition: undefined,
  items: undefined,
  ...more,
});

/** Some of these, none of which a smaller example needs to keep; where nothing is left, there is `__typename`. */
export const several = (item: fc.Arbitrary<Item>, maxLength: number): fc.Arbitrary<Item[]> =>
  fc
    .array(fc.option(item, { nil: undefined, freq: 1_000_000 }), { minLength: 1, maxLength })
    .map((drawn) => drawn.filter((one) => one !== undefined))
    .map((items) => (items.length === 0 ? [fieldNamed('__typename')] : items));

/** A field without arguments, under one of the aliases or none. */
export const plain = (
  name: string,
  aliases: readonly string[],
  items: fc.Arbitrary<readonly Item[] | undefined> = fc.constant(undefined),
): fc.Arbitrary<Item> =>
  fc
    .record({ alias: fc.constantFrom(undefined, ...aliases), condition: conditions, items })
    .map((rest) => fieldNamed(name, rest));

type AnyField = GraphQLField<unknown, unknown>;

export const argNamed = ({ args }: AnyField, name: string): GraphQLArgument | undefined =>
  args.find((arg) => arg.name === name);

export const isConnection = (field: AnyField): boolean => argNamed(field, 'after') !== undefined;
export const isAggregate = (field: AnyField): boolean => argNamed(field, 'groupBy') !== undefined;

/** The arguments that say which page of a connection is meant. */
export const pageArgs = ['first', 'after', 'last', 'before'];

/** How many, at most. */
export function sizeOf({ type }: GraphQLArgument, ...modes: Mode[]): fc.Arbitrary<Value> {
  const content = from(['2', '1', '3', '0', '500']);
  const mode = fc.constantFrom<Mode>('literal', 'given', 'default', ...modes);
  return fc.record({ type: fc.constant(String(type)), mode, content });
}

/** A page of a connection, from either side. */
export function pageOf(field: AnyField): fc.Arbitrary<Pick<Field, 'args' | 'cursor'>> {
  const [first, last] = [argNamed(field, 'first')!, argNamed(field, 'last')];
  const pick = rarely(3, fc.nat(20));
  const forwards = fc.record({ size: rarely(2, sizeOf(first, 'absent')), pick }).map((drawn) => ({
    args: drawn.size === undefined ? [] : [['first', drawn.size] as const],
    cursor: drawn.pick === undefined ? undefined : ({ arg: 'after', pick: drawn.pick } as const),
  }));
  if (last === undefined) return forwards;
  const backwards = fc.record({ size: sizeOf(last, 'absent'), pick }).map((drawn) => ({
    args: [['last', drawn.size] as const],
    cursor: drawn.pick === undefined ? undefined : ({ arg: 'before', pick: drawn.pick } as const),
  }));
  return fc.oneof({ weight: 3, arbitrary: forwards }, { weight: 2, arbitrary: backwards });
}
