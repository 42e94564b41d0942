import {
  buildGraphModel,
  choice,
  Cites,
  EdgeType,
  FromMany,
  Id,
  Int,
  Kind,
  OneOf,
  PartialDate,
  Text,
  ToMany,
  ToOne,
  type Composite,
  type Declared,
} from '../../src/model';

/** Decorates a class that was made without decorators, so that each case shows what it is about and no more. */
function declare(
  name: string,
  properties: Readonly<Record<string, PropertyDecorator>>,
  options: { plural?: string } = {},
): Declared {
  const declared = class {};
  Object.defineProperty(declared, 'name', { value: name });
  for (const [property, decorate] of Object.entries(properties)) decorate(declared.prototype, property);
  Kind({ plural: options.plural ?? `${name}s`, description: `A ${name}.` })(declared);
  return declared;
}

const id = Id('Its id.', { required: true });
const text = Text('A text.');

describe('a declaration that does not hold together is refused by name', () => {
  const Other = declare('Other', { id });
  class Plain {}

  test.each<[string, () => readonly Declared[], string]>([
    [
      'a target that is not listed',
      () => [declare('A', { id, others: ToMany('', () => Other, 'TO') })],
      'A.others leads to Other, which the list of kinds does not name.',
    ],
    ['a kind without an id', () => [declare('A', { name: text })], 'A has no property id declared with @Id.'],
    ['an id that is a text', () => [declare('A', { id: text })], 'A has no property id declared with @Id.'],
    [
      'a name with a hyphen',
      () => [declare('A', { id, 'a-b': text })],
      'A: a-b is not a name that GraphQL allows.',
    ],
    [
      'a name with a backtick',
      () => [declare('A', { id, 'x`': text })],
      'A: x` is not a name that GraphQL allows.',
    ],
    [
      'a name that GraphQL reserves',
      () => [declare('A', { id, __x: text })],
      'A: __x is not a name that GraphQL allows.',
    ],
    ['a kind of such a name', () => [declare('A b', { id })], 'A b: A b is not a name that GraphQL allows.'],
    [
      'a type of edge of such a name',
      () => [Other, declare('A', { id, others: ToMany('', () => Other, 'TO]->()') })],
      'A: TO]->() is not a name that GraphQL allows.',
    ],
    [
      'a root field twice',
      () => [declare('A', { id }, { plural: 'all' }), declare('B', { id }, { plural: 'all' })],
      'The root field all is declared twice.',
    ],
    [
      'one for one and for many',
      () => [declare('Sheep', { id }, { plural: 'sheep' })],
      'The root field sheep is declared twice.',
    ],
    ['a class twice', () => [Other, Other], 'Model: Other is listed twice.'],
    ['a class without @Kind', () => [Plain], 'Model: Plain is not declared with @Kind or @Interface.'],
    [
      'the other end of nothing',
      () => [Other, declare('A', { id, others: FromMany('', () => Other, 'nothing') })],
      'Model: A.others is the other end of Other.nothing, which does not exist.',
    ],
    [
      'an edge class without @EdgeType',
      () => [
        Other,
        declare('A', {
          id,
          others: ToMany(
            '',
            () => Other,
            () => Plain,
          ),
        }),
      ],
      'Model: Plain is not declared with @EdgeType.',
    ],
  ])('%s', (_, classes, message) => {
    expect(() => buildGraphModel(classes())).toThrow(message);
  });

  test('a property and a relation of one name', () => {
    const A = declare('A', { id, others: text });
    ToMany('', () => Other, 'TO')(A.prototype as object, 'others');
    expect(() => buildGraphModel([A, Other])).toThrow('A.others is declared twice.');
  });

  test('all complaints come together', () => {
    const classes = [declare('A', { 'a-b': text, others: ToMany('', () => Other, 'TO') })];
    expect(() => buildGraphModel(classes)).toThrow(
      [
        'Model:',
        '  - A.others leads to Other, which the list of kinds does not name.',
        '  - A: a-b is not a name that GraphQL allows.',
        '  - A has no property id declared with @Id.',
      ].join('\n'),
    );
  });

  test.each<[string, () => readonly Declared[], string]>([
    [
      'a filter of its own for AND',
      () => [declare('A', { id, AND: text })],
      'A.AND: this name is needed for a filter or a root field.',
    ],
    [
      'a filter of its own for the edges of a relation',
      () => [Other, declare('A', { id, othersEdge: text, others: ToMany('', () => Other, 'TO') })],
      'A.othersEdge: this name is needed for a filter or a root field.',
    ],
    [
      'another relation in the place of such a filter',
      () => [
        Other,
        declare('A', {
          id,
          others: ToMany('', () => Other, 'TO'),
          othersEdge: ToOne('', () => Other, 'TO_ONE'),
        }),
      ],
      'A.othersEdge: this name is needed for a filter or a root field.',
    ],
    [
      'a property in the place of an aggregate',
      () => [Other, declare('A', { id, othersAggregate: text, others: ToMany('', () => Other, 'TO') })],
      'A.othersAggregate: this name is needed for an aggregate.',
    ],
    [
      'a root field in the place of an aggregate',
      () => [declare('A', { id }), declare('B', { id }, { plural: 'AsAggregate' })],
      'AsAggregate: this name is needed for an aggregate.',
    ],
    [
      'a kind with the name of a type of aggregates',
      () => [declare('A', { id }), declare('AGroup', { id })],
      'AGroup: this name is needed for an aggregate.',
    ],
    [
      'a choice with such a name',
      () => [declare('A', { id, x: OneOf(choice('AHaving', '', { X: '' }), '') })],
      'AHaving: this name is needed for an aggregate.',
    ],
    [
      'a kind called Node',
      () => [declare('Node', { id })],
      'node: this name is needed for a filter or a root field.',
    ],
    [
      'two choices of one name',
      () => [
        declare('A', {
          id,
          x: OneOf(choice('C', '', { X: '' }), ''),
          y: OneOf(choice('C', '', { Y: '' }), ''),
        }),
      ],
      'The type C is declared twice.',
    ],
    [
      'a choice with the name of a kind',
      () => [declare('A', { id, x: OneOf(choice('A', '', { X: '' }), '') })],
      'The type A is declared twice.',
    ],
    [
      'a value that is no name',
      () => [declare('A', { id, x: OneOf(choice('C', '', { 'X-Y': '' }), '') })],
      'C: X-Y is not a name that GraphQL allows.',
    ],
    [
      'a value that GraphQL reads otherwise',
      () => [declare('A', { id, x: OneOf(choice('C', '', { true: '' }), '') })],
      'C: true is not a name that GraphQL allows.',
    ],
  ])('%s', (_, classes, message) => {
    expect(() => buildGraphModel(classes())).toThrow(message);
  });

  test.each([
    ['node', text],
    ['cursor', text],
    ['claims', text],
    ['AND', text],
    ['OR', text],
    ['NOT', text],
  ])('a property %s of an edge that has one of its own already', (name, decorate) => {
    class Edge {}
    decorate(Edge.prototype, name);
    Cites('', () => Other, 'ids')(Edge.prototype, 'claims');
    EdgeType('TO', '')(Edge);
    const A = declare('A', {
      id,
      others: ToMany(
        '',
        () => Other,
        () => Edge,
      ),
    });
    expect(() => buildGraphModel([A, Other])).toThrow(`A.others: its edges have ${name} twice.`);
  });

  describe('what every node has', () => {
    const Known: Composite = { type: 'Known', field: 'known', description: 'How well it is known.' };
    class OfNodes {}
    Int('By how many.', { part: { of: Known, name: 'by' } })(OfNodes.prototype, 'knownBy');
    PartialDate('Since when.')(OfNodes.prototype, 'since');
    const built = (...classes: readonly Declared[]) => buildGraphModel(classes, { node: OfNodes });

    test('is made from claims, except where a kind has it of its own', () => {
      const A = declare('A', { id, since: PartialDate('Its own.') });
      const model = built(A, Other);
      const derived = (type: string) =>
        model.type(type).properties.flatMap((own) => (own.derived ? own.name : []));
      expect([derived('A'), derived('Other')]).toEqual([['knownBy'], ['knownBy', 'since']]);
    });

    test.each([
      [
        'a property of another type',
        { id, since: text },
        'A.since is of another type than that of all nodes.',
      ],
      ['a property called as the object is', { id, known: text }, 'A.known is declared twice.'],
    ])('%s', (_, properties, message) => {
      expect(() => built(declare('A', properties))).toThrow(message);
    });

    test('a kind called as the type of the object is', () => {
      expect(() => built(declare('Known', { id }))).toThrow('The type Known is declared twice.');
    });
  });

  describe('orders by edges', () => {
    /** The class of an edge with one property. */
    const edgeClass = (type: string, property: string): Declared => {
      const declared = class {};
      text(declared.prototype, property);
      EdgeType(type, '')(declared);
      return declared;
    };
    const along = (edge: Declared, target: () => Declared) => ToMany('', target, () => edge);
    const carried = edgeClass('CARRIED_BY', 'since');

    test('a property called edge at the far end of edges with properties', () => {
      const Item = declare('Item', { id, edge: text });
      const A = declare('A', { id, items: along(carried, () => Item) });
      expect(() => buildGraphModel([A, Item])).toThrow(
        'Item.edge: in an order of A.items this name is needed for its edges.',
      );
      expect(() => buildGraphModel([Item])).not.toThrow();
    });

    test.each([
      ['a kind and a type of edge', 'CarriedBy', 'CarriedByOrder'],
      ['a kind and a relation', 'AOthers', 'AOthersOrder'],
    ])('%s whose orders would be of one name', (_, name, order) => {
      const A = declare('A', { id, others: along(carried, () => Other) });
      expect(() => buildGraphModel([A, Other, declare(name, { id })])).toThrow(
        `${order} would be two types of the schema.`,
      );
    });

    test('edges of one type with unlike properties', () => {
      const A = declare('A', { id, others: along(carried, () => Other) });
      const B = declare('B', { id, others: along(edgeClass('CARRIED_BY', 'until'), () => Other) });
      expect(() => buildGraphModel([A, B, Other])).toThrow(
        'B.others: other edges CARRIED_BY have other properties.',
      );
    });
  });
});
