import type { ClaimRecord, Evidence } from '../../src/claims/evidence';
import type { Dice } from '../trace/graphs';

/** A statement, as the reference reads it and as a claim is made of it: all there is, each fact stated once. */
export interface Fact {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly share?: number | undefined;
  readonly qualifier?: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

export const companies = ['a', 'b', 'c', 'd', 'e'].map((slug) => `corporation/${slug}`);
const plants = ['p', 'q', 'r', 's'].map((slug) => `plant/${slug}`);
export const countries = ['x', 'y', 'z'].map((slug) => `country/${slug}`);
export const partnerships = ['m', 'n'].map((slug) => `partnership/${slug}`);
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
    for (const partner of dice.some(companies, 0.4)) put(partner, 'partnerships', partnership, share());
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
  return facts;
}

const source = 'source/s';

/** The evidence that states these facts, each in a claim of its own, about nodes that are all there. */
export function evidenceOf(facts: readonly Fact[]): Evidence {
  const entities = [...companies, ...plants, ...countries, ...partnerships];
  return {
    entities: entities.map((id) => ({ id, name: id, aliases: [] })),
    sources: [{ id: source, name: 'S', aliases: [], cites: [] }],
    claims: facts.map(({ subject, property, value, share, qualifier, from, until }, at): ClaimRecord => ({
      id: `claim/${String(at)}`,
      subject,
      property,
      value,
      unit: property === 'capacity' ? 'GWh/year' : undefined,
      qualifier,
      edge: share === undefined ? undefined : `share=${String(share)}`,
      validFrom: from,
      validUntil: until,
      confidence: 'HIGH',
      status: 'STANDING',
      source,
      attributedTo: [],
      enteredAt: '2024-01-01T00:00:00.000Z',
    })),
    contradictions: [],
    decisions: [],
  };
}
