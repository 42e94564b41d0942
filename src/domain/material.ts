import { FromMany, Kind, Searched, Text } from '../model';
import { BatteryChemistry } from './battery-chemistry';
import { Country } from './country';
import { Entity } from './entity';
import { MarketStatistic } from './market-statistic';
import type { Many } from './types';

@Kind({
  plural: 'materials',
  hub: true,
  description: 'A raw or refined material of batteries: lithium, nickel, graphite.',
})
export abstract class Material extends Entity {
  @Searched('CODE')
  @Text('Chemical symbol, for an element.')
  symbol?: string;

  @FromMany('Chemistries that take it.', () => BatteryChemistry, 'materials')
  usedBy!: Many<BatteryChemistry>;

  @FromMany('Countries that mine or refine it.', () => Country, 'materials')
  producers!: Many<Country>;

  @FromMany('Figures of its production, reserves and trade.', () => MarketStatistic, 'material')
  statistics!: Many<MarketStatistic>;
}
