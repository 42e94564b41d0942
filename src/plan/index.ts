export * from './aggregate';
export * from './aggregate-shape';
export { bind, type Limits } from './bind';
export { columns } from './columns';
export { encodeCursor } from './cursor';
export type { Parameter, Parameters, ValueSource } from './parameter';
export * from './plan';
export * from './shape';
