import {
  choice,
  Decimal,
  Flag,
  FromMany,
  Instant,
  Kind,
  OneOf,
  PartialDate,
  Text,
  ToMany,
  ToOne,
} from '../model';
import { Confidence } from './confidence';
import { Conflict } from './conflict';
import { Decision } from './decision';
import { Entity } from './entity';
import { Qualifier } from './qualifier';
import { Source } from './source';
import type { Many, One } from './types';

const ClaimStatus = choice('ClaimStatus', 'What has become of a claim.', {
  STANDING: 'Nothing speaks against it.',
  DISPUTED: 'Contradicted inside its own source or by the source it repeats.',
  SUPERSEDED: 'True when it was made, overtaken by a later event.',
  WITHDRAWN: 'Taken back by whoever made it.',
});

@Kind({ plural: 'claims', evidence: true, description: 'One statement of one source about one subject.' })
export abstract class Claim extends Entity {
  @Text('The property or relation of the subject that it speaks of.', { required: true, indexed: true })
  property!: string;

  @Text('The value it states, as text: a number, a word, or the id of the object of a relation.', {
    required: true,
  })
  value!: string;

  @Decimal('The value as a number, where it is one.')
  number?: number;

  @Text('Unit of the value, or the ISO 4217 code of its currency.')
  unit?: string;

  @OneOf(Qualifier, 'How the source words the value.')
  qualifier?: string;

  @Text('How the source words it, in a word or two, where the value had to be read into it.')
  wording?: string;

  @Text('Properties of the edge that it states, for a claim about a relation: `role=…; share=…`.')
  edge?: string;

  @PartialDate('First day, month or year for which it is said to hold.')
  validFrom?: string;

  @PartialDate('Last day, month or year for which it is said to hold, included.')
  validUntil?: string;

  @PartialDate('The date or period as the source gives it, where it differs from the period it holds for.')
  periodStated?: string;

  @Instant('When it entered the graph.', { required: true })
  enteredAt!: string;

  @Instant('When it was withdrawn, where that is known. Until then it counted.')
  withdrawnAt?: string;

  @OneOf(Confidence, 'How sure it is.', { required: true, indexed: true })
  confidence!: string;

  @OneOf(ClaimStatus, 'What has become of it.', { required: true, indexed: true })
  status!: string;

  @Flag('Whether it is what the property or relation of its subject shows.', { required: true })
  shown!: boolean;

  @Text('The number of the statement in the review of its source, for example `S13`.', { indexed: true })
  reference?: string;

  @Text('Where in the source it stands.')
  locator?: string;

  @Text('What a reviewer noted about it.')
  note?: string;

  @ToOne('What it is about.', () => Entity, 'ABOUT', {
    name: 'claims',
    description: 'What has been said about it, and by whom.',
  })
  subject: One<Entity>;

  @ToOne('The node it relates the subject to, for a claim about a relation.', () => Entity, 'NAMES', {
    name: 'namedIn',
    description: 'Claims about others that relate them to it.',
  })
  object: One<Entity>;

  @ToOne('The source that states it.', () => Source, 'STATED_BY')
  source: One<Source>;

  @ToMany('Whom the source names for it.', () => Entity, 'ATTRIBUTED_TO', {
    name: 'attributedClaims',
    description: 'Claims that a source attributes to it.',
  })
  attributedTo!: Many<Entity>;

  @FromMany('Conflicts it is part of.', () => Conflict, 'sides')
  disputes!: Many<Conflict>;

  @FromMany('What curators decided about it.', () => Decision, 'claim')
  decisions!: Many<Decision>;
}
