import type { GraphQLSchema } from 'graphql';
import type { GraphModel } from '../../src/model';
import { pools, someIds } from './graphs';
import { inexact } from './model';
import { unitsOfModel, type Vocabulary } from './vocabulary';

/** What speaks of the small graphs of a model. */
export function wordsFor(model: GraphModel, schema: GraphQLSchema): Vocabulary {
  const ids = someIds(model);
  return {
    model,
    schema,
    scalars: {
      ID: ids.map((id) => JSON.stringify(id)),
      String: pools.text.map((text) => JSON.stringify(text)),
      Int: pools.int.map(String),
      Float: pools.decimal.map(String),
      Boolean: pools.flag.map(String),
      PartialDate: pools.date.map((date) => JSON.stringify(date)),
    },
    ids,
    inexact,
    unitOf: unitsOfModel(model),
  };
}
