import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readMapped, type MappedRecord } from '../../src/claims/mapping/read';
import { Complaints } from '../../src/claims/seed/complaints';
import { model } from '../../src/domain';
import { type AnodeErrors } from '../../src/errors';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anode-mapped-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const mapping = `
name: test
entered: 2026-11-23T00:00:00Z
tables:
  - file: FILE
    columns: [key, name, site.town, gwh, makes]
    key: [key]
    things:
      plant: {kind: plant, slug: '{name}'}
      source: {kind: source, id: source/test}
    entities:
      - {thing: plant, name: '{name}'}
    sources:
      - {thing: source, name: Test, kind: DATASET}
    defaults: {confidence: HIGH, source: {thing: source}}
    claims:
      - {about: plant, property: place, value: '{site.town}'}
      - {about: plant, property: capacity, value: {column: gwh}, unit: GWh/year}
      - {about: plant, property: makes, value: {column: makes, split: '; ', words: {cells: CELLS, packs: PACKS}}}
`;

interface Outcome {
  readonly records: readonly MappedRecord[];
  /** Without the name of the temporary folder. */
  readonly errors: readonly string[];
}

async function read(files: Readonly<Record<string, string | Buffer>>): Promise<Outcome> {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const complaints = new Complaints();
  const records: MappedRecord[] = [];
  for await (const record of readMapped(model, join(folder, 'mapping.yaml'), complaints))
    records.push(record);
  try {
    complaints.throwIfAny();
    return { records, errors: [] };
  } catch (error) {
    const { errors } = error as AnodeErrors;
    return { records, errors: errors.map(({ message }) => message.replaceAll(`${basename(folder)}/`, '')) };
  }
}

const told = ({ records }: Outcome): string[] =>
  records.map(({ kind, record: row, place }) =>
    'subject' in row
      ? `${String(place.line)} ${row.id}: ${row.value}${row.unit === undefined ? '' : ` ${row.unit}`}`
      : `${String(place.line)} ${kind} ${row.id} ${row.name}`,
  );

const both = (first: number, second: number): string[] => [
  `${String(first)} entity plant/a-plant A plant`,
  `${String(first)} source source/test Test`,
  `${String(first)} claim/test-1-plant-place: Here`,
  `${String(first)} claim/test-1-plant-capacity: 12.5 GWh/year`,
  `${String(first)} claim/test-1-plant-makes-cells: CELLS`,
  `${String(first)} claim/test-1-plant-makes-packs: PACKS`,
  `${String(second)} entity plant/skoda Škoda`,
  `${String(second)} claim/test-2-plant-capacity: 3 GWh/year`,
];

describe('tables of each format become the same records, each with its line', () => {
  const as = (file: string) => mapping.replace('FILE', file);

  test('CSV, with a mark of its encoding and line breaks of either kind', async () => {
    const csv =
      '\uFEFFkey,name,site.town,gwh,makes\r\n1,A plant,Here,12.5,cells; packs\r\n\r\n2,Škoda,,3,\r\n';
    expect(told(await read({ 'mapping.yaml': as('t.csv'), 't.csv': csv }))).toEqual(both(2, 4));
  });

  test('JSON lines, with parts of parts, lists and numbers', async () => {
    const lines = [
      '{"key": 1, "name": "A plant", "site": {"town": "Here"}, "gwh": 12.5, "makes": ["cells", "packs"]}',
      '',
      '{"key": "2", "name": "Škoda", "site": null, "gwh": 3}',
    ];
    expect(told(await read({ 'mapping.yaml': as('t.jsonl'), 't.jsonl': lines.join('\n') }))).toEqual(
      both(1, 3),
    );
  });

  test('YAML, a map of maps', async () => {
    const yaml = [
      '1: {name: A plant, site: {town: Here}, gwh: 12.5, makes: [cells, packs]}',
      '# one more',
      '2: {name: Škoda, gwh: 3}',
    ];
    expect(told(await read({ 'mapping.yaml': as('t.yaml'), 't.yaml': yaml.join('\n') }))).toEqual(both(1, 3));
  });

  test('YAML, a list of maps', async () => {
    const yaml = [
      '- {key: 1, name: A plant, site: {town: Here}, gwh: 12.5, makes: [cells, packs]}',
      '- key: 2',
      '  name: Škoda',
      '  gwh: 3',
    ];
    expect(told(await read({ 'mapping.yaml': as('t.yml'), 't.yml': yaml.join('\n') }))).toEqual(both(1, 2));
  });
});

test('rows come one at a time: a file is not read to its end for the first', async () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => `${String(at)},Plant ${String(at)},,1,`);
  writeFileSync(join(folder, 'mapping.yaml'), mapping.replace('FILE', 't.csv'));
  writeFileSync(
    join(folder, 't.csv'),
    ['key,name,site.town,gwh,makes', ...rows, '1,"never closed'].join('\n'),
  );
  const complaints = new Complaints();
  for await (const { record } of readMapped(model, join(folder, 'mapping.yaml'), complaints)) {
    expect(record.id).toBe('plant/plant-0');
    break;
  }
  complaints.throwIfAny();
});

