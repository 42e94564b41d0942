import { examples } from './examples';
import type { Example } from './example';
import { storage } from './storage';

/** GraphiQL keeps its state under names with this prefix. */
const stored = (name: 'tabState' | 'query' | 'variables') => `graphiql:${name}`;

interface FirstTabs {
  /** What a visitor without tabs of their own gets. */
  readonly defaultTabs: Example[];
  /** The tab to show now, when it is not simply the one that was open at the last visit. */
  readonly opened?: Example;
}

/** The tabs to begin with: the visitor's own, else one for each example; and the query in the address, if there is one. */
export function firstTabs(): FirstTabs {
  const linked = takeFromAddress();
  const opened = linked ?? (isFirstVisit() ? examples[0] : undefined);
  if (opened) remember(opened);
  return { defaultTabs: linked ? [linked, ...examples] : examples, opened };
}

/** `?query=…&variables=…`, taken out of the address so that a reload does not open it once more. */
function takeFromAddress(): Example | undefined {
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get('query');
  if (!query) return undefined;
  history.replaceState(null, '', location.pathname);
  return { query, variables: parameters.get('variables') ?? '' };
}

function isFirstVisit(): boolean {
  return !storage?.getItem(stored('tabState'));
}

/** GraphiQL stores a query and its variables only once they are edited; without this a reload would lose the variables. */
function remember(tab: Example): void {
  storage?.setItem(stored('query'), tab.query);
  storage?.setItem(stored('variables'), tab.variables);
}
