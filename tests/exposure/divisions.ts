export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Of a thing: the parts that are stated, what they leave, and who may have that. */
export interface Holding {
  readonly parts: readonly (readonly [owner: string, part: number])[];
  readonly left: number;
  readonly candidates: readonly string[];
}

/** One of the extreme divisions: who has what nobody states, all of it, of each plant and each company. */
type Choices = ReadonlyMap<string, string>;
/** What of each thing ends where: the thing, the end, the part. */
export type Ending = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What ends where, in each of the extreme divisions; of those in which something never ends, none. */
export function endingsOf(given: ReadonlyMap<string, Holding>): Ending[] {
  const holdings = new Map(given);
  const ids = [...holdings.keys()];
  const next = (id: string): string[] => {
    const { parts, candidates } = holdings.get(id)!;
    return [...parts.filter(([, part]) => part > 0).map(([owner]) => owner), ...candidates];
  };
  const beyond = new Map(
    ids.map((id) => {
      const found = new Set(next(id));
      for (const each of found) for (const more of next(each)) found.add(more);
      return [id, found] as const;
    }),
  );
  const isLost = (id: string): boolean =>
    ![id, ...beyond.get(id)!].some((each) => holdings.get(each)!.candidates.includes(each));
  for (const id of ids.filter(isLost))
    if ([...beyond.get(id)!].every((each) => beyond.get(each)!.has(id)))
      holdings.set(id, { parts: [], left: 1, candidates: [id] });
  const open = ids.filter((id) => holdings.get(id)!.candidates.length > 0);
  return choicesOf(open, (id) => holdings.get(id)!.candidates).flatMap(
    (choices) => solve(ids, (id) => holdings.get(id)!, choices) ?? [],
  );
}

function choicesOf(ids: readonly string[], candidatesOf: (id: string) => readonly string[]): Choices[] {
  return ids.reduce<Choices[]>(
    (all, id) => candidatesOf(id).flatMap((to) => all.map((choices) => new Map([...choices, [id, to]]))),
    [new Map()],
  );
}

/** Solves `ending(x) = Σ part · ending(owner) + own`; undefined where something goes round for ever. */
function solve(
  ids: readonly string[],
  holding: (id: string) => Holding,
  choices: Choices,
): Ending | undefined {
  const place = new Map(ids.map((id, at) => [id, at]));
  const rows = ids.map((id, at) => {
    const row = Array.from({ length: 2 * ids.length }, () => 0);
    row[at] = 1;
    const { parts, left } = holding(id);
    for (const [owner, part] of parts) row[place.get(owner)!]! -= part;
    const chosen = choices.get(id);
    if (chosen === id) row[ids.length + at]! += left;
    else if (chosen !== undefined) row[place.get(chosen)!]! -= left;
    return row;
  });
  for (let column = 0; column < ids.length; column++) {
    const pivot = rows.reduce(
      (best, row, at) =>
        at >= column && Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? at : best,
      column,
    );
    if (Math.abs(rows[pivot]![column]!) < 1e-9) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    for (const [at, row] of rows.entries()) {
      if (at === column || row[column] === 0) continue;
      const factor = row[column]! / top[column]!;
      for (let each = column; each < row.length; each++) row[each]! -= factor * top[each]!;
    }
  }
  return new Map(
    ids.map((id, at) => [
      id,
      new Map(ids.map((end, to) => [end, rows[at]![ids.length + to]! / rows[at]![at]!])),
    ]),
  );
}

/** The least and the most of the exposed part, over all combinations of extreme amounts; undefined where all are zero. */
export function shareOf(
  items: readonly { readonly amount: Range; readonly exposed: number; readonly unknown: number }[],
): Range | undefined {
  const combinations = items.reduce<number[][]>(
    (all, { amount }) =>
      all.flatMap((amounts) => [
        [...amounts, amount.low],
        [...amounts, amount.high],
      ]),
    [[]],
  );
  const shares = combinations.flatMap((amounts) => {
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    if (total < 1e-9) return [];
    const of = (part: (item: (typeof items)[number]) => number): number =>
      amounts.reduce((sum, amount, at) => sum + amount * part(items[at]!), 0) / total;
    return [{ low: of(({ exposed }) => exposed), high: of(({ exposed, unknown }) => exposed + unknown) }];
  });
  if (shares.length === 0) return undefined;
  return {
    low: Math.min(...shares.map(({ low }) => low)),
    high: Math.max(...shares.map(({ high }) => high)),
  };
}
