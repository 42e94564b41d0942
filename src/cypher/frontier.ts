/** One edge as `printSteps` gives it: the id asked for, the node at the other end, and what the edge says. */
export type StepRow = readonly [
  of: string,
  other: string,
  type: string,
  from: string,
  since: string | null,
  until: string | null,
  confidence: string | null,
  claimIds: readonly string[] | null,
];

/** So many edges are at most in one row. A row by itself takes a driver longer than an edge in a list. */
const stepsOfRow = 100;

/**
 * Reads all edges of some types at the nodes of `$ids`, in both directions, at most `$limit` of them: rows with a column `steps`,
 * some StepRows. Of the other ends only the ids are read. All are found before the first row is there.
 *
 * It is plain text, like the statements of a change: the builder puts types that are alternatives into brackets, which
 * the embedded engine does not take.
 *
 * @param types the kinds of edges, of the model; at least one
 */
export const printSteps = (types: readonly string[]): string =>
  [...stepsOfIds(types), `WITH collect(${stepOf('a', 'b')}) AS steps`, ...inRows('steps')].join('\n');

/** The same in rows of one edge each, of which a store finds no more than are asked for: for nodes with more edges than fit in its memory. */
export const printManySteps = (types: readonly string[]): string =>
  [...stepsOfIds(types), `RETURN [${stepOf('a', 'b')}] AS steps`].join('\n');

/**
 * Reads two levels of edges at once, where the second is small: rows as above, and after them all edges at the nodes at their
 * other ends, or none of these where there are more than `$wide` such nodes; at most `$nextLimit`.
 *
 * @param barred labels of the nodes that are not gone on from
 */
export const printTwoSteps = (types: readonly string[], barred: readonly string[]): string =>
  [
    ...stepsOfIds(types),
    `WITH collect(${stepOf('a', 'b')}) AS steps,`,
    `  collect(DISTINCT CASE WHEN ${barred.map((label) => `b:${label}`).join(' OR ')} THEN null ELSE b END) AS others`,
    'CALL (others) {',
    '  UNWIND CASE WHEN size(others) > $wide THEN [] ELSE others END AS b',
    `  MATCH (b)-[r:${types.join('|')}]-(c)`,
    '  WITH b, r, c, startNode(r) AS s',
    '  LIMIT $nextLimit',
    `  RETURN collect(${stepOf('b', 'c')}) AS nextSteps`,
    '}',
    'WITH steps + nextSteps AS steps',
    ...inRows('steps'),
  ].join('\n');

const stepsOfIds = (types: readonly string[]): readonly string[] => [
  'MATCH (a:Entity)',
  'WHERE a.id IN $ids',
  `MATCH (a)-[r:${types.join('|')}]-(b)`,
  'WITH a, r, b, startNode(r) AS s',
  'LIMIT $limit',
];

const inRows = (list: string): readonly string[] => [
  `UNWIND range(0, size(${list}) - 1, ${String(stepsOfRow)}) AS at`,
  `RETURN ${list}[at..at + ${String(stepsOfRow)}] AS steps`,
];

const stepOf = (of: string, other: string): string =>
  `[${of}.id, ${other}.id, type(r), s.id, r.since, r.until, r.confidence, r.claimIds]`;
