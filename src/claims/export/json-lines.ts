import type { Graph, GraphModel } from '../../model';
import { recordsOf } from '../ingest/inputs';
import { evidenceOf } from '../stored';

/** The evidence of a graph as JSON lines, a record a line, which `import` reads: the same text whatever store holds the graph. */
export async function* printJsonLines(
  model: GraphModel,
  parts: AsyncIterable<Graph>,
): AsyncGenerator<string> {
  for await (const part of parts) {
    const lines = [...recordsOf(evidenceOf(model, part), { file: '', line: 0 })].map(
      ({ kind, row }) => `${JSON.stringify({ [kind]: withoutDefaults(row) })}\n`,
    );
    if (lines.length > 0) yield lines.join('');
  }
}

/** The id, then all other fields in the order of their names. An empty list goes without saying. */
function withoutDefaults({ id, ...row }: { readonly id: string }): object {
  const said = Object.entries(row).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { id, ...Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}
