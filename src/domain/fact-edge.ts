import { Cites, OneOf, PartialDate } from '../model';
import { Claim, Confidence } from './claim';
import type { Many } from './types';

/** What every edge that is made from claims has besides its own properties. */
export abstract class FactEdge {
  @PartialDate('Since when it holds, by the earliest of the claims behind it.')
  since?: string;

  @PartialDate('Until when it holds, by the best of the claims behind it.')
  until?: string;

  @OneOf(Confidence, 'How sure the most confident claim behind it is.')
  confidence?: string;

  @Cites('The claims it rests on.', () => Claim, 'claimIds')
  claims!: Many<Claim>;
}
