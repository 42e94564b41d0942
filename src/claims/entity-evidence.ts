import { counted, entityRows, rowNames, type GraphProperties, type NodeKind } from '../model';
import { countsOf, originRows, sourcesOf } from './corroboration';
import { notWithdrawn, type ClaimRecord } from './evidence';
import type { Lineage } from './lineage';
import {
  earliest,
  everCounted,
  latest,
  mostConfidentFirst,
  rowOf,
  rowsInOrder,
  type Way,
} from './rows-of-claims';

const ways: Readonly<Record<string, Way>> = {
  since: earliest,
  until: latest,
  confidence: mostConfidentFirst,
};

/** The properties of an entity that are made from all claims about it together, and what readings make them of. */
export function entityEvidence(
  kind: NodeKind,
  claims: readonly ClaimRecord[],
  lineage: Lineage,
): GraphProperties {
  if (kind.property(counted.sources) === undefined) return {};
  // A kind may have such a property of its own, which is claimed.
  const own = Object.entries(ways).filter(([name]) => kind.property(name)?.derived);
  const standing = notWithdrawn(claims);
  const rows = distinctRows(claims.filter(everCounted), lineage);
  return {
    ...Object.fromEntries(own.map(([name, way]) => [name, valueOf(way, standing)])),
    ...countsOf(standing, lineage),
    ...(standing.length > 0 && { sourceIds: sourcesOf(standing).toSorted() }),
    ...(rows.length > 0 && {
      [entityRows]: rows.map(rowOf),
      [rowNames.values('sourceIds')]: rows.map(({ source }) => source),
      ...originRows(rows, lineage),
      ...Object.fromEntries(own.flatMap(([name, way]) => Object.entries(rowsInOrder(name, rows, way)))),
    }),
  };
}

function valueOf(way: Way, claims: readonly ClaimRecord[]): string | undefined {
  const [first] = way.ranked(claims);
  return first === undefined ? undefined : way.valueOf(first) || undefined;
}

/** One claim of all that are alike in what is read of them here; in the order of their sources. */
function distinctRows(claims: readonly ClaimRecord[], lineage: Lineage): ClaimRecord[] {
  const byText = new Map(claims.map((claim) => [textOf(claim, lineage), claim]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, claim]) => claim);
}

const textOf = (claim: ClaimRecord, lineage: Lineage): string => {
  const { source, confidence, validFrom, validUntil } = claim;
  const behind = [...lineage.behind(claim)].toSorted();
  return JSON.stringify([source, rowOf(claim), confidence, validFrom, validUntil, behind]);
};
