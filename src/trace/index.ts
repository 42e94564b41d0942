export { identify } from './names';
export { Searches } from './searches';
