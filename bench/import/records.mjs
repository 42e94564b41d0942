import { pick, randomFrom } from '../graph/random.mjs';

/** Out of so many claims, one is by a second source that speaks of what the first has spoken of. */
const every = 10;

/** Claims that a plant has from the first source: capacity, status, start, place, country, operator. */
const ofPlant = 6;

const ofCorporation = 3;

/**
 * Records of evidence with so many claims, the same for the same number: countries, corporations and plants, then what a
 * first source says of each, and what a second source says of some, mostly the same. As in a table, what is said of one
 * plant stands together; the second source comes after the first.
 */
export function* recordsOf(claims) {
  const random = randomFrom(20_261_123);
  const second = Math.floor(claims / every);
  const first = claims - second;
  const corporations = Math.floor(first / 5 / ofCorporation / 2);
  const plants = Math.floor((first - corporations * ofCorporation) / ofPlant);
  yield* things(corporations, plants);
  const draw = (count) => Math.floor(random() * count);
  const countries = 60;
  let made = 0;
  const claim = (subject, property, value, more = {}) => ({
    claim: {
      id: `claim/b-${made++}`,
      subject,
      property,
      value: String(value),
      confidence: pick(
        [
          ['HIGH', 5],
          ['MEDIUM', 4],
          ['LOW', 1],
        ],
        random,
      ),
      source: 'source/first',
      locator: `row ${made}`,
      enteredAt: '2026-01-01T00:00:00.000Z',
      ...more,
    },
  });
  for (let at = 0; at < corporations; at++) {
    const id = `corporation/b-${at}`;
    yield claim(id, 'country', `country/b-${draw(countries)}`);
    yield claim(id, 'foundedYear', 1900 + draw(120));
    yield claim(id, 'headquarters', `Town ${draw(5_000)}`);
  }
  const capacity = (value) => [value, { unit: 'GWh/year', validFrom: '2024' }];
  for (let at = 0; at < plants; at++) {
    const id = `plant/b-${at}`;
    yield claim(id, 'capacity', ...capacity(1 + draw(500) / 10));
    yield claim(
      id,
      'status',
      pick(
        [
          ['OPERATING', 6],
          ['PLANNED', 3],
          ['CANCELLED', 1],
        ],
        random,
      ),
    );
    yield claim(id, 'startOfProduction', 2010 + draw(20));
    yield claim(id, 'place', `Town ${draw(5_000)}`);
    yield claim(id, 'country', `country/b-${draw(countries)}`);
    yield claim(id, 'operators', `corporation/b-${draw(corporations)}`, { edge: `share=${1 + draw(100)}` });
  }
  while (made < claims) {
    const id = `plant/b-${draw(plants)}`;
    yield claim(
      id,
      'capacity',
      ...capacity(1 + draw(500) / 10).map((part) =>
        typeof part === 'number' ? part : { ...part, source: 'source/second' },
      ),
    );
  }
}

function* things(corporations, plants) {
  for (const [id, published] of [
    ['first', '2025-06'],
    ['second', '2025-09'],
  ])
    yield {
      source: {
        id: `source/${id}`,
        name: `The ${id} source`,
        kind: 'DATASET',
        published,
        lineage: 'ORIGINAL',
      },
    };
  for (let at = 0; at < 60; at++) yield { entity: { id: `country/b-${at}`, name: `Country ${at}` } };
  for (let at = 0; at < corporations; at++)
    yield { entity: { id: `corporation/b-${at}`, name: `Corporation ${at}` } };
  for (let at = 0; at < plants; at++) yield { entity: { id: `plant/b-${at}`, name: `Plant ${at}` } };
}
