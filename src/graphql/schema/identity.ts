import { Float, ID, Int } from 'type-graphql';
import { defaultPageSize } from '../../plan';
import { declareSearchObject, field, isSearchable, optional } from './search-types';
import type { ArgSpec, TypeThunk } from './type-graphql';
import { listOf, named, type Types } from './types';

/**
 * The root fields that tell who is who, for a model in which corporations and what became of them are known.
 *
 * @param entity the interface that all kinds have in common
 */
export function declareIdentity(types: Types, entity: string): void {
  if (!tellsIdentity(types)) return;
  declareFeatures(types);
  declareResolve(types, entity);
  declareQueue(types, entity);
}

/** Whether the model is one in which it is told who is who. */
export function tellsIdentity(types: Types): boolean {
  const kinds = types.model.kinds.map(({ name }) => name);
  return (
    isSearchable(types) && ['Corporation', 'IdentityEvent', 'Decision'].every((kind) => kinds.includes(kind))
  );
}

const text: TypeThunk = () => String;
const int: TypeThunk = () => Int;
const score: TypeThunk = () => Float;

const featureKinds = {
  NAME: 'It is like the usual name.',
  ALIAS: 'It is like another name, abbreviation or spelling in another script.',
  FORMER_NAME: 'It is like a name that was given up.',
  EXACT: 'Written the same.',
  FOLDED: 'The same but for case, accents, width or punctuation.',
  LEGAL_FORM: 'The same but for the legal form.',
  SPACING: 'The same but for spaces.',
  GENERIC_WORD: 'The same but for a word that many names begin or end with, such as “group”.',
  ABBREVIATION: 'One is the initials of the other.',
  CLOSE_SPELLING: 'Few letters differ. Words of up to four letters must be the same.',
  LEADING_WORDS: 'One goes on where the other ends.',
  BRACKETS: 'What stands in brackets at the end of the name is left out: parties, an owner, an abbreviation.',
  SAME_COUNTRY: 'It is at home in that country.',
  OTHER_COUNTRY: 'It is at home in another country.',
  DECIDED_SAME: 'It was decided to be the same as the best candidate.',
  DECIDED_DIFFERENT: 'It was decided to be another than the best candidate.',
};

const statuses = {
  MATCHED: 'One is meant, as far as names can tell.',
  AMBIGUOUS: 'Several may be meant, and their names do not tell which.',
  UNMATCHED: 'None is near enough.',
};

function declareFeatures(types: Types): void {
  const { declare, classes } = types;
  const description = 'What speaks for or against a match.';
  classes.set('MatchFeatureKind', declare.enumType('MatchFeatureKind', description, featureKinds));
  classes.set('MatchStatus', declare.enumType('MatchStatus', 'What came of a name.', statuses));
  declareSearchObject(types, 'MatchFeature', description, [
    field('kind', named(types, 'MatchFeatureKind'), 'What it is.'),
    field(
      'detail',
      text,
      'The known name, in what the two differ, what is left out, the country, or the reason of the decision.',
    ),
  ]);
}

const features = (types: Types) =>
  field(
    'features',
    listOf(named(types, 'MatchFeature')),
    'Which name it is like, in what way, and what else speaks for or against it.',
  );

function declareResolve(types: Types, entity: string): void {
  declareSearchObject(types, 'MatchCandidate', 'Who a name may mean.', [
    field('entity', named(types, entity), 'Who it is.'),
    field('score', score, 'How like the names are, from 0 to 1.'),
    features(types),
  ]);
  declareSearchObject(types, 'NameMatch', 'What came of a name.', [
    field('name', text, 'The name as it was given.'),
    field('status', named(types, 'MatchStatus'), 'Whether it is clear who is meant.'),
    optional('entity', 'Who is meant, where that is clear.', named(types, entity)),
    optional('score', 'That of the best candidate.', score),
    field('candidates', listOf(named(types, 'MatchCandidate')), 'Who may be meant, the best first.'),
  ]);
  declareSearchObject(types, 'NameMatches', 'What came of some names.', [
    field('matches', listOf(named(types, 'NameMatch')), 'One for each name, in their order.'),
    field('matched', int, 'For how many it is clear who is meant.'),
    field('ambiguous', int, 'How many may mean several.'),
    field('unmatched', int, 'How many mean none that is known.'),
  ]);
  types.declare.query({
    name: 'resolve',
    description:
      'Who is meant by some names, and why: by usual, other and former names, and what was decided about them.',
    type: named(types, 'NameMatches'),
    args: [
      { name: 'names', type: listOf(text), description: 'The names, as they are written; at most 1000.' },
      kindsArg(types),
      {
        name: 'country',
        type: () => ID,
        description: 'The id of the country in which all of them are at home.',
        nullable: true,
      },
      {
        name: 'first',
        type: int,
        description: 'So many candidates for each at most; 5 if left out.',
        nullable: true,
      },
    ],
  });
}

function declareQueue(types: Types, entity: string): void {
  declareSearchObject(types, 'SameAsCandidate', 'Two that may be one and the same.', [
    field('one', named(types, entity), 'The one.'),
    field('other', named(types, entity), 'The other.'),
    field('score', score, 'How like their names are, from 0 to 1.'),
    features(types),
  ]);
  declareSearchObject(
    types,
    'SameAsCandidates',
    'Pairs of which nobody has decided whether they are the same.',
    [
      field('nodes', listOf(named(types, 'SameAsCandidate')), 'The most alike first.'),
      field('totalCount', int, 'How many there are in all.'),
    ],
  );
  types.declare.query({
    name: 'sameAsCandidates',
    description:
      'Entities that may be the same by their names, and of which nobody has decided yet. A decision takes a pair out.',
    type: named(types, 'SameAsCandidates'),
    args: [
      kindsArg(types),
      {
        name: 'first',
        type: int,
        description: `So many pairs at most; ${String(defaultPageSize)} if left out.`,
        nullable: true,
      },
    ],
  });
}

const kindsArg = (types: Types): ArgSpec => ({
  name: 'kinds',
  type: listOf(named(types, 'NodeKind')),
  description: 'Only entities of these kinds; corporations if left out.',
  nullable: true,
});
