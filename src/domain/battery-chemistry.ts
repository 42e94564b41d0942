import { Decimal, FromMany, Kind, Searched, Text, ToMany } from '../model';
import { Corporation } from './corporation';
import { Entity } from './entity';
import { Material } from './material';
import { Plant } from './plant';
import type { Many } from './types';

@Kind({
  plural: 'batteryChemistries',
  hub: true,
  description: 'A family of cells, named by its cathode or its working ion.',
})
export abstract class BatteryChemistry extends Entity {
  @Searched('DESCRIPTION')
  @Text('The active material of the cathode.')
  cathode?: string;

  @Searched('DESCRIPTION')
  @Text('The active material of the anode.')
  anode?: string;

  @Decimal('Nominal cell voltage in volts.', { quantity: { unit: 'V' } })
  nominalVoltage?: number;

  @Decimal('Lower end of the specific energy of cells, in Wh/kg.', { quantity: { unit: 'Wh/kg' } })
  specificEnergyMin?: number;

  @Decimal('Upper end of the specific energy of cells, in Wh/kg.', { quantity: { unit: 'Wh/kg' } })
  specificEnergyMax?: number;

  @ToMany('Materials it takes.', () => Material, 'USES')
  materials!: Many<Material>;

  @FromMany('Plants that make it or are to make it.', () => Plant, 'chemistries')
  plants!: Many<Plant>;

  @FromMany('Corporations that make it or are to make it.', () => Corporation, 'chemistries')
  makers!: Many<Corporation>;
}
