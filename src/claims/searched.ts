import { termsOf, textsIn, textsOf } from '../find';
import { searchedKinds, type GraphModel, type GraphProperties } from '../model';
import type { Fact } from './facts';

/** The names of nodes by their ids. */
type Names = Pick<ReadonlyMap<string, string>, 'get'>;

/** Makes what is stored of a node so that it is found by text, from its properties and the names of what it leads to. */
export function termsIn(
  model: GraphModel,
  facts: readonly Fact[],
  names: Names,
): (id: string, properties: GraphProperties) => GraphProperties {
  const searched = new Set(searchedKinds(model));
  const ends = endsByEdge(facts);
  return (id, properties) => {
    const kind = model.kindOfId(id)!;
    if (!searched.has(kind)) return {};
    const texts = textsOf(kind, (name) => {
      const relation = kind.relation(name);
      if (relation === undefined) return textsIn(properties[name]);
      const to = ends.get(`${id} ${relation.edge.type}`) ?? [];
      return to.flatMap((end) => names.get(end) ?? []);
    });
    return termsOf(kind, texts);
  };
}

function endsByEdge(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>();
  for (const fact of facts) {
    if (fact.kind !== 'edge') continue;
    const key = `${fact.from} ${fact.type}`;
    const known = ends.get(key);
    if (known === undefined) ends.set(key, [fact.to]);
    else known.push(fact.to);
  }
  return ends;
}
