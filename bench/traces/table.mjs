const ms = (value) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

const percent = (part) => `${(part * 100).toFixed(0)} %`;

const latency = ({ p50, p99, most }) => `median ${ms(p50)}, p99 ${ms(p99)}, most ${ms(most)}`;

/** The report for people, with what is to be reached beside it. */
export function tableOfTraces({ size, clients, neo4j, connected, alone, together, worst }) {
  const rate = (name) =>
    `${together[name].toFixed(0)} traces a second, ${(together[name] / together[`${name}InCypher`]).toFixed(2)} times allShortestPaths`;
  const slower = worst.others.busy.p99 / worst.others.quiet.p99;
  return [
    `${size} nodes, ${neo4j}; ${percent(connected.plain)} of the pairs are connected within four hops, ${percent(connected.conditioned)} under conditions`,
    `trace of a pair, 4 hops          ${latency(alone.typical)} (to reach: 40 and 250)`,
    `allShortestPaths, bare driver    ${latency(alone.typicalInCypher)}`,
    'The same by links of at least medium confidence that all held on some day, with their claims and sources:',
    `trace of a pair, 4 hops          ${latency(alone.conditioned)} (to reach: 40 and 250)`,
    `allShortestPaths, bare driver    ${latency(alone.conditionedInCypher)}`,
    `neighborhood, 2 hops, 500 nodes  ${latency(alone.neighborhood)} (to reach: 60)`,
    `${clients} clients, without conditions: ${rate('typical')}`,
    `${clients} clients, with them: ${rate('conditioned')} (to reach: 3)`,
    'The worst, alone (to reach: 2 s):',
    ...worst.answers.map(
      ({ milliseconds, paths, exhaustive, nodesExpanded }) =>
        `  ${ms(milliseconds)}: ${paths} paths, ${nodesExpanded} nodes expanded, ${exhaustive ? 'exhaustive' : 'partial'}`,
    ),
    `Four of them at once             ${latency(worst.load)}`,
    `A point read, quiet              ${latency(worst.others.quiet)}`,
    `A point read beside them         ${latency(worst.others.busy)}: p99 times ${slower.toFixed(1)} (to reach: 2)`,
    `Still running in the store a second later: ${worst.stillRunning} (to reach: 0)`,
  ].join('\n');
}
