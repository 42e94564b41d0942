import type { ExposureArguments } from '../../src/trace/exposure/request';
import { endingsOf, shareOf, type Ending, type Holding, type Range } from './divisions';
import { companies, plants, type Fact } from './graphs';
import {
  deliveriesTo,
  has,
  holds,
  madeIn,
  minedIn,
  minedShares,
  neededMaterials,
  supplyOf,
  type Facts,
} from './sources';

/** What the reference and the search are compared by. */
export interface PlainExposure {
  readonly total: Range;
  readonly exposed: Range;
  readonly rest: Range;
  readonly unknown: Range;
  readonly share: Range | null;
  /** What counts, the plant or the owner at the end, to what it adds. */
  readonly contributions: ReadonlyMap<string, Range>;
}

interface Stake {
  readonly owner: string;
  readonly share: number | undefined;
  readonly isPartner: boolean;
}

/** More extreme divisions than these take too long. */
const mostDivisions = 4_000;

/**
 * What an exposure must be, by going through every extreme division of what nobody states: each gives what is left wholly to one of
 * those who may have it, and is solved as linear equations. It shares no code with `src/trace/exposure`.
 */
export class Reference {
  private readonly facts: readonly Fact[];

  constructor(
    private readonly given: readonly Fact[],
    private readonly args: ExposureArguments,
  ) {
    this.facts = given.filter((fact) => holds(fact, this.args.at));
  }

  /** Undefined where there are too many divisions to go through. */
  exposure(): PlainExposure | undefined {
    const counted = this.counted();
    const holdings = this.holdings(counted);
    const divisions = [...holdings.values()].reduce(
      (all, { candidates }) => all * Math.max(1, candidates.length),
      1,
    );
    if (divisions > mostDivisions) return undefined;
    const endings = endingsOf(holdings);
    const seen = endings.map((ending) => this.figures(counted, ending));
    const between = (of: (figures: (typeof seen)[number]) => Range): Range => ({
      low: Math.min(...seen.map((figures) => of(figures).low)),
      high: Math.max(...seen.map((figures) => of(figures).high)),
    });
    const shares = seen.flatMap(({ share }) => share ?? []);
    return {
      total: between(({ total }) => total),
      exposed: between(({ exposed }) => exposed),
      rest: between(({ rest }) => rest),
      unknown: between(({ unknown }) => unknown),
      share:
        shares.length === 0
          ? null
          : {
              low: Math.min(...shares.map(({ low }) => low)),
              high: Math.max(...shares.map(({ high }) => high)),
            },
      contributions: this.contributions(counted, endings),
    };
  }

  /** What counts, by id: plants, companies that are supplied, materials. */
  private counted(): string[] {
    switch (this.args.by) {
      case 'CELL_SUPPLY':
        return this.supplied().map((company) => `supply of ${company}`);
      case 'MATERIAL':
        return this.materials();
      case 'CAPACITY':
      case 'PLANTS':
        return this.drawnOn(this.args.attribution).filter((plant) => this.counts(plant));
    }
  }

  private supplied(): string[] {
    const { of } = this.args;
    const isAsked = (company: string): boolean =>
      of.includes(company) ||
      (of.includes(this.value(company, 'country') ?? '') && has(this.lookUp, company, 'AUTOMAKER'));
    return companies.filter((company) => isAsked(company) && this.deliveries(company).length > 0);
  }

  private deliveries(company: string) {
    return deliveriesTo(this.lookUp, company, (plant) => this.counts(plant));
  }

  private materials(): string[] {
    const given = this.args.materials ?? undefined;
    const plantsMeant = this.drawnOn('HEADQUARTERS').filter((plant) => this.counts(plant));
    const makers = [...plantsMeant, ...this.args.of.filter((id) => id.startsWith('corporation/'))];
    const needed = given ?? neededMaterials(this.lookUp, makers);
    return [...new Set(needed)].filter((id) => minedShares(this.mined, id) !== undefined);
  }

  /** How facts are looked up. */
  private get lookUp(): Facts {
    return { all: (property, subject) => this.all(property, subject), isLiving: (id) => this.isLiving(id) };
  }

  /** What is mined in a year holds for that year, and is no less known when it is over. */
  private get mined(): Facts {
    if (typeof this.args.at === 'string') return this.lookUp;
    return { ...this.lookUp, all: (property) => this.given.filter((fact) => fact.property === property) };
  }

  private all(property: string, subject?: string): readonly Fact[] {
    return this.facts.filter(
      (fact) => fact.property === property && (subject === undefined || fact.subject === subject),
    );
  }

  private value(subject: string, property: string): string | undefined {
    return this.all(property, subject)[0]?.value;
  }

  private isLiving(partnership: string): boolean {
    return !['ENDED', 'DISPUTED'].includes(this.value(partnership, 'status') ?? '');
  }

  private plantsOf(id: string): string[] {
    return this.all('plants', id).map(({ value }) => value);
  }

