import { readVersion } from '../../cypher';
import type { GraphModel } from '../../model';
import type { GraphStore } from '../../store';
import type { Decisions } from '../curation';
import type { ClaimRecord } from '../evidence';
import { turnedForward } from '../facts';
import { PartReader } from '../ingest/part-reader';
import { KnownGraph } from '../ingest/surroundings';
import type { Lineage } from '../lineage';
import { evidenceOf } from '../stored';

/** What is claimed of some nodes, and what is to be known to choose among it and to tell it. */
export interface Statements {
  /** About any of the nodes, or relating another to one of them; turned forward. */
  readonly claims: readonly ClaimRecord[];
  readonly lineage: Lineage;
  readonly decisions: Decisions;
  /** The name of a node that any of the claims speaks of; of another, its id. */
  readonly nameOf: (id: string) => string;
}

/** Reads what is claimed of nodes. */
export async function statementsAbout(
  model: GraphModel,
  store: Pick<GraphStore, 'read'>,
  ids: readonly string[],
): Promise<Statements> {
  const run: ConstructorParameters<typeof PartReader>[1] = (statement) => store.read(statement);
  const known = new KnownGraph(model);
  const [lock] = await store.read(readVersion);
  await known.refresh((lock?.['version'] as number | undefined) ?? 0, run);
  const evidence = evidenceOf(model, await new PartReader(model, run).claimsOn(ids));
  const { lineage, names, decisions } = await known.surroundingsOf(evidence, run);
  const claims = evidence.claims
    .map((claim) => turnedForward(model, claim))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { claims, lineage, decisions, nameOf: (id) => names.get(id) ?? id };
}
