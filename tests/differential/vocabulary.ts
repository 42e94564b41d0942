import * as fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import type { GraphModel } from '../../src/model';

/** What random operations speak of. */
export interface Vocabulary {
  readonly model: GraphModel;
  readonly schema: GraphQLSchema;
  /** Literals by the name of their scalar. */
  readonly scalars: Readonly<Record<string, readonly string[]>>;
  /** Ids, of which some are of things that are there. */
  readonly ids: readonly string[];
  /** Properties of which nothing is measured. */
  readonly inexact: ReadonlySet<string>;
  /** The property that a number's unit is in, by the number's own name. */
  readonly unitOf: ReadonlyMap<string, string>;
}

/** The first few more often than the rest, so that things meet. */
export const from = <T>(pool: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pool.slice(0, 3)) },
    { weight: 1, arbitrary: fc.constantFrom(...pool) },
  );

/** Of all numbers of a model whose unit is in a property of its own, that property by the number's name. */
export const unitsOfModel = ({ kinds }: GraphModel): ReadonlyMap<string, string> =>
  new Map(
    kinds.flatMap(({ properties }) =>
      properties.flatMap(({ name, quantity }) =>
        quantity?.unitIn === undefined ? [] : [[name, quantity.unitIn]],
      ),
    ),
  );
