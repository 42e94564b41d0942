import { Kind, ToOne } from '../model';
import { Corporation } from './corporation';
import { Entity } from './entity';
import type { One } from './types';

@Kind({ plural: 'brands', description: 'A name under which cars or batteries are sold.' })
export abstract class Brand extends Entity {
  @ToOne('The corporation it belongs to.', () => Corporation, 'BELONGS_TO')
  owner: One<Corporation>;
}
