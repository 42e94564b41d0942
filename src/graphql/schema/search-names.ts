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

const ofPaths = 'it takes at and where.excludeSources';
const ofNames = 'names are of no date, so ask for the ids that it finds in an operation of its own';

/** What to do where a search is to go by other evidence: it takes neither `@asOf` nor `@resolve`. */
export const insteadOfReading: Readonly<Record<SearchField, string>> = {
  trace: ofPaths,
  neighborhood: ofPaths,
  between: ofPaths,
  common: ofPaths,
  exposure: 'it takes at',
  timeline: 'it takes from and to, and tells the date of each event',
  diff: 'it takes between and known, which are two readings',
  search: ofNames,
  suggest: ofNames,
  resolve: ofNames,
  sameAsCandidates: ofNames,
};
