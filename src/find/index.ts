export { textSearchers } from './searchers';
export { termsOf, textsIn, textsOf } from './texts';
