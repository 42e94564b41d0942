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

/**
 * Reads all edges of some types at the nodes of `$ids`, in both directions, at most `$limit` of them: a column `steps` of
 * StepRow. Of the other ends only the ids are read.
 *
 * It is plain text, like the statements of a change: the builder puts types that are alternatives into brackets, which
 * the embedded engine does not take.
 *
 * @param types the kinds of edges, of the model; at least one
 */
export const printSteps = (types: readonly string[]): string =>
  [
    'MATCH (a:Entity)',
    'WHERE a.id IN $ids',
    `MATCH (a)-[r:${types.join('|')}]-(b)`,
    'WITH a, r, b, startNode(r) AS s',
    'LIMIT $limit',
    'RETURN collect([a.id, b.id, type(r), s.id, r.since, r.until, r.confidence, r.claimIds]) AS steps',
  ].join('\n');
