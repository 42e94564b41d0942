import { FromMany, Kind, Searched, Text, ToOne } from '../model';
import { Country } from './country';
import { Party } from './party';
import { Subsidy } from './subsidy';
import type { Many, One } from './types';

@Kind({
  plural: 'governments',
  description: 'A national government, a ministry of one, or a union of states.',
})
export abstract class Government extends Party {
  @Searched('DESCRIPTION')
  @Text('What it aims for in the supply of batteries and their materials, in words.')
  supplyChainPolicy?: string;

  @ToOne('Country it governs.', () => Country, 'GOVERNS')
  country: One<Country>;

  @FromMany('Subsidies it grants.', () => Subsidy, 'grantedBy')
  grants!: Many<Subsidy>;
}
