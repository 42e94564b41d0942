import type { GraphModel, Property, Relation } from './graph-model';

const names: readonly string[] = ['property', 'status'];

/** The properties of claims by which a relation to claims is filtered so often that it has arguments for them. */
export function shorthandsOf(
  model: GraphModel,
  { target, many }: Pick<Relation, 'target' | 'many'>,
): readonly Property[] {
  const type = model.type(target);
  const found = names.flatMap((name) => type.property(name) ?? []);
  const isToClaims = many && type.kind === 'kind' && type.evidence && found.length === names.length;
  return isToClaims ? found : [];
}
