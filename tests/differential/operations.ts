import * as fc from 'fast-check';
import {
  getNamedType,
  isLeafType,
  isListType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { GraphModel } from '../../src/model';
import { from, pools, someIds } from './graphs';
import { Values, type Value } from './values';

/** `@skip` or `@include`, by a variable or not. */
export interface Condition {
  readonly directive: 'skip' | 'include';
  readonly value: boolean;
  readonly variable: boolean;
}

export interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly alias: string | undefined;
  readonly args: readonly (readonly [name: string, value: Value])[];
  /** Which of the cursors of a first answer the page begins after. */
  readonly after: number | undefined;
  readonly condition: Condition | undefined;
  readonly items: readonly Item[] | undefined;
}

interface Spread {
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

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** What the oracle does not know. */
const unknown = ['last', 'before'];

/** One time in so many. */
const rarely = <T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const conditions = rarely(
  12,
  fc.record<Condition>({
    directive: fc.constantFrom('skip', 'include'),
    value: fc.boolean(),
    variable: fc.boolean(),
  }),
);

const isConnection = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ name }) => name === 'after');

/** Operations that are valid by the schema of a model. */
export class Operations {
  private readonly values: Values;
  private readonly known = new Map<string, fc.Arbitrary<Item[]>>();

  constructor(
    private readonly model: GraphModel,
    private readonly schema: GraphQLSchema,
  ) {
    this.values = new Values({
      ID: someIds(model).map((id) => JSON.stringify(id)),
      String: pools.text.map((text) => JSON.stringify(text)),
      Int: pools.int.map(String),
      Float: pools.decimal.map(String),
      Boolean: pools.flag.map(String),
      PartialDate: pools.date.map((date) => JSON.stringify(date)),
    });
  }

  any(): fc.Arbitrary<Operation> {
    const types = [...this.model.interfaces, ...this.model.kinds];
    return fc.record({
      items: this.itemsOf('Query', 3, true),
      shared: fc.record(Object.fromEntries(types.map(({ name }) => [name, this.itemsOf(name, 1, false)]))),
    });
  }

  /** A connection, and arguments for it but its page: of a list at the root, or of a node. */
  connections(): fc.Arbitrary<{ readonly from: string | undefined; readonly field: Field }> {
    const ofType = (name: string, from: string | undefined) =>
      Object.values((this.schema.getType(name) as GraphQLObjectType).getFields())
        .filter(isConnection)
        .map((field) =>
          this.argsOf(
            field.name,
            field.args.filter(({ name: arg }) => arg !== 'first'),
          ).map((args) => ({
            from,
            field: {
              kind: 'field',
              name: field.name,
              alias: 'list',
              args,
              after: 0,
              condition: undefined,
              items: [],
            } as const,
          })),
        );
    const ofKinds = this.model.kinds.flatMap(({ name, singular }) => ofType(name, singular));
    return fc.oneof(...ofType('Query', undefined), ...ofKinds);
  }

