export { textSearchers } from './searchers';
export { termsOf, textsOf } from './texts';
