import { choice, Decimal, FromMany, Kind, OneOf, PartialDate, Searched, Text, ToMany } from '../model';
import { Corporation } from './corporation';
import { Entity } from './entity';
import { IdentityEvent } from './identity-event';
import { Plant } from './plant';
import type { Many } from './types';

const PartnershipKind = choice('PartnershipKind', 'What binds the partners.', {
  JOINT_VENTURE: 'A company or plant owned together.',
  SUPPLY: 'An off-take or supply agreement.',
  PRODUCTION: 'Production planned or run together without a joint company.',
  LICENCE: 'A technology licence.',
  RESEARCH: 'Research or development together.',
  EQUITY: 'A share of one in the other.',
  STRATEGIC: 'A general agreement to work together.',
});

const PartnershipStatus = choice('PartnershipStatus', 'How far a partnership has come.', {
  ANNOUNCED: 'Made public.',
  ACTIVE: 'Being carried out.',
  ENDED: 'Over.',
  DISPUTED: 'Reported, but not as such: see its conflicts.',
});

@Kind({
  plural: 'partnerships',
  description: 'Corporations that work together: joint venture, supply, licence, equity.',
})
export abstract class Partnership extends Entity {
  @OneOf(PartnershipKind, 'What binds the partners.', { indexed: true })
  kind?: string;

  @OneOf(PartnershipStatus, 'How far it has come.')
  status?: string;

  @PartialDate('When it was announced.', { indexed: true })
  announced?: string;

  @PartialDate('When it ended.')
  ended?: string;

  @Searched('DESCRIPTION')
  @Text('What it is for, in words.')
  purpose?: string;

  @Decimal('Capacity it plans, in GWh a year.', { quantity: { unit: 'GWh/year' } })
  plannedCapacity?: number;

  @PartialDate('When the planned capacity is to be reached.')
  capacityBy?: string;

  @FromMany('The partners, with their roles.', () => Corporation, 'partnerships')
  participants!: Many<Corporation>;

  @ToMany('The joint-venture company it forms.', () => Corporation, 'FORMS')
  forms!: Many<Corporation>;

  @ToMany('Plants it builds or runs.', () => Plant, 'BUILDS')
  plants!: Many<Plant>;

  @FromMany('Changes of its partners, and its end.', () => IdentityEvent, 'partnership')
  changes!: Many<IdentityEvent>;
}
