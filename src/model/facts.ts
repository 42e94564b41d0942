import type { GraphModel, NodeKind } from './graph-model';

/** The kind of the claims that edges cite, and how paths are found in a model: only one with claims has them. */
export const claimKind = 'Claim';

/** The kinds that are facts and no evidence. */
export const factKinds = (model: GraphModel): readonly NodeKind[] =>
  model.kinds.filter(({ evidence }) => !evidence);

/** The types of the edges that cite claims, in their order as text. */
export function factEdges(model: GraphModel): readonly string[] {
  const types = factKinds(model).flatMap(({ relations }) =>
    relations
      .filter(({ edge }) => edge.citations.some(({ target }) => target === claimKind))
      .map(({ edge }) => edge.type),
  );
  return [...new Set(types)].toSorted();
}
