import type { CitationShape } from '../plan';
import type { Assembling } from './assembling';
import type { Cells } from './parts';
import { edgesByStart } from './tables';

/** Makes a function from the values read of a node or an edge to what it cites, each once. @param index of the list of ids */
export function citedBy(
  assembling: Assembling,
  { object, through, after, limit }: CitationShape,
  index: number,
): (cells: Cells) => unknown[] {
  const { parameters } = assembling;
  const table = assembling.table(object);
  const ends = through === undefined ? undefined : edgesByStart(assembling.edges(through));
  const endsOf = (ids: readonly string[]): string[] =>
    [...new Set(ids.flatMap((id) => (ends!.get(id) ?? []).map(([, end]) => end)))].toSorted();
  const least = after === undefined ? '' : (parameters[after] as string);
  const most = limit === undefined ? Infinity : (parameters[limit] as number);
  return (cells) => {
    const listed = (cells[index] ?? []) as string[];
    const ids = ends === undefined ? listed : endsOf(listed);
    const following = after === undefined ? ids : ids.filter((id) => id > least);
    return following.flatMap((id) => table.get(id) ?? []).slice(0, most);
  };
}
