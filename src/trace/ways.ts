import { factEdges, type GraphModel, type NodeKind } from '../model';
import { grouped } from './grouped';
import { once } from './once';
import type { TraceRequest } from './request';

/**
 * The kinds of edges that a path may go over, at least one. Those that lead only to nodes that may neither be crossed nor be an
 * end are left out: most edges of a graph lead to hubs.
 */
export function edgesOfPaths(model: GraphModel, { from, to, where }: TraceRequest): readonly string[] {
  const asked = where.hops?.map(({ kind }) => kind);
  const types = asked === undefined ? allOf(model) : [...new Set(asked)].toSorted();
  const named = new Set([...from, ...to, ...(where.through ?? [])].map((id) => model.kindOfId(id)?.name));
  const isOpen = ({ name, hub }: NodeKind): boolean =>
    named.has(name) || where.hubs?.includes(name) === true || (where.nodeKinds?.includes(name) ?? !hub);
  const open = new Set(model.kinds.filter(isOpen).map(({ name }) => name));
  const ends = endsOf(model);
  const left = types.filter((type) =>
    ends.get(type)!.some(({ kind, targets }) => open.has(kind) && targets.some((target) => open.has(target))),
  );
  return left.length === 0 ? types : left;
}

const allOf = once(factEdges);

interface Ends {
  readonly kind: string;
  readonly targets: readonly string[];
}

/** Between which kinds of nodes the edges of each type lead. */
const endsOf = once((model: GraphModel): ReadonlyMap<string, readonly Ends[]> =>
  grouped(
    model.kinds.flatMap(({ name: kind, relations }) =>
      relations.map(({ edge, target }) => [edge.type, { kind, targets: model.type(target).kinds }] as const),
    ),
  ),
);
