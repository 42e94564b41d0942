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

/** Claims about the properties of the parameter `about`. */
const claims: Ask = {
  along: 'claims',
  about: 'about',
  node: ['property', 'value', 'number', 'qualifier', 'status', 'validFrom', 'validUntil', 'withdrawnAt'],
};

/** The claims behind a figure. */
export const ofStatistic: readonly Ask[] = [claims];

/** What counts of a plant. */
export const ofPlant: readonly Ask[] = [{ along: 'operators', edge: stake, node: ['name'] }, country, claims];

/** From a company to those that may deliver cells to it. */
export const suppliers: readonly Ask[] = [
  { along: 'suppliers', edge: ['what', 'volume', ...edge], node: ['name', 'kinds'] },
  { along: 'plants', edge },
  { along: 'owns', edge, node: ['name', 'kinds'] },
  {
    along: 'partnerships',
    edge,
    node: ['status', 'kind'],
    then: [
      { along: 'plants', edge },
      { along: 'forms', edge, node: ['kinds'] },
      {
        along: 'participants',
        edge: ['role', ...edge],
        node: ['kinds'],
        then: [{ along: 'owns', edge, node: ['kinds'] }],
      },
    ],
  },
];

/** From a company to the plants that it runs, and those that the partnerships built that formed it. */
export const ofSupplier: readonly Ask[] = [
  { along: 'plants', edge },
  { along: 'formedBy', edge, node: ['status'], then: [{ along: 'plants', edge }] },
];

/** From a plant or a company to the cells it makes, and from these to what they are made of. */
export const chemistriesOf: readonly Ask[] = [{ along: 'chemistries', edge }];
export const materialsOf: readonly Ask[] = [{ along: 'materials', edge }];

/** Who mines a material, and how much of it is mined in all. */
export const ofMaterial: readonly Ask[] = [
  { along: 'producers', edge: ['stage', 'volume', 'year', ...edge], node: ['name'] },
  {
    along: 'statistics',
    edge,
    node: ['measure', 'from', 'until', 'value'],
    then: [{ along: 'country', edge }],
  },
];

/** From a country to what stands in it or is headquartered there. */
export const plantsOf: readonly Ask[] = [{ along: 'plants', edge }];
export const corporationsOf: readonly Ask[] = [{ along: 'corporations', edge }];
