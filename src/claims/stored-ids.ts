import { readIdsOfKind } from '../cypher';
import { AnodeError } from '../errors';
import type { GraphModel } from '../model';
import type { GraphStore } from '../store';

/**
 * The ids of all that a store holds. Throws STORE_FOREIGN for a node that is not of this graph: the store is to be given
 * another database.
 */
export async function storedIds(model: GraphModel, store: GraphStore): Promise<ReadonlySet<string>> {
  const ids = (await store.read(readIdsOfKind('Entity'))).map((row) => row['id'] as string);
  const foreign = ids.find((id) => model.kindOfId(id) === undefined);
  if (foreign === undefined) return new Set(ids);
  const allowed = 'nodes that Anode has written';
  const message = `The store holds the node ${foreign}, which is of no kind that is known.`;
  throw new AnodeError('STORE_FOREIGN', message, { given: foreign, allowed });
}
