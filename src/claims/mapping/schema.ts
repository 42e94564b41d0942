import { z } from 'zod';

/** What a mapping may say. docs/mapping.md explains each key. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'u').unicode;
  } catch {
    return false;
  }
};

const columnCell = z.strictObject({
  column: z.string(),
  unknown: z.array(scalar).optional(),
  match: z.string().refine(isPattern, 'expected a regular expression').optional(),
  replace: z.record(z.string(), z.string()).optional(),
  split: z.string().min(1).optional(),
  words: z.record(z.string(), scalar).optional(),
  lookup: z.string().optional(),
  otherwise: scalar.optional(),
  scale: z.number().optional(),
});

export type ColumnCell = z.infer<typeof columnCell>;

const cell = z.union([scalar, columnCell], {
  error:
    'expected a text, which may name {columns}, or an object with column and, of need, unknown, match, replace, split, ' +
    'words, lookup, otherwise, scale',
});

export type Cell = z.infer<typeof cell>;

const thingReference = z.strictObject({ thing: z.string() });

const cellOrThing = z.union([thingReference, scalar, columnCell], {
  error: 'expected a text, an object with column, or an object with thing',
});

export type CellOrThing = z.infer<typeof cellOrThing>;

const oneOrMore = z.union([scalar, z.array(scalar)]);

const condition = z
  .strictObject({ column: z.string(), is: oneOrMore.optional(), not: oneOrMore.optional() })
  .refine((own) => (own.is === undefined) !== (own.not === undefined), 'expected either is or not');

export type Condition = z.infer<typeof condition>;

const when = z.union([condition, z.array(condition)], {
  error: 'expected an object with column and is or not, or a list of such',
});

const thing = z
  .strictObject({ kind: z.string(), id: cell.optional(), slug: cell.optional() })
  .refine((own) => (own.id === undefined) !== (own.slug === undefined), 'expected either id or slug');

export type ThingRule = z.infer<typeof thing>;

const entity = z.strictObject({
  thing: z.string(),
  name: cell,
  aliases: cell.optional(),
  when: when.optional(),
});

const sourceFields = {
  name: cell,
  kind: cell.optional(),
  publisher: cell.optional(),
  published: cell.optional(),
  url: cell.optional(),
  licence: cell.optional(),
  credit: cell.optional(),
  lineage: cell.optional(),
  cites: z.array(z.string()).default([]),
};

const rowSource = z.strictObject({ thing: z.string(), ...sourceFields });

export type SourceRule = z.infer<typeof rowSource>;

const source = z.strictObject({ id: z.string(), ...sourceFields });

/** What may also be said once for all claims of a table. */
const claimDefaults = z.strictObject({
  unit: cell.optional(),
  qualifier: cell.optional(),
  valid_from: cell.optional(),
  valid_until: cell.optional(),
  confidence: cell.optional(),
  status: cell.optional(),
  source: cellOrThing.optional(),
  attributed_to: z.array(z.string()).optional(),
  locator: cell.optional(),
  note: cell.optional(),
  reference: cell.optional(),
});

const claim = claimDefaults.extend({
  about: z.string(),
  property: z.string(),
  value: cellOrThing,
  as: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a word in lower case')
    .optional(),
  edge: z.record(z.string(), cell).optional(),
  when: when.optional(),
});

export type ClaimRule = z.infer<typeof claim>;

const table = z
  .strictObject({
    file: z.string(),
    columns: z.array(z.string()).optional(),
    key: z.array(z.string()).min(1),
    skip: z.array(z.strictObject({ when, because: z.string() })).default([]),
    values: z.record(z.string(), cell).default({}),
    things: z.record(z.string(), thing),
    entities: z.array(entity).default([]),
    sources: z.array(rowSource).default([]),
    defaults: claimDefaults.default({}),
    claims: z.array(claim).default([]),
  })
  .refine(
    ({ file, columns }) => file.endsWith('.csv') || columns !== undefined,
    'expected columns: only a CSV file has a header that names them',
  );

export type TableRule = z.infer<typeof table>;

const lookup = z.strictObject({
  file: z.string(),
  key: z.string(),
  take: z.string(),
  where: z.record(z.string(), scalar).default({}),
});

export type LookupRule = z.infer<typeof lookup>;

export const mappingSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a word in lower case, such as my-data'),
  entered: z.iso.datetime('expected a date and time in UTC, such as 2026-11-23T00:00:00Z'),
  sources: z.array(source).default([]),
  lookups: z.record(z.string(), lookup).default({}),
  tables: z.array(table).min(1),
});

export type MappingRules = z.infer<typeof mappingSchema>;