  private standsIn(plant: string): string | undefined {
    return this.value(plant, 'country');
  }

  /** The plants that partnerships asked about build, and that the companies run which they formed. */
  private wholes(): Set<string> {
    const asked = this.args.of.filter((id) => id.startsWith('partnership/') && this.isLiving(id));
    const formed = asked.flatMap((id) => this.all('forms', id).map(({ value }) => value));
    return new Set([...asked, ...formed].flatMap((id) => this.plantsOf(id)));
  }

  private drawnOn(attribution: ExposureArguments['attribution']): string[] {
    const { of } = this.args;
    const isByPlace = attribution === 'LOCATION';
    const found = this.wholes();
    const asked = new Set(of.filter((id) => id.startsWith('corporation/')));
    if (isByPlace)
      for (const company of companies)
        if (of.includes(this.value(company, 'country') ?? '')) asked.add(company);
    if (!isByPlace)
      for (const { subject, value } of this.all('country'))
        if (subject.startsWith('plant/') && of.includes(value)) found.add(subject);
    for (const company of asked) {
      for (const plant of this.plantsOf(company)) found.add(plant);
      for (const { value } of this.all('owns', company)) asked.add(value);
      for (const { value: partnership } of this.all('partnerships', company)) {
        if (!this.isLiving(partnership)) continue;
        for (const plant of this.plantsOf(partnership)) found.add(plant);
        for (const { value } of this.all('forms', partnership)) asked.add(value);
      }
    }
    return [...found].toSorted();
  }

  private counts(plant: string): boolean {
    const { by, makes, statuses } = this.args;
    const made = this.all('makes', plant).map(({ value }) => value);
    const capacity = this.value(plant, 'capacity');
    const isMade = made.length === 0 ? by === 'CAPACITY' : made.some((product) => makes?.includes(product));
    const isMeant = (makes ?? null) === null || isMade;
    const status = this.value(plant, 'status');
    return isMeant && statuses.includes(status ?? '') && (by !== 'CAPACITY' || capacity !== undefined);
  }

  private amount(plant: string): Range {
    if (this.args.by !== 'CAPACITY') return { low: 1, high: 1 };
    const [{ value, qualifier }] = this.all('capacity', plant) as [Fact];
    const isAtMost = qualifier === 'UP_TO' || this.value(plant, 'capacityBasis') === 'PROJECT_TOTAL';
    return { low: isAtMost ? 0 : Number(value), high: Number(value) };
  }

  private stakes(id: string): Stake[] {
    if (id.startsWith('plant/'))
      return this.facts
        .filter(
          ({ subject, property, value }) =>
            property === 'plants' && value === id && subject.startsWith('corporation/'),
        )
        .map(({ subject, share }) => ({ owner: subject, share, isPartner: false }));
    const owners = this.all('owns').filter(({ value }) => value === id);
    const partners = this.formedBy(id).flatMap((partnership) =>
      this.all('partnerships').filter(({ value }) => value === partnership),
    );
    const all = [
      ...owners.map(({ subject, share }) => ({ owner: subject, share, isPartner: false })),
      ...partners.map(({ subject, share }) => ({ owner: subject, share, isPartner: true })),
    ].filter(({ owner }) => owner !== id);
    const best = new Map<string, Stake>();
    const rank = ({ share, isPartner }: Stake) => (share === undefined ? 0 : 2) + (isPartner ? 0 : 1);
    for (const stake of all) {
      const known = best.get(stake.owner);
      if (known === undefined || rank(stake) > rank(known)) best.set(stake.owner, stake);
    }
    return [...best.values()];
  }

  private formedBy(company: string): string[] {
    return this.all('forms')
      .filter(({ subject, value }) => value === company && this.isLiving(subject))
      .map(({ subject }) => subject)
      .toSorted();
  }

  /** Of a thing, the parts that are stated, what they leave, and who may have that. */
  private holding(id: string): Holding {
    const { of, attribution, by } = this.args;
    if (by === 'MATERIAL') return minedIn(this.mined, id);
    if (id.startsWith('supply of ')) return supplyOf(this.deliveries(id.slice('supply of '.length)));
    if (by === 'CELL_SUPPLY' && attribution === 'LOCATION')
      return madeIn(this.lookUp, id, (plant) => this.counts(plant));
    if (attribution === 'LOCATION' && of.includes(id)) return { parts: [], left: 1, candidates: [id] };
    const stakes = this.stakes(id);
    const stated = stakes.filter(({ share }) => share !== undefined);
    const sum = stated.reduce((total, { share }) => total + share!, 0);
    const scale = sum > 100 ? sum : 100;
    const open = stakes.filter(({ share }) => share === undefined).map(({ owner }) => owner);
    const isClosed = open.length > 0 && (id.startsWith('plant/') || this.formedBy(id).length > 0);
    const left = sum >= 100 ? 0 : (100 - sum) / 100;
    return {
      parts: stated.map(({ owner, share }) => [owner, share! / scale] as const),
      left,
      candidates: left === 0 ? [] : [...open, ...(isClosed ? [] : [id])],
    };
  }

