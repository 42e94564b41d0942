import { choice, Decimal, Instant, Kind, OneOf, PartialDate, Text, ToMany, ToOne } from '../model';
import { Claim } from './claim';
import { Entity } from './entity';
import type { Many, One } from './types';

const ConflictKind = choice('ConflictKind', 'In what way claims disagree.', {
  VALUE: 'Different values for the same subject, property and period. Found by comparison.',
  SUBJECT: 'The same value is given for different subjects.',
  PERIOD: 'The value is of another period than the one stated.',
  ARITHMETIC: 'The numbers do not add up, or contradict their own sentence.',
  MEANING: 'The meaning was changed on the way from one source to the next.',
  WORDING: 'The same value, worded with different precision.',
  ENTITIES: 'Several things are told as one.',
  TIME: 'An event is told as future that had already happened.',
  AMOUNT: 'Sums in different money that differ by more than prices and rates explain.',
  SUPERSEDED: 'A later event overtook the claim.',
});

@Kind({
  plural: 'conflicts',
  evidence: true,
  description: 'Claims that cannot all be true, or not as they stand.',
})
export abstract class Conflict extends Entity {
  @OneOf(ConflictKind, 'In what way they disagree.', { required: true, indexed: true })
  kind!: string;

  @Text('The property of the subject that they disagree about.')
  property?: string;

  @PartialDate('First day, month or year of the period they disagree about.')
  from?: string;

  @PartialDate('Last day, month or year of that period, included.')
  until?: string;

  @Text('The value that the property shows.')
  shownValue?: string;

  @Text('Why that value is shown and no other that is claimed; none where no value is shown.')
  shownBecause?: string;

  @Decimal('By how many percent the smallest of the values is below the largest, for numbers.')
  spread?: number;

  @Text('Why they disagree: what a reviewer found, or, of values that were compared, why one is shown.', {
    required: true,
  })
  reason!: string;

  @Instant(
    'Since when the graph knows it: when the second of its claims entered, or the finding of a reviewer.',
  )
  enteredAt?: string;

  @Text('The number of the defect in the review of its source, for example `C2`.', { indexed: true })
  reference?: string;

  @ToOne('What they disagree about.', () => Entity, 'CONCERNS', {
    name: 'conflicts',
    description: 'Where the claims about it disagree.',
  })
  subject: One<Entity>;

  @ToMany('The claims that disagree.', () => Claim, 'INVOLVES')
  sides!: Many<Claim>;

  @ToOne('The claim whose value is shown.', () => Claim, 'SHOWS')
  shown: One<Claim>;
}
