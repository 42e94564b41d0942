import * as fc from 'fast-check';
import {
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { fieldsOf } from './inputs';
import {
  argNamed,
  conditions,
  fieldNamed,
  plain,
  rarely,
  several,
  sizeOf,
  type Args,
  type Field,
  type Item,
} from './selection';
import { literal, settled, unitsIn } from './units';
import type { Mode, Value, Values } from './values';
import { from, type Vocabulary } from './vocabulary';

type AnyField = GraphQLField<unknown, unknown>;

/** The way from a node along relations to one to a property. */
type Path = readonly string[];

/** Fields that aggregate: what is selected and ordered by belongs to what is grouped by, and units are settled. */
export class AggregateFields {
  /** The arguments that are drawn here. */
  readonly args: readonly string[] = ['groupBy', 'having', 'orderBy', 'first'];

  constructor(
    private readonly values: Values,
    private readonly vocabulary: Pick<Vocabulary, 'scalars' | 'inexact' | 'unitOf'>,
  ) {}

  /** @param args values of the other arguments */
  field(field: AnyField, args: fc.Arbitrary<Args>): fc.Arbitrary<Item> {
    const type = getNamedType(field.type) as GraphQLObjectType;
    const { groups } = type.getFields();
    const groupType = getNamedType(groups!.type) as GraphQLObjectType;
    return fc
      .record({
        args,
        totals: this.measures(type),
        grouping: rarely(2, this.grouping(field, groupType)),
        condition: conditions,
        unit: from(this.vocabulary.scalars['String']!),
      })
      .map(({ args: own, totals, grouping, condition, unit }) => {
        const [isTotal, isGroup] = [this.unitsOf(totals), grouping?.units ?? []];
        const open = [...isTotal, ...isGroup.filter((name) => !grouping?.paths.includes(name))];
        const items = [...totals, ...(grouping?.items ?? [])];
        const settledArgs = open.length === 0 ? own : withUnits(argNamed(field, 'where')!, own, open, unit);
        return fieldNamed(field.name, {
          args: [...settledArgs, ...(grouping?.args ?? [])],
          condition,
          items: items.length === 0 ? [fieldNamed('count')] : items,
        });
      });
  }

  private grouping(field: AnyField, groupType: GraphQLObjectType): fc.Arbitrary<Grouping> {
    const { type: groupBy } = argNamed(field, 'groupBy')!;
    const paths = pathsOf(getNamedType(groupBy) as GraphQLInputObjectType, 3);
    const [having, orderBy, first] = ['having', 'orderBy', 'first'].map((name) => argNamed(field, name)!);
    return fc
      .record({
        paths: fc.shuffledSubarray(paths, { minLength: 1, maxLength: Math.min(3, paths.length) }),
        mode: fc.constantFrom<Mode>('literal', 'literal', 'given', 'default'),
        others: fc.array(fc.constantFrom(...paths), { maxLength: 1 }),
        key: rarely(2, this.key(groupType)).map((own) => own ?? whole),
        measures: this.measures(groupType),
        having: rarely(3, this.values.of(having!.type, 2)),
        keys: fc.array(this.groupKey(orderBy!.type), { maxLength: 2 }),
        first: rarely(3, sizeOf(first!)),
        shape: fc.record({ count: fc.boolean(), groups: conditions }),
      })
      .map(({ paths: chosen, mode, others, shape, ...drawn }) => {
        const by = { ...groupByOf(groupBy, chosen, others), mode };
        const order = drawn.keys.map((key) => key(chosen));
        const orders = literal(String(orderBy!.type), { items: order, bare: false });
        const args = argsOf({
          groupBy: by,
          having: drawn.having,
          orderBy: order.length === 0 ? undefined : orders,
          first: drawn.first,
        });
        const items = [...drawn.key(chosen), ...drawn.measures];
        const groups = fieldNamed('groups', { items, condition: shape.groups });
        return {
          paths: chosen.filter(({ length }) => length === 1).map(([name]) => name!),
          args,
          items: [groups, ...(shape.count ? [fieldNamed('groupCount')] : [])],
          units: [
            ...this.unitsOf(drawn.measures),
            ...unitsIn(
              args.filter(([name]) => name !== 'groupBy'),
              this.vocabulary.unitOf,
            ),
          ],
        };
      });
  }

  /** One key of the order of groups, once it is known what they are grouped by. */
  private groupKey(orderBy: GraphQLInputType): fc.Arbitrary<(paths: readonly Path[]) => Value> {
    const type = getNamedType(orderBy) as GraphQLInputObjectType;
    const name = `${type.name}!`;
    const { key } = type.getFields();
    const measured = this.values
      .of(type, 1)
      .filter(({ content }) => (content as Args)[0]![0] !== 'key')
      .map((value) => () => ({ ...value, type: name }));
    if (key === undefined) return measured;
    const byKey = fc
      .record({ pick: fc.nat(9), direction: fc.constantFrom('ASC', 'DESC') })
      .map(({ pick, direction }) => (paths: readonly Path[]) => {
        const path = paths[pick % paths.length]!;
        return literal(name, [['key', along(key.type, path, literal('SortDirection', direction))]]);
      });
    return fc.oneof(byKey, measured);
  }

  /** Some of what is grouped by, in some order. */
  private key(groupType: GraphQLObjectType): fc.Arbitrary<(paths: readonly Path[]) => Item[]> {
    if (groupType.getFields()['key'] === undefined) throw new Error(`${groupType.name} has no key.`);
    return fc
      .record({
        picks: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
        named: fc.boolean(),
        condition: conditions,
      })
      .map(({ picks, named, condition }) => (paths: readonly Path[]) => {
        const items = [...new Set(picks.map((pick) => paths[pick % paths.length]!))].map((path) =>
          path.reduceRight<Item[]>(
            (items, step) => [fieldNamed(step, items.length === 0 ? {} : { items })],
            [],
          ),
        );
        const typename = named ? [fieldNamed('__typename')] : [];
        return [fieldNamed('key', { condition, items: [...items.flat(), ...typename] })];
      });
  }

  /** Some of the count and the measures that a type has. */
  private measures(type: GraphQLObjectType): fc.Arbitrary<Item[]> {
    const fields = Object.values(type.getFields());
    const ofProperties = fields.flatMap(({ name, type: own }) => {
      const named = getNamedType(own);
      if (!isObjectType(named) || ['key', 'groups'].includes(name)) return [];
      const leaves = Object.values(named.getFields()).filter(
        (field) => !this.vocabulary.inexact.has(field.name),
      );
      const leaf = fc.oneof(
        plain('__typename', []),
        ...leaves.map((field) => plain(field.name, [`my_${field.name}`])),
      );
      return [plain(name, [`${name}s`], several(leaf, 3))];
    });
    const typename = plain('__typename', ['kind']);
    const one = fc.oneof(plain('count', ['howMany']), typename, ...ofProperties);
    return several(one, 3);
  }

  /** The properties that keep the units of what is selected. */
  private unitsOf(items: readonly Item[]): string[] {
    const { unitOf } = this.vocabulary;
    return items.flatMap((item) => [
      ...(item.kind === 'field' && unitOf.has(item.name) ? [unitOf.get(item.name)!] : []),
      ...this.unitsOf(item.items ?? []),
    ]);
  }
}

interface Grouping {
  /** The own properties that are in the key. */
  readonly paths: readonly string[];
  readonly args: Args;
  readonly items: readonly Field[];
  /** The properties with units of numbers that are measured for groups. */
  readonly units: readonly string[];
}

/** The whole key. */
const whole = (paths: readonly Path[]): Item[] => [fieldNamed('key', { items: paths.map(selected) })];

/** The arguments that are there. */
const argsOf = (args: Readonly<Record<string, Value | undefined>>): Args =>
  Object.entries(args).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));

