export { aggregateField, aggregateName, type AggregatePart } from './aggregate-names';
export { buildGraphModel } from './build';
export { claimedEdges, claimedProperty, counted } from './claimed';
export { compositesOf, partNamed, partsOf, shownProperties } from './composites';
export * from './declarations';
export { edgeField } from './edge-names';
export * from './decorators';
export { claimKind, factEdges, factKinds } from './facts';
export * from './evidence-rows';
export { isExclusive } from './exclusive';
export type { Citation, Edge, GraphModel, NodeKind, NodeType, Property, Relation } from './graph-model';
export {
  edgeKey,
  type Graph,
  type GraphChange,
  type GraphEdge,
  type GraphNode,
  type GraphProperties,
} from './graph';
export { searchedKinds, searchProperties } from './searched';
export { orderName } from './order-names';
export { shorthandsOf } from './shorthands';
export { firstDay, isDayWithin, isPartialDate, lastDay } from './partial-date';
