import files from 'virtual:examples';
import { parseExample } from './example';

/** Every file of examples/, in the order of their names. */
export const examples = files.map(parseExample);
