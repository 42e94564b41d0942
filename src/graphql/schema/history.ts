import { ID, Int } from 'type-graphql';
import { claimKind } from '../../model';
import { defaultPageSize } from '../../plan';
import { InstantScalar, PartialDateScalar } from './scalars';
import { declareSearchObject, field, isSearchable, optional } from './search-types';
import type { ArgSpec, FieldSpec, TypeThunk } from './type-graphql';
import { listOf, named, scalarOf, type Types } from './types';

/**
 * The root fields that tell what happened, for a model whose edges cite claims.
 *
 * @param entity the interface that all kinds have in common
 */
export function declareHistory(types: Types, entity: string): void {
  if (!isSearchable(types)) return;
  declareEvents(types, entity);
  declareTimeline(types);
  declareChanges(types, entity);
  declareDiff(types);
}

const text: TypeThunk = () => String;
const int: TypeThunk = () => Int;
const date: TypeThunk = () => PartialDateScalar;
const ids: TypeThunk = listOf(() => ID);

const option = (name: string, description: string, type: TypeThunk): ArgSpec => ({
  name,
  description,
  type,
  nullable: true,
});

const eventKinds = {
  ANNOUNCED: 'It was announced.',
  STARTED: 'It began to produce, or to be in operation.',
  ENDED: 'It ended or was closed.',
  CANCELLED: 'It was given up before it began.',
  IDENTITY: 'Who it is changed: a new name, a spin-off, a merger, a take-over, the end of a joint venture.',
  DATED: 'Another date that is claimed of it.',
  STATUS: 'It came to be of another status.',
  STATED: 'A value was stated for the first time.',
  REVISED: 'A value was stated that differs from the one before: a capacity, a sum, a target.',
  JOINED: 'A relation to another began.',
  LEFT: 'A relation to another ended.',
};

function declareEvents(types: Types, entity: string): void {
  const description = 'What kind of thing happened.';
  types.classes.set('EventKind', types.declare.enumType('EventKind', description, eventKinds));
  declareSearchObject(types, 'Event', 'What happened at a date, by the claims that tell of it.', [
    field('date', date, 'The day, the month or the year.'),
    field('kind', named(types, 'EventKind'), 'What kind of thing happened.'),
    field('subject', named(types, entity), 'What it happened to.'),
    field('property', text, 'The property or the relation that the claims speak of.'),
    optional('value', 'Of a property: the value from then on.', text),
    optional('unit', 'Unit of the value, or its currency.', text),
    optional('previous', 'The value that was claimed for the time before.', text),
    optional('object', 'Of a relation: the node at its other end.', named(types, entity)),
    ...statusField(types),
    field('account', text, 'The event in words.'),
    field('claims', listOf(named(types, claimKind)), 'The claims that tell of it.'),
  ]);
  declareSearchObject(types, 'EventEdge', 'An event and its place in the order.', [
    field('node', named(types, 'Event'), 'The event.'),
    field('cursor', text, 'Its place in the order, for `after`.'),
  ]);
}

/** For a model whose claims have a standing. */
function statusField(types: Types): FieldSpec[] {
  const status = types.model.type(claimKind).property('status');
  if (status === undefined) return [];
  const description =
    'The best standing of the claims that tell of it: a plan that was overtaken is SUPERSEDED.';
  return [field('status', scalarOf(types, status.type), description)];
}

function declareTimeline(types: Types): void {
  declareSearchObject(types, 'EventConnection', 'A page of events, the earliest first.', [
    field('nodes', listOf(named(types, 'Event')), 'The events of the page.'),
    field('edges', listOf(named(types, 'EventEdge')), 'The same with their cursors.'),
    field('totalCount', int, 'How many events there are on all pages.'),
    field('pageInfo', named(types, 'PageInfo'), 'Whether there are more.'),
  ]);
  types.declare.query({
    name: 'timeline',
    description: 'What happened to some nodes, in the order of time, with the claims that tell of it.',
    type: named(types, 'EventConnection'),
    args: [
      { name: 'of', type: ids, description: 'Ids of the nodes; at most 100.' },
      option('from', 'Not before this day, month or year.', date),
      option('to', 'Not after this day, month or year.', date),
      option('kinds', 'Only events of these kinds.', listOf(named(types, 'EventKind'))),
      option('first', `So many events at most; ${String(defaultPageSize)} if left out.`, int),
      option('after', 'Begin after this cursor.', text),
    ],
  });
}

const changeKinds = {
  APPEARED: 'It is there at the later time and was not at the earlier one.',
  DISAPPEARED: 'It was there at the earlier time and is not at the later one.',
  CHANGED: 'The property has another value.',
};

function declareChanges(types: Types, entity: string): void {
  const description = 'In what way something differs between two times.';
  types.classes.set('ChangeKind', types.declare.enumType('ChangeKind', description, changeKinds));
  declareSearchObject(types, 'Change', 'A property or an edge that differs between two times.', [
    field('kind', named(types, 'ChangeKind'), description),
    field('subject', named(types, entity), 'Whose property it is, or where the edge begins.'),
    field('property', text, 'The property or the relation.'),
    optional('object', 'Of a relation: where the edge leads.', named(types, entity)),
    optional('before', 'The value at the earlier time, with its unit.', text),
    optional('after', 'The value at the later time, with its unit.', text),
    field('claimsBefore', listOf(named(types, claimKind)), 'The claims for it at the earlier time.'),
    field('claimsAfter', listOf(named(types, claimKind)), 'The claims for it at the later time.'),
  ]);
  declareSearchObject(types, 'Difference', 'What differs between two times.', [
    field('changes', listOf(named(types, 'Change')), 'Ordered by subject and property.'),
  ]);
}

function declareDiff(types: Types): void {
  const declareRange = (name: string, description: string, of: TypeThunk, day: string): void => {
    const fields = [
      field('from', of, `The earlier ${description}${day}.`),
      field('to', of, `The later ${description}${day}.`),
    ];
    types.classes.set(name, types.declare.inputType({ name, description: `Two ${description}s.`, fields }));
  };
  declareRange('DateRange', 'date', date, '; of a month or a year, its last day');
  declareRange('InstantRange', 'instant', () => InstantScalar, '');
  types.declare.query({
    name: 'diff',
    description:
      'What differs for some nodes between two times: two dates, two states of what is known, or both, each as `@asOf` has it.',
    type: named(types, 'Difference'),
    args: [
      { name: 'of', type: ids, description: 'Ids of the nodes; at most 100.' },
      option(
        'between',
        'What held at the one date and at the other. Without it, claims of all periods count.',
        named(types, 'DateRange'),
      ),
      option(
        'known',
        'What was known at the one instant and at the other. Without it, what is known now.',
        named(types, 'InstantRange'),
      ),
    ],
  });
}
