import { choice, Kind, OneOf, PartialDate, Searched, Text, ToMany, ToOne } from '../model';
import { Corporation } from './corporation';
import { Entity } from './entity';
import { Partnership } from './partnership';
import type { Many, One } from './types';

const IdentityEventKind = choice('IdentityEventKind', 'What became of a corporation.', {
  RENAME: 'It goes on under another name.',
  SPIN_OFF: 'Part of it became a corporation of its own.',
  MERGER: 'Several became one.',
  ACQUISITION: 'It came under another owner, who carries it on.',
  EXIT: 'A partner left a partnership, which others carry on.',
  DISSOLUTION: 'It ended; others took over what it had.',
});

@Kind({
  plural: 'identityEvents',
  about: true,
  description:
    'A dated change of who a corporation is: a new name, a spin-off, a merger, the end of a joint venture.',
})
export abstract class IdentityEvent extends Entity {
  @OneOf(IdentityEventKind, 'What happened.', { indexed: true })
  kind?: string;

  @PartialDate('When it took effect.', { indexed: true })
  date?: string;

  @Searched('FORMER_NAME', 'successors')
  @Text('The name until then.')
  formerName?: string;

  @Text('The name from then on.')
  newName?: string;

  @Searched('DESCRIPTION')
  @Text('What passed on, in words, where it was not the whole.')
  what?: string;

  @ToMany('Who it was before.', () => Corporation, 'PRECEDED_BY')
  predecessors!: Many<Corporation>;

  @ToMany('Who it is afterwards.', () => Corporation, 'SUCCEEDED_BY')
  successors!: Many<Corporation>;

  @ToOne('The partnership that it changed or ended.', () => Partnership, 'CHANGES')
  partnership: One<Partnership>;
}
