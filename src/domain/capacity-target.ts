import { Decimal, Int, Kind, OneOf, Text, ToMany, ToOne } from '../model';
import { Entity } from './entity';
import { Qualifier } from './qualifier';
import { Party } from './party';
import type { Many, One } from './types';

@Kind({
  plural: 'capacityTargets',
  about: true,
  description: 'A capacity that a government or a corporation means to reach.',
})
export abstract class CapacityTarget extends Entity {
  @Decimal('The capacity to be reached, in its unit.', {
    indexed: true,
    quantity: { unitIn: 'unit', qualifierIn: 'qualifier' },
  })
  value?: number;

  @Text('Unit of the value: `GWh/year`, or `GWh` where the source names no period.')
  unit?: string;

  @OneOf(Qualifier, 'How the value is worded.')
  qualifier?: string;

  @Int('The year by which it is to be reached.', { indexed: true })
  targetYear?: number;

  @ToOne('Who set it.', () => Party, 'SET_BY', {
    name: 'capacityTargets',
    description: 'Capacity targets it has set.',
  })
  setBy: One<Party>;

  @ToMany('The country or corporation whose capacity is meant.', () => Entity, 'FOR', {
    name: 'targets',
    description: 'Capacity targets for it.',
  })
  for!: Many<Entity>;
}