  /** Of what counts, and of all that may have a part of it. */
  private holdings(counted: readonly string[]): Map<string, Holding> {
    const isOfPlants = ['CAPACITY', 'PLANTS'].includes(this.args.by);
    const holdings = new Map<string, Holding>();
    const ids = [...counted, ...(isOfPlants ? companies : [])];
    // A list is walked with what is added to it on the way.
    for (const id of ids) {
      if (holdings.has(id)) continue;
      const holding = this.holding(id);
      holdings.set(id, holding);
      ids.push(...holding.parts.map(([owner]) => owner), ...holding.candidates);
    }
    return holdings;
  }

  /** Whether what is at an end belongs to those who are asked about: surely, perhaps, or not. */
  private ownership(end: string): 'yes' | 'perhaps' | 'no' {
    const { of } = this.args;
    const country = end.startsWith('corporation/') ? this.value(end, 'country') : undefined;
    if (of.includes(end) || of.includes(country ?? '')) return 'yes';
    return country === undefined && of.some((id) => id.startsWith('country/')) ? 'perhaps' : 'no';
  }

  private partOf(country: string | undefined): 'exposed' | 'rest' | 'unknown' {
    if (country === undefined) return 'unknown';
    return this.args.to.includes(country) ? 'exposed' : 'rest';
  }

  /** The country that is told by an end, of what is not counted where it stands. */
  private countryAt(end: string): string | undefined {
    if (end.startsWith('country/')) return end;
    const isByPlace = this.args.attribution === 'LOCATION';
    return end.startsWith(isByPlace ? 'plant/' : 'corporation/') ? this.value(end, 'country') : undefined;
  }

  /** What one division comes to, over all amounts that plants may have and all that may belong to those asked about. */
  private figures(counted: readonly string[], ending: Ending) {
    const wholes = this.wholes();
    const items = counted.map((plant) => {
      const amount = this.amount(plant);
      const ends = [...ending.get(plant)!];
      const sum = (isMeant: (end: string) => boolean): number =>
        ends.reduce((total, [end, part]) => total + (isMeant(end) ? part : 0), 0);
      if (this.args.attribution === 'HEADQUARTERS' || !plants.includes(plant)) {
        const of = (part: string) => sum((end) => this.partOf(this.countryAt(end)) === part);
        return { amount, exposed: of('exposed'), rest: of('rest'), unknown: of('unknown') };
      }
      const yes = wholes.has(plant) ? 1 : sum((end) => this.ownership(end) === 'yes');
      const most = wholes.has(plant) ? 1 : yes + sum((end) => this.ownership(end) === 'perhaps');
      const part = this.partOf(this.standsIn(plant));
      const own = { low: amount.low * yes, high: amount.high * most };
      const of = (name: string) => Number(part === name);
      return { amount: own, exposed: of('exposed'), rest: of('rest'), unknown: of('unknown') };
    });
    const total = (of: (item: (typeof items)[number]) => Range): Range => ({
      low: items.reduce((sum, item) => sum + of(item).low, 0),
      high: items.reduce((sum, item) => sum + of(item).high, 0),
    });
    const times = ({ low, high }: Range, least: number, most = least): Range => ({
      low: low * least,
      high: high * most,
    });
    return {
      total: total(({ amount }) => amount),
      exposed: total(({ amount, exposed, unknown }) => times(amount, exposed, exposed + unknown)),
      rest: total(({ amount, rest, unknown }) => times(amount, rest, rest + unknown)),
      unknown: total(({ amount, unknown }) => times(amount, unknown)),
      share: shareOf(items),
    };
  }

  private contributions(counted: readonly string[], endings: readonly Ending[]): ReadonlyMap<string, Range> {
    const isOfPlants = ['CAPACITY', 'PLANTS'].includes(this.args.by);
    const isByPlace = isOfPlants && this.args.attribution === 'LOCATION';
    const wholes = isByPlace ? this.wholes() : new Set<string>();
    const found = new Map<string, Range>();
    for (const plant of counted) {
      const amount = this.amount(plant);
      if (wholes.has(plant)) {
        found.set(`${plant} `, amount);
        continue;
      }
      for (const end of endings[0]?.get(plant)?.keys() ?? []) {
        const ownership = isByPlace ? this.ownership(end) : 'yes';
        const parts = endings.map((ending) => ending.get(plant)!.get(end)!);
        const high = Math.max(...parts);
        if (ownership === 'no' || high < 1e-9) continue;
        const low = ownership === 'yes' ? Math.min(...parts) : 0;
        const name = `${plant.replace('supply of ', '')} ${end === plant ? '' : end}`;
        found.set(name, { low: amount.low * low, high: amount.high * high });
      }
    }
    return found;
  }
}
