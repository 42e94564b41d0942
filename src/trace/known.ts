import { AnodeErrors, badInput } from '../errors';
import type { GraphStore } from '../store';
import { namesOf } from './names';

/**
 * Throws AnodeErrors for ids that the store does not have, one for each argument, with all that it lacks.
 *
 * @param named ids by the paths of the arguments that name them
 */
export async function checkKnown(
  store: Pick<GraphStore, 'read'>,
  named: Readonly<Record<string, readonly string[] | undefined>>,
): Promise<void> {
  const known = await namesOf(
    store,
    Object.values(named).flatMap((ids) => ids ?? []),
  );
  const errors = Object.entries(named).flatMap(([argument, ids = []]) => {
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length === 0) return [];
    return badInput(argument, `names ${unknown.join(', ')}, which is not there`, unknown, 'ids of the graph');
  });
  if (errors.length > 0) throw new AnodeErrors(errors);
}