describe('a mapping that does not fit is refused before any row is read', () => {
  const csv = 'key,name,site.town,gwh,makes\n1,A,B,1,cells\n';

  test.each<[string, string, string, string]>([
    [
      'a kind',
      'kind: plant,',
      'kind: factory,',
      '9, column tables.0.things.plant.kind: "factory" is not right; expected is one of corporation, organization',
    ],
    [
      'a property',
      'property: place',
      'property: town',
      '17, column tables.0.claims.0.property: "town" is not right; expected is a property or relation of Plant: ',
    ],
    [
      'identity',
      'property: place',
      'property: name',
      '17, column tables.0.claims.0.property: "name" is not right; expected is a property or relation of Plant: ',
    ],
    [
      'a unit',
      'unit: GWh/year',
      'unit: MWh',
      '18, column tables.0.claims.1.unit: "MWh" is not right; expected is GWh/year.',
    ],
    [
      'no unit',
      ', unit: GWh/year',
      '',
      '18, column tables.0.claims.1.unit: "" is not right; expected is GWh/year.',
    ],
    [
      'a word',
      'packs: PACKS',
      'packs: PACK',
      '19, column tables.0.claims.2.value.words.packs: "PACK" is not right; expected is one of CELLS, ',
    ],
    [
      'a column',
      '{column: gwh}',
      '{column: GWh}',
      '18, column tables.0.claims.1.value.column: "GWh" is not right; expected is a column of t.csv (key, name, site.town, gwh, makes) or one of its values.',
    ],
    [
      'a column in a text',
      "'{site.town}'",
      "'{town}'",
      '17, column tables.0.claims.0.value: "town" is not right; expected is a column of t.csv',
    ],
    [
      'a thing',
      'about: plant, property: place',
      'about: plants, property: place',
      '17, column tables.0.claims.0.about: "plants" is not right; expected is one of the things: plant, source.',
    ],
    [
      'confidence',
      'confidence: HIGH',
      'confidence: high',
      '15, column tables.0.defaults.confidence: "high" is not right; expected is one of HIGH, MEDIUM, LOW.',
    ],
    [
      'no source',
      ', source: {thing: source}',
      '',
      '17, column tables.0.claims.0.source: "" is not right; expected is the id of a source, or a thing.',
    ],
    ['a key of its own', 'key: [key]', 'keys: [key]', '5, column tables.0'],
    [
      'a regular expression',
      'value: {column: gwh}',
      "value: {column: gwh, match: '('}",
      '18, column tables.0.claims.1.value.match: "(" is not right; expected is a regular expression.',
    ],
    [
      'a lookup',
      'value: {column: gwh}',
      'value: {column: gwh, lookup: x}',
      '18, column tables.0.claims.1.value.lookup: "x" is not right; expected is one of the lookups: there are none.',
    ],
    [
      'an end that is no thing',
      'property: place',
      'property: country',
      '17, column tables.0.claims.0.value: "" is not right; expected is a thing that is a Country.',
    ],
    ['the same twice', 'property: place', 'property: capacity', '17, column tables.0'],
    ['no YAML', 'name: test', 'name: [test', ''],
  ])('%s', async (_what, from, to, error) => {
    const { records, errors } = await read({
      'mapping.yaml': mapping.replace('FILE', 't.csv').replace(from, to),
      't.csv': csv,
    });
    expect(records).toEqual([]);
    expect(errors.length).toBeGreaterThan(0);
    const expected = expect.stringContaining(`mapping.yaml:${error}`) as string;
    expect(errors).toEqual(expect.arrayContaining([expected]));
  });

  test('columns of a table that has no header are asked for', async () => {
    const text = mapping.replace('FILE', 't.jsonl').replace(/ {4}columns.*\n/, '');
    expect((await read({ 'mapping.yaml': text })).errors).toEqual([
      'mapping.yaml:5, column tables.0: "" is not right; expected is columns: only a CSV file has a header that names them.',
    ]);
  });
});

describe('rows that do not fit are told and left out, the others are read', () => {
  const csv = (row: string) => `key,name,site.town,gwh,makes\n${row}\n2,Good,,3,\n`;
  const good = ['3 entity plant/good Good', '3 claim/test-2-plant-capacity: 3 GWh/year'];

  test.each<[string, string, string]>([
    [
      'a number',
      '1,A,,much,',
      't.csv:2, column gwh: "much" is not right; expected is a number such as 12.5.',
    ],
    [
      'a word',
      '1,A,,1,trucks',
      't.csv:2, column makes: "trucks" is not right; expected is one of cells, packs.',
    ],
    ['cells', '1,A,,1', 't.csv:2: "1,A,,1" is not right; expected is 5 cells, as in the header.'],
    [
      'no key',
      ',A,,1,',
      't.csv:2, column key: "" is not right; expected is a text: it tells the row from the others.',
    ],
    [
      'a name without letters',
      '1,！,,1,',
      't.csv:2, column name: "！" is not right; expected is a text with letters or digits, which an id is made of.',
    ],
  ])('%s', async (_what, row, error) => {
    const outcome = await read({ 'mapping.yaml': mapping.replace('FILE', 't.csv'), 't.csv': csv(row) });
    expect(outcome.errors).toEqual(expect.arrayContaining([error]));
    expect(told(outcome)).toEqual(expect.arrayContaining(good));
  });

  test.each<[string, string, string | Buffer, string]>([
    ['JSON', 't.jsonl', '{"key": 1\n', 't.jsonl:1: "{\\"key\\": 1" is not right; expected is a JSON object.'],
    ['YAML', 't.yaml', 'a: [', 't.yaml:1: '],
    [
      'UTF-8',
      't.csv',
      Buffer.from([0x6b, 0xff, 0x0a]),
      't.csv:1: "bytes that are not UTF-8" is not right; expected is UTF-8.',
    ],
    [
      'a file that is there',
      'u.csv',
      '',
      't.csv:1: "ENOENT" is not right; expected is a file that can be read.',
    ],
    ['CSV', 't.csv', 'key,name,site.town,gwh,makes\n1,"A\n', 't.csv:'],
  ])('what is no %s', async (_what, file, content, error) => {
    const named = file === 'u.csv' ? 't.csv' : file;
    const { errors } = await read({ 'mapping.yaml': mapping.replace('FILE', named), [file]: content });
    expect(errors).toEqual([expect.stringContaining(error)]);
  });
});
