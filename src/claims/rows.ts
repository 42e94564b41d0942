import {
  claimedEdge,
  edgeRows,
  rowNames,
  type GraphEdge,
  type GraphModel,
  type GraphProperties,
  type Property,
  type Relation,
} from '../model';
import { originRows } from './corroboration';
import type { Span } from './curation';
import type { ClaimRecord } from './evidence';
import { bySubjectAndProperty, groupBy } from './facts';
import type { Lineage } from './lineage';
import type { Weights } from './resolve';
import { earliest, everCounted, mostConfidentFirst, placesOf, rowOf, rowsInOrder } from './rows-of-claims';
import { edgePropertiesOf } from './values';

/** What readings choose among: properties to keep beside those that are shown, and the edges that any claim states. */
export interface EvidenceRows {
  readonly bySubject: ReadonlyMap<string, GraphProperties>;
  readonly edges: readonly GraphEdge[];
}

/**
 * The rows of evidence of each subject and edge, from the claims about it alone.
 *
 * @param claims turned forward, in the order of their ids
 */
export function rowsOf(
  model: GraphModel,
  claims: readonly ClaimRecord[],
  weights: Weights,
  lineage: Lineage,
): EvidenceRows {
  const bySubject = new Map<string, Record<string, unknown>>();
  const edges: GraphEdge[] = [];
  for (const group of bySubjectAndProperty(claims.filter(everCounted))) {
    const { subject, property: name } = group[0]!;
    const spans = group.flatMap((claim) => weights.decisions.spansOf(claim));
    if (spans.length === 0) continue;
    const kind = model.kindOfId(subject)!;
    const property = kind.property(name);
    if (property === undefined) edges.push(...edgesOf(model, kind.relation(name)!, spans, weights, lineage));
    else {
      const known = bySubject.get(subject) ?? {};
      bySubject.set(subject, Object.assign(known, rowsOfProperty(property, spans, weights)));
    }
  }
  return { bySubject, edges };
}

/** The rows of a property and, where the model keeps them, of its unit and how it is worded. */
function rowsOfProperty(
  { name, quantity }: Property,
  spans: readonly Span[],
  weights: Weights,
): GraphProperties {
  const rows = spans.map(rowOf);
  const places = (property: string): GraphProperties => placesOf(property, spans, spans, weights);
  const kept = (property: string, valueOf: (claim: ClaimRecord) => string): GraphProperties => ({
    [rowNames.rows(property)]: rows,
    [rowNames.values(property)]: spans.map(({ claim }) => valueOf(claim)),
    ...places(property),
  });
  const { unitIn, qualifierIn } = quantity ?? {};
  return {
    ...kept(name, ({ value }) => value),
    ...(unitIn !== undefined && kept(unitIn, ({ unit }) => unit ?? '')),
    ...(qualifierIn !== undefined && kept(qualifierIn, ({ qualifier }) => qualifier ?? 'EXACT')),
  };
}

/** The edges that claims about one relation of one subject state. */
function edgesOf(
  model: GraphModel,
  relation: Relation,
  spans: readonly Span[],
  weights: Weights,
  lineage: Lineage,
): GraphEdge[] {
  const byEnd = groupBy(spans, ({ claim }) => claim.value);
  const contested = !relation.many && byEnd.length > 1;
  const { rivals } = edgeRows;
  const rivalRows = contested
    ? { [rowNames.rows(rivals)]: spans.map(rowOf), ...placesOf(rivals, spans, spans, weights) }
    : {};
  return byEnd.map((group) => {
    const { subject: from, value: to } = group[0]!.claim;
    const own = contested ? { [rowNames.values(rivals)]: spans.map((span) => group.includes(span)) } : {};
    const origins = originRows(
      group.map(({ claim }) => claim),
      lineage,
    );
    const properties = { ...rowsOfEdge(model, group, weights), ...origins, ...rivalRows, ...own };
    return { type: claimedEdge(relation.edge.type), from, to, properties };
  });
}

/** The rows of an edge and what each says of its properties: what it leaves out is no place of the property. */
function rowsOfEdge(model: GraphModel, spans: readonly Span[], weights: Weights): GraphProperties {
  const claims = spans.map(({ claim }) => claim);
  const stated = claims.map((claim) => edgePropertiesOf(model, claim));
  const names = [...new Set(stated.flatMap((properties) => Object.keys(properties)))];
  const own = names.map((name) => ({
    [rowNames.values(name)]: stated.map((properties) => textOf(properties[name])),
    ...placesOf(
      name,
      spans,
      spans.filter((_, at) => stated[at]![name] !== undefined),
      weights,
    ),
  }));
  return Object.assign(
    {
      [edgeRows.rows]: spans.map(rowOf),
      [rowNames.values('claimIds')]: claims.map(({ id }) => id),
      [rowNames.values('sourceIds')]: claims.map(({ source }) => source),
      [rowNames.values('until')]: claims.map(({ validUntil }) => validUntil ?? ''),
      ...placesOf('until', spans, spans, weights),
      ...rowsInOrder('since', spans, earliest),
      ...rowsInOrder('confidence', spans, mostConfidentFirst),
    },
    ...own,
  ) as GraphProperties;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
