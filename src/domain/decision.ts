import { choice, Decimal, Instant, Kind, OneOf, Text, ToMany, ToOne } from '../model';
import { Claim } from './claim';
import { Entity } from './entity';
import type { Many, One } from './types';

const Verdict = choice('Verdict', 'What a curator decided.', {
  PREFER: 'The claim is shown before all others of its subject and property.',
  DISMISS: 'The claim is not shown, and supports nothing.',
  SAME: 'The entities are one and the same.',
  DIFFERENT: 'The entities are not the same, however alike they look.',
});

@Kind({
  plural: 'decisions',
  evidence: true,
  description:
    'What a curator decided about a claim or about who is who. It can be undone, and stays on record.',
})
export abstract class Decision extends Entity {
  @OneOf(Verdict, 'What was decided.', { required: true, indexed: true })
  verdict!: string;

  @Text('Why.', { required: true })
  reason!: string;

  @Text('Who decided.', { required: true, indexed: true })
  curator!: string;

  @Instant('When it was decided. It counts from then on.', { required: true, indexed: true })
  decidedAt!: string;

  @Instant('Since when the graph knows it: the time at which it was decided.', { required: true })
  enteredAt!: string;

  @Instant('When it was undone. It counted until then.')
  withdrawnAt?: string;

  @Text('Who undid it.')
  withdrawnBy?: string;

  @Text('Why it was undone.')
  withdrawnReason?: string;

  @Decimal('How sure it is, from 0 to 1, of a decision about who is who.')
  score?: number;

  @Text('What speaks for it, of a decision about who is who.', { list: true })
  features?: string[];

  @ToOne('The claim that it is about, if it is about one.', () => Claim, 'DECIDES')
  claim: One<Claim>;

  @ToMany('The entities that it is about, if it is about who is who.', () => Entity, 'IDENTIFIES', {
    name: 'identityDecisions',
    description: 'What was decided about what else it is, or is not.',
  })
  entities!: Many<Entity>;
}
