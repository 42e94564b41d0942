import { Interface } from '../model';
import { Entity } from './entity';

@Interface('Whoever can act: a corporation, an organization or a government.')
export abstract class Party extends Entity {}
