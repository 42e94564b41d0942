import { counted, entityRows, rowNames, type GraphProperties, type NodeKind } from '../model';
import { countsOf, originRows, sourcesOf } from './corroboration';
import type { Decisions, Span } from './curation';
import type { ClaimRecord } from './evidence';
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
  { lineage, decisions }: { readonly lineage: Lineage; readonly decisions: Decisions },
): GraphProperties {
  if (kind.property(counted.sources) === undefined) return {};
  const own = waysOf(kind);
  const standing = decisions.counted(claims);
  const spans = claims.filter(everCounted).flatMap((claim) => decisions.spansOf(claim));
  const rows = distinctRows(spans, lineage);
  return {
    ...Object.fromEntries(own.map(([name, way]) => [name, valueOf(way, standing)])),
    ...countsOf(standing, lineage),
    ...(standing.length > 0 && { sourceIds: sourcesOf(standing).toSorted() }),
    ...(rows.length > 0 && {
      [entityRows]: rows.map(rowOf),
      [rowNames.values('sourceIds')]: rows.map(({ claim }) => claim.source),
      ...originRows(
        rows.map(({ claim }) => claim),
        lineage,
      ),
      ...Object.fromEntries(own.flatMap(([name, way]) => Object.entries(rowsInOrder(name, rows, way)))),
    }),
  };
}

const waysOfKinds = new WeakMap<NodeKind, readonly [name: string, way: Way][]>();

/** A kind may have such a property of its own, which is claimed. */
function waysOf(kind: NodeKind): readonly [name: string, way: Way][] {
  const known =
    waysOfKinds.get(kind) ?? Object.entries(ways).filter(([name]) => kind.property(name)?.derived);
  waysOfKinds.set(kind, known);
  return known;
}

function valueOf({ ranked, valueOf: stated }: Way, claims: readonly ClaimRecord[]): string | undefined {
  const [first] = ranked(claims.map((claim) => ({ claim })));
  return first === undefined ? undefined : stated(first.claim) || undefined;
}

/** One span of all that are alike in what is read of them here; in the order of their sources. */
function distinctRows(spans: readonly Span[], lineage: Lineage): readonly Span[] {
  if (spans.length < 2) return spans;
  const byText = new Map(spans.map((span) => [textOf(span, lineage), span]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, span]) => span);
}

const textOf = (span: Span, lineage: Lineage): string => {
  const { source, confidence, validFrom, validUntil } = span.claim;
  return JSON.stringify([
    source,
    rowOf(span),
    confidence,
    validFrom,
    validUntil,
    lineage.textBehind(span.claim),
  ]);
};
