import { suppliers, ofSupplier } from './asks';
import { listOf, numberOf, textOf } from './cells';
import type { Stake } from './holding';
import type { EdgeRow, Reading, Row } from './level-plan';
import type { Survey } from './survey';

/** One who may deliver cells to a company, or a plant that may make them for it. */
export interface Delivery {
  readonly supplier: string;
  readonly isPlant: boolean;
  /** Whether it is stated to make cells; otherwise it does if a plant of it makes them. */
  readonly isMaker: boolean;
  /** The kind of edge that says so. */
  readonly kind: string;
  /** The partnership, where it is one that ties the two. */
  readonly through: string | undefined;
  /** In GWh a year, where it is stated. */
  readonly volume: number | undefined;
  readonly claimIds: readonly string[];
}

/** Partnerships in which one delivers to another, or both make something together. */
const delivering = ['SUPPLY', 'JOINT_VENTURE', 'PRODUCTION'];

/**
 * Who may deliver cells to companies, by the company: suppliers that are stated as such, plants and cell makers of its own, and what
 * its partnerships build, form or bring together.
 *
 * @param homes countries whose automakers are meant, too
 */
export async function suppliersTo(
  survey: Survey,
  companies: readonly string[],
  homes: readonly string[],
): Promise<ReadonlyMap<string, readonly Delivery[]>> {
  const found = new Map<string, readonly Delivery[]>();
  const asked = new Set(companies);
  const ids = [...new Set([...companies, ...(await survey.companiesOf(homes))])].toSorted();
  await survey.each(ids, 'Corporation', ['name', 'kinds'], suppliers, (reading) => {
    for (const [id, row] of reading.nodes)
      if (asked.has(id) || isOf('AUTOMAKER', row)) found.set(id, new Deliveries(survey, reading, id).all());
  });
  return found;
}

/** The plants of companies, and those that the partnerships built that formed them: stakes in what these deliver. */
export async function plantsBehind(
  survey: Survey,
  companies: readonly string[],
): Promise<ReadonlyMap<string, readonly Stake[]>> {
  const found = new Map<string, readonly Stake[]>();
  const ids = [...new Set(companies)].toSorted();
  await survey.each(ids, 'Corporation', ['name'], ofSupplier, (reading) => {
    const isOver = survey.overAmong(reading.nodesAlong('formedBy'));
    const formed = survey.holding(reading, 'formedBy').filter(({ to }) => !isOver(to));
    const built = survey.holding(reading, 'formedBy.plants');
    for (const id of reading.nodes.keys()) {
      const own = from(survey.holding(reading, 'plants'), id).map((each) => madeBy(each, id, 'OPERATES'));
      const joint = from(formed, id).flatMap(({ to }) =>
        from(built, to).map((each) => madeBy(each, id, 'BUILDS', to)),
      );
      found.set(id, [...own, ...joint]);
    }
  });
  return found;
}

const madeBy = ({ to, row }: EdgeRow, owned: string, kind: string, through?: string): Stake => ({
  owner: to,
  owned,
  kind,
  sense: 'MAKES',
  through,
  share: undefined,
  claimIds: listOf(row['claimIds']),
});

const from = (edges: readonly EdgeRow[], id: string): readonly EdgeRow[] =>
  edges.filter((each) => each.from === id);

const isOf = (kind: string, row: Row | undefined): boolean => listOf(row?.['kinds']).includes(kind);

/** Whether words are about cells: `cell supplier`, `battery maker`. */
const areOfCells = (words: string | undefined): boolean =>
  /\b(?:cells?|batter(?:y|ies))\b/i.test(words ?? '');

/** Those of one company, from what was read about it. */
class Deliveries {
  constructor(
    private readonly survey: Survey,
    private readonly reading: Reading,
    private readonly id: string,
  ) {}

  all(): readonly Delivery[] {
    const { survey, reading, id } = this;
    const own = from(survey.holding(reading, 'plants'), id).map(({ to, row }) =>
      delivery(to, 'OPERATES', row, { isPlant: true }),
    );
    const owned = this.edges('owns', id).map(({ to, row }) =>
      delivery(to, 'OWNS', row, { isMaker: this.isMaker('owns', to) }),
    );
    const others = [...this.suppliers(), ...owned, ...this.partnerships()];
    return [...own, ...others.filter(({ supplier }) => supplier !== id)];
  }

  private suppliers(): Delivery[] {
    return this.edges('suppliers', this.id).map(({ to, row }) => {
      const isMaker = areOfCells(textOf(row['what'])) || this.isMaker('suppliers', to);
      return delivery(to, 'SUPPLIES', row, { isMaker, volume: numberOf(row['volume']) });
    });
  }

  private partnerships(): Delivery[] {
    const nodes = this.reading.nodesAlong('partnerships');
    const isOver = this.survey.overAmong(nodes);
    return this.edges('partnerships', this.id)
      .filter(({ to }) => !isOver(to) && delivering.includes(textOf(nodes.get(to)?.['kind']) ?? ''))
      .flatMap((own) => this.ofPartnership(own));
  }

  /** The company that a partnership formed, or else what it builds; one with neither brings together who makes cells and who does not. */
  private ofPartnership({ to: through, row }: EdgeRow): Delivery[] {
    const made = (path: string) => this.edges(`partnerships.${path}`, through);
    const ofBoth = (edge: EdgeRow): Row => ({
      claimIds: [...listOf(row['claimIds']), ...listOf(edge.row['claimIds'])],
    });
    const [plants, forms] = [made('plants'), made('forms')];
    if (forms.length > 0)
      return forms.map((each) => {
        const isMaker = this.isMaker('partnerships.forms', each.to);
        return delivery(each.to, 'FORMS', ofBoth(each), { isMaker, through });
      });
    if (plants.length > 0)
      return plants.map((each) => delivery(each.to, 'BUILDS', ofBoth(each), { isPlant: true, through }));
    return made('participants')
      .filter((each) => this.makesCells(each))
      .map((each) => delivery(each.to, 'PARTICIPATES_IN', ofBoth(each), { isMaker: true, through }));
  }

  /** By its role; without one, by what it or a company of its own mainly does. */
  private makesCells({ to, row }: EdgeRow): boolean {
    const role = textOf(row['role']);
    if (role !== undefined) return areOfCells(role);
    const path = 'partnerships.participants';
    const owned = this.edges(`${path}.owns`, to);
    return this.isMaker(path, to) || owned.some((each) => this.isMaker(`${path}.owns`, each.to));
  }

  private isMaker(path: string, id: string): boolean {
    return isOf('CELL_MAKER', this.reading.nodesAlong(path).get(id));
  }

  private edges(path: string, id: string): readonly EdgeRow[] {
    return from(this.survey.holding(this.reading, path), id);
  }
}

const delivery = (
  supplier: string,
  kind: string,
  row: Row,
  more: Partial<Pick<Delivery, 'isPlant' | 'isMaker' | 'through' | 'volume'>>,
): Delivery => ({
  supplier,
  kind,
  claimIds: listOf(row['claimIds']),
  isPlant: false,
  isMaker: false,
  through: undefined,
  volume: undefined,
  ...more,
});
