import type { Relation } from './graph-model';

/** The field that shows the edge of a relation to one, where it is made from claims; a relation to many shows its edges itself. */
export const edgeField = ({ name, many, edge }: Relation): string | undefined =>
  many || edge.citations.length === 0 ? undefined : `${name}Edge`;
