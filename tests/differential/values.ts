import * as fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNullableType,
} from 'graphql';
import { fieldsOf, isDeeper, isMeasure, isOfProperty, isOperators, isOrder } from './inputs';
import { isSettled, settled, unitsIn } from './units';
import { from, type Vocabulary } from './vocabulary';

/** How a value is handed over: in the document, or by a variable that is given, has a default, or is left out. */
export type Mode = 'literal' | 'given' | 'default' | 'absent';

type Entry = readonly [name: string, value: Value];

/** A value of an argument or inside of one, each part of which may be a variable. */
export interface Value {
  /** The type of a variable that can stand here. */
  readonly type: string;
  readonly mode: Mode;
  /** A literal, a list (`bare`: of one item, without brackets), or the fields of an input object. */
  readonly content: string | { readonly items: readonly Value[]; readonly bare: boolean } | readonly Entry[];
}

interface Optional {
  /** Whether null may stand for the value. */
  readonly null?: boolean;
  /** Whether nothing may stand for it, so that what it is the value of is as if it were not there. */
  readonly absent?: boolean;
}

/** Values of the input types of a schema, scalars from the pools given. */
export class Values {
  private readonly known = new Map<string, fc.Arbitrary<Value>>();

  constructor(private readonly vocabulary: Pick<Vocabulary, 'scalars' | 'inexact' | 'unitOf'>) {}

  /** @param depth how deep conditions and orders may be nested */
  of(type: GraphQLInputType, depth: number, optional: Optional = {}): fc.Arbitrary<Value> {
    const make = () => this.contentOf(isNonNullType(type) ? type.ofType : type, depth);
    return this.value(`of ${String(type)} ${depth}`, type, optional, make);
  }

  private value(
    key: string,
    type: GraphQLInputType,
    optional: Optional,
    make: () => fc.Arbitrary<Value['content']>,
  ): fc.Arbitrary<Value> {
    const name = key + JSON.stringify(optional);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const content = optional.null ? fc.option(make(), { nil: 'null', freq: 8 }) : make();
    const modes = optional.absent ? [...byVariable, 'absent' as const] : byVariable;
    const mode = fc.oneof(
      { weight: 12, arbitrary: fc.constant<Mode>('literal') },
      { weight: 3, arbitrary: fc.constantFrom(...modes) },
    );
    const value = fc.record({ type: fc.constant(String(type)), mode, content });
    this.known.set(name, value);
    return value;
  }

  private contentOf(
    type: GraphQLNullableType & GraphQLInputType,
    depth: number,
  ): fc.Arbitrary<Value['content']> {
    if (isScalarType(type)) return from(this.vocabulary.scalars[type.name]!);
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
    if (isListType(type)) {
      const items = fc.array(this.of(type.ofType as GraphQLInputType, depth), { minLength: 1, maxLength: 3 });
      return fc.record({ items, bare: fc.boolean() });
    }
    if (!isInputObjectType(type)) throw new Error(`There are no values of ${String(type)}.`);
    if (isOrder(type)) return this.orderKey(type, depth);
    if (isOperators(type)) return this.someOf(fieldsOf(type).map((field) => this.operator(field)));
    return this.conditions(type, depth);
  }

  /** `eq` may ask for a missing value, and what is left out says nothing. */
  private operator(field: GraphQLInputField): fc.WeightedArbitrary<Entry> {
    const value = this.of(field.type, 0, { null: field.name === 'eq', absent: true });
    return { weight: 1, arbitrary: named(field, value) };
  }

  /** Some of the conditions of a `where`, a filter of a relation, or a `having`. */
  private conditions(type: GraphQLInputObjectType, depth: number): fc.Arbitrary<Value['content']> {
    const { where } = type.getFields();
    const candidates = fieldsOf(type).flatMap((field): fc.WeightedArbitrary<Entry>[] => {
      if (field === where) return [];
      if (isMeasure(type, field)) {
        return [{ weight: 1, arbitrary: named(field, this.measured(field.type, depth)) }];
      }
      if (!isDeeper(field))
        return [{ weight: 1, arbitrary: named(field, this.of(field.type, depth, absent)) }];
      if (depth === 0) return [];
      return [{ weight: 2, arbitrary: named(field, this.of(field.type, depth - 1, absent)) }];
    });
    const some = this.someOf(candidates);
    return where === undefined ? some : this.withWhere(type, where, some, depth);
  }

