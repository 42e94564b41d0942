import * as fc from 'fast-check';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNullableType,
} from 'graphql';
import { from } from './graphs';

/** How a value is handed over: in the document, or by a variable that is given, has a default, or is left out. */
type Mode = 'literal' | 'given' | 'default' | 'absent';

/** A value of an argument or inside of one, each part of which may be a variable. */
export interface Value {
  /** The type of a variable that can stand here. */
  readonly type: string;
  readonly mode: Mode;
  /** A literal, a list (`bare`: of one item, without brackets), or the fields of an input object. */
  readonly content:
    | string
    | { readonly items: readonly Value[]; readonly bare: boolean }
    | readonly (readonly [name: string, value: Value])[];
}

/** Values of the input types of a schema, scalars from the pools given. */
export class Values {
  private readonly known = new Map<string, fc.Arbitrary<Value>>();

  /** @param pools literals by the name of the scalar */
  constructor(private readonly pools: Readonly<Record<string, readonly string[]>>) {}

  /**
   * @param depth how deep conditions may be nested
   * @param optional whether null may stand for the value, or nothing
   */
  of(
    type: GraphQLInputType,
    depth: number,
    optional: { null?: boolean; absent?: boolean } = {},
  ): fc.Arbitrary<Value> {
    const key = JSON.stringify([String(type), depth, optional]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const modes = fc.oneof(
      { weight: 12, arbitrary: fc.constant('literal' as const) },
      {
        weight: 3,
        arbitrary: fc.constantFrom<Mode[]>(
          'given',
          'default',
          ...(optional.absent ? ['absent' as const] : []),
        ),
      },
    );
    const filled = this.contentOf(isNonNullType(type) ? type.ofType : type, depth);
    const content = optional.null ? fc.option(filled, { nil: 'null', freq: 8 }) : filled;
    const value = fc.record({ type: fc.constant(String(type)), mode: modes, content });
    this.known.set(key, value);
    return value;
  }

  private contentOf(
    type: GraphQLNullableType & GraphQLInputType,
    depth: number,
  ): fc.Arbitrary<Value['content']> {
    if (isScalarType(type)) return from(this.pools[type.name]!);
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
    if (isListType(type)) {
      const items = fc.array(this.of(type.ofType as GraphQLInputType, depth), { minLength: 1, maxLength: 3 });
      return fc.record({ items, bare: fc.boolean() });
    }
    if (isInputObjectType(type))
      return type.name.endsWith('Order') ? this.orderKey(type) : this.fieldsOf(type, depth);
    throw new Error(`There are no values of ${String(type)}.`);
  }

  /** Exactly one property; a second is null. */
  private orderKey(type: GraphQLInputObjectType): fc.Arbitrary<Value['content']> {
    const direction = type.getFields()['id']!.type;
    const names = fc.shuffledSubarray(Object.keys(type.getFields()), { minLength: 2, maxLength: 2 });
    return fc
      .record({ names, value: this.of(direction, 0), second: fc.nat(9) })
      .map(({ names: [name, other], value, second }) => [
        [name!, value] as const,
        ...(second === 9 ? [[other!, { ...value, mode: 'literal', content: 'null' }] as const] : []),
      ]);
  }

  /** Some of the conditions of a `where` or a filter. `eq` may be null, and what is left out says nothing. */
  private fieldsOf(type: GraphQLInputObjectType, depth: number): fc.Arbitrary<Value['content']> {
    const fields = Object.values(type.getFields());
    const flat = type.name.endsWith('Filter') && !type.name.endsWith('RelationFilter');
    const isDeeper = ({ type: own }: { type: GraphQLInputType }) => /Where|RelationFilter/.test(String(own));
    const candidates = fields.flatMap((field) => {
      if (!flat && depth === 0 && isDeeper(field)) return [];
      const below = flat || !isDeeper(field) ? depth : depth - 1;
      const optional = { null: flat && field.name === 'eq', absent: true };
      const arbitrary = this.of(field.type, below, optional).map((value) => [field.name, value] as const);
      return { weight: isDeeper(field) ? 2 : 1, arbitrary };
    });
    if (candidates.length === 0) return fc.constant([]);
    return fc.uniqueArray(fc.oneof(...candidates), { selector: ([name]) => name, maxLength: 2 });
  }
}
