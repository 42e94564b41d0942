import { printRead } from '../../cypher';
import { lastDay, type GraphModel, type Relation } from '../../model';
import { bareExpand, bareLevel, columns, planByIds, readBy, type Expand } from '../../plan';
import { isNewTo } from '../seen';
import type { SharedStore } from '../shared-store';

/** What is read along a relation, from each node of a level. */
export interface Ask {
  /** The relation by its name. */
  readonly along: string;
  /** Properties of its edges. */
  readonly edge?: readonly string[];
  /** Properties of the nodes that it leads to. */
  readonly node?: readonly string[];
  /** Only nodes of evidence that speak of one of these properties of theirs: their parameter. */
  readonly about?: string;
  readonly then?: readonly Ask[];
}

type Cell = string | number | readonly string[] | null;
/** Properties by their names; what is missing is null. */
export type Row = Readonly<Record<string, Cell>>;
/** The ids of both ends besides the properties. */
export interface EdgeRow {
  readonly from: string;
  readonly to: string;
  readonly row: Row;
}

/** What one statement read. Relations are named by their path: `formedBy.participants`. */
export interface Reading {
  readonly nodes: ReadonlyMap<string, Row>;
  edges(path: string): readonly EdgeRow[];
  nodesAlong(path: string): ReadonlyMap<string, Row>;
}

/** So many claims are read about one node. */
const mostClaims = 100;

/** A plan that reads nodes by their ids and what surrounds them, printed once. */
export class LevelPlan {
  private readonly statement: string;
  private readonly asks = new Map<string, { readonly ask: Ask; readonly expand: number }>();
  private ids = 1;

  /**
   * @param day a date to read at, as `@asOf(valid:)` does; undefined for what is shown
   */
  constructor(
    private readonly model: GraphModel,
    type: string,
    private readonly properties: readonly string[],
    asks: readonly Ask[],
    private readonly day: string | undefined,
  ) {
    const plan = planByIds({
      ...bareLevel(1, type, properties),
      expands: this.expandsOf(type, asks, ''),
    });
    const by = { policy: 'DEFAULT', valid: 'day', known: undefined, exclude: undefined } as const;
    this.statement = printRead(day === undefined ? plan : readBy(plan, model, by));
  }

  /** Whether a store has yet to plan it for so many ids. */
  isNewTo(store: SharedStore, count: number): boolean {
    return isNewTo(store, this.statement, count);
  }

  /** Reads these nodes; those of them that are not there are left out. */
  async read(
    store: SharedStore,
    ids: readonly string[],
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<Reading> {
    const { day, asks, properties } = this;
    const parameters = { ids, claims: mostClaims, ...more, ...(day !== undefined && { day: lastDay(day) }) };
    const [row] = await store.read({ text: this.statement, parameters });
    const cells = (column: string) => row![column] as readonly (readonly Cell[])[];
    const nodesOf = (level: number, names: readonly string[]) =>
      new Map(cells(columns.nodes(level)).map(([id, ...rest]) => [id as string, rowOf(names, rest)]));
    return {
      nodes: nodesOf(1, properties),
      edges: (path) => {
        const { ask, expand } = asks.get(path)!;
        return cells(columns.edges(expand)).map(([from, to, ...rest]) => ({
          from: from as string,
          to: to as string,
          row: rowOf(ask.edge ?? [], rest),
        }));
      },
      nodesAlong: (path) => {
        const { ask, expand } = asks.get(path)!;
        return nodesOf(expand + 1, ask.node ?? []);
      },
    };
  }

  private expandsOf(type: string, asks: readonly Ask[], prefix: string): Expand[] {
    return asks.map((ask) => this.expandOf(this.model.type(type).relation(ask.along)!, ask, prefix));
  }

  private expandOf({ edge, direction, target }: Relation, ask: Ask, prefix: string): Expand {
    const path = `${prefix}${ask.along}`;
    const id = (this.ids += 1);
    const level = (this.ids += 1);
    this.asks.set(path, { ask, expand: id });
    const at = {
      ...bareLevel(level, target, ask.node),
      expands: this.expandsOf(target, ask.then ?? [], `${path}.`),
    };
    return {
      ...bareExpand(id, { type: edge.type, direction }, at),
      properties: ask.edge ?? [],
      listing: ask.about === undefined ? undefined : listingOf(ask.about),
    };
  }
}

const listingOf = (parameter: string): NonNullable<Expand['listing']> => ({
  where: {
    kind: 'compare',
    on: 'node',
    property: 'property',
    operator: 'in',
    parameter,
    folded: false,
  },
  order: [{ by: { kind: 'property', property: 'id' }, descending: false, nullable: false, flag: false }],
  page: { limit: 'claims', direction: 'forward', cursor: undefined },
  count: false,
});

const rowOf = (names: readonly string[], cells: readonly Cell[]): Row =>
  Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null]));
