import type { FoundObject } from '../../plan';
import type { Attributed } from './attribution';
import { partOfAll, product, roundedRange, sumOf, type Range } from './ranges';
import type { ExposurePart, ExposureRequest } from './request';

/** What amounts are in. */
export const unitOf: Readonly<Record<ExposureRequest['by'], string>> = {
  CAPACITY: 'GWh/year',
  PLANTS: 'plants',
  CELL_SUPPLY: 'companies',
  MATERIAL: 'materials',
};

/** What an exposure comes to. */
export interface Figures {
  readonly total: Range;
  readonly exposed: Range;
  readonly rest: Range;
  readonly unknown: Range;
  /** Of the total, that which is exposed; undefined where there is none. */
  readonly share: Range | undefined;
}

export function figuresOf(attributed: readonly Attributed[]): Figures {
  const sum = (part: ExposurePart): Range =>
    sumOf(attributed.map(({ amount, parts }) => product(amount, parts[part])));
  return {
    total: sumOf(attributed.map(({ amount }) => amount)),
    exposed: sum('EXPOSED'),
    rest: sum('REST'),
    unknown: sum('UNKNOWN'),
    share: partOfAll(attributed.map(({ amount, parts }) => ({ amount, part: parts.EXPOSED }))),
  };
}

/** Each company or material by itself; plants are too many, and their contributions tell. */
export const linesOf = (
  attributed: readonly Attributed[],
  by: ExposureRequest['by'],
): readonly FoundObject[] =>
  by === 'CAPACITY' || by === 'PLANTS'
    ? []
    : attributed.map(({ counted, parts }) => ({
        of: counted.thing.node,
        exposed: roundedRange(parts.EXPOSED),
        rest: roundedRange(parts.REST),
        unknown: roundedRange(parts.UNKNOWN),
      }));

/** Figures under the names of the schema. */
export const shownFigures = ({ share, ...amounts }: Figures, unit: string): FoundObject => ({
  ...Object.fromEntries(
    Object.entries(amounts).map(([name, range]) => [name, { ...roundedRange(range), unit }]),
  ),
  share: share && roundedRange(share),
});
