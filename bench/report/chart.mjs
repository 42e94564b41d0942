/** What the chart shows, from the top: the colour of each bar. The peer is the line at 1. */
const bars = [
  ['anode-neo4j', 'Anode on Neo4j', '#2563eb'],
  ['nested', 'nested Cypher by hand, without GraphQL', '#94a3b8'],
  ['anode-embedded', 'Anode embedded', '#f59e0b'],
];

const width = 860;
const left = 330;
const right = 60;
const top = 92;
const bar = 13;
const gap = 16;

/** A chart of a report as SVG: requests a second, as times those of the peer, on a logarithmic scale. */
export function chartOf(report) {
  const shown = bars.filter(([name]) => report.contenders.some((contender) => contender.name === name));
  const works = report.works.filter(({ contenders }) => contenders.peer?.rate !== undefined);
  const ratio = ({ contenders }, name) => contenders[name].rate / contenders.peer.rate;
  const ratios = works.flatMap((work) => shown.map(([name]) => ratio(work, name))).filter(Number.isFinite);
  const scale = logScale(Math.min(0.5, ...ratios), Math.max(2, ...ratios));
  const block = shown.length * bar + gap;
  const bottom = top + works.length * block;
  const parts = [
    text(
      20,
      28,
      `Requests a second, as times those of @neo4j/graphql: ${report.size.toLocaleString('en')} nodes`,
      {
        'font-size': 16,
        'font-weight': 600,
      },
    ),
    ...shown.flatMap(([, title, fill], at) => legend(20 + at * 290, title, fill)),
    ...scale.ticks.flatMap((tick) => gridLine(scale.x(tick), bottom, tick)),
    ...works.flatMap((work, row) => {
      const y = top + row * block;
      const middle = y + (shown.length * bar) / 2 + 4;
      return [
        text(left - 10, middle, work.title, { 'text-anchor': 'end' }),
        ...shown.flatMap(([name, , fill], at) => barOf(ratio(work, name), y + at * bar, fill, scale)),
      ];
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 20}" font-family="system-ui, sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

/** Ticks at 1, 2, 5, 10 and so on around what there is to show. */
function logScale(least, most) {
  const [from, to] = [Math.log(least * 0.9), Math.log(most * 1.25)];
  const x = (value) => left + ((Math.log(value) - from) / (to - from)) * (width - left - right);
  const ticks = [-3, -2, -1, 0, 1, 2, 3]
    .flatMap((power) => [1, 2, 5].map((digit) => Number((digit * 10 ** power).toPrecision(1))))
    .filter((tick) => Math.log(tick) >= from && Math.log(tick) <= to);
  return { x, ticks };
}

function barOf(ratio, y, fill, { x }) {
  if (!Number.isFinite(ratio))
    return [text(x(1) + 6, y + bar - 3, 'not possible', { 'font-size': 10, fill: '#64748b' })];
  const [from, to] = [Math.min(x(1), x(ratio)), Math.max(x(1), x(ratio))];
  const value = ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2);
  return [
    `<rect x="${from.toFixed(1)}" y="${y}" width="${(to - from).toFixed(1)}" height="${bar - 2}" rx="2" fill="${fill}"/>`,
    text(Math.max(to, x(1)) + 5, y + bar - 3, value, { 'font-size': 10, fill: '#334155' }),
  ];
}

const legend = (x, title, fill) => [
  `<rect x="${x}" y="44" width="12" height="12" rx="2" fill="${fill}"/>`,
  text(x + 18, 54, title),
];

const gridLine = (x, bottom, tick) => [
  `<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${top - 8}" y2="${bottom - gap / 2}" stroke="${tick === 1 ? '#334155' : '#e2e8f0'}"/>`,
  text(x, top - 14, `${tick}×`, { 'text-anchor': 'middle', fill: '#64748b', 'font-size': 11 }),
];

function text(x, y, content, attributes = {}) {
  const all = Object.entries({ fill: '#0f172a', ...attributes }).map(
    ([name, value]) => ` ${name}="${value}"`,
  );
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${all.join('')}>${escaped(content)}</text>`;
}

const escaped = (content) => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
