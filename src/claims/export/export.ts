import type { Graph, GraphModel } from '../../model';
import type { GraphStore } from '../../store';
import { partsOf, type Selection } from '../selection';
import { printCsv, type Piece } from './csv';
import { printCypher } from './cypher';
import { printGraphMl } from './graphml';
import { printJsonLd } from './json-ld';
import { printJsonLines } from './json-lines';

export const exportFormats = ['jsonl', 'csv', 'graphml', 'json-ld', 'cypher'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/**
 * Writes a selection of a store in a format, a piece at a time: of several files for CSV, of one for all others. Memory is
 * that of a piece and of the ids of the selection.
 */
export async function* exportSelection(
  model: GraphModel,
  store: GraphStore,
  selection: Selection,
  format: ExportFormat,
): AsyncGenerator<Piece> {
  const parts = (): AsyncIterable<Graph> => partsOf(model, store, selection);
  if (format === 'csv') {
    yield* printCsv(model, parts());
    return;
  }
  const ids = new Set(Object.values(selection).flat() as readonly string[]);
  const has = (id: string): boolean => ids.has(id);
  const printers = {
    jsonl: () => printJsonLines(model, parts()),
    graphml: () => printGraphMl(model, parts(), has),
    'json-ld': () => printJsonLd(model, parts(), has),
    cypher: () => printCypher(model, parts, has),
  };
  const file = `graph.${format}`;
  // Of an empty selection there is a file, too.
  yield { file, text: '' };
  for await (const text of printers[format]()) yield { file, text };
}
