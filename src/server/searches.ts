import { alikeCompanies, historySearchers, identitySearchers } from '../claims';
import { textSearchers } from '../find';
import type { PlannedSearch, SearchField } from '../graphql';
import type { GraphModel } from '../model';
import { foundIds, resolve, type FoundObject, type Limits, type Parameters } from '../plan';
import { Filters, traceSearchers, type Searcher, type SharedStore } from '../trace';

/** What is behind each field that is answered by a search. */
const searchers: Readonly<Record<SearchField, Searcher>> = {
  ...traceSearchers,
  ...historySearchers,
  ...textSearchers,
  ...identitySearchers,
};

type Variables = Readonly<Record<string, unknown>>;

/** What the searches of an operation found. */
export interface FoundAll {
  /** By the response names of their fields. */
  readonly found: ReadonlyMap<string, FoundObject>;
  /** The ids that they found, as parameters of the plan. */
  readonly parameters: Parameters;
}

/** The searches of an operation, prepared once for each shape of its variables. */
export class Searches {
  private readonly prepared: readonly { readonly search: PlannedSearch; readonly filters: Filters }[];

  constructor(
    private readonly model: GraphModel,
    planned: readonly PlannedSearch[],
  ) {
    this.prepared = planned.map((search) => ({ search, filters: new Filters(model, search.filters) }));
  }

  get any(): boolean {
    return this.prepared.length > 0;
  }

  /** The parameters of a plan before anything was found. */
  nothing(): Parameters {
    const all = this.prepared.map(({ search }) => foundIds(search.fields, {}));
    return Object.assign({}, ...all) as Parameters;
  }

  /** Does them one after the other. Throws AnodeError and AnodeErrors. */
  async run(store: SharedStore, variables: Variables, limits: Limits): Promise<FoundAll> {
    const found = new Map<string, FoundObject>();
    const parameters: Record<string, unknown> = {};
    for (const { search, filters } of this.prepared) {
      const { key, selected, fields } = search;
      const filter = filters.bind(store, variables, limits);
      const { model } = this;
      const alike = () => alikeCompanies(model, store);
      const place = { model, store, limits, path: key, filter, selected, alike };
      const value = await searchers[search.field](place, resolve(search.args, variables));
      found.set(key, value);
      Object.assign(parameters, foundIds(fields, value));
    }
    return { found, parameters };
  }
}
