import { Cites, Int, OneOf, PartialDate } from '../model';
import { Claim, Confidence } from './claim';
import { Source } from './source';
import type { Many } from './types';

/** What every edge that is made from claims has besides its own properties. */
export abstract class FactEdge {
  @PartialDate('Since when it holds, by the earliest of the claims behind it.')
  since?: string;

  @PartialDate('Until when it holds, by the best of the claims behind it.')
  until?: string;

  @OneOf(Confidence, 'How sure the most confident claim behind it is.')
  confidence?: string;

  @Int('How many sources state it.')
  sourceCount?: number;

  @Int('How many of these are independent origins: all that repeat one source are one.')
  originCount?: number;

  @Cites('The claims it rests on.', () => Claim, 'claimIds')
  claims!: Many<Claim>;

  @Cites('The sources of these claims.', () => Source, 'sourceIds')
  sources!: Many<Source>;
}
