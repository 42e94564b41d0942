import { printRead } from '../cypher';
import { AnodeError } from '../errors';
import { factKinds, type GraphModel } from '../model';
import { bareLevel, columns, planByIds, planOfList } from '../plan';
import type { GraphStore } from '../store';

const level = bareLevel(1, 'Entity', ['name']);
const readNames = printRead(planByIds(level));

/** The names of nodes by their ids; ids that are not there are left out. */
export async function namesOf(
  store: Pick<GraphStore, 'read'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const parameters = { ids: [...new Set(ids)] };
  if (parameters.ids.length === 0) return new Map();
  const [row] = await store.read({ text: readNames, parameters });
  return new Map(row![columns.nodes(1)] as readonly (readonly [string, string])[]);
}

/** All nodes that have a name, in any case, or an alias, as it is written. */
const readNamesakes = printRead(
  planOfList(
    {
      where: {
        kind: 'or',
        operands: [
          {
            kind: 'compare',
            on: 'node',
            property: 'name',
            operator: 'eq',
            parameter: 'folded',
            folded: true,
          },
          {
            kind: 'compare',
            on: 'node',
            property: 'aliases',
            operator: 'includes',
            parameter: 'text',
            folded: false,
          },
        ],
      },
      order: [{ by: { kind: 'property', property: 'id' }, descending: false, nullable: false, flag: false }],
      page: { limit: 'limit', direction: 'forward', cursor: undefined },
      count: false,
    },
    level,
  ),
);

const mostNamesakes = 20;

/**
 * The id of what a person calls something: an id, the part of one after the slash, or a name. Throws AnodeError where
 * nothing, or more than one thing, is called so.
 *
 * @param argument what the text was given for, for complaints
 */
export async function identify(
  model: GraphModel,
  store: Pick<GraphStore, 'read'>,
  text: string,
  argument: string,
): Promise<string> {
  const kinds = factKinds(model);
  const ids = [text, ...kinds.map(({ slug }) => `${slug}/${text.toLowerCase().replaceAll(' ', '-')}`)];
  const known = await namesOf(store, ids);
  if (known.has(text)) return text;
  const parameters = { text, folded: text.toLowerCase(), limit: mostNamesakes };
  const [row] = await store.read({ text: readNamesakes, parameters });
  const named = (row![columns.nodes(1)] as readonly (readonly [string, string])[]).map(([id]) => id);
  const facts = named.filter((id) => kinds.some(({ slug }) => id.startsWith(`${slug}/`)));
  const found = [...new Set([...known.keys(), ...facts])].toSorted();
  if (found.length === 1) return found[0]!;
  const allowed = found.length === 0 ? 'an id or a name of the graph' : found.join(', ');
  const what = found.length === 0 ? 'nothing is called so' : 'several are called so';
  throw new AnodeError('BAD_USER_INPUT', `${argument} is ${text}, but ${what}; allowed: ${allowed}.`, {
    argument,
    given: text,
    allowed,
  });
}
