/** The root fields that are answered by a search, before the plan is run. */
const searchFields = [
  'trace',
  'neighborhood',
  'between',
  'common',
  'exposure',
  'timeline',
  'diff',
  'search',
  'suggest',
  'resolve',
  'sameAsCandidates',
] as const;

export type SearchField = (typeof searchFields)[number];

export const isSearchField = (name: string): name is SearchField =>
  (searchFields as readonly string[]).includes(name);
