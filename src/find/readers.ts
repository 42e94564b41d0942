import type { GraphModel } from '../model';
import { TextReader } from './reading';

const readers = new WeakMap<GraphModel, TextReader>();

/** The reader of a model, which is made once. */
export function readerOf(model: GraphModel): TextReader {
  const known = readers.get(model) ?? new TextReader(model);
  readers.set(model, known);
  return known;
}
