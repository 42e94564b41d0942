import type { ClaimRecord, Evidence } from '../../src/claims/evidence';
import type { Dice } from '../trace/graphs';

/** A statement, as the reference reads it and as a claim is made of it: all there is, each fact stated once. */
export interface Fact {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly share?: number | undefined;
  /** What else is said of an edge: the role of a partner, what is delivered, what is mined. */
  readonly edge?: Readonly<Record<string, string | number>> | undefined;
  readonly qualifier?: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

export const companies = ['a', 'b', 'c', 'd', 'e'].map((slug) => `corporation/${slug}`);
export const plants = ['p', 'q', 'r', 's'].map((slug) => `plant/${slug}`);
export const countries = ['x', 'y', 'z'].map((slug) => `country/${slug}`);
export const partnerships = ['m', 'n'].map((slug) => `partnership/${slug}`);
export const materials = ['u', 'v'].map((slug) => `material/${slug}`);
const chemistries = ['h', 'i'].map((slug) => `battery-chemistry/${slug}`);
const statistics = ['j', 'k', 'l', 'o'].map((slug) => `market-statistic/${slug}`);
export const dates = ['2019', '2020-04', '2020-04-15', '2021', '2021-06-30', '2022', '2023-01', '2024'];

/** Ownership with circles, shares that are stated, missing or too many, and facts that some claim does not give. */
export function randomFacts(dice: Dice): readonly Fact[] {
  const facts: Fact[] = [];
  const put = (subject: string, property: string, value: string, more: Partial<Fact> = {}): void => {
    const [a, b] = [dice.pick(dates), dice.pick(dates)].toSorted() as [string, string];
    const from = dice.chance(0.4) ? a : undefined;
    facts.push({ subject, property, value, from, until: dice.chance(0.15) ? b : undefined, ...more });
  };
  const share = () => ({
    share: dice.chance(0.6) ? dice.pick([0, 10, 25, 33.3, 49, 50, 51, 75, 100]) : undefined,
  });
  // Two that own one another wholly are rare by chance.
  const start = dice.below(companies.length - 1);
  const ring = dice.chance(0.15) ? companies.slice(start, start + 2) : [];
  for (const owner of companies)
    for (const owned of companies) {
      if (ring.includes(owned)) {
        if (ring.includes(owner) && owner !== owned)
          put(owner, 'owns', owned, { share: 100, until: undefined });
      } else if (dice.chance(owner === owned ? 0.03 : 0.2)) put(owner, 'owns', owned, share());
    }
  for (const company of companies) if (dice.chance(0.75)) put(company, 'country', dice.pick(countries));
  for (const partnership of partnerships) {
    for (const partner of dice.some(companies, 0.4)) {
      const role = dice.chance(0.4) ? dice.pick(['cell supplier', 'automaker', 'battery maker']) : undefined;
      put(partner, 'partnerships', partnership, {
        ...share(),
        ...(role !== undefined && { edge: { role } }),
      });
    }
    if (dice.chance(0.7)) put(partnership, 'forms', dice.pick(companies));
    if (dice.chance(0.15)) put(partnership, 'status', dice.pick(['ENDED', 'DISPUTED', 'ACTIVE']));
    for (const plant of dice.some(plants, 0.25)) put(partnership, 'plants', plant);
  }
  for (const plant of plants) {
    for (const operator of dice.some(companies, 0.35)) put(operator, 'plants', plant, share());
    if (dice.chance(0.85)) put(plant, 'country', dice.pick(countries));
    if (dice.chance(0.9)) put(plant, 'status', dice.pick(['OPERATING', 'OPERATING', 'PLANNED', 'CANCELLED']));
    for (const product of dice.some(['CELLS', 'PACKS'], 0.7)) put(plant, 'makes', product);
    const qualifier = dice.chance(0.4) ? dice.pick(['UP_TO', 'ABOUT', 'AT_LEAST', 'EXACT']) : undefined;
    if (dice.chance(0.9)) put(plant, 'capacity', String(dice.pick([5, 10, 12.5, 40])), { qualifier });
    if (dice.chance(0.15)) put(plant, 'capacityBasis', dice.pick(['PROJECT_TOTAL', 'NAMEPLATE']));
  }
  putSupplies(dice, put);
  putMaterials(dice, put);
  return facts;
}

type Put = (subject: string, property: string, value: string, more?: Partial<Fact>) => void;

/** Who makes cells, who makes cars, and who is tied to whom by deliveries. */
function putSupplies(dice: Dice, put: Put): void {
  for (const company of companies)
    for (const kind of dice.some(['AUTOMAKER', 'CELL_MAKER'], 0.4)) put(company, 'kinds', kind);
  for (const partnership of partnerships)
    if (dice.chance(0.9))
      put(partnership, 'kind', dice.pick(['SUPPLY', 'JOINT_VENTURE', 'PRODUCTION', 'EQUITY']));
  for (const supplier of companies)
    for (const company of companies)
      if (supplier !== company && dice.chance(0.12)) {
        const edge: Record<string, string | number> = {};
        if (dice.chance(0.4)) edge['what'] = dice.pick(['cells', 'seats', 'battery packs']);
        if (dice.chance(0.7)) edge['volume'] = dice.pick([0, 2, 5, 7.5]);
        put(supplier, 'customers', company, { edge });
      }
}

/** What cells are made of, and who mines how much of it. */
function putMaterials(dice: Dice, put: Put): void {
  for (const maker of [...companies, ...plants])
    for (const chemistry of dice.some(chemistries, 0.3)) put(maker, 'chemistries', chemistry);
  for (const chemistry of chemistries)
    for (const material of dice.some(materials, 0.6)) put(chemistry, 'materials', material);
  for (const country of countries)
    for (const material of dice.some(materials, 0.7)) {
      const stage = dice.chance(0.85) ? 'mine' : 'refinery';
      const edge = { stage, volume: dice.pick([0, 100, 250, 4_000.5]), year: dice.pick([2023, 2024]) };
      put(country, 'materials', material, { edge });
    }
  for (const statistic of statistics) {
    put(statistic, 'measure', dice.pick(['MINE_PRODUCTION', 'MINE_PRODUCTION', 'RESERVES']));
    const year = dice.pick(['2023', '2024']);
    put(statistic, 'from', year);
    put(statistic, 'until', dice.chance(0.85) ? year : '2025');
    if (dice.chance(0.9)) put(statistic, 'value', String(dice.pick([0, 1_000, 5_000])));
    put(statistic, 'material', dice.pick(materials));
    if (dice.chance(0.25)) put(statistic, 'country', dice.pick(countries));
  }
}

const source = 'source/s';

const units: Readonly<Record<string, string>> = { capacity: 'GWh/year', value: 't' };

const edgeText = (said: Readonly<Record<string, string | number>>): string | undefined =>
  Object.keys(said).length === 0
    ? undefined
    : Object.entries(said)
        .map(([name, value]) => `${name}=${String(value)}`)
        .join('; ');

/** The evidence that states these facts, each in a claim of its own, about nodes that are all there. */
export function evidenceOf(facts: readonly Fact[]): Evidence {
  const entities = [companies, plants, countries, partnerships, materials, chemistries, statistics].flat();
  return {
    entities: entities.map((id) => ({ id, name: id, aliases: [] })),
    sources: [{ id: source, name: 'S', aliases: [], cites: [] }],
    claims: facts.map(
      ({ subject, property, value, share, edge, qualifier, from, until }, at): ClaimRecord => ({
        id: `claim/${String(at)}`,
        subject,
        property,
        value,
        unit: units[property],
        qualifier,
        edge: edgeText({ ...(share !== undefined && { share }), ...edge }),
        validFrom: from,
        validUntil: until,
        confidence: 'HIGH',
        status: 'STANDING',
        source,
        attributedTo: [],
        enteredAt: '2024-01-01T00:00:00.000Z',
      }),
    ),
    contradictions: [],
    decisions: [],
  };
}
