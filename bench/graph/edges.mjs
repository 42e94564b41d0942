import * as named from './names.mjs';
import { distinct, pick, randomFrom, skewed } from './random.mjs';

/** How unevenly things are spread: a fifth of all plants in the first country, one in a hundred at the first corporation. */
const skew = { countries: 1, chemistries: 1, corporations: 0.6 };

const roles = [
  ['cell supplier', 4],
  ['off-taker', 4],
  ['investor', 2],
  ['licensor', 1],
  ['operator', 3],
];

const edge = (type, from, to, properties = {}) => ({ type, from, to, properties });

/**
 * The edges of each type in turn, as `{ type, from, to, properties }` with ids at the ends, none twice: about three a
 * node. Those whose relation has properties in `src/domain` carry them.
 */
export function* edgesOf(sizes, seed) {
  const random = randomFrom(seed + 1);
  const draw = {
    random,
    country: skewed(sizes.countries, skew.countries, random),
    chemistry: skewed(sizes.chemistries, skew.chemistries, random),
    corporation: skewed(sizes.corporations, skew.corporations, random),
    plant: () => Math.floor(random() * sizes.plants),
  };
  for (let rank = 0; rank < sizes.corporations; rank++) yield* edgesOfCorporation(rank, sizes, draw);
  for (let rank = 0; rank < sizes.plants; rank++) yield* edgesOfPlant(rank, sizes, draw);
  for (let rank = 0; rank < sizes.partnerships; rank++) yield* edgesOfPartnership(rank, sizes, draw);
  for (let rank = 0; rank < sizes.investments; rank++) yield* edgesOfInvestment(rank, sizes, draw);
  for (let rank = 0; rank < sizes.brands; rank++)
    yield edge('BELONGS_TO', named.brand(rank, sizes).id, named.corporation(draw.corporation(), sizes).id);
}

const percent = (random) => 1 + Math.floor(random() * 100);

/** So many on average, at least `least`: most have the least, some have more. */
const some = (least, mean, random) =>
  least + Math.floor(-Math.log(1 - random()) * (mean - least) + 0.5 * (mean > least));

function* edgesOfCorporation(rank, sizes, { random, country, chemistry, corporation }) {
  const { id } = named.corporation(rank, sizes);
  const others = (mean) =>
    distinct(some(0, mean, random), corporation)
      .filter((other) => other !== rank)
      .map((other) => named.corporation(other, sizes).id);
  yield edge('HEADQUARTERED_IN', id, named.country(country(), sizes).id);
  for (const made of distinct(some(0, 1.3, random), chemistry))
    yield edge('MAKES', id, named.chemistry(made, sizes).id);
  for (const other of others(0.4)) yield edge('OWNS', id, other, { share: percent(random) });
  for (const other of others(0.5))
    yield edge('SUPPLIES', id, other, { what: 'cells', volume: percent(random) / 2 });
}

function* edgesOfPlant(rank, sizes, { random, country, chemistry, corporation }) {
  const { id } = named.plant(rank, sizes);
  yield edge('LOCATED_IN', id, named.country(country(), sizes).id);
  const operators = distinct(Math.min(3, some(1, 1.4, random)), corporation);
  for (const operator of operators)
    yield edge('OPERATES', named.corporation(operator, sizes).id, id, {
      share: Math.round(100 / operators.length),
    });
  for (const made of distinct(Math.min(4, some(1, 1.6, random)), chemistry))
    yield edge('PRODUCES', id, named.chemistry(made, sizes).id);
}

function* edgesOfPartnership(rank, sizes, { random, corporation }) {
  const { id } = named.partnership(rank, sizes);
  for (const partner of distinct(Math.min(4, some(2, 2.6, random)), corporation))
    yield edge('PARTICIPATES_IN', named.corporation(partner, sizes).id, id, {
      role: pick(roles, random),
      share: percent(random),
    });
}

function* edgesOfInvestment(rank, sizes, { random, corporation, plant }) {
  const { id } = named.investment(rank, sizes);
  for (const investor of distinct(Math.min(3, some(1, 1.2, random)), corporation))
    yield edge('INVESTED_BY', id, named.corporation(investor, sizes).id);
  yield edge('FUNDS', id, named.plant(plant(), sizes).id);
}
