export * from './aggregate-shape';
export { bind, checkPageSize, defaultPageSize, resolve, type Limits } from './bind';
export { columns, groupColumns } from './columns';
export { costOf, type LevelCost } from './cost';
export { encodeCursor, readCursor } from './cursor';
export * from './found';
export { foundPage } from './found-page';
export type { Ahead, CursorKey, Parameter, Parameters, ValueSource } from './parameter';
export * from './edge-step';
export * from './measurement';
export * from './plan';
export * from './predicate';
export type { Capabilities } from './capabilities';
export * from './reading';
export * from './reads';
export { readBy } from './rewrites/reading';
export { rewrite } from './rewrites';
export * from './shape';
export {
  beginningOf,
  commonOf,
  numberOfPlace,
  parametersOfEqual,
  parametersOfSeveral,
  planOfSeveral,
  type Several,
} from './several';
export type { Statistics } from './statistics';
export type { ValueType } from './value-shape';
