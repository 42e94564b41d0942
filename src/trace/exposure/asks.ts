import type { Ask } from './level-plan';

const edge = ['until', 'claimIds'];
const stake = ['share', ...edge];

/** What a partnership builds and forms. */
export const ofPartnership: readonly Ask[] = [
  { along: 'plants', edge },
  { along: 'forms', edge },
];

/** From a company to the plants that it runs or builds with others, and to what it has a stake in. */
export const downwards: readonly Ask[] = [
  { along: 'plants', edge },
  { along: 'owns', edge },
  { along: 'partnerships', edge, node: ['status'], then: ofPartnership },
];

const country: Ask = { along: 'country', edge, node: ['name'] };

/** From a company to those that have a stake in it. */
export const upwards: readonly Ask[] = [
  { along: 'owners', edge: stake, node: ['name'] },
  {
    along: 'formedBy',
    edge,
    node: ['name', 'status'],
    then: [{ along: 'participants', edge: stake, node: ['name'] }],
  },
  country,
];

/** What counts of a plant; of claims those about the properties of the parameter `about`. */
export const ofPlant: readonly Ask[] = [
  { along: 'operators', edge: stake, node: ['name'] },
  country,
  {
    along: 'claims',
    about: 'about',
    node: ['property', 'value', 'number', 'qualifier', 'status', 'validFrom', 'validUntil', 'withdrawnAt'],
  },
];

/** From a country to what stands in it or is headquartered there. */
export const plantsOf: readonly Ask[] = [{ along: 'plants', edge }];
export const corporationsOf: readonly Ask[] = [{ along: 'corporations', edge }];
