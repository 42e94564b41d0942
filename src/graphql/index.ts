export { locateArgument } from './locate';
export { Operation } from './operation';
export type { PlannedOperation } from './planner/plan-operation';
export { buildSchema } from './schema/build';
