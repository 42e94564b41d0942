export { argumentAround, locateArgument } from './locate';
export { Operation } from './operation';
export type { PlannedOperation } from './planner/plan-operation';
export { filterNames, type PlannedFilter, type PlannedSearch } from './planner/search';
export type { SearchField } from './schema/search-names';
export { buildSchema } from './schema/build';
