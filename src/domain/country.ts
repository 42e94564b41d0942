import { Decimal, EdgeType, FromMany, Int, Kind, Searched, Text, ToMany } from '../model';
import { Corporation } from './corporation';
import { Entity } from './entity';
import { Government } from './government';
import { MarketStatistic } from './market-statistic';
import { Material } from './material';
import { Plant } from './plant';
import type { Many } from './types';

@EdgeType('EXTRACTS', 'Produces a material.')
abstract class Extracts {
  @Text('Stage of the chain: `mine` or `refinery`.')
  stage?: string;

  @Decimal('Tonnes of contained material in the year.', { quantity: { unit: 't' } })
  volume?: number;

  @Int('The calendar year of the volume.')
  year?: number;
}

@Kind({ plural: 'countries', hub: true, description: 'A country or territory with an ISO 3166 code.' })
export abstract class Country extends Entity {
  @Searched('CODE')
  @Text('ISO 3166-1 alpha-2 code.', { indexed: true })
  isoCode?: string;

  @Searched('CODE')
  @Text('ISO 3166-1 alpha-3 code.')
  isoCode3?: string;

  @FromMany('Who governs it.', () => Government, 'country')
  governments!: Many<Government>;

  @FromMany('Corporations with their head office in it.', () => Corporation, 'country')
  corporations!: Many<Corporation>;

  @FromMany('Plants in it.', () => Plant, 'country')
  plants!: Many<Plant>;

  @ToMany('Materials it mines or refines.', () => Material, () => Extracts)
  materials!: Many<Material>;

  @FromMany('Figures of its market and industry.', () => MarketStatistic, 'country')
  statistics!: Many<MarketStatistic>;
}
