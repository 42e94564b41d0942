import * as Cypher from '@neo4j/cypher-builder';
import type { EdgeStep } from '../plan';
import { stepPattern } from './names';

/** How many edges of a step a node has. */
export const printDegree = (node: Cypher.Node, edge: EdgeStep): Cypher.Count =>
  new Cypher.Count(new Cypher.Match(stepPattern(node, undefined, edge, new Cypher.Node(), undefined)));
