import { choice, Decimal, FromMany, Kind, OneOf, PartialDate, Searched, Text, ToMany, ToOne } from '../model';
import { BatteryChemistry } from './battery-chemistry';
import { Corporation } from './corporation';
import { Country } from './country';
import { Entity } from './entity';
import type { Many, One } from './types';

const PlantStatus = choice('PlantStatus', 'How far a plant has come.', {
  PLANNED: 'Announced, not begun.',
  UNDER_CONSTRUCTION: 'Being built.',
  OPERATING: 'In production.',
  PAUSED: 'Construction or production is interrupted.',
  POSTPONED: 'Put off or under review before it was begun.',
  CANCELLED: 'Given up.',
  CLOSED: 'Was in production and is no more.',
});

const CapacityBasis = choice('CapacityBasis', 'What a capacity is counted as.', {
  NAMEPLATE: 'What the plant is designed for.',
  ACHIEVED: 'What it reaches.',
  PROJECT_TOTAL: 'What a project of several plants is designed for in all.',
});

const PlantProduct = choice('PlantProduct', 'What a plant makes.', {
  CELLS: 'Battery cells.',
  PACKS: 'Modules and packs of cells.',
  ELECTRODE_MATERIALS: 'Active materials of electrodes.',
  COMPONENTS: 'Other parts and materials of cells and packs: separators, foils, electrolytes.',
  MINERALS: 'Raw materials, mined or refined.',
  RECYCLED_MATERIALS: 'Materials recovered from used batteries and scrap.',
  VEHICLES: 'Electric vehicles.',
  VEHICLE_COMPONENTS: 'Parts of electric vehicles.',
  CHARGERS: 'Chargers of electric vehicles.',
});

@Kind({
  plural: 'plants',
  description: 'A site that makes batteries, their materials or electric vehicles, or is to make them.',
})
export abstract class Plant extends Entity {
  @Searched('PLACE')
  @Text('Town or district, and region.')
  place?: string;

  @Decimal('Degrees north.')
  latitude?: number;

  @Decimal('Degrees east.')
  longitude?: number;

  @Decimal('Capacity in GWh a year.', { indexed: true, quantity: { unit: 'GWh/year' } })
  capacity?: number;

  @OneOf(CapacityBasis, 'What the capacity is counted as.')
  capacityBasis?: string;

  @OneOf(PlantStatus, 'How far it has come.', { indexed: true })
  status?: string;

  @PartialDate('When production starts or started.')
  startOfProduction?: string;

  @Searched('DESCRIPTION')
  @Text('What it makes or is to make, in words, for example `batteries for Lexus cars`.')
  product?: string;

  @OneOf(PlantProduct, 'What it makes or is to make, by stage of the chain.', { list: true })
  makes?: string[];

  @Searched('PLACE')
  @ToOne('Country it stands in.', () => Country, 'LOCATED_IN')
  country: One<Country>;

  @FromMany('Who runs it or is to run it.', () => Corporation, 'plants')
  operators!: Many<Corporation>;

  @ToMany('Chemistries it makes or is to make.', () => BatteryChemistry, 'PRODUCES')
  chemistries!: Many<BatteryChemistry>;
}
