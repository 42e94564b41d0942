export { bind, type Limits } from './bind';
export { columns } from './columns';
export { encodeCursor } from './cursor';
export type { Ahead, CursorKey, Parameter, Parameters, ValueSource } from './parameter';
export * from './plan';
export { anchor } from './rewrites/anchor';
export * from './shape';
export type { Statistics } from './statistics';
