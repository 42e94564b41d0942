/** How far two texts are from one another: letters left out, put in, put for others, or exchanged with their neighbours. */
export interface Distances {
  /** From the whole to the whole. */
  readonly whole: number;
  /** From `a` to what `b` begins with. */
  readonly prefix: number;
}

/** Optimal string alignment, computed for as long as one of the distances may still be at most `most`; Infinity beyond. */
export function distances(a: string, b: string, most: number): Distances {
  const none = { whole: Infinity, prefix: Infinity };
  if (a.length - b.length > most) return none;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const own = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let distance = Math.min(last[column]! + 1, own[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        distance = Math.min(distance, beforeLast[column - 2]! + 1);
      own.push(distance);
      if (distance < least) least = distance;
    }
    if (least > most) return none;
    beforeLast = last;
    last = own;
  }
  const within = (distance: number): number => (distance <= most ? distance : Infinity);
  return { whole: within(last[b.length]!), prefix: within(Math.min(...last)) };
}
