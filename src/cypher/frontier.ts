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

/**
 * Reads all edges that may be on ways of up to four hops between the nodes of `$from` and those of `$to`, both in `$ends`: the store
 * goes on by one level from what is around either, and keeps what both come to. One row at least: besides `steps`, `expanded`
 * tells from how many nodes it went on, or would have, had they not been more than `$wide`; `known` which of the ends there are.
 *
 * @param barred labels of the nodes that are not gone on from
 */
export const printMeeting = (types: readonly string[], barred: readonly string[]): string => {
  const edge = types.join('|');
  return [
    'UNWIND [[0, $from], [1, $to]] AS side',
    'MATCH (a:Entity)',
    'WHERE a.id IN side[1]',
    `MATCH (a)-[:${edge}]-(x)`,
    `WHERE NOT (${barred.map((label) => `x:${label}`).join(' OR ')}) AND NOT x.id IN $ends`,
    'WITH DISTINCT side[0] AS side, x',
    'WITH collect([side, x]) AS near',
    'WITH CASE WHEN size(near) > $wide THEN [] ELSE near END AS near, size(near) AS expanded',
    'CALL (near) {',
    '  CALL (near) {',
    '    UNWIND near AS each',
    '    WITH each[0] AS side, each[1] AS x',
    `    MATCH (x)-[r:${edge}]-(m)`,
    '    RETURN m, side, r',
    '    UNION ALL',
    '    UNWIND near AS each',
    '    RETURN each[1] AS m, each[0] AS side, null AS r',
    '  }',
    '  WITH m, min(side) AS one, max(side) AS other, collect(r) AS rs',
    '  WHERE one < other AND NOT m.id IN $ends',
    '  RETURN collect(m) AS met, collect(rs) AS lists',
    '}',
    'CALL (lists) { UNWIND lists AS rs UNWIND rs AS r RETURN collect(DISTINCT r) AS inner }',
    'CALL (met, inner) {',
    '  UNWIND met + [r IN inner | startNode(r)] + [r IN inner | endNode(r)] AS n',
    '  RETURN collect(DISTINCT n) AS nodes',
    '}',
    'CALL () { MATCH (e:Entity) WHERE e.id IN $ends RETURN collect(e) AS ends }',
    'CALL (nodes, ends) {',
    '  UNWIND ends AS e',
    '  UNWIND nodes + ends AS n',
    `  MATCH (e)-[r:${edge}]-(n)`,
    '  RETURN collect(DISTINCT r) AS outer',
    '}',
    `WITH expanded, [e IN ends | e.id] AS known, [r IN inner + outer | ${storedStep}] AS steps`,
    `UNWIND range(0, CASE size(steps) WHEN 0 THEN 0 ELSE size(steps) - 1 END, ${String(stepsOfRow)}) AS at`,
    `RETURN steps[at..at + ${String(stepsOfRow)}] AS steps, expanded, known`,
  ].join('\n');
};

/** The step over an edge `r` along it. */
const storedStep =
  '[startNode(r).id, endNode(r).id, type(r), startNode(r).id, r.since, r.until, r.confidence, r.claimIds]';

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
