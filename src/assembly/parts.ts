import type { CompositeShape, ValueType } from '../plan';

export type Answer = Record<string | symbol, unknown>;

/** An object on which every response name is a property like any other: an alias may be `__proto__`. */
class Blank {}
Object.setPrototypeOf(Blank.prototype, null);

/** Sets one field of an object from what the object is made of. */
export type Writer<Source> = (object: Answer, source: Source) => void;

/** An object of which the fields are set in this order: it is made once for each node and edge of an answer. */
export function written<Source>(writers: readonly Writer<Source>[], source: Source): Answer {
  const object = new Blank() as Answer;
  for (const write of writers) write(object, source);
  return object;
}

/** The objects of one shape by the ids of their nodes. */
export type ObjectTable = ReadonlyMap<string, Answer>;

/** The values that were read of a node or an edge. */
export type Cells = readonly unknown[];

/** Makes the object in which several properties of a node or an edge stand. */
export function partOf(
  { fields }: Pick<CompositeShape, 'fields'>,
  indexOf: (property: string) => number,
  leaf: (type: ValueType) => (value: unknown) => unknown,
): (cells: Cells) => Answer {
  const writers = fields.map((field): Writer<Cells> => {
    const { key } = field;
    if (field.kind === 'typename') {
      return (object) => {
        object[key] = field.name;
      };
    }
    const index = indexOf(field.property.name);
    const read = leaf(field.property);
    return (object, cells) => {
      object[key] = read(cells[index]);
    };
  });
  return (cells) => written(writers, cells);
}
