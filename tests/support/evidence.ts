import { mergeEvidence, type Evidence } from '../../src/claims/evidence';
import { readSeedFolder } from '../../src/claims/seed/folder';
import type { GraphModel } from '../../src/model';

/** What seed folders say together, each read with what those before it have. */
export async function evidenceOfSeeds(model: GraphModel, folders: readonly string[]): Promise<Evidence> {
  let evidence: Evidence = { entities: [], sources: [], claims: [], contradictions: [], decisions: [] };
  for (const folder of folders) {
    const ids = [...evidence.entities, ...evidence.sources, ...evidence.claims].map(({ id }) => id);
    evidence = mergeEvidence(evidence, await readSeedFolder(model, folder, new Set(ids)));
  }
  return evidence;
}
