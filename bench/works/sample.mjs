import * as named from '../graph/names.mjs';
import { randomFrom } from '../graph/random.mjs';

/** How many parameters a work has: enough that no answer is asked for twice in a row. */
const variety = 32;

/**
 * Draws what requests ask about. The first ranks are drawn most, as people ask about what is large, but by far not
 * always: the logarithm of the rank is drawn evenly.
 */
export function sampleOf(sizes) {
  const random = randomFrom(99);
  const rank = (least, most) => Math.floor(least * (most / least) ** random());
  const corporation = (least = 1, most = sizes.corporations) =>
    named.corporation(rank(least, most) - 1, sizes).id;
  return {
    sizes,
    random,
    corporation,
    country: (least = 1, most = sizes.countries) => named.country(rank(least, most) - 1, sizes).id,
    chemistry: (least = 1, most = sizes.chemistries) => named.chemistry(rank(least, most) - 1, sizes).id,
    /** `variety` parameters. */
    many: (draw) => Array.from({ length: variety }, draw),
  };
}
