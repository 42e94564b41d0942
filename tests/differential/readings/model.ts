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
  type Composite,
} from '../../../src/model';

const Hue = choice('Hue', 'A colour.', { RED: 'Red.', GREEN: 'Green.', BLUE: 'Blue.' });
const Confidence = choice('Confidence', 'How sure.', { HIGH: 'Very.', MEDIUM: 'Fairly.', LOW: 'Hardly.' });

@Interface('Whatever has an id.')
abstract class Thing {
  @Id('Kind, slash, slug.', { required: true })
  id: unknown;

  @Text('What it is called.', { required: true, indexed: true })
  name: unknown;

  @Text('Other names.', { list: true })
  aliases: unknown;
}

@Interface('Who makes things.')
abstract class Maker extends Thing {
  @PartialDate('Since when.', { indexed: true })
  founded: unknown;

  @ToOne('Where it is at home.', () => Place, 'LIVES_IN', {
    name: 'dwellers',
    description: 'Who lives here.',
  })
  home: unknown;
}

const Backing: Composite = { type: 'Backing', field: 'backing', description: 'Who says so.' };

abstract class FactEdge {
  @PartialDate('Since when.')
  since: unknown;

  @PartialDate('Until when.')
  until: unknown;

  @OneOf(Confidence, 'How sure.')
  confidence: unknown;

  @Int('How many say so.', { part: { of: Backing, name: 'sources' } })
  sourceCount: unknown;

  @Int('How many do of their own.', { part: { of: Backing, name: 'origins' } })
  originCount: unknown;

  @Cites('What it rests on.', () => Claim, 'claimIds')
  claims: unknown;

  @Cites('Who says so.', () => Source, 'sourceIds')
  sources: unknown;
}

abstract class FactNode {
  @PartialDate('Since when.')
  since: unknown;

  @PartialDate('Until when.')
  until: unknown;

  @OneOf(Confidence, 'How sure.')
  confidence: unknown;

  @Int('How many speak of it.', { part: { of: Backing, name: 'sources' } })
  sourceCount: unknown;

  @Int('How many do of their own.', { part: { of: Backing, name: 'origins' } })
  originCount: unknown;

  @Cites('Who speaks of it.', () => Source, 'sourceIds')
  sources: unknown;
}

@EdgeType('OWNS', 'Owns an item.')
abstract class Owns {
  @Decimal('How much of it.')
  share: unknown;

  @Int('How often it was bought.')
  times: unknown;

  @Flag('Whether for good.')
  settled: unknown;

  @OneOf(Hue, 'The colour of the deed.')
  hue: unknown;
}

@Kind({ plural: 'firms', description: 'A firm.' })
abstract class Firm extends Maker {
  @Int('Its rank.', { indexed: true })
  rank: unknown;

  @Decimal('Its size.', { indexed: true })
  size: unknown;

  @Flag('Whether active.')
  active: unknown;

  @OneOf(Hue, 'Its colour.', { indexed: true })
  hue: unknown;

  @Text('Words for it.', { list: true })
  tags: unknown;

  @PartialDate('Until when it is a firm, which is claimed.')
  until: unknown;

  @ToMany('What it owns.', () => Item, () => Owns)
  items: unknown;

  @FromMany('What it was given.', () => Grant, 'recipient')
  grants: unknown;

  @ToMany('What it likes.', () => Thing, 'LIKES', { name: 'likedBy', description: 'Who likes it.' })
  likes: unknown;
}

@Kind({ plural: 'grants', description: 'Money given.' })
abstract class Grant extends Thing {
  @Decimal('How much.', { quantity: { unitIn: 'currency', qualifierIn: 'wording' } })
  amount: unknown;

  @Text('Of what.')
  currency: unknown;

  @Text('How it is worded.')
  wording: unknown;

  @ToOne('Who got it.', () => Firm, 'GIVEN_TO')
  recipient: unknown;
}

@Kind({ plural: 'items', description: 'An item.' })
abstract class Item extends Thing {
  @OneOf(Hue, 'Its colour.')
  hue: unknown;

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
  @Text('What is written on its gate.')
  note: unknown;
}

@Kind({ plural: 'sources', evidence: true, description: 'Who says so.' })
abstract class Source extends Thing {
  @ToMany('Whom it repeats.', () => Source, 'CITES')
  cites: unknown;

  @ToOne('Who speaks in it.', () => Maker, 'PUBLISHED_BY')
  party: unknown;
}

@Kind({ plural: 'claims', evidence: true, description: 'What is said.' })
abstract class Claim extends Thing {
  @Text('What a reviewer noted.')
  note: unknown;

  @ToOne('What it is about.', () => Thing, 'ABOUT', { name: 'claims', description: 'What is said of it.' })
  subject: unknown;

  @ToOne('The other end.', () => Thing, 'NAMES')
  object: unknown;

  @ToOne('Who says so.', () => Source, 'STATED_BY')
  source: unknown;

  @ToMany('Who is named for it.', () => Thing, 'ATTRIBUTED_TO')
  attributedTo: unknown;
}

@Kind({ plural: 'conflicts', evidence: true, description: 'Claims that disagree.' })
abstract class Conflict extends Thing {
  @ToOne('What they disagree about.', () => Thing, 'CONCERNS')
  subject: unknown;

  @ToMany('The claims.', () => Claim, 'INVOLVES')
  sides: unknown;

  @ToOne('What is shown.', () => Claim, 'SHOWS')
  shown: unknown;
}

@Kind({ plural: 'decisions', evidence: true, description: 'What a curator decided.' })
abstract class Decision extends Thing {
  @ToOne('The claim that it is about.', () => Claim, 'DECIDES')
  claim: unknown;
}

/** Everything that can be claimed, and the evidence that materialising needs. */
export const model = buildGraphModel([Firm, Item, Place, Grant, Source, Claim, Conflict, Decision], {
  edge: FactEdge,
  node: FactNode,
});
