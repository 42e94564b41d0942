import { printRead } from '../cypher';
import { columns, type Plan } from '../plan';
import type { GraphStore } from '../store';

const plan: Plan = {
  kind: 'plan',
  roots: [
    {
      kind: 'root',
      id: 0,
      source: { kind: 'byIds', parameter: 'ids' },
      level: { kind: 'level', id: 1, type: 'Entity', properties: ['name'], expands: [], aggregates: [] },
    },
  ],
};

/** The names of nodes by their ids; ids that are not there are left out. */
export async function namesOf(
  store: GraphStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const parameters = { ids: [...new Set(ids)] };
  if (parameters.ids.length === 0) return new Map();
  const [row] = await store.read({ text: printRead(plan), parameters });
  return new Map(row![columns.nodes(1)] as readonly (readonly [string, string])[]);
}
