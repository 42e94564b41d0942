import type { ExposureArguments } from '../../src/trace/exposure/request';
import { endingsOf, shareOf, type Ending, type Holding, type Range } from './divisions';
import { companies, type Fact } from './graphs';

/** What the reference and the search are compared by. */
export interface PlainExposure {
  readonly total: Range;
  readonly exposed: Range;
  readonly rest: Range;
  readonly unknown: Range;
  readonly share: Range | null;
  /** `plant owner` to what it adds. */
  readonly contributions: ReadonlyMap<string, Range>;
}

interface Stake {
  readonly owner: string;
  readonly share: number | undefined;
  readonly isPartner: boolean;
}

const first = (date: string): string => `${date}-01-01`.slice(0, 10);
const last = (date: string): string => (date.length === 4 ? `${date}-12-31` : `${date}-31`).slice(0, 10);

/**
 * What an exposure must be, by going through every extreme division of what nobody states: each gives what is left wholly to one of
 * those who may have it, and is solved as linear equations. It shares no code with `src/trace/exposure`.
 */
export class Reference {
  private readonly facts: readonly Fact[];

  constructor(
    facts: readonly Fact[],
    private readonly args: ExposureArguments,
  ) {
    this.facts = facts.filter((fact) => this.holds(fact));
  }

  exposure(): PlainExposure {
    const counted = this.drawnOn().filter((plant) => this.counts(plant));
    const endings = this.endings(counted);
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

  private holds({ property, from, until }: Fact): boolean {
    const { at } = this.args;
    const isProperty = ['status', 'capacity', 'capacityBasis', 'makes'].includes(property);
    if (typeof at !== 'string') return isProperty || until === undefined;
    const day = last(at);
    return (from === undefined || first(from) <= day) && (until === undefined || last(until) >= day);
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

  private drawnOn(): string[] {
    const { of, attribution } = this.args;
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
    return isMeant && statuses.includes(status ?? '') && (by === 'PLANTS' || capacity !== undefined);
  }

  private amount(plant: string): Range {
    if (this.args.by === 'PLANTS') return { low: 1, high: 1 };
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
    const { of, attribution } = this.args;
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

  private endings(counted: readonly string[]): Ending[] {
    const ids = [...counted, ...companies];
    return endingsOf(new Map(ids.map((id) => [id, this.holding(id)])));
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

  /** What one division comes to, over all amounts that plants may have and all that may belong to those asked about. */
  private figures(counted: readonly string[], ending: Ending) {
    const wholes = this.wholes();
    const items = counted.map((plant) => {
      const amount = this.amount(plant);
      const ends = [...ending.get(plant)!];
      const sum = (isMeant: (end: string) => boolean): number =>
        ends.reduce((total, [end, part]) => total + (isMeant(end) ? part : 0), 0);
      if (this.args.attribution === 'HEADQUARTERS') {
        const of = (part: string) =>
          sum(
            (end) => this.partOf(end.startsWith('plant/') ? undefined : this.value(end, 'country')) === part,
          );
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
    const isByPlace = this.args.attribution === 'LOCATION';
    const wholes = isByPlace ? this.wholes() : new Set<string>();
    const found = new Map<string, Range>();
    for (const plant of counted) {
      const amount = this.amount(plant);
      if (wholes.has(plant)) {
        found.set(`${plant} `, amount);
        continue;
      }
      for (const end of [plant, ...companies]) {
        const ownership = isByPlace ? this.ownership(end) : 'yes';
        const parts = endings.map((ending) => ending.get(plant)!.get(end)!);
        const high = Math.max(...parts);
        if (ownership === 'no' || high < 1e-9) continue;
        const low = ownership === 'yes' ? Math.min(...parts) : 0;
        const name = `${plant} ${end === plant ? '' : end}`;
        found.set(name, { low: amount.low * low, high: amount.high * high });
      }
    }
    return found;
  }
}
