// Draws docs/images/graph.svg from the model. Run it after a build: node scripts/graph-picture.cjs
// Where a box stands is written here; what it says and the lines between boxes come from the model.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** The middle of each box. A kind that is not listed here gets a place in the free corner. */
const places = {
  Brand: [98, 50],
  MarketShare: [98, 120],
  Corporation: [320, 85],
  Partnership: [850, 85],
  Plant: [850, 290],
  BatteryChemistry: [590, 235],
  Material: [480, 350],
  Country: [320, 470],
  Subsidy: [98, 240],
  Government: [98, 340],
  Organization: [98, 470],
  MarketStatistic: [98, 560],
  Investment: [590, 500],
  CapacityTarget: [850, 500],
  Conflict: [150, 700],
  Claim: [500, 700],
  Source: [850, 700],
};

const line = 17;
const sizes = new Map();

/** The picture as the text of an SVG file. */
function draw(model) {
  const edges = [...model.interfaces, ...model.kinds].flatMap((type) =>
    type.relations
      .filter(({ direction, owner }) => direction === 'out' && owner === type.name)
      .map(({ edge, target }) => ({ from: type.name, type: edge.type, to: target })),
  );
  const isBox = (name) => model.kinds.some((kind) => kind.name === name);
  const drawn = edges.filter(({ from, to }) => from !== to && isBox(to));
  const told = edges.filter((edge) => !drawn.includes(edge));
  for (const kind of model.kinds) sizes.set(kind.name, sizeOf(kind, notesOf(kind, told)));
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 980 790" font-family="Helvetica, Arial, sans-serif" font-size="13">',
    '<title>The kinds of nodes and the edges between them</title>',
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="#64748b"/></marker></defs>',
    '<rect width="980" height="790" rx="12" fill="#ffffff"/>',
    '<rect x="16" y="620" width="948" height="154" rx="10" fill="#f8fafc" stroke="#cbd5e1" stroke-dasharray="5 4"/>',
    '<text x="30" y="642" fill="#64748b">Evidence: every edge and value above is made from claims</text>',
    `<text x="720" y="580" text-anchor="middle" font-size="11" fill="#475569">${partyNote(model)}</text>`,
    ...pairs(drawn).map(drawLine),
    ...model.kinds.map((kind) => drawBox(kind, notesOf(kind, told))),
    '</svg>\n',
  ].join('\n');
}

const partyNote = (model) =>
  `A Party: ${model.type('Party').kinds.join(', ')}. An Entity: a node of any kind.`;

/** Edges to the kind itself and to interfaces are told inside the box. */
function notesOf({ name }, told) {
  return told
    .filter(({ from }) => from === name)
    .map(({ type, to }) => `${type} → ${to === name ? to : `any ${to}`}`);
}

function sizeOf({ name }, notes) {
  const widest = Math.max(name.length * 8.2, ...notes.map((note) => note.length * 6.6));
  return [widest + 22, 26 + notes.length * line];
}

/** Several edges between the same two boxes share a line. */
function pairs(edges) {
  const found = new Map();
  for (const { from, to, type } of edges) {
    const back = found.get(`${to} ${from}`);
    const same = found.get(`${from} ${to}`);
    if (back) back.labels.push(`← ${type}`);
    else if (same) same.labels.push(type);
    else found.set(`${from} ${to}`, { from, to, labels: [type] });
  }
  return [...found.values()];
}

function drawLine({ from, to, labels }) {
  const [start, end] = [edgeOfBox(from, to), edgeOfBox(to, from)];
  const [x, y] = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const tips = labels.some((label) => label.startsWith('←')) ? ' marker-start="url(#tip)"' : '';
  const texts = labels.map(
    (label, at) =>
      `<text x="${x}" y="${y + 4 + (at - (labels.length - 1) / 2) * 15}" text-anchor="middle" font-size="11" fill="#475569" stroke="#ffffff" stroke-width="5" paint-order="stroke">${label}</text>`,
  );
  const ends = `x1="${start[0]}" y1="${start[1]}" x2="${end[0]}" y2="${end[1]}"`;
  return [`<line ${ends} stroke="#94a3b8"${tips} marker-end="url(#tip)"/>`, ...texts].join('');
}

/** Where the line to another box leaves this one. */
function edgeOfBox(name, other) {
  const [x, y] = placeOf(name);
  const [dx, dy] = placeOf(other).map((value, axis) => value - [x, y][axis]);
  const [width, height] = sizes.get(name);
  const share = Math.min(Math.abs((width / 2 + 2) / (dx || 1e-9)), Math.abs((height / 2 + 2) / (dy || 1e-9)));
  return [Math.round(x + dx * share), Math.round(y + dy * share)];
}

function drawBox({ name, evidence }, notes) {
  const [x, y] = placeOf(name);
  const [width, height] = sizes.get(name);
  const top = y - height / 2;
  const fill = evidence ? '#fef3c7' : '#e0f2fe';
  const stroke = evidence ? '#d97706' : '#0284c7';
  const lines = notes.map(
    (note, at) =>
      `<text x="${x}" y="${top + 34 + at * line}" text-anchor="middle" font-size="11" fill="#475569">${note}</text>`,
  );
  return [
    `<rect x="${x - width / 2}" y="${top}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${stroke}"/>`,
    `<text x="${x}" y="${top + 18}" text-anchor="middle" font-weight="bold" fill="#0f172a">${name}</text>`,
    ...lines,
  ].join('');
}

function placeOf(name) {
  const unplaced = [...sizes.keys()].filter((kind) => !places[kind]);
  return places[name] ?? [600 + unplaced.indexOf(name) * 130, 425];
}

module.exports = { draw };

if (require.main === module) {
  const { model } = require('../dist/domain');
  writeFileSync(join(__dirname, '..', 'docs', 'images', 'graph.svg'), draw(model));
}
