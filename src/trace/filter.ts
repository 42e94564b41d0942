import { printRead } from '../cypher';
import { filterNames, type PlannedFilter } from '../graphql';
import type { GraphModel } from '../model';
import { bind, columns, type Limits, type Parameters } from '../plan';
import type { GraphStore } from '../store';
import type { NodeFilter } from './terrain';

type Variables = Readonly<Record<string, unknown>>;

/** The filters of `where.nodes` as statements, made once for each shape of an operation. */
export class Filters {
  private readonly statements: ReadonlyMap<string, string>;

  constructor(
    private readonly model: GraphModel,
    private readonly planned: readonly PlannedFilter[],
  ) {
    this.statements = new Map(planned.map(({ type, plan }) => [type, printRead(plan)]));
  }

  /** Throws AnodeErrors for values that cannot be meant. */
  bind(store: Pick<GraphStore, 'read'>, variables: Variables, limits: Limits): NodeFilter {
    const bound = this.planned.map(
      ({ type, parameters }) => [type, bind(parameters, variables, limits)] as const,
    );
    return async (ids) => {
      const barred = new Set<string>();
      for (const [type, parameters] of bound) {
        const candidates = ids.filter((id) => this.model.kindOfId(id)?.name === type);
        const fitting = await this.fitting(store, type, candidates, parameters);
        for (const id of candidates) if (!fitting.has(id)) barred.add(id);
      }
      return ids.filter((id) => !barred.has(id));
    };
  }

  private async fitting(
    store: Pick<GraphStore, 'read'>,
    type: string,
    candidates: readonly string[],
    bound: Parameters,
  ): Promise<ReadonlySet<string>> {
    if (candidates.length === 0) return new Set();
    const { candidates: list, limit, level } = filterNames;
    const parameters = { ...bound, [list]: candidates, [limit]: candidates.length };
    const [row] = await store.read({ text: this.statements.get(type)!, parameters });
    return new Set((row![columns.nodes(level)] as readonly (readonly [string])[]).map(([id]) => id));
  }
}
