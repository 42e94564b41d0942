import { Cites, CitesThrough, Int, OneOf, PartialDate, type Composite } from '../model';
import { Claim } from './claim';
import { Confidence } from './confidence';
import { Conflict } from './conflict';
import { Source } from './source';
import type { Many } from './types';

const Corroboration: Composite = {
  type: 'Corroboration',
  field: 'corroboration',
  description: 'How many sources say so, and how many independent origins these have.',
};

/** What every edge that is made from claims has besides its own properties. */
export abstract class FactEdge {
  @PartialDate('Since when it holds, by the earliest of the claims behind it.')
  since?: string;

  @PartialDate('Until when it holds, by the best of the claims behind it.')
  until?: string;

  @OneOf(Confidence, 'How sure the most confident claim behind it is.')
  confidence?: string;

  @Int('How many sources state it.', { part: { of: Corroboration, name: 'sources' } })
  sourceCount?: number;

  @Int(
    'How many independent origins these have: all that repeat one source are one, and one of unknown lineage is none.',
    {
      part: { of: Corroboration, name: 'independentOrigins' },
    },
  )
  originCount?: number;

  @Cites('The claims it rests on.', () => Claim, 'claimIds')
  claims!: Many<Claim>;

  @Cites('The sources of these claims.', () => Source, 'sourceIds')
  sources!: Many<Source>;

  @CitesThrough(
    'Where these claims disagree with others.',
    () => Conflict,
    'claimIds',
    () => Claim,
    'disputes',
  )
  conflicts!: Many<Conflict>;
}

/** What every node has from the claims about it; evidence, about which nothing is claimed, lacks it. */
export abstract class FactNode {
  @PartialDate('Since when anything is claimed of it, by the earliest of the claims about it.')
  since?: string;

  @PartialDate('Until when anything is claimed of it; none where a claim about it has no end.')
  until?: string;

  @OneOf(Confidence, 'How sure the most confident claim about it is.')
  confidence?: string;

  @Int('How many sources speak of it.', { part: { of: Corroboration, name: 'sources' } })
  sourceCount?: number;

  @Int(
    'How many independent origins these have: all that repeat one source are one, and one of unknown lineage is none.',
    {
      part: { of: Corroboration, name: 'independentOrigins' },
    },
  )
  originCount?: number;

  @Cites('The sources of the claims about it.', () => Source, 'sourceIds')
  sources!: Many<Source>;
}
