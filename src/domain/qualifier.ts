import { choice } from '../model';

/** How a source words a quantity. The number is never rounded to fit the word. */
export const Qualifier = choice('Qualifier', 'How a source words a quantity.', {
  EXACT: 'As it stands.',
  ABOUT: 'About, around, roughly.',
  ALMOST: 'Almost: not more than.',
  UP_TO: 'Up to: at most.',
  AT_LEAST: 'At least: over, more than.',
});
