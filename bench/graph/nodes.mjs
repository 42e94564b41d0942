import * as named from './names.mjs';
import { pick, randomFrom, skewed } from './random.mjs';

const corporationKinds = [
  ['AUTOMAKER', 2],
  ['CELL_MAKER', 3],
  ['MATERIALS', 4],
  ['MINING', 2],
  ['RECYCLING', 1],
  ['COMPONENTS', 6],
  ['HOLDING_COMPANY', 1],
];

const plantStatuses = [
  ['OPERATING', 50],
  ['UNDER_CONSTRUCTION', 15],
  ['PLANNED', 18],
  ['PAUSED', 4],
  ['POSTPONED', 5],
  ['CANCELLED', 5],
  ['CLOSED', 3],
];

const partnershipKinds = [
  ['SUPPLY', 30],
  ['JOINT_VENTURE', 20],
  ['STRATEGIC', 15],
  ['RESEARCH', 15],
  ['PRODUCTION', 8],
  ['LICENCE', 7],
  ['EQUITY', 5],
];

const partnershipStatuses = [
  ['ACTIVE', 60],
  ['ANNOUNCED', 25],
  ['ENDED', 13],
  ['DISPUTED', 2],
];

const investmentStatuses = [
  ['COMMITTED', 40],
  ['PLANNED', 35],
  ['SPENT', 20],
  ['CANCELLED', 5],
];

const currencies = [
  ['USD', 5],
  ['EUR', 3],
  ['CNY', 4],
  ['JPY', 2],
  ['KRW', 1],
];

const year = (first, last, random) => first + Math.floor(random() * (last - first + 1));

const date = (first, last, random) =>
  `${year(first, last, random)}-${String(year(1, 12, random)).padStart(2, '0')}`;

/** The nodes of each kind in turn, as `{ kind, id, properties }`, with the properties that `src/domain` declares. */
export function* nodesOf(sizes, seed) {
  const random = randomFrom(seed);
  yield* each('Country', sizes.countries, (rank) => ({
    ...named.country(rank, sizes),
    isoCode: named.isoCode(rank),
  }));
  yield* each('BatteryChemistry', sizes.chemistries, (rank) => ({
    ...named.chemistry(rank, sizes),
    cathode: `C${rank}`,
    nominalVoltage: 2 + (rank % 8) / 4,
  }));
  yield* each('Corporation', sizes.corporations, corporationWith(sizes, random));
  yield* each('Plant', sizes.plants, plantWith(sizes, random));
  yield* each('Partnership', sizes.partnerships, (rank) => ({
    ...named.partnership(rank, sizes),
    kind: pick(partnershipKinds, random),
    status: pick(partnershipStatuses, random),
    announced: date(2010, 2026, random),
  }));
  yield* each('Investment', sizes.investments, (rank) => ({
    ...named.investment(rank, sizes),
    amount: Math.round(1e6 * 10 ** (4 * random())),
    currency: pick(currencies, random),
    amountQualifier: 'EXACT',
    announced: date(2015, 2026, random),
    status: pick(investmentStatuses, random),
  }));
  yield* each('Brand', sizes.brands, (rank) => named.brand(rank, sizes));
}

function* each(kind, count, propertiesAt) {
  for (let rank = 0; rank < count; rank++) {
    const properties = propertiesAt(rank);
    yield { kind, id: properties.id, properties };
  }
}

const corporationWith = (sizes, random) => (rank) => {
  const { id, name } = named.corporation(rank, sizes);
  return {
    id,
    name,
    ...(rank % 2 === 0 && { aliases: [name.split(' ')[0].toUpperCase(), `${name} Ltd`] }),
    kinds: [...new Set([pick(corporationKinds, random), pick(corporationKinds, random)])],
    // Some are not known, as in life.
    ...(random() < 0.9 && { foundedYear: year(1900, 2025, random) }),
    headquarters: `${name.split(' ')[0]} City`,
  };
};

/** Capacities are multiples of a half, so that their sums do not depend on the order of adding. */
const plantWith = (sizes, random) => {
  const capacity = skewed(160, 0.5, random);
  return (rank) => ({
    ...named.plant(rank, sizes),
    place: `District ${rank % 997}`,
    latitude: Math.round(random() * 120_000 - 50_000) / 1000,
    longitude: Math.round(random() * 360_000 - 180_000) / 1000,
    ...(random() < 0.85 && { capacity: (capacity() + 1) / 2, capacityBasis: 'NAMEPLATE' }),
    status: pick(plantStatuses, random),
    startOfProduction: date(2005, 2032, random),
  });
};
