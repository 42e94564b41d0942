/**
 * How rows of evidence are stored beside what a plain query reads, so that another reading of the evidence can choose
 * among them. Every name and form is written down here, for those who write the rows and those who read them.
 *
 * A claimed property `capacity` has `capacity_rows`, a text for each claim in the order of the claims' ids, and
 * `capacity_values`, their values as text. Where there are several, `capacity_default` holds the places of the rows in the
 * order of the default policy, and `capacity_latest` and so on those of other policies where they differ from it. An edge
 * that is claimed is there a second time, as `CLAIMED_…`, with `rows` of its own and a list of values for each of its properties.
 */

/** Which of several claims counts: the first in the order of a policy. */
export const policies = ['DEFAULT', 'MOST_CORROBORATED', 'HIGHEST_CONFIDENCE', 'LATEST'] as const;

export type Policy = (typeof policies)[number];

/** The edge that stands for all claims of an edge, whether or not it is shown. */
export const claimedEdge = (type: string): string => `CLAIMED_${type}`;

/** The names of lists that belong to one property. */
export const rowNames = {
  rows: (property: string): string => `${property}_rows`,
  values: (property: string): string => `${property}_values`,
  places: (property: string, policy: Policy): string => `${property}_${policy.toLowerCase()}`,
};

/**
 * On an entity: a row for each different combination of what the claims about it rest on, their period, time and
 * confidence. Values stand beside them under the names of what is made of them: `since_values`, `sourceIds_values`.
 */
export const entityRows = 'evidence_rows';

/**
 * What a row rests on through lineage, as ids in a text, those that are origins with a mark; the list is left out where all
 * rows rest on the same and it has an origin.
 */
export const originsBehind = 'origin';

/** What stands after an id that is an origin. No id has it. */
export const originMark = '!';

/** The names on a claimed edge. */
export const edgeRows = {
  rows: 'rows',
  /** Of a relation to one that is said to have several ends: the rows of all, and whether they speak of this edge. */
  rivals: 'rival',
} as const;

/** The beginning and the end of all time. No claim enters or is withdrawn then. */
export const openStart = '0000-00-00';
export const openEnd = '9999-99-99';
export const neverWithdrawn = '9999-12-31T23:59:59.999Z';

export interface EvidenceRow {
  /** The first and the last day for which it holds. */
  readonly from: string;
  readonly until: string;
  readonly entered: string;
  readonly withdrawn: string;
  /** What it rests on: it falls when all of a group are left out. */
  readonly groups: readonly (readonly string[])[];
}

/** Where the parts of a row begin, and how long they are; the groups are the rest. */
export const rowParts = {
  from: [0, 10],
  until: [10, 10],
  entered: [20, 24],
  withdrawn: [44, 24],
  groups: [68],
} as const;

/** What stands between groups, and between the ids of a group. */
export const groupSeparator = '|';
export const idSeparator = ' ';

export const printRow = ({ from, until, entered, withdrawn, groups }: EvidenceRow): string =>
  `${from}${until}${entered}${withdrawn}${groups.map((ids) => ids.join(idSeparator)).join(groupSeparator)}`;
