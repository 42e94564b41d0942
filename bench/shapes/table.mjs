const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/** The report for people, with what is to be reached beside it. */
export function tableOfShapes({ size, neo4j, shapes, seed, answered, refusals, slowest }) {
  const refused = Object.entries(refusals).map(([code, count]) => `${count} times ${code}`);
  return [
    `${size} nodes, ${neo4j}; ${shapes} random operations (seed ${seed}), each with the largest pages that its cost allows`,
    `${answered} were answered; refused: ${refused.join(', ') || 'none'}`,
    'The five slowest (to reach: 2 s), when their plan is known, and the first time:',
    ...slowest.map(
      ({ milliseconds, first, cost, query, variables }) =>
        `\n${seconds(milliseconds)} (first ${seconds(first)}), cost ${cost}\n${query}\n${JSON.stringify(variables)}`,
    ),
  ].join('\n');
}
