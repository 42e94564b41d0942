import { printRead } from '../cypher';
import type { GraphModel, Relation } from '../model';
import { bareExpand, bareLevel, columns, planByIds, type Expand, type Plan } from '../plan';
import { grouped } from './grouped';
import { once } from './once';
import type { SharedStore } from './shared-store';

/** A claim behind an edge, as far as a search asks. */
export interface ClaimRow {
  readonly id: string;
  readonly source: string;
  readonly confidence: string;
  readonly validFrom: string | undefined;
  readonly validUntil: string | undefined;
  readonly attributedTo: readonly string[];
}

/** So many claims are read at once. */
const chunk = 500;

type Pairs = readonly (readonly [string, string])[];

/**
 * The claims behind edges and who repeats whom, read from the store when first asked for. Each is asked for once.
 */
export class Evidence {
  private readonly claims = new Map<string, ClaimRow>();
  /** Of a source, those that it cites; of a party, the sources in which it speaks. */
  private readonly behind = new Map<string, string[]>();
  /** Sources that speak first-hand, and parties. */
  private readonly origins = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly statements: Statements;

  constructor(
    private readonly model: GraphModel,
    private readonly store: SharedStore,
  ) {
    this.statements = statementsOf(model);
  }

  /** Reads claims, and all that their sources rest on. */
  async read(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.claims.has(id));
    for (let at = 0; at < missing.length; at += chunk) await this.readSome(missing.slice(at, at + chunk));
  }

  private async readSome(missing: readonly string[]): Promise<void> {
    const row = await this.rowOf(this.statements.claims, missing);
    const sources = new Map(row[columns.edges(2)] as Pairs);
    const attributed = grouped(row[columns.edges(4)] as Pairs);
    for (const [id, confidence, validFrom, validUntil] of row[columns.nodes(1)] as string[][])
      this.claims.set(id!, {
        id: id!,
        source: sources.get(id!)!,
        confidence: confidence!,
        validFrom: validFrom ?? undefined,
        validUntil: validUntil ?? undefined,
        attributedTo: attributed.get(id!) ?? [],
      });
    let next = missing.flatMap((id) => this.namedBy(this.claims.get(id)!));
    while (next.length > 0) next = await this.readBehind(next);
  }

  of(ids: readonly string[]): readonly ClaimRow[] {
    return ids.map((id) => this.claims.get(id)!);
  }

  /**
   * How many origins stand behind claims that say the same: those that have any source in common, be it through those
   * that they cite, count as one, and those that lead to no origin as none. The same rule as where claims are resolved.
   */
  independentOrigins(claims: readonly ClaimRow[]): number {
    const groups: Set<string>[] = [];
    for (const claim of claims) {
      const sources = this.sourcesBehind(claim);
      for (const group of groups.filter((each) => [...sources].some((source) => each.has(source)))) {
        for (const source of group) sources.add(source);
        groups.splice(groups.indexOf(group), 1);
      }
      groups.push(sources);
    }
    return groups.filter((group) => [...group].some((id) => this.origins.has(id))).length;
  }

  private readonly namedBy = ({ source, attributedTo }: ClaimRow): readonly string[] =>
    attributedTo.length > 0 ? attributedTo : [source];

  private sourcesBehind(claim: ClaimRow): Set<string> {
    const found = new Set(this.namedBy(claim));
    // A set is walked with what is added to it on the way.
    for (const id of found) for (const next of this.behind.get(id) ?? []) found.add(next);
    return found;
  }

  /** Reads what stands directly behind these, and gives it back. */
  private async readBehind(ids: readonly string[]): Promise<string[]> {
    const missing = [...new Set(ids)].filter((id) => !this.asked.has(id));
    if (missing.length === 0) return [];
    for (const id of missing) this.asked.add(id);
    const row = await this.rowOf(this.statements.behind, missing);
    for (const [id, lineage] of row[columns.nodes(1)] as [string, string | null][])
      if (this.model.kindOfId(id)!.name !== 'Source' || lineage === 'ORIGINAL') this.origins.add(id);
    const pairs = [...(row[columns.edges(2)] as Pairs), ...(row[columns.edges(4)] as Pairs)];
    for (const [of, list] of grouped(pairs)) this.behind.set(of, list);
    return pairs.map(([, to]) => to);
  }

  private async rowOf(text: string, ids: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    const [row] = await this.store.read({ text, parameters: { ids } });
    return row!;
  }
}

interface Statements {
  readonly claims: string;
  readonly behind: string;
}

/** Printed once for each model. */
const statementsOf = once((model: GraphModel): Statements => {
  const party = relationOf(model, 'Source', 'party');
  const claims = planOf(
    'Claim',
    ['confidence', 'validFrom', 'validUntil'],
    [
      along(2, 3, relationOf(model, 'Claim', 'source')),
      along(4, 5, relationOf(model, 'Claim', 'attributedTo')),
    ],
  );
  const behind = planOf(
    'Entity',
    ['lineage'],
    [
      { ...along(2, 3, relationOf(model, 'Source', 'cites')), from: ['Source'] },
      {
        ...along(4, 5, { ...party, direction: 'in', target: 'Source' }),
        from: model.type(party.target).kinds,
      },
    ],
  );
  return { claims: printRead(claims), behind: printRead(behind) };
});

const relationOf = (model: GraphModel, type: string, name: string): Relation =>
  model.type(type).relation(name)!;

const planOf = (type: string, properties: readonly string[], expands: readonly Expand[]): Plan =>
  planByIds({ ...bareLevel(1, type, properties), expands });

const along = (
  id: number,
  level: number,
  { edge: { type }, direction, target }: Pick<Relation, 'edge' | 'direction' | 'target'>,
): Expand => bareExpand(id, { type, direction }, bareLevel(level, target));
