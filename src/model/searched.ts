import type { GraphModel, NodeKind } from './graph-model';

/**
 * How the text by which nodes are found is stored beside what a plain query reads. It is made of the same claims in the same
 * transaction, and indexed by each store as words between blanks. Names are written down here for those who write and read it.
 */
export const searchProperties = {
  /** The slug of the kind. */
  kind: 'search_kind',
  /** The terms of what the node is called: names, aliases, codes. */
  names: 'search_names',
  /** The terms of the words of all of its text. */
  words: 'search_words',
} as const;

/** The kinds whose nodes are found by text. Evidence is where it says so itself: claims are called by what they state. */
export const searchedKinds = (model: GraphModel): readonly NodeKind[] =>
  model.kinds.filter(({ evidence, ownSearched }) => !evidence || ownSearched);
