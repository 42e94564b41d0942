import { isDayWithin, lastDay, type GraphModel } from '../../model';
import { grouped } from '../grouped';
import type { SharedStore } from '../shared-store';
import type { Spending } from '../spending';
import { corporationsOf, downwards, ofPartnership, ofPlant, plantsOf, upwards } from './asks';
import { byEnd, listOf, numberOf, textOf } from './cells';
import type { Cited, Company, PlantFacts, PropertyClaim } from './facts';
import { oneEach, type Stake } from './holding';
import { LevelPlan, type Ask, type EdgeRow, type Reading, type Row } from './level-plan';

const chunk = 500;

/**
 * Reads what an exposure is worked out of: level by level, each node once. With a date all is as of that date; without,
 * as it is shown, less the edges that have an end.
 */
export class Survey {
  /** The names of all that was read, by id. */
  readonly names = new Map<string, string>();
  private readonly plans = new Map<string, LevelPlan>();

  constructor(
    private readonly model: GraphModel,
    private readonly store: SharedStore,
    /** PartialDate */
    private readonly at: string | undefined,
    private readonly spending: Spending,
  ) {}

  /** The plants that stand in countries. */
  async plantsIn(countries: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    await this.each(countries, 'Country', ['name'], plantsOf, (reading) => {
      found.push(...this.holding(reading, 'plants').map(({ to }) => to));
    });
    return unique(found);
  }

  /** The companies headquartered in countries. */
  async companiesOf(countries: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    await this.each(countries, 'Country', ['name'], corporationsOf, (reading) => {
      found.push(...this.holding(reading, 'corporations').map(({ to }) => to));
    });
    return unique(found);
  }

  /** The plants that partnerships build, and the companies that they formed. */
  async builtBy(partnerships: readonly string[]): Promise<{ plants: string[]; companies: string[] }> {
    const found = { plants: [] as string[], companies: [] as string[] };
    await this.each(partnerships, 'Partnership', ['name', 'status'], ofPartnership, (reading) => {
      const isOver = this.overAmong(reading.nodes);
      const living = (path: string) => this.holding(reading, path).filter(({ from }) => !isOver(from));
      found.plants.push(...living('plants').map(({ to }) => to));
      found.companies.push(...living('forms').map(({ to }) => to));
    });
    return { plants: unique(found.plants), companies: unique(found.companies) };
  }

  /** The plants that companies themselves run. */
  async runBy(companies: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    await this.each(companies, 'Corporation', ['name'], plantsOf, (reading) => {
      found.push(...this.holding(reading, 'plants').map(({ to }) => to));
    });
    return unique(found);
  }

  /** The plants that companies run or build with others, and those of all that they have a stake in. */
  async drawnOnBy(companies: readonly string[]): Promise<readonly string[]> {
    const plants: string[] = [];
    const seen = new Set(companies);
    let frontier: readonly string[] = unique(companies);
    while (frontier.length > 0) {
      const next: string[] = [];
      await this.each(frontier, 'Corporation', ['name'], downwards, (reading) => {
        const isOver = this.overAmong(reading.nodesAlong('partnerships'));
        const taken = this.holding(reading, 'partnerships').map(({ to }) => to);
        const living = new Set(taken.filter((id) => !isOver(id)));
        const ofLiving = (path: string) => this.holding(reading, path).filter(({ from }) => living.has(from));
        plants.push(...this.holding(reading, 'plants').map(({ to }) => to));
        plants.push(...ofLiving('partnerships.plants').map(({ to }) => to));
        next.push(...this.holding(reading, 'owns').map(({ to }) => to));
        next.push(...ofLiving('partnerships.forms').map(({ to }) => to));
      });
      frontier = unique(next.filter((id) => !seen.has(id)));
      for (const id of frontier) seen.add(id);
    }
    return unique(plants);
  }

  /** Plants, with what counts of them. */
  async plants(ids: readonly string[]): Promise<readonly PlantFacts[]> {
    const found: PlantFacts[] = [];
    const properties = ['name', 'capacity', 'capacityBasis', 'status', 'makes'];
    await this.each(ids, 'Plant', properties, ofPlant, (reading) => {
      const operators = byEnd(this.holding(reading, 'operators'), 'from');
      const countries = this.countries(reading);
      const claims = this.claimsIn(reading);
      for (const [id, row] of reading.nodes)
        found.push({
          id,
          capacity: numberOf(row['capacity']),
          capacityBasis: textOf(row['capacityBasis']),
          status: textOf(row['status']),
          makes: listOf(row['makes']),
          country: countries.get(id),
          node: id,
          stakes: oneEach((operators.get(id) ?? []).map((each) => stakeOf(each.to, id, 'OPERATES', each))),
          claims: claims.get(id) ?? [],
        });
      this.remember(reading.nodesAlong('operators'));
    });
    return found.toSorted(byId);
  }

