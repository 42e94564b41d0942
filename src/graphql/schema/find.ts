import { Float, Int } from 'type-graphql';
import { searchedKinds, textRoles } from '../../model';
import { defaultPageSize } from '../../plan';
import { declareSearchObject, field, isSearchable, optional } from './search-types';
import type { ArgSpec, TypeThunk } from './type-graphql';
import { listOf, named, type Types } from './types';

/**
 * The root fields that find nodes by text.
 *
 * @param entity the interface that all kinds have in common
 */
export function declareFinding(types: Types, entity: string): void {
  if (!isSearchable(types)) return;
  declareEnums(types);
  declareMatch(types);
  declareSearch(types, entity);
  declareSuggest(types, entity);
}

const text: TypeThunk = () => String;

function declareEnums({ classes, declare, model }: Types): void {
  const kinds = Object.fromEntries(searchedKinds(model).map(({ name, description }) => [name, description]));
  classes.set('SearchedKind', declare.enumType('SearchedKind', 'A kind that is found by text.', kinds));
  classes.set('TextRole', declare.enumType('TextRole', 'What a text says of a node.', textRoles));
}

function declareMatch(types: Types): void {
  declareSearchObject(types, 'TextPiece', 'A part of a text.', [
    field('text', text, 'The part, as it is written.'),
    field('highlighted', () => Boolean, 'Whether it is what was looked for.'),
  ]);
  declareSearchObject(types, 'TextMatch', 'The text of a node that fits best.', [
    field('property', text, 'The property that has it; for the name at the end of a relation, the relation.'),
    field('role', named(types, 'TextRole'), 'What it says of the node.'),
    field('text', text, 'The text, as it is written.'),
    field('pieces', listOf(named(types, 'TextPiece')), 'The same in parts, for highlighting.'),
  ]);
}

const found = (types: Types, entity: string) => [
  field('node', named(types, entity), 'The node.'),
  field('score', () => Float, 'How well it fits, from 0 to 1: 1 is its current name to the letter.'),
  field('match', named(types, 'TextMatch'), 'The text of it that fits best.'),
];

function declareSearch(types: Types, entity: string): void {
  const conditions = [
    optional('nodes', 'Only nodes that fit, by their kinds.', named(types, 'NodeConditions')),
  ];
  const description = 'Conditions on what is found.';
  types.classes.set(
    'SearchWhere',
    types.declare.inputType({ name: 'SearchWhere', description, fields: conditions }),
  );
  declareSearchObject(types, 'SearchEdge', 'A node that was found, and its place in the order.', [
    ...found(types, entity),
    field('cursor', text, 'Its place in the order, for `after`.'),
  ]);
  declareSearchObject(types, 'SearchConnection', 'A page of what was found, the best first.', [
    field('nodes', listOf(named(types, entity)), 'The nodes of the page.'),
    field('edges', listOf(named(types, 'SearchEdge')), 'The same with what was found of each.'),
    field('pageInfo', named(types, 'PageInfo'), 'Whether there are more.'),
  ]);
  types.declare.query({
    name: 'search',
    description:
      'Finds nodes by their names, aliases in any script, former names, places and descriptions. Case, accents, width and ' +
      'mistakes are forgiven. The best few hundred are found, not all there are.',
    type: named(types, 'SearchConnection'),
    args: [
      { name: 'text', type: text, description: 'What to look for; up to 200 characters.' },
      kindsArg(types),
      {
        name: 'where',
        type: named(types, 'SearchWhere'),
        description: 'Only what fits.',
        nullable: true,
      },
      firstArg('nodes', defaultPageSize),
      { name: 'after', type: text, description: 'Begin after this cursor.', nullable: true },
    ],
  });
}

/** So many suggestions, where a request does not say. */
const suggestions = 10;

function declareSuggest(types: Types, entity: string): void {
  declareSearchObject(types, 'Suggestion', 'A node that may be meant.', found(types, entity));
  declareSearchObject(types, 'Suggestions', 'Nodes that may be meant, the likeliest first.', [
    field('suggestions', listOf(named(types, 'Suggestion')), 'The likeliest first.'),
  ]);
  types.declare.query({
    name: 'suggest',
    description: 'What somebody may be about to type: nodes by what they are called, or their beginnings.',
    type: named(types, 'Suggestions'),
    args: [
      { name: 'prefix', type: text, description: 'What is typed so far; up to 200 characters.' },
      kindsArg(types),
      firstArg('suggestions', suggestions),
    ],
  });
}

const kindsArg = (types: Types): ArgSpec => ({
  name: 'kinds',
  type: listOf(named(types, 'SearchedKind')),
  description: 'Only of these kinds; of all if left out.',
  nullable: true,
});

const firstArg = (what: string, otherwise: number): ArgSpec => ({
  name: 'first',
  type: () => Int,
  description: `So many ${what} at most; ${String(otherwise)} if left out.`,
  nullable: true,
});