  /**
   * Selections on a type.
   *
   * @param depth how many relations deep
   * @param spreads whether there may be fragments
   */
  private itemsOf(name: string, depth: number, spreads: boolean): fc.Arbitrary<Item[]> {
    const key = JSON.stringify([name, depth, spreads]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const type = this.schema.getType(name) as Composite;
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const deeper = fields.filter(
      (field) => !leaves.includes(field) && (depth > 0 || !this.isRelation(name, field)),
    );
    const typename: fc.Arbitrary<Item> = this.leaf('__typename', 'kind');
    const leaf = fc.oneof(typename, ...leaves.flatMap((field) => this.leavesOf(name, leaves, field)));
    const candidates: fc.WeightedArbitrary<Item>[] = [{ weight: name === 'Query' ? 0 : 3, arbitrary: leaf }];
    if (deeper.length > 0) {
      const arbitrary = fc.oneof(
        ...deeper.map((field) => ({
          weight: name === 'Query' && !isConnection(field) ? 1 : 3,
          arbitrary: this.field(name, field, depth, spreads),
        })),
      );
      candidates.push({ weight: 4, arbitrary });
    }
    if (spreads && depth > 0) candidates.push({ weight: 1, arbitrary: this.spread(name, depth - 1) });
    const items = fc.array(fc.oneof(...candidates), { minLength: 1, maxLength: 4 });
    this.known.set(key, items);
    return items;
  }

  private isRelation(type: string, { type: target, args }: GraphQLField<unknown, unknown>): boolean {
    return type !== 'Query' && (args.length > 0 || (this.isNode(type) && !isListType(target)));
  }

  private isNode(type: string): boolean {
    return [...this.model.interfaces, ...this.model.kinds].some(({ name }) => name === type);
  }

  private leaf(name: string, ...aliases: string[]): fc.Arbitrary<Item> {
    return fc
      .record({ alias: fc.constantFrom(undefined, ...aliases), condition: conditions })
      .map(({ alias, condition }): Field => ({
        kind: 'field',
        name,
        alias,
        args: [],
        after: undefined,
        condition,
        items: undefined,
      }));
  }

  /** Under an alias of the type, the first field of it of each kind: objects of several kinds share the name. */
  private leavesOf(
    type: string,
    leaves: readonly GraphQLField<unknown, unknown>[],
    field: GraphQLField<unknown, unknown>,
  ): fc.Arbitrary<Item> {
    const signature = String(field.type);
    const isFirst = leaves.find((other) => String(other.type) === signature) === field;
    const isKind = this.model.kinds.some(({ name }) => name === type);
    const shared = `any_${signature.replaceAll('!', '_').replaceAll(/[[\]]/g, 'L')}`;
    return this.leaf(field.name, `my_${field.name}`, ...(isFirst && isKind ? [shared] : []));
  }

  private field(
    parent: string,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    spreads: boolean,
  ): fc.Arbitrary<Item> {
    const below = this.isRelation(parent, field) || parent === 'Query' ? Math.max(0, depth - 1) : depth;
    return fc
      .record({
        args: this.argsOf(field.name, field.args),
        after: isConnection(field) ? rarely(4, fc.nat(20)) : fc.constant(undefined),
        condition: conditions,
        items: this.itemsOf(getNamedType(field.type).name, below, spreads),
      })
      .map((rest): Field => ({ kind: 'field', name: field.name, alias: undefined, ...rest }));
  }

  private argsOf(
    field: string,
    args: readonly GraphQLArgument[],
  ): fc.Arbitrary<(readonly [string, Value])[]> {
    const given = args
      .filter(({ name }) => !['after', ...unknown].includes(name))
      .map((arg) => {
        const isRequired = isRequiredArgument(arg);
        const value = this.argOf(field, arg);
        return (isRequired ? value : rarely(arg.name === 'where' ? 3 : 2, value)).map((own) =>
          own === undefined ? [] : [[arg.name, own] as const],
        );
      });
    return fc.tuple(...given).map((lists) => lists.flat());
  }

  private argOf(field: string, arg: GraphQLArgument): fc.Arbitrary<Value> {
    const isNullable = !String(arg.type).endsWith('!');
    if (arg.name === 'first') return pageSizes;
    const value = this.values.of(arg.type, 2, { null: isNullable, absent: isNullable });
    const kind = this.model.kinds.find(({ singular }) => singular === field);
    if (kind === undefined) return value;
    // Ids of other kinds are not there; mostly ask for one that may be.
    const ids = someIds(this.model).map((id) =>
      JSON.stringify(id.startsWith(kind.slug) ? id : `${kind.slug}/b`),
    );
    return fc.tuple(value, from(ids)).map(([own, content]) => ({ ...own, content }));
  }

  private spread(on: string, depth: number): fc.Arbitrary<Item> {
    const own = this.isNode(on) ? this.model.type(on).kinds : [];
    const overlapping = [...this.model.interfaces, ...this.model.kinds].filter(({ kinds }) =>
      kinds.some((kind) => own.includes(kind)),
    );
    const targets = [on, ...overlapping.map(({ name }) => name)];
    return fc.oneof(
      ...targets.map((name) =>
        fc
          .record({
            how: fc.constantFrom<Spread['how'][]>(
              'inline',
              'named',
              ...(this.isNode(name) ? ['shared' as const] : []),
            ),
            bare: fc.boolean(),
            twice: fc.boolean(),
            condition: conditions,
            items: this.itemsOf(name, depth, true),
          })
          .map(({ bare, ...rest }): Spread => ({
            kind: 'spread',
            on: bare && name === on && rest.how === 'inline' ? undefined : name,
            ...rest,
          })),
      ),
    );
  }
}

const pageSizes: fc.Arbitrary<Value> = fc.record({
  type: fc.constant('Int!'),
  mode: fc.constantFrom('literal', 'given', 'default', 'absent'),
  content: from(['2', '1', '3', '0', '500']),
});
