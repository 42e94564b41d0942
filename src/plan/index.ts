export * from './aggregate-shape';
export { bind, type Limits } from './bind';
export { columns, groupColumns } from './columns';
export { encodeCursor } from './cursor';
export type { Ahead, CursorKey, Parameter, Parameters, ValueSource } from './parameter';
export * from './plan';
export * from './shape';
export type { ValueType } from './value-shape';
