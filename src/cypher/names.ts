import {
  NamedNode,
  NamedParam,
  NamedRelationship,
  NamedVariable,
  Pattern,
  type Node,
  type Relationship,
} from '@neo4j/cypher-builder';
import { claimedEdge } from '../model';
import type { EdgeStep } from '../plan';

export const levelList = (level: number): NamedVariable => new NamedVariable(`L${String(level)}`);
export const listNamed = (name: string): NamedVariable => new NamedVariable(name);
export const nodeNamed = (name: string): NamedNode => new NamedNode(name);
export const edgeNamed = (name: string): NamedRelationship => new NamedRelationship(name);
export const parameter = (name: string): NamedParam => new NamedParam(name);

/** `(from)-[edge:TYPE]->(to:Label)`, in the direction of the step; without the label where the step implies it. */
export function stepPattern(
  from: Node,
  edge: Relationship | undefined,
  { type, direction, exclusive, claimed }: EdgeStep,
  to: Node,
  label: string | undefined,
): Pattern {
  const options = {
    type: claimed === undefined ? type : claimedEdge(type),
    direction: direction === 'out' ? 'right' : 'left',
  } as const;
  const start = new Pattern(from);
  const related = edge === undefined ? start.related(options) : start.related(edge, options);
  return label === undefined || exclusive ? related.to(to) : related.to(to, { labels: [label] });
}
