import {
  buildGraphModel,
  choice,
  Cites,
  Decimal,
  EdgeType,
  Flag,
  FromMany,
  Id,
  Int,
  Interface,
  Kind,
  OneOf,
  PartialDate,
  Text,
  ToMany,
  ToOne,
} from '../../src/model';

const Hue = choice('Hue', 'A colour.', { RED: 'Red.', GREEN: 'Green.', BLUE: 'Blue.' });

@Interface('Whatever has an id.')
abstract class Thing {
  @Id('Kind, slash, slug.', { required: true })
  id: unknown;

  @Text('What it is called.', { required: true, indexed: true })
  label: unknown;

  @Text('A remark.')
  note: unknown;
}

@Interface('Who makes things.')
abstract class Maker extends Thing {
  @PartialDate('Since when.')
  founded: unknown;

  @ToOne('Where it is at home.', () => Place, 'LIVES_IN', {
    name: 'dwellers',
    description: 'Who lives here.',
  })
  home: unknown;
}

@EdgeType('SITS_IN', 'Sits in a place.')
abstract class SitsIn {
  @Int('On which floor.')
  floor: unknown;

  @Text('Where exactly.')
  corner: unknown;

  @Flag('Whether for good.')
  settled: unknown;
}

@EdgeType('OWNS', 'Owns an item.')
abstract class Owns {
  @Decimal('How much of it.')
  share: unknown;

  @PartialDate('Since when.')
  since: unknown;

  @Int('How often it was bought.')
  times: unknown;

  @OneOf(Hue, 'The colour of the deed.')
  hue: unknown;

  @Int('Its numbers.', { list: true })
  numbers: unknown;

  @Id('Who saw it.', { list: true })
  seenIds: unknown;

  @Cites('Who saw it.', () => Person, 'seenIds')
  seenBy: unknown;
}

@Kind({ plural: 'firms', description: 'A firm.' })
abstract class Firm extends Maker {
  @Int('Its rank.', { indexed: true })
  rank: unknown;

  @Decimal('Its worth.')
  worth: unknown;

  @OneOf(Hue, 'Its colour.')
  hue: unknown;

  @Text('Words for it.', { list: true })
  tags: unknown;

  @ToOne('Where it sits.', () => Place, () => SitsIn)
  place: unknown;

  @ToMany('What it owns.', () => Item, () => Owns)
  items: unknown;

  @FromMany('What it was given.', () => Grant, 'recipient')
  grants: unknown;

  @ToMany('What it likes.', () => Thing, 'LIKES', { name: 'likedBy', description: 'Who likes it.' })
  likes: unknown;
}

@Kind({ plural: 'grants', description: 'Money given.' })
abstract class Grant extends Thing {
  @Decimal('How much.', { quantity: { unitIn: 'currency' } })
  amount: unknown;

  @Text('Of what.')
  currency: unknown;

  @Int('When.', { quantity: { unit: 'year' } })
  year: unknown;

  @ToOne('Who got it.', () => Firm, 'GIVEN_TO')
  recipient: unknown;

  @ToMany('Who gave it.', () => Maker, 'GIVEN_BY', { name: 'gives', description: 'What it gave.' })
  givers: unknown;
}

@Kind({ plural: 'people', description: 'A person.' })
abstract class Person extends Maker {
  @Flag('Whether active.')
  active: unknown;

  @Int('Its rank.', { required: true, indexed: true })
  age: unknown;

  @ToMany('Whom it knows.', () => Person, 'KNOWS')
  friends: unknown;

  @FromMany('Who knows it.', () => Person, 'friends')
  knownBy: unknown;
}

@Kind({ plural: 'items', description: 'An item.' })
abstract class Item extends Thing {
  @Decimal('Its price.', { required: true })
  price: unknown;

  @Int('Its size.')
  size: unknown;

  @OneOf(Hue, 'Its colour.')
  hue: unknown;

  @OneOf(Hue, 'All its colours.', { list: true })
  hues: unknown;

  @FromMany('Who owns it.', () => Firm, 'items')
  owners: unknown;

  @ToOne('What came after it.', () => Item, 'SUCCEEDED_BY')
  successor: unknown;

  @FromMany('What came before it.', () => Item, 'successor')
  predecessors: unknown;

  @ToOne('Who made it.', () => Maker, 'MADE_BY', { name: 'makes', description: 'What it made.' })
  maker: unknown;
}

@Kind({ plural: 'places', description: 'A place.' })
abstract class Place extends Thing {
  @FromMany('Who sits in it.', () => Firm, 'place')
  firms: unknown;
}

/** Small, but with everything that a model can have. Fields of one name are of one type, so that fragments fit together. */
export const model = buildGraphModel([Firm, Person, Item, Place, Grant]);

/** Decimals of which a sum depends on the order of addition: they are in no sum, average or count of distinct ones. */
export const inexact: ReadonlySet<string> = new Set(['worth']);
