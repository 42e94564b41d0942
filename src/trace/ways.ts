import { factEdges, type GraphModel, type NodeKind } from '../model';
import type { TraceRequest } from './request';

/**
 * The kinds of edges that a path may go over, at least one. Those that lead only to nodes that may neither be crossed nor be an
 * end are left out: most edges of a graph lead to hubs.
 */
export function edgesOfPaths(model: GraphModel, { from, to, where }: TraceRequest): readonly string[] {
  const asked = where.hops?.map(({ kind }) => kind);
  const types = asked === undefined ? factEdges(model) : [...new Set(asked)].toSorted();
  const named = new Set([...from, ...to, ...(where.through ?? [])].map((id) => model.kindOfId(id)?.name));
  const isOpen = ({ name, hub }: NodeKind): boolean =>
    named.has(name) || where.hubs?.includes(name) === true || (where.nodeKinds?.includes(name) ?? !hub);
  const open = new Set(model.kinds.filter(isOpen).map(({ name }) => name));
  const walked = new Set(
    model.kinds
      .filter(({ name }) => open.has(name))
      .flatMap(({ relations }) => relations)
      .filter(({ target }) => model.type(target).kinds.some((name) => open.has(name)))
      .map(({ edge }) => edge.type),
  );
  const left = types.filter((type) => walked.has(type));
  return left.length === 0 ? types : left;
}