/** What is at the end of a path. */
const selected = ([name, ...rest]: Path): Field =>
  fieldNamed(name!, rest.length === 0 ? {} : { items: [selected(rest)] });

function withUnits(
  { name, type }: GraphQLArgument,
  args: Args,
  units: readonly string[],
  unit: string,
): Args {
  const asked = args.find(([own]) => own === name)?.[1];
  const isNothing = asked === undefined || asked.content === 'null' || asked.mode === 'absent';
  const where = settled(String(type), isNothing ? undefined : asked, units, unit);
  return [...args.filter(([own]) => own !== name), [name, where]];
}

/** The ways to what can be grouped by, of at most so many steps. */
function pathsOf(type: GraphQLInputObjectType, steps: number): Path[] {
  if (steps === 0) return [];
  return fieldsOf(type).flatMap(({ name, type: own }) => {
    const named = getNamedType(own);
    if (isInputObjectType(named)) return pathsOf(named, steps - 1).map((path) => [name, ...path]);
    return isLeafType(named) ? [[name]] : [];
  });
}

/** The paths with true at their ends, and others with false. */
function groupByOf(type: GraphQLInputType, paths: readonly Path[], others: readonly Path[]): Value {
  const isChosen = (path: Path) => paths.some((own) => own.join('.') === path.join('.'));
  const unchosen = others.filter((path) => !isChosen(path));
  const values = [
    ...paths.map((path) => along(type, path, literal('Boolean', 'true'))),
    ...unchosen.map((path) => along(type, path, literal('Boolean', 'false'))),
  ];
  return values.reduce(merged);
}

/** A value at the end of a path. */
function along(type: GraphQLInputType, [name, ...rest]: Path, value: Value): Value {
  if (name === undefined) return value;
  const field = (getNamedType(type) as GraphQLInputObjectType).getFields()[name]!;
  return literal(String(type), [[name, along(field.type, rest, value)]]);
}

function merged(a: Value, b: Value): Value {
  const fields = new Map(a.content as readonly (readonly [string, Value])[]);
  for (const [name, value] of b.content as readonly (readonly [string, Value])[]) {
    const own = fields.get(name);
    fields.set(name, own === undefined ? value : merged(own, value));
  }
  return { ...a, content: [...fields] };
}
