import { choice, Flag, FromMany, Kind, OneOf, PartialDate, Searched, Text, ToMany, ToOne } from '../model';
import { Claim } from './claim';
import { Entity } from './entity';
import { Party } from './party';
import type { Many, One } from './types';

const SourceKind = choice('SourceKind', 'What a source is.', {
  OFFICIAL: 'A government, an authority or a statistics office.',
  COMPANY: 'A company speaking of itself: a press release, a filing.',
  RESEARCH: 'A research house or an association with figures of its own.',
  NEWS: 'A newspaper, an agency, a trade press.',
  COPY: 'A page that repeats or rewords another source.',
  DATASET: 'A table of data.',
});

const SourceLineage = choice('SourceLineage', 'Whether a source speaks first-hand.', {
  ORIGINAL: 'It speaks first-hand, of itself or from research of its own: it is an origin.',
  DERIVED: 'It repeats or compiles what others say: those that it cites, where it is known whom.',
  UNKNOWN: 'It is not known what it rests on, so that it is no origin of its own.',
});

@Kind({
  plural: 'sources',
  about: true,
  evidence: true,
  description: 'A document or a data set that claims come from.',
})
export abstract class Source extends Entity {
  @OneOf(SourceKind, 'What it is.', { indexed: true })
  kind?: string;

  @Searched('DESCRIPTION')
  @Text('Who published it.')
  publisher?: string;

  @PartialDate('When it was published.', { indexed: true })
  published?: string;

  @Flag('Whether the date of publication is inferred and not printed on it.')
  publishedInferred?: boolean;

  @Text('Where it can be read.')
  url?: string;

  @Text('The terms under which its facts are carried here.')
  licence?: string;

  @Text('The credit its licence asks for, or a note on what it is.')
  credit?: string;

  @OneOf(SourceLineage, 'Whether it speaks first-hand; where nothing is said, that is not known.', {
    indexed: true,
  })
  lineage?: string;

  @ToMany('Sources that it repeats or rests on.', () => Source, 'CITES')
  cites!: Many<Source>;

  @FromMany('Sources that repeat it or rest on it.', () => Source, 'cites')
  citedBy!: Many<Source>;

  @ToOne('The party that speaks in it, where the graph knows it.', () => Party, 'PUBLISHED_BY', {
    name: 'publications',
    description: 'Sources in which it speaks.',
  })
  party: One<Party>;

  @FromMany('The claims it makes.', () => Claim, 'source')
  statedClaims!: Many<Claim>;
}
