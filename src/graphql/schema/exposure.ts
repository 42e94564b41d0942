import { Float, ID, Int } from 'type-graphql';
import { claimKind } from '../../model';
import { defaultPageSize } from '../../plan';
import { PartialDateScalar } from './scalars';
import { declareSearchObject, field, isSearchable, optional } from './search-types';
import type { ArgSpec, TypeThunk } from './type-graphql';
import { listOf, named, type Types } from './types';

/**
 * The root field that tells how much rests on some countries, for a model with plants, owners and countries.
 *
 * @param entity the interface that all kinds have in common
 */
export function declareExposure(types: Types, entity: string): void {
  if (!isSearchable(types) || !needed.every((name) => types.classes.has(name))) return;
  declareEnums(types);
  declareRanges(types);
  declareContribution(types, entity);
  declareAnswer(types, entity);
  declareRoot(types);
}

/** What it is worked out of. */
const needed = [
  'Plant',
  'Corporation',
  'Country',
  'Partnership',
  'Material',
  'PlantStatus',
  'PlantProduct',
  'Qualifier',
];

const text: TypeThunk = () => String;
const int: TypeThunk = () => Int;
const decimal: TypeThunk = () => Float;
const ids: TypeThunk = listOf(() => ID);

const enums: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'ExposureMeasure',
    'What is counted.',
    {
      CAPACITY: 'The capacity of plants, in GWh a year.',
      PLANTS: 'Plants, each one.',
      CELL_SUPPLY:
        'What companies are supplied with cells, by suppliers, partnerships and plants of their own: of each company all as one, since hardly anybody states volumes. Of a country, what its automakers are supplied with.',
      MATERIAL:
        'What the world mines of the materials that the cells need, each material as one: what rests on a country if one buys as the world does.',
    },
  ],
  [
    'Attribution',
    'Which country a part of a plant is counted for.',
    {
      HEADQUARTERS:
        'Plants are counted whole, and divided among the companies at the end of their chains of owners: each part is counted for the country of the head office.',
      LOCATION:
        'Of plants the part counts that belongs to those who are asked about: for the country it stands in. Of a cell supply all counts, where the plants stand that may make it; of a material, where it is mined.',
    },
  ],
  [
    'ExposurePart',
    'Where something rests.',
    {
      EXPOSED: 'On the countries that are asked about.',
      REST: 'On others.',
      UNKNOWN: 'Nobody says on which.',
    },
  ],
  [
    'ExposureLeftOutReason',
    'Why something does not count.',
    {
      NO_SUPPLIER: 'Nobody states who supplies it with cells.',
      NO_PRODUCTION: 'Nobody states what the world mines of it.',
      NO_CHEMISTRY: 'Nobody states of which chemistry its cells are, and so what it needs.',
      NO_CAPACITY: 'Nobody states a capacity.',
      OTHER_PRODUCT: 'It makes something else, or nobody says what.',
      OTHER_STATUS: 'Its status is another.',
      UNKNOWN_STATUS: 'Nobody says how far it has come.',
    },
  ],
];

function declareEnums({ declare, classes }: Types): void {
  for (const [name, description, values] of enums)
    classes.set(name, declare.enumType(name, description, values));
}

function declareRanges(types: Types): void {
  const ends = [field('low', decimal, 'At least.'), field('high', decimal, 'At most.')];
  declareSearchObject(types, 'FractionRange', 'A part of a whole, of 1: from the least to the most.', ends);
  declareSearchObject(types, 'AmountRange', 'An amount: from the least to the most that is known of it.', [
    ...ends,
    field('unit', text, 'Its unit: `GWh/year`, or `plants`, `companies`, `materials`.'),
  ]);
}

function declareContribution(types: Types, entity: string): void {
  const claim = listOf(named(types, claimKind));
  declareSearchObject(
    types,
    'ExposureLink',
    'A stake between what counts and the end of a chain of owners.',
    [
      field('owner', named(types, entity), 'Who holds it.'),
      field('owned', named(types, entity), 'What it holds a part of.'),
      field('kind', named(types, 'HopKind'), 'The kind of edge that says so.'),
      optional(
        'through',
        'The partnership that formed the company, or that ties it to its supplier.',
        named(types, entity),
      ),
      optional('share', 'The share that is stated, or that stated volumes come to, in percent.', decimal),
      field('fraction', named(types, 'FractionRange'), 'What it may come to, by all stakes that are stated.'),
      field('claims', claim, 'The claims that it rests on.'),
      field('footnote', int, 'The number of its footnote.'),
    ],
  );
  declareSearchObject(types, 'Contribution', 'What something adds through an owner at the end of a chain.', [
    field('of', named(types, entity), 'What counts: a plant, the company that is supplied, or the material.'),
    optional('plant', 'The plant that counts, or that the cells come from.', named(types, 'Plant')),
    optional('owner', 'The company at the end; null where nobody is known.', named(types, entity)),
    optional('country', 'The country it is counted for; null for none known.', named(types, 'Country')),
    field('part', named(types, 'ExposurePart'), 'What it is a part of.'),
    field('amount', named(types, 'AmountRange'), 'What it adds.'),
    field('fraction', named(types, 'FractionRange'), 'Which part that is of what counts.'),
    field('ofPlant', named(types, 'AmountRange'), 'What that counts for as a whole.'),
    optional('qualifier', 'How that is worded, unless as it stands.', named(types, 'Qualifier')),
    field('chain', listOf(named(types, 'ExposureLink')), 'All stakes on ways from it to the end.'),
    field(
      'amountClaims',
      claim,
      'The claims that state what it counts for; of a material, that it is needed.',
    ),
    field('statusClaims', claim, 'The claims that state how far a plant has come.'),
    field('countryClaims', claim, 'The claims that state the country.'),
    field('account', text, 'The same in words, with the numbers of its footnotes.'),
    field('footnotes', listOf(named(types, 'Footnote')), 'The claims that the account refers to.'),
  ]);
}

