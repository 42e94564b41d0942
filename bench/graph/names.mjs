/**
 * Ids and names by rank. Rank 0 is the one with the most edges of its kind. Names are unique, and their order has
 * nothing to do with the rank, so that a page by name holds large and small ones.
 */

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** A word that no other number has, in syllables: `Bavoru`. */
function word(number) {
  let left = number;
  let text = '';
  do {
    text = consonants[left % 14] + vowels[Math.floor(left / 14) % 5] + text;
    left = Math.floor(left / 70);
  } while (left > 0);
  return text[0].toUpperCase() + text.slice(1);
}

/** A prime: multiplying by it, modulo a count that it does not divide, puts numbers into another order. */
const prime = 1_299_709;

/** A word for each rank, three syllables or more. */
const scattered = (rank, count) => word(70 * 70 + ((rank * prime) % count));

const named = (kind, name) => ({ id: `${kind}/${name.toLowerCase().replaceAll(' ', '-')}`, name });

const corporateForms = ['Motors', 'Energy', 'Battery', 'Materials', 'Mobility', 'Holdings'];

export const corporation = (rank, { corporations }) =>
  named('corporation', `${scattered(rank, corporations)} ${corporateForms[rank % corporateForms.length]}`);

export const plant = (rank, { plants }) => named('plant', `${scattered(rank, plants)} plant`);

export const partnership = (rank, { partnerships }) =>
  named('partnership', `${scattered(rank, partnerships)} partnership`);

export const investment = (rank, { investments }) =>
  named('investment', `${scattered(rank, investments)} investment`);

export const brand = (rank, { brands }) => named('brand', `${scattered(rank, brands)}`);

export const country = (rank, { countries }) => named('country', `Land ${scattered(rank, countries)}`);

/** Two letters, AA to ZZ, another for each rank. */
export const isoCode = (rank) => String.fromCharCode(65 + Math.floor(rank / 26), 65 + (rank % 26));

export const chemistry = (rank, { chemistries }) =>
  named('battery-chemistry', `${scattered(rank, chemistries)} cell`);
