export { Searches } from './searches';