function declareAnswer(types: Types, entity: string): void {
  const amount = named(types, 'AmountRange');
  declareSearchObject(types, 'ContributionEdge', 'A contribution and its place in the order.', [
    field('node', named(types, 'Contribution'), 'The contribution.'),
    field('cursor', text, 'Its place in the order, for `after`.'),
  ]);
  declareSearchObject(
    types,
    'ContributionConnection',
    'A page of contributions, the largest at most first.',
    [
      field('nodes', listOf(named(types, 'Contribution')), 'The contributions of the page.'),
      field('edges', listOf(named(types, 'ContributionEdge')), 'The same with their cursors.'),
      field('totalCount', int, 'How many there are on all pages.'),
      field('pageInfo', named(types, 'PageInfo'), 'Whether there are more.'),
    ],
  );
  const part = named(types, 'FractionRange');
  declareSearchObject(types, 'ExposureLine', 'A company or a material by itself, in parts of 1.', [
    field('of', named(types, entity), 'The company that is supplied, or the material.'),
    field('exposed', part, 'What of it rests on the countries.'),
    field('rest', part, 'What rests on others.'),
    field('unknown', part, 'What ends where no country is known.'),
  ]);
  declareSearchObject(types, 'ExposureLeftOut', 'What does not count, for one reason.', [
    field('reason', named(types, 'ExposureLeftOutReason'), 'Why.'),
    field('count', int, 'How many.'),
    field('plants', listOf(named(types, 'Plant')), 'Plants among the first 25 of them, by id.'),
    field('corporations', listOf(named(types, 'Corporation')), 'Companies among them.'),
    field('materials', listOf(named(types, 'Material')), 'Materials among them.'),
  ]);
  declareSearchObject(types, 'Exposure', 'How much rests on some countries.', [
    field('total', amount, 'All that counts.'),
    field('exposed', amount, 'What of it rests on the countries: at least, and at most.'),
    field('rest', amount, 'What rests on others.'),
    field('unknown', amount, 'What ends where no country is known. It may be part of either, at most.'),
    optional(
      'share',
      'Of all that counts, what rests on the countries; null for none.',
      named(types, 'FractionRange'),
    ),
    field('isApproximate', () => Boolean, 'Whether an amount is worded as about, almost or at least.'),
    field('count', int, 'How many plants count, or companies, or materials.'),
    field(
      'lines',
      listOf(named(types, 'ExposureLine')),
      'Each company or material; none where plants are counted.',
    ),
    field('leftOut', listOf(named(types, 'ExposureLeftOut')), 'What does not, by the reason.'),
    field('account', text, 'The same in words.'),
    field('contributions', named(types, 'ContributionConnection'), 'What it is made up of.'),
    field('search', named(types, 'SearchReport'), 'What the search did and what it used.'),
  ]);
}

function declareRoot(types: Types): void {
  const option = (name: string, description: string, type: TypeThunk): ArgSpec => ({
    name,
    description,
    type,
    nullable: true,
  });
  const choice = (name: string, type: string, defaultValue: unknown, description: string): ArgSpec => ({
    name,
    type: Array.isArray(defaultValue) ? listOf(named(types, type)) : named(types, type),
    description,
    defaultValue,
  });
  types.declare.query({
    name: 'exposure',
    description:
      'How much of what companies, countries and partnerships draw on rests on some countries, by who owns it or where it stands. A share that nobody states may be any; so results are ranges.',
    type: named(types, 'Exposure'),
    args: [
      { name: 'of', type: ids, description: 'Ids of corporations, countries and partnerships; at most 100.' },
      { name: 'to', type: ids, description: 'Ids of countries; at most 100.' },
      choice('by', 'ExposureMeasure', 'CAPACITY', 'What is counted.'),
      choice('attribution', 'Attribution', 'HEADQUARTERS', 'Which country a part is counted for.'),
      choice('statuses', 'PlantStatus', ['OPERATING'], 'Only plants that have come so far.'),
      {
        ...choice('makes', 'PlantProduct', ['CELLS'], 'Only plants that make one of these; null for all.'),
        nullable: true,
      },
      option('materials', 'For MATERIAL: these; those of the chemistries made if left out.', ids),
      option(
        'at',
        'As of this date; of a month or a year, its last day. Otherwise as is shown, less what has ended.',
        () => PartialDateScalar,
      ),
      option(
        'parts',
        'List contributions to these only; all if left out.',
        listOf(named(types, 'ExposurePart')),
      ),
      option('first', `So many contributions at most; ${String(defaultPageSize)} if left out.`, int),
      option('after', 'Begin after this cursor.', text),
      option('budget', 'What the search may use.', named(types, 'SearchBudget')),
    ],
  });
}
