import type { EdgeStep } from './edge-step';
import type { Expand, Level, Listing, Plan } from './plan';

/** A level of nodes of which only properties are read. */
export const bareLevel = (id: number, type: string, properties: readonly string[] = []): Level => ({
  kind: 'level',
  id,
  type,
  properties,
  citations: [],
  expands: [],
  aggregates: [],
});

/** From all nodes of a level along a relation, to all of its ends; of the edges nothing is read. */
export const bareExpand = (id: number, edge: Omit<EdgeStep, 'exclusive'>, level: Level): Expand => ({
  kind: 'expand',
  id,
  from: undefined,
  edge: { ...edge, exclusive: false },
  properties: [],
  listing: undefined,
  citations: [],
  level,
});

/** The plan that reads the nodes of a parameter `ids`, in no order; ids that are not there are left out. */
export const planByIds = (level: Level): Plan => ({
  kind: 'plan',
  roots: [{ kind: 'root', id: 0, source: { kind: 'byIds', parameter: 'ids' }, level }],
});

/** The plan that lists nodes. */
export const planOfList = (listing: Listing, level: Level): Plan => ({
  kind: 'plan',
  roots: [{ kind: 'root', id: 0, source: { kind: 'all', listing }, level }],
});
