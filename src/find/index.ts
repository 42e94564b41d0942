export { distances } from './edit-distance';
export { joinedLegalForms, legalForms } from './legal-forms';
export { plainWords } from './words';
export { textSearchers } from './searchers';
export { termsOf, textsIn, textsOf } from './texts';
