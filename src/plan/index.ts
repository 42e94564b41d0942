export { bind, type Limits } from './bind';
export { columns } from './columns';
export { costOf, type LevelCost } from './cost';
export { encodeCursor } from './cursor';
export type { Parameter, Parameters, ValueSource } from './parameter';
export * from './plan';
export * from './shape';
export type { Statistics } from './statistics';
