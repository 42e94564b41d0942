import type { Holding } from './divisions';
import type { Fact } from './graphs';

/** Facts that hold, by property and, if it is given, by subject. */
export interface Facts {
  readonly all: (property: string, subject?: string) => readonly Fact[];
  readonly isLiving: (partnership: string) => boolean;
}

export interface DeliveryOfTest {
  /** A company or a plant. */
  readonly from: string;
  readonly volume: number | undefined;
}

export const has = ({ all }: Facts, company: string, kind: string): boolean =>
  all('kinds', company).some(({ value }) => value === kind);

const valuesOf = ({ all }: Facts, property: string, subject: string): string[] =>
  all(property, subject).map(({ value }) => value);

/** The plants of a company, and those that the partnerships built that formed it. */
function plantsBehind(facts: Facts, company: string): string[] {
  const formers = facts
    .all('forms')
    .filter(({ subject, value }) => value === company && facts.isLiving(subject));
  return [company, ...formers.map(({ subject }) => subject)].flatMap((id) => valuesOf(facts, 'plants', id));
}

/** Who may deliver cells to a company, and which plants may make them for it. */
export function deliveriesTo(
  facts: Facts,
  company: string,
  counts: (plant: string) => boolean,
): DeliveryOfTest[] {
  const found: { from: string; isSure: boolean; volume?: number }[] = [];
  const makes = (id: string): boolean => has(facts, id, 'CELL_MAKER');
  const areOfCells = (words: string | number | undefined): boolean => /cell|batter/.test(String(words));
  for (const plant of valuesOf(facts, 'plants', company)) found.push({ from: plant, isSure: counts(plant) });
  for (const owned of valuesOf(facts, 'owns', company)) found.push({ from: owned, isSure: makes(owned) });
  for (const { subject, value, edge } of facts.all('customers'))
    if (value === company) {
      const volume = edge?.['volume'] as number;
      found.push({ from: subject, isSure: areOfCells(edge?.['what']) || makes(subject), volume });
    }
  for (const id of valuesOf(facts, 'partnerships', company)) {
    const [kind] = valuesOf(facts, 'kind', id);
    if (!facts.isLiving(id) || !['SUPPLY', 'JOINT_VENTURE', 'PRODUCTION'].includes(kind ?? '')) continue;
    const formed = valuesOf(facts, 'forms', id);
    const built = valuesOf(facts, 'plants', id);
    for (const each of formed) found.push({ from: each, isSure: makes(each) });
    if (formed.length === 0) for (const plant of built) found.push({ from: plant, isSure: counts(plant) });
    if (formed.length + built.length > 0) continue;
    for (const { subject, value, edge } of facts.all('partnerships')) {
      const sells = [subject, ...valuesOf(facts, 'owns', subject)].some(makes);
      const isSeller = edge?.['role'] === undefined ? sells : areOfCells(edge['role']);
      if (value === id && isSeller) found.push({ from: subject, isSure: true });
    }
  }
  return found
    .filter(({ from }) => from !== company)
    .filter(
      ({ from, isSure }) =>
        isSure || (from.startsWith('corporation/') && plantsBehind(facts, from).some(counts)),
    )
    .map(({ from, volume }) => ({ from, volume }));
}

/** The materials of the chemistries of plants and companies. */
export const neededMaterials = (facts: Facts, makers: readonly string[]): string[] =>
  makers
    .flatMap((maker) => valuesOf(facts, 'chemistries', maker))
    .flatMap((chemistry) => valuesOf(facts, 'materials', chemistry));

/** By country, which part of what the world mines of a material is mined there; undefined where nobody states the whole. */
export function minedShares(
  facts: Facts,
  material: string,
): readonly (readonly [country: string, share: number])[] | undefined {
  const said = (statistic: string, property: string): string | undefined =>
    facts.all(property).find(({ subject }) => subject === statistic)?.value;
  const mined = facts
    .all('materials')
    .filter(({ subject, value }) => subject.startsWith('country/') && value === material)
    .filter(({ edge }) => edge?.['stage'] === 'mine');
  const totals = facts
    .all('material')
    .filter(({ subject, value }) => value === material && said(subject, 'measure') === 'MINE_PRODUCTION')
    .filter(({ subject }) => said(subject, 'country') === undefined)
    .map(({ subject }) => ({
      subject,
      year: said(subject, 'from') === said(subject, 'until') ? Number(said(subject, 'from')) : NaN,
      tonnes: Number(said(subject, 'value') ?? 0),
    }))
    .filter(({ year, tonnes }) => tonnes > 0 && mined.some(({ edge }) => edge?.['year'] === year))
    .toSorted((a, b) => b.year - a.year || (a.subject < b.subject ? -1 : 1));
  const [total] = totals;
  if (total === undefined) return undefined;
  return mined
    .filter(({ edge }) => edge?.['year'] === total.year)
    .map(({ subject, edge }) => [subject, Number(edge?.['volume'] ?? 0) / total.tonnes] as const);
}

/** Volumes tell the parts where all of them are stated. */
export function supplyOf(all: readonly DeliveryOfTest[]): Holding {
  const sum = all.reduce((total, { volume = 0 }) => total + volume, 0);
  if (all.every(({ volume = 0 }) => volume > 0))
    return {
      parts: all.map(({ from, volume = 0 }) => [from, volume / sum] as const),
      left: 0,
      candidates: [],
    };
  return { parts: [], left: 1, candidates: [...new Set(all.map(({ from }) => from))] };
}

/** What a company delivers is made in any of its plants; a plant is an end, and so is a company without one. */
export function madeIn(facts: Facts, id: string, counts: (plant: string) => boolean): Holding {
  const behind = id.startsWith('plant/') ? [] : [...new Set(plantsBehind(facts, id))].filter(counts);
  return { parts: [], left: 1, candidates: behind.length === 0 ? [id] : behind };
}

/** A material is what countries are stated to mine of it, and the rest its own. */
export function minedIn(facts: Facts, id: string): Holding {
  const shares = id.startsWith('material/') ? (minedShares(facts, id) ?? []) : [];
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  const left = sum >= 1 - 1e-11 ? 0 : 1 - sum;
  const parts = shares.map(([country, share]) => [country, share / Math.max(1, sum)] as const);
  return { parts, left, candidates: left === 0 ? [] : [id] };
}

/** What is a value and no edge: it is as it is shown, if nobody names a date. */
const properties = [
  ...['status', 'capacity', 'capacityBasis', 'makes', 'kinds', 'kind'],
  ...['measure', 'from', 'until', 'value'],
];

const first = (date: string): string => `${date}-01-01`.slice(0, 10);
const last = (date: string): string => (date.length === 4 ? `${date}-12-31` : `${date}-31`).slice(0, 10);

/** Whether a fact holds at a date; without one, what is shown does, and edges that have no end. */
export function holds({ property, from, until }: Fact, at: string | null | undefined): boolean {
  if (typeof at !== 'string') return properties.includes(property) || until === undefined;
  const day = last(at);
  return (from === undefined || first(from) <= day) && (until === undefined || last(until) >= day);
}
