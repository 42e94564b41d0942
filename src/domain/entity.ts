import { DecidedToMany, Id, Interface, Searched, Text } from '../model';
import type { Many } from './types';

@Interface('Anything that the graph knows by an id.')
export abstract class Entity {
  @Searched('CODE')
  @Id('Kind, slash, slug: `corporation/toyota`. Unique, readable, and the same in URLs and exports.', {
    required: true,
  })
  id!: string;

  @Searched('NAME')
  @Text('The usual name in English.', { required: true, indexed: true })
  name!: string;

  @Searched('ALIAS')
  @Text('Other names, abbreviations and spellings in other scripts.', { list: true })
  aliases?: string[];

  @DecidedToMany('What curators decided to be the same. Nothing is merged.', () => Entity, 'SAME_AS')
  sameAs!: Many<Entity>;
}
