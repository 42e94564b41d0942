import { ID, Int } from 'type-graphql';
import { shorthandsOf, type Citation } from '../../model';
import type { ArgSpec, FieldSpec } from './type-graphql';
import { listOf, named, scalarOf, type Types } from './types';

/** The fields that show the nodes whose ids a property of a node or an edge lists, or what these lead to. */
export const citationFields = (types: Types, citations: readonly Citation[]): FieldSpec[] =>
  citations.map((citation) => ({
    name: citation.name,
    description: citation.description,
    type: listOf(named(types, citation.target)),
    args: argumentsOf(types, citation),
  }));

/** Of claims some may be asked for, as where they are listed as a relation. */
function argumentsOf(types: Types, { target }: Citation): ArgSpec[] {
  const shorthands = shorthandsOf(types.model, { target, many: true });
  if (shorthands.length === 0) return [];
  const conditions = shorthands.map(({ name, type, description }): ArgSpec => ({
    name,
    type: scalarOf(types, type),
    description: `Only with this. ${description}`,
    nullable: true,
  }));
  return [
    ...conditions,
    { name: 'first', type: () => Int, description: 'At most so many; all if left out.', nullable: true },
    {
      name: 'after',
      type: () => ID,
      description: 'Only after this id: they are in the order of ids.',
      nullable: true,
    },
  ];
}
