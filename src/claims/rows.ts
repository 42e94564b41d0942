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
import type { ClaimRecord } from './evidence';
import { bySubjectAndProperty, groupClaims } from './facts';
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
    const kind = model.kindOfId(subject)!;
    const property = kind.property(name);
    if (property === undefined) edges.push(...edgesOf(model, kind.relation(name)!, group, weights, lineage));
    else {
      const known = bySubject.get(subject) ?? {};
      bySubject.set(subject, Object.assign(known, rowsOfProperty(property, group, weights)));
    }
  }
  return { bySubject, edges };
}

/** The rows of a property and, where the model keeps them, of its unit and how it is worded. */
function rowsOfProperty(
  { name, quantity }: Property,
  claims: readonly ClaimRecord[],
  weights: Weights,
): GraphProperties {
  const rows = claims.map(rowOf);
  const places = (property: string): GraphProperties => placesOf(property, claims, claims, weights);
  const kept = (property: string, valueOf: (claim: ClaimRecord) => string): GraphProperties => ({
    [rowNames.rows(property)]: rows,
    [rowNames.values(property)]: claims.map(valueOf),
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
  claims: readonly ClaimRecord[],
  weights: Weights,
  lineage: Lineage,
): GraphEdge[] {
  const byEnd = groupClaims(claims, ({ value }) => value);
  const contested = !relation.many && byEnd.length > 1;
  const { rivals } = edgeRows;
  const rivalRows = contested
    ? { [rowNames.rows(rivals)]: claims.map(rowOf), ...placesOf(rivals, claims, claims, weights) }
    : {};
  return byEnd.map((group) => {
    const { subject: from, value: to } = group[0]!;
    const own = contested ? { [rowNames.values(rivals)]: claims.map((claim) => group.includes(claim)) } : {};
    const origins = originRows(group, lineage);
    const properties = { ...rowsOfEdge(model, group, weights), ...origins, ...rivalRows, ...own };
    return { type: claimedEdge(relation.edge.type), from, to, properties };
  });
}

/** The rows of an edge and what each says of its properties: what it leaves out is no place of the property. */
function rowsOfEdge(model: GraphModel, claims: readonly ClaimRecord[], weights: Weights): GraphProperties {
  const stated = claims.map((claim) => edgePropertiesOf(model, claim));
  const names = [...new Set(stated.flatMap((properties) => Object.keys(properties)))];
  const own = names.map((name) => ({
    [rowNames.values(name)]: stated.map((properties) => textOf(properties[name])),
    ...placesOf(
      name,
      claims,
      claims.filter((_, at) => stated[at]![name] !== undefined),
      weights,
    ),
  }));
  return Object.assign(
    {
      [edgeRows.rows]: claims.map(rowOf),
      [rowNames.values('claimIds')]: claims.map(({ id }) => id),
      [rowNames.values('sourceIds')]: claims.map(({ source }) => source),
      [rowNames.values('until')]: claims.map(({ validUntil }) => validUntil ?? ''),
      ...placesOf('until', claims, claims, weights),
      ...rowsInOrder('since', claims, earliest),
      ...rowsInOrder('confidence', claims, mostConfidentFirst),
    },
    ...own,
  ) as GraphProperties;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