  /** Companies and all behind them, level by level. Those that the budget does not allow are left out. */
  async companies(ids: readonly string[]): Promise<ReadonlyMap<string, Company>> {
    const found = new Map<string, Company>();
    const seen = new Set(ids);
    let frontier: readonly string[] = unique(ids);
    while (frontier.length > 0) {
      const next = new Set<string>();
      await this.each(frontier, 'Corporation', ['name'], upwards, (reading) => {
        for (const company of this.companiesIn(reading)) {
          found.set(company.id, company);
          for (const { owner } of company.stakes) next.add(owner);
        }
      });
      frontier = [...next].filter((id) => !seen.has(id)).toSorted();
      for (const id of frontier) seen.add(id);
    }
    return found;
  }

  private companiesIn(reading: Reading): Company[] {
    const { nodes } = reading;
    const isOver = this.overAmong(reading.nodesAlong('formedBy'));
    const owners = byEnd(this.holding(reading, 'owners'), 'from');
    const formed = byEnd(
      this.holding(reading, 'formedBy').filter(({ to }) => !isOver(to)),
      'from',
    );
    const partners = byEnd(this.holding(reading, 'formedBy.participants'), 'from');
    const countries = this.countries(reading);
    for (const path of ['owners', 'formedBy', 'formedBy.participants'])
      this.remember(reading.nodesAlong(path));
    return [...nodes.keys()].map((id) => {
      const partnerships = formed.get(id) ?? [];
      const stakes = [
        ...(owners.get(id) ?? []).map((each) => stakeOf(each.to, id, 'OWNS', each)),
        ...partnerships.flatMap(({ to: through }) =>
          (partners.get(through) ?? []).map((each) => stakeOf(each.to, id, 'PARTICIPATES_IN', each, through)),
        ),
      ];
      return {
        id,
        country: countries.get(id),
        stakes: oneEach(stakes.filter(({ owner }) => owner !== id)),
        isJoint: partnerships.length > 0,
      };
    });
  }

  private countries(reading: Reading): ReadonlyMap<string, Cited> {
    this.remember(reading.nodesAlong('country'));
    const rows = this.holding(reading, 'country').toSorted((a, b) => (a.to < b.to ? 1 : -1));
    return new Map(rows.map(({ from, to, row }) => [from, { id: to, claimIds: listOf(row['claimIds']) }]));
  }

  claimsIn(reading: Reading): ReadonlyMap<string, PropertyClaim[]> {
    const rows = reading.nodesAlong('claims');
    const held = reading.edges('claims').filter(({ to }) => this.counts(rows.get(to)!));
    const claims = held.map(({ from, to }) => {
      const row = rows.get(to)!;
      const claim = {
        id: to,
        property: textOf(row['property'])!,
        value: textOf(row['value'])!,
        number: numberOf(row['number']),
        qualifier: textOf(row['qualifier']),
      };
      return [from, claim] as const;
    });
    return grouped(claims);
  }

  /** Whether a claim was not taken back and, of a date, holds on it. */
  private counts(row: Row): boolean {
    if (row['status'] === 'WITHDRAWN' || typeof row['withdrawnAt'] === 'string') return false;
    if (this.at === undefined) return true;
    return isDayWithin(lastDay(this.at), textOf(row['validFrom']), textOf(row['validUntil']));
  }

  /** The edges that hold: of a date those that were read, otherwise those without an end. */
  holding(reading: Reading, path: string): readonly EdgeRow[] {
    const edges = reading.edges(path);
    return this.at === undefined ? edges.filter(({ row }) => row['until'] === null) : edges;
  }

  /** Partnerships that ended, or of which it is disputed that there ever was such a one. */
  overAmong(nodes: ReadonlyMap<string, Row>): (id: string) => boolean {
    return (id) => ['ENDED', 'DISPUTED'].includes(textOf(nodes.get(id)?.['status']) ?? '');
  }

  remember(nodes: ReadonlyMap<string, Row>): void {
    for (const [id, row] of nodes) {
      const name = textOf(row['name']);
      if (name !== undefined) this.names.set(id, name);
    }
  }

  /** Reads nodes of a type, some at a time, as far as the budget allows. */
  async each(
    ids: readonly string[],
    type: string,
    properties: readonly string[],
    asks: readonly Ask[],
    take: (reading: Reading) => void,
  ): Promise<void> {
    const key = [type, ...asks.map(({ along }) => along)].join(' ');
    const plan = this.plans.get(key) ?? new LevelPlan(this.model, type, properties, asks, this.at);
    this.plans.set(key, plan);
    for (let at = 0; at < ids.length; at += chunk) {
      const taken = this.spending.take(ids.slice(at, at + chunk));
      if (taken.length === 0) return;
      const began = performance.now();
      const isNew = plan.isNewTo(this.store, taken.length);
      const reading = await plan.read(this.store, taken, { about: ['capacity', 'status', 'value'] });
      if (isNew) this.spending.forgive(performance.now() - began);
      this.remember(reading.nodes);
      take(reading);
    }
  }
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].toSorted();
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const stakeOf = (owner: string, owned: string, kind: string, { row }: EdgeRow, through?: string): Stake => ({
  owner,
  owned,
  kind,
  sense: kind === 'OPERATES' ? 'OPERATES' : 'OWNS',
  through,
  share: numberOf(row['share']),
  claimIds: listOf(row['claimIds']),
});
