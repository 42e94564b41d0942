import * as fc from 'fast-check';
import {
  getNamedType,
  isLeafType,
  isListType,
  isRequiredArgument,
  type GraphQLInputObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { isSearchField } from '../../src/graphql/schema/search-names';
import type { GraphModel } from '../../src/model';
import { AggregateFields } from './aggregates';
import {
  argNamed,
  conditions,
  fieldNamed,
  isAggregate,
  isConnection,
  pageArgs,
  pageOf,
  plain,
  rarely,
  several,
  type Args,
  type Field,
  type Item,
  type Operation,
  type Spread,
} from './selection';
import { Values, type Value } from './values';
import { from, type Vocabulary } from './vocabulary';

type Composite = GraphQLObjectType | GraphQLInterfaceType;
type AnyField = GraphQLField<unknown, unknown>;

/** Operations that are valid by the schema of a model. */
export class Operations {
  private readonly values: Values;
  private readonly aggregates: AggregateFields;
  private readonly known = new Map<string, fc.Arbitrary<Item[]>>();

  private readonly model: GraphModel;
  private readonly schema: GraphQLSchema;

  /** @param width how many fields a selection has at most */
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly width: number,
  ) {
    this.model = vocabulary.model;
    this.schema = vocabulary.schema;
    this.values = new Values(vocabulary);
    this.aggregates = new AggregateFields(this.values, vocabulary);
  }

  /** Whether the connections of the schema have pages from their ends, too. */
  get canWalkBackwards(): boolean {
    const roots = Object.values(this.schema.getQueryType()!.getFields());
    return roots.filter(isConnection).every((field) => argNamed(field, 'last') !== undefined);
  }

  /** Whether there is an order by what a relation leads to. */
  get canOrderAlongRelations(): boolean {
    const relations = this.model.kinds.flatMap((kind) =>
      kind.relations.map(
        ({ name }) => (this.schema.getType(`${kind.name}Order`) as GraphQLInputObjectType).getFields()[name],
      ),
    );
    return relations.every((field) => field !== undefined);
  }

  /** Of no more fields than the embedded engine takes in one statement. */
  any(): fc.Arbitrary<Operation> {
    const types = [...this.model.interfaces, ...this.model.kinds];
    return fc
      .record({
        items: this.itemsOf('Query', 3, true),
        shared: fc.record(Object.fromEntries(types.map(({ name }) => [name, this.itemsOf(name, 1, false)]))),
      })
      .filter(({ items }) => fieldsIn(items) <= most);
  }

  /** A connection, and arguments for it but its page: of a list at the root, or of a node. */
  connections(): fc.Arbitrary<{ readonly from: string | undefined; readonly field: Field }> {
    const ofType = (name: string, from: string | undefined) =>
      Object.values((this.schema.getType(name) as GraphQLObjectType).getFields())
        .filter(isConnection)
        .map((field) =>
          this.argsOf(field).map((args) => ({
            from,
            field: fieldNamed(field.name, { alias: 'list', args }),
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
    const fields = Object.values(type.getFields()).filter((field) => !isSearchField(field.name));
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const deeper = fields.filter(
      (field) => !leaves.includes(field) && (depth > 0 || !this.isRelation(name, field)),
    );
    const typename = plain('__typename', ['kind']);
    const leaf = fc.oneof(typename, ...leaves.flatMap((field) => this.leavesOf(name, leaves, field)));
    const candidates: fc.WeightedArbitrary<Item>[] = [{ weight: name === 'Query' ? 0 : 3, arbitrary: leaf }];
    if (deeper.length > 0) {
      const arbitrary = fc.oneof(
        ...deeper.map((field) => ({
          weight: isConnection(field) ? 4 : isAggregate(field) || name === 'Query' ? 1 : 3,
          arbitrary: this.field(name, field, depth, spreads),
        })),
      );
      candidates.push({ weight: 4, arbitrary });
    }
    if (spreads && depth > 0) candidates.push({ weight: 1, arbitrary: this.spread(name, depth - 1) });
    const items = several(fc.oneof(...candidates), this.width);
    this.known.set(key, items);
    return items;
  }

  private isRelation(type: string, { type: target, args }: AnyField): boolean {
    return type !== 'Query' && (args.length > 0 || (this.isNode(type) && !isListType(target)));
  }

  private isNode(type: string): boolean {
    return [...this.model.interfaces, ...this.model.kinds].some(({ name }) => name === type);
  }

  /** Under an alias of the type, the first field of it of each kind: objects of several kinds share the name. */
  private leavesOf(type: string, leaves: readonly AnyField[], field: AnyField): fc.Arbitrary<Item> {
    const signature = String(field.type);
    const isFirst = leaves.find((other) => String(other.type) === signature) === field;
    const isKind = this.model.kinds.some(({ name }) => name === type);
    const shared = `any_${signature.replaceAll('!', '_').replaceAll(/[[\]]/g, 'L')}`;
    return plain(field.name, [`my_${field.name}`, ...(isFirst && isKind ? [shared] : [])]);
  }

  private field(parent: string, field: AnyField, depth: number, spreads: boolean): fc.Arbitrary<Item> {
    const args = this.argsOf(field);
    if (isAggregate(field)) return this.aggregates.field(field, args);
    const below = this.isRelation(parent, field) || parent === 'Query' ? Math.max(0, depth - 1) : depth;
    return fc
      .record({
        args,
        page: isConnection(field) ? pageOf(field) : fc.constant({ args: [], cursor: undefined }),
        condition: conditions,
        items: this.itemsOf(getNamedType(field.type).name, below, spreads),
      })
      .map(({ page, ...rest }) =>
        fieldNamed(field.name, { ...rest, args: [...rest.args, ...page.args], cursor: page.cursor }),
      );
  }

  /** All arguments but those that say which page is meant, or how nodes are grouped. */
  private argsOf(field: AnyField): fc.Arbitrary<Args> {
    const others = isConnection(field) ? pageArgs : isAggregate(field) ? this.aggregates.args : [];
    const given = field.args
      .filter(({ name }) => !others.includes(name))
      .map((arg) => {
        const value = this.argOf(field.name, arg);
        const own = isRequiredArgument(arg) ? value : rarely(2, value);
        return own.map((drawn) => (drawn === undefined ? [] : [[arg.name, drawn] as const]));
      });
    return fc.tuple(...given).map((lists) => lists.flat());
  }

  private argOf(field: string, arg: GraphQLArgument): fc.Arbitrary<Value> {
    const isNullable = !String(arg.type).endsWith('!');
    const value = this.values.of(arg.type, 2, { null: isNullable, absent: isNullable });
    const kind = this.model.kinds.find(({ singular }) => singular === field);
    if (kind === undefined) return value;
    // Ids of other kinds are not there; mostly ask for one that may be.
    const own = this.vocabulary.ids.filter((id) => id.startsWith(`${kind.slug}/`));
    const ids = this.vocabulary.ids.map((id, at) =>
      JSON.stringify(own.includes(id) ? id : (own[at % own.length] ?? id)),
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

/** How many fields an operation has at most, beside those of shared fragments. */
const most = 60;

const fieldsIn = (items: readonly Item[]): number =>
  items.reduce((sum, { kind, items: below }) => sum + (kind === 'field' ? 1 : 0) + fieldsIn(below ?? []), 0);
