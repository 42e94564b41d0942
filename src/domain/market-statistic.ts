import { choice, Decimal, Kind, OneOf, PartialDate, Searched, Text, ToOne } from '../model';
import { Country } from './country';
import { Entity } from './entity';
import { Material } from './material';
import { Qualifier } from './qualifier';
import type { One } from './types';

const Measure = choice('Measure', 'What a market statistic measures.', {
  EV_SALES: 'Battery-electric cars sold in the period.',
  EV_SALES_CHANGE: 'Change of those sales against the same period a year before.',
  EV_SHARE: 'Share of battery-electric cars in car sales.',
  EV_SHARE_CHANGE: 'Change of that share against the same period a year before, in percentage points.',
  EV_IMPORTS: 'Imported battery-electric cars sold in the period.',
  EV_IMPORTS_CHANGE: 'Change of those imports against the same period a year before.',
  MODEL_SALES: 'Cars of one model sold in the period.',
  MODEL_SALES_CHANGE: 'Change of the sales of one model against the same period a year before.',
  BRAND_SALES: 'Battery-electric cars of one maker or brand sold in the period.',
  PLUG_IN_SALES: 'Battery-electric and plug-in hybrid cars sold in the period.',
  PLUG_IN_SHARE: 'Share of battery-electric and plug-in hybrid cars in car sales.',
  EV_STOCK: 'Battery-electric cars in use at the end of the period.',
  MINE_PRODUCTION: 'Material mined in the period.',
  RESERVES: 'Reserves of a material.',
  IMPORT_SHARE: 'Share of one country of origin in the imports of a material.',
  PUBLIC_SUPPORT: 'Tax credits, grants and loans of a government in the period.',
  BATTERY_CAPACITY: 'Capacity of battery production.',
  BATTERY_CAPACITY_PLANNED: 'Capacity of battery production with announced investments.',
  BATTERY_CAPACITY_CHANGE: 'Rise of the capacity of battery production through announced investments.',
  BATTERY_USAGE: 'Batteries installed in EVs in the period.',
  BATTERY_USAGE_CHANGE: 'Change of that usage against the same period a year before.',
  GROUP_MARKET_SHARE: 'Share of a group of makers in a battery market.',
  GROUP_MARKET_SHARE_CHANGE:
    'Change of that share against the same period a year before, in percentage points.',
  MARKET_POSITION: 'Position in the EV-battery market, in words.',
  EV_ADOPTION: 'How far EVs are taken up, in words.',
  FOREIGN_BRANDS: 'What foreign brands do to the EV market, in words.',
  SALES_CAUSE: 'Why EV sales are as they are, in words.',
});

@Kind({
  plural: 'marketStatistics',
  about: true,
  description: 'A figure of the market or the industry of a country or the world.',
})
export abstract class MarketStatistic extends Entity {
  @OneOf(Measure, 'What is measured.', { indexed: true })
  measure?: string;

  @PartialDate('First day, month or year of the period.', { indexed: true })
  from?: string;

  @PartialDate('Last day, month or year of the period, included.')
  until?: string;

  @Decimal('The figure, in its unit.', {
    indexed: true,
    quantity: { unitIn: 'unit', qualifierIn: 'qualifier' },
  })
  value?: number;

  @Text('Unit of the figure: `vehicles`, `%`, `percentage points`, `GWh`, `GWh/year`, `t`, `USD (2023)`.')
  unit?: string;

  @OneOf(Qualifier, 'How the figure is worded.')
  qualifier?: string;

  @Searched('DESCRIPTION')
  @Text('What the sources say in words, for a measure that is not a number.')
  assessment?: string;

  @ToOne('Country it is of; none for the world.', () => Country, 'OF')
  country: One<Country>;

  @ToOne('The material that it is about.', () => Material, 'OF_MATERIAL')
  material: One<Material>;

  @ToOne('The country that the imports come from.', () => Country, 'COMES_FROM')
  origin: One<Country>;
}