  /** `where` says what is measured, and stands only beside a measure; it also settles units. */
  private withWhere(
    type: GraphQLInputObjectType,
    where: GraphQLInputField,
    entries: fc.Arbitrary<readonly Entry[]>,
    depth: number,
  ): fc.Arbitrary<readonly Entry[]> {
    const own = fc.option(this.of(where.type, Math.max(0, depth - 1)), { nil: undefined, freq: 1 });
    return fc
      .record({ entries, own, unit: from(this.vocabulary.scalars['String']!) })
      .map(({ entries: some, own: asked, unit }) => {
        const measures = some.filter(([name]) => isMeasure(type, { name }));
        if (measures.length === 0) return some;
        const units = unitsIn(measures, this.vocabulary.unitOf);
        const condition = isSettled(units) ? asked : settled(String(where.type), asked, units, unit);
        return condition === undefined ? some : [...some, ['where', condition] as const];
      });
  }

  /** What is said of a count, or of some of the properties that can be measured. */
  private measured(type: GraphQLInputType, depth: number): fc.Arbitrary<Value> {
    const named_ = getNamedType(type);
    if (!isInputObjectType(named_) || isOperators(named_)) return this.of(type, depth);
    const make = () =>
      this.someOf(
        this.measurable(named_).map((field) => ({
          weight: 1,
          arbitrary: named(field, this.of(field.type, 0)),
        })),
        1,
      );
    return this.value(`measured ${named_.name}`, type, {}, make);
  }

  private measurable(type: GraphQLInputObjectType): GraphQLInputField[] {
    return fieldsOf(type).filter(({ name }) => !this.vocabulary.inexact.has(name));
  }

  private someOf(
    candidates: readonly fc.WeightedArbitrary<Entry>[],
    minLength: 0 | 1 = 0,
  ): fc.Arbitrary<readonly Entry[]> {
    if (candidates.length === 0) return fc.constant([]);
    const some = fc.uniqueArray(fc.oneof(...candidates), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 2,
    });
    if (minLength > 0) return some;
    const none: fc.Arbitrary<readonly Entry[]> = fc.constant([]);
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 1, arbitrary: none },
      { weight: 7, arbitrary: some },
    );
  }

  /** Exactly one key, at the end of which is a direction; beside a direction another may be null. */
  private orderKey(type: GraphQLInputObjectType, depth: number): fc.Arbitrary<Value['content']> {
    const { where } = type.getFields();
    const keys = fieldsOf(type).filter((field) => field !== where);
    const flat = keys.filter(({ type: own }) => isEnumType(getNamedType(own)));
    const deep = keys.filter((field) => !flat.includes(field) && (depth > 0 || isMeasure(type, field)));
    const direct = flat.map((field): fc.Arbitrary<readonly Entry[]> =>
      fc.record({ value: this.of(field.type, 0), second: fc.nat(99) }).map(({ value, second }) => {
        const other = second < 90 || type.isOneOf ? field : flat[second % flat.length]!;
        return other === field
          ? [[field.name, value]]
          : [
              [field.name, value],
              [other.name, nullOf(value)],
            ];
      }),
    );
    const along = deep.map((field) =>
      (isOfProperty(field) ? this.measuredKey(field) : this.of(field.type, depth - 1)).map((value) => [
        [field.name, value] as const,
      ]),
    );
    const one = fc.oneof(...atEqualWeight(direct), ...atEqualWeight(along));
    return where === undefined ? one : this.withWhere(type, where, one, 1);
  }

  private measuredKey(field: GraphQLInputField): fc.Arbitrary<Value> {
    const type = getNamedType(field.type) as GraphQLInputObjectType;
    const make = () =>
      fc.oneof(
        ...this.measurable(type).map((own) =>
          this.of(own.type, 0).map((value) => [[own.name, value] as const]),
        ),
      );
    return this.value(`key of ${type.name}`, field.type, {}, make);
  }
}

const byVariable: readonly Mode[] = ['given', 'default'];
const absent: Optional = { absent: true };

const named = ({ name }: GraphQLInputField, value: fc.Arbitrary<Value>): fc.Arbitrary<Entry> =>
  value.map((own) => [name, own] as const);

const nullOf = (value: Value): Value => ({ ...value, mode: 'literal', content: 'null' });

/** All together as likely as all of another such list. */
const atEqualWeight = <T>(arbitraries: readonly fc.Arbitrary<T>[]): fc.WeightedArbitrary<T>[] =>
  arbitraries.length === 0 ? [] : [{ weight: 1, arbitrary: fc.oneof(...arbitraries) }];
