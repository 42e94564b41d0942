import { model } from '../domain';
import { Answers, readStatistics } from '../server';
import type { GraphStore } from '../store';
import { complainOf, readQuery } from './query';

/** Whoever asks at the command line may ask for anything. */
const limits = { maxPageSize: Number.MAX_SAFE_INTEGER };

/** The ids of all that stands in the answer to a query. Throws AnodeErrors where it is no query. */
export async function idsAnswering(store: GraphStore, query: string): Promise<readonly string[]> {
  const answers = new Answers(model, limits, await readStatistics(model, store), store.capabilities);
  const { document, operation } = readQuery(answers.schema, query);
  const answer = await answers.answer(store, document, operation, {});
  complainOf(answer?.errors ?? []);
  const ids = new Set<string>();
  gather(answer?.data, ids, new Set());
  return [...ids];
}

/** @param seen objects that have been looked through: a node stands once, however many paths lead to it */
function gather(value: unknown, ids: Set<string>, seen: Set<object>): void {
  if (value === null || typeof value !== 'object' || seen.has(value)) return;
  seen.add(value);
  for (const [key, own] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (key === 'id' && typeof own === 'string') ids.add(own);
    else gather(own, ids, seen);
  }
}
