import { createRequire } from 'node:module';
import { edgesOf } from '../graph/edges.mjs';
import { nodesOf } from '../graph/nodes.mjs';
import { sizesOf } from '../graph/sizes.mjs';

const require = createRequire(import.meta.url);
const { materialise } = require('../../dist/claims/materialise');

const seed = 20_240_701;

/** What a node has of itself. */
const own = ['id', 'name', 'aliases'];

/** Their rows are kept on what they are about; nodes of their own would only fill the store. */
const evidenceKinds = ['Claim', 'Source', 'Conflict'];

/**
 * The synthetic industry with every property and every edge claimed by one of two sources, as Anode materialises it:
 * what is shown, and beside it the rows that a reading chooses among.
 *
 * @returns {{ nodes: object[], edges: object[] }}
 */
export function claimedIndustry(model, size) {
  const { nodes, edges } = materialise(model, evidenceOf(model, sizesOf(size)));
  const isKept = (id) => !evidenceKinds.includes(model.kindOfId(id).name);
  return {
    nodes: [...nodes.values()].filter(({ id }) => isKept(id)),
    edges: [...edges.values()].filter(({ from, to }) => isKept(from) && isKept(to)),
  };
}

function evidenceOf(model, sizes) {
  const entities = [];
  const claims = [];
  const claim = (subject, property, value, more) => {
    const number = claims.length;
    claims.push({
      id: `claim/b-${number}`,
      subject,
      property,
      value: String(value),
      confidence: 'MEDIUM',
      status: 'STANDING',
      source: `source/b-${number % 2}`,
      attributedTo: [],
      enteredAt: '2026-01-01T00:00:00.000Z',
      ...more,
    });
  };
  for (const { kind, properties } of nodesOf(sizes, seed)) {
    const { id, name, aliases = [] } = properties;
    entities.push({ id, name, aliases });
    for (const { property, value, unit } of claimedOf(model.type(kind), properties))
      claim(id, property, value, { unit });
  }
  for (const { type, from, to, properties } of edgesOf(sizes, seed)) {
    const relation = model
      .kindOfId(from)
      .relations.find(({ edge, direction }) => edge.type === type && direction === 'out');
    const edge = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
    claim(from, relation.name, to, edge.length === 0 ? {} : { edge: edge.join('; ') });
  }
  const sources = [0, 1].map((at) => ({
    id: `source/b-${at}`,
    name: `Source ${at}`,
    aliases: [],
    cites: [],
  }));
  return { entities, sources, claims, contradictions: [], decisions: [] };
}

/** What is claimed of a node: a claim for each value, with its unit where the kind keeps it in another property. */
function claimedOf(kind, properties) {
  const beside = kind.properties.flatMap(({ quantity }) => [quantity?.unitIn, quantity?.qualifierIn]);
  return Object.entries(properties)
    .filter(([property]) => !own.includes(property) && !beside.includes(property))
    .flatMap(([property, value]) => {
      const { quantity } = kind.property(property);
      const unit = quantity && (quantity.unit ?? properties[quantity.unitIn]);
      return [value].flat().map((each) => ({ property, value: each, unit }));
    });
}
