import { createRequire } from 'node:module';
import * as named from '../graph/names.mjs';
import { sizesOf } from '../graph/sizes.mjs';
import { requireTypeScript } from '../typescript.mjs';

const require = createRequire(import.meta.url);
const { model } = require('../../dist/domain');
const { buildSchema } = require('../../dist/graphql');
const { unitsOfModel } = requireTypeScript('../tests/differential/vocabulary.ts');

const quoted = (values) => values.map((value) => JSON.stringify(value));

/** What random operations say of the synthetic industry: things of high and low rank, and values that many or few have. */
export function industryWords(nodes) {
  const sizes = sizesOf(nodes);
  const ranks = [0, 1, 5, 50, 1_000];
  const ids = [
    ...ranks.map((rank) => named.corporation(rank, sizes).id),
    ...ranks.map((rank) => named.plant(rank, sizes).id),
    ...ranks.map((rank) => named.partnership(rank, sizes).id),
    ...ranks.slice(0, 3).map((rank) => named.investment(rank, sizes).id),
    ...[0, 1, 40].map((rank) => named.country(rank, sizes).id),
    ...[0, 1, 20].map((rank) => named.chemistry(rank, sizes).id),
  ];
  return {
    model,
    schema: buildSchema(model),
    scalars: {
      ID: quoted(ids),
      String: quoted(['a', 'Battery', 'USD', 'plant', 'District 7', 'zz', '']),
      Int: ['1', '0', '2', '10', '1990'],
      Float: ['1', '0.5', '50', '1e9'],
      Boolean: ['true', 'false'],
      PartialDate: quoted(['2020', '2024-06', '1900', '2040']),
      DateTimeISO: quoted(['2026-01-01T00:00:00.000Z']),
    },
    ids,
    inexact: new Set(),
    unitOf: unitsOfModel(model),
  };
}
