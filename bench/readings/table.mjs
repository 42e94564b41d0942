/** How many times as long as the plain query a reading may take. */
const most = 2.5;

/** The report for people, with what is to be reached beside it. */
export const tableOfReadings = ({ size, clients, neo4j, stores }) =>
  [
    `${size} nodes, ${clients} clients; answers a second of the plain query and with @asOf (to reach: at most ${most} times as long)`,
    ...Object.entries(stores).flatMap(([name, works]) => [
      `${name === 'neo4j' ? neo4j : name}:`,
      ...works.map(({ title, plain, reading, slower }) => {
        const figures = [plain, reading].map((rate) => rate.toFixed(rate < 10 ? 1 : 0).padStart(7)).join(' ');
        return `  ${title.padEnd(46)} ${figures}   ${slower.toFixed(2)} times as long${slower > most ? ', not reached' : ''}`;
      }),
    ]),
  ].join('\n');
