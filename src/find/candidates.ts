import { textIndex } from '../cypher';
import { searchedKinds, searchProperties, type GraphModel, type NodeKind } from '../model';
import type { GraphStore } from '../store';
import type { TextReader } from './reading';
import { nameQuery, wordQuery } from './terms';
import type { Analysed } from './words';

/** What is looked for, and among what. */
export interface Sought {
  readonly text: Analysed;
  /** Kinds by their names; undefined for all. */
  readonly kinds: readonly string[] | undefined;
  /** What is compared with the text: what nodes are called, or all of their words. */
  readonly by: 'names' | 'words';
  /** So many nodes are taken from each index. */
  readonly limit: number;
}

/** The ids of nodes that may fit, which a store finds by the terms they share with the text: a bounded number of them. */
export async function candidatesFor(
  model: GraphModel,
  store: Pick<GraphStore, 'read' | 'findText'>,
  reader: TextReader,
  sought: Sought,
): Promise<readonly string[]> {
  const { text, by, limit } = sought;
  const kinds = kindsOf(model, sought);
  const slugs = kinds && [...kinds, ...reader.kindsLeadingTo(kinds)].map(({ slug }) => slug);
  const ask = (property: string, terms: readonly string[]): Promise<readonly string[]> =>
    store.findText({ index: textIndex, property, terms, kinds: slugs, limit });
  const found = await Promise.all([
    ask(searchProperties.names, nameQuery(text)),
    ...(by === 'words' ? [ask(searchProperties.words, wordQuery(text))] : []),
  ]);
  const ids = new Set(found.flat());
  for (const id of await reader.ledTo(store, [...ids])) ids.add(id);
  const isAskedFor = (id: string): boolean => kinds?.includes(model.kindOfId(id)!) ?? true;
  return [...ids].filter(isAskedFor).toSorted();
}

const kindsOf = (model: GraphModel, { kinds }: Sought): readonly NodeKind[] | undefined =>
  kinds && searchedKinds(model).filter(({ name }) => kinds.includes(name));
