import { shortfalls } from './targets.mjs';

/** The report for people: times the peer, rates, latencies, memory, and what falls short of what is to be reached. */
export function tablesOf(report) {
  const { size, clients, rounds, seconds, contenders, works, memory } = report;
  const names = contenders.map(({ name }) => name);
  const cells = (cell) =>
    works.map(({ title, bytes, contenders: each }) => [
      title,
      bytes === undefined ? '' : kilobytes(bytes),
      ...names.map((name) => cell(each[name], each.peer)),
    ]);
  const head = ['work', 'KB', ...names];
  return [
    `${size} nodes, ${clients} clients, ${rounds} rounds of ${seconds} s; ${report.neo4j}, ${report.peer}, Node ${report.node}`,
    ...(names.includes('peer')
      ? ['Times the peer, by requests a second', table([head, ...cells(times)])]
      : []),
    'Requests a second, median of the rounds; × marks what the API of a contender has no way to ask for',
    table([head, ...cells(rateOf)]) + oneRound(works),
    'Milliseconds: median / 99 of 100 take less',
    table([head, ...cells(latencyOf)]),
    'Milliseconds of processor time that the server itself takes a request, without Neo4j',
    table([head, ...cells(processorOf)]),
    ...memoryOf(memory),
    ...shortfallsOf(report),
  ].join('\n\n');
}

function memoryOf(memory) {
  const rows = Object.entries(memory).map(([name, bytes]) => [name, `${Math.round(bytes / 2 ** 20)} MB`]);
  return rows.length === 0 ? [] : ['Peak resident memory of the servers under load', table(rows)];
}

function shortfallsOf(report) {
  const sentences = shortfalls(report);
  return sentences.length === 0 ? [] : ['Short of what is to be reached', sentences.join('\n')];
}

const short = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(value < 1 ? 2 : 3));

const kilobytes = (bytes) => short(bytes / 1000);

/** Where a single answer takes too long for more rounds. */
const mark = (result, text) => (result.rounds === 1 ? `${text}¹` : text);

const rateOf = (result) => (result.rate === undefined ? '×' : mark(result, short(result.rate)));

const times = (result, peer) =>
  result.rate === undefined || peer.rate === undefined ? rateOf(result) : short(result.rate / peer.rate);

const latencyOf = (result) =>
  result.rate === undefined ? '×' : mark(result, `${short(result.p50)} / ${short(result.p99)}`);

const oneRound = (works) =>
  works.some(({ contenders }) => Object.values(contenders).some((result) => result.rounds === 1))
    ? '\n¹ one round'
    : '';

const processorOf = ({ processor }) => (processor === undefined ? '' : short(processor));

/** Columns as wide as they need to be; the first to the left, the others to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n');
}
