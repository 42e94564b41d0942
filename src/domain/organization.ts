import { choice, Kind, OneOf, Searched, Text, ToOne } from '../model';
import { Country } from './country';
import { Party } from './party';
import type { One } from './types';

const OrganizationKind = choice('OrganizationKind', 'What an organization is.', {
  ASSOCIATION: 'An association of an industry.',
  RESEARCH_HOUSE: 'Sells or publishes market research.',
  NEWS: 'A newspaper, agency or news site.',
  OTHER: 'Something else.',
});

@Kind({ plural: 'organizations', description: 'An association, a research house, a newspaper.' })
export abstract class Organization extends Party {
  @OneOf(OrganizationKind, 'What it is.')
  kind?: string;

  @Searched('ALIAS')
  @Text('The abbreviation it goes by.')
  abbreviation?: string;

  @Searched('PLACE')
  @ToOne('Country it works from.', () => Country, 'BASED_IN')
  country: One<Country>;
}
