import type { GraphModel } from '../../model';
import { slugOf } from '../conflicts';
import { columnsOf, type CellReader, type RowReading } from './cells';
import type { Cell, TableRule, ThingRule } from './schema';

/** Something that a row speaks of. */
export interface ThingReader {
  /** Its ids: none where the row does not say, several where it lists several. */
  readonly read: (reading: RowReading) => readonly string[];
  /** The column that says so, if one does. */
  readonly column: string | undefined;
}

export function thingReaders(
  model: GraphModel,
  { things }: TableRule,
  compile: (cell: Cell) => CellReader,
): ReadonlyMap<string, ThingReader> {
  return new Map(Object.entries(things).map(([name, rule]) => [name, thingReader(model, rule, compile)]));
}

function thingReader(model: GraphModel, rule: ThingRule, compile: (cell: Cell) => CellReader): ThingReader {
  const cell = rule.id ?? rule.slug ?? '';
  const texts = compile(cell);
  const column = columnsOf(cell)[0];
  if (rule.slug !== undefined)
    return {
      column,
      read: (reading) => texts(reading).flatMap((text) => madeId(rule.kind, text, reading, column)),
    };
  const isOfKind = (id: string): boolean =>
    model.kindOfId(id)?.slug === rule.kind && /^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
  const read = (reading: RowReading): readonly string[] => {
    const ids = texts(reading);
    for (const id of ids.filter((own) => !isOfKind(own)))
      reading.complaints.add(reading.place(column), id, `an id in lower case: ${rule.kind}/…`);
    return ids.filter(isOfKind);
  };
  return { column, read };
}

function madeId(
  kind: string,
  text: string,
  reading: RowReading,
  column: string | undefined,
): readonly string[] {
  const slug = slugOf([withoutAccents(text)]);
  if (slug !== '') return [`${kind}/${slug}`];
  reading.complaints.add(
    reading.place(column),
    text,
    'a text with letters or digits, which an id is made of',
  );
  return [];
}

/** `Škoda` as `Skoda`: an id has plain letters only. */
export const withoutAccents = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
