import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadSeeds, prepareStore } from '../../src/claims';
import { model } from '../../src/domain';
import { AnodeErrors, type AnodeError } from '../../src/errors';
import { EmbeddedStore } from '../../src/store';
import { badRows, claim } from './rows';
import { articleSeed, copyOfArticle, dump, edit } from '../support/seeds';

const store = new EmbeddedStore();
let before: string;
beforeAll(async () => {
  await prepareStore(model, store);
  await loadSeeds(model, store, [articleSeed]);
  before = await dump(store);
});
afterAll(() => store.close());

/** What is wrong with a folder. Fails unless it is refused, and the store is as it was. */
async function complaintsOf(folder: string): Promise<readonly AnodeError[]> {
  const error: unknown = await loadSeeds(model, store, [folder]).catch((caught: unknown) => caught);
  expect(await dump(store)).toBe(before);
  const errors = error instanceof AnodeErrors ? error.errors : [error as AnodeError];
  for (const each of errors) expect(each).toMatchObject({ name: 'AnodeError', code: 'SEED_INVALID' });
  return errors;
}

describe('a seed with a bad row', () => {
  test.each(badRows)('$file: $title', async ({ file, row, column, given, expected }) => {
    const folder = copyOfArticle();
    let line = 0;
    edit(folder, file, (text) => {
      line = text.trimEnd().split('\n').length + 1;
      return `${text.trimEnd()}\n${row}\n`;
    });
    const [complaint, ...others] = await complaintsOf(folder);
    expect(others).toEqual([]);
    const place = `${basename(folder)}/${file}:${line}${column === undefined ? '' : `, column ${column}`}`;
    expect(complaint!.message).toContain(place);
    expect(complaint!.message).toContain(expected);
    expect(complaint!.details.argument).toBe(place);
    if (given !== undefined) expect(complaint!.details.given).toBe(given);
  });

  test('several of them: all are told at once, in one go through all files', async () => {
    const folder = copyOfArticle();
    edit(folder, 'entities.csv', (text) => `${text.trimEnd()}\ncompany/x,X,\ncorporation/y,,\n`);
    edit(
      folder,
      'claims.csv',
      (text) => `${text.trimEnd()}\n${claim({ value: 'many', source: 'source/none' })}\n`,
    );
    const told = (await complaintsOf(folder)).map(({ details }) =>
      details.argument?.replace(/^.*\/|:\d+/g, ''),
    );
    expect(told).toEqual([
      'entities.csv, column id',
      'entities.csv, column name',
      'claims.csv, column source',
      'claims.csv, column value',
    ]);
  });

  test('hundreds of them: the first hundred are told', async () => {
    const folder = copyOfArticle();
    const rows = Array.from({ length: 300 }, (_, at) => `company/x${at},X,`);
    edit(folder, 'entities.csv', (text) => `${text.trimEnd()}\n${rows.join('\n')}\n`);
    expect(await complaintsOf(folder)).toHaveLength(100);
  });

  test('the line is the one in the file, also after a cell of several lines', async () => {
    const folder = copyOfArticle();
    const head = 'id,name,aliases\n';
    edit(folder, 'entities.csv', (text) =>
      text.replace(head, `${head}corporation/two-lines,"two\nlines",\ncompany/x,X,\n`),
    );
    expect((await complaintsOf(folder))[0]!.message).toContain('entities.csv:4, column id');
  });
});

describe('a seed with a bad file', () => {
  test.each([
    ['an unknown column', 'entities.csv', 'id,name,aliases', 'id,name,aliases,colour'],
    ['a missing column', 'sources.csv', ',cites', ''],
    ['columns in another order', 'entities.csv', 'id,name,aliases', 'name,id,aliases'],
  ])('%s', async (_title, file, from, to) => {
    const folder = copyOfArticle();
    edit(folder, file, (text) => text.replace(from, to));
    const complaints = await complaintsOf(folder);
    expect(complaints[0]!.message).toMatch(new RegExp(`/${file}:1: .*expected is the header `));
  });

  test('bytes that are not UTF-8', async () => {
    const folder = copyOfArticle();
    writeFileSync(
      join(folder, 'entities.csv'),
      Buffer.from('id,name,aliases\ncorporation/x,\xff,\n', 'latin1'),
    );
    expect((await complaintsOf(folder))[0]!.message).toMatch(/\/entities\.csv:\d+: .*expected is UTF-8/);
  });

  test.each(['entities.csv', 'sources.csv', 'claims.csv', 'contradictions.csv'])('no %s', async (file) => {
    const folder = copyOfArticle();
    rmSync(join(folder, file));
    const complaints = await complaintsOf(folder);
    expect(complaints[0]!.message).toContain(file);
    expect(complaints[0]!.message).toContain('a file that can be read');
    expect(complaints[0]!.message).not.toContain(folder);
  });

  test.each([
    ['no manifest', undefined],
    ['a manifest that is no JSON', '{'],
    ['a manifest without a licence', '{"name":"x","title":"X","entered":"2026-01-01T00:00:00Z"}'],
    ['a manifest with a bad date', '{"name":"x","title":"X","entered":"today","licence":"x"}'],
    [
      'a manifest with a bad name',
      '{"name":"../x","title":"X","entered":"2026-01-01T00:00:00Z","licence":"x"}',
    ],
  ])('%s', async (_title, text) => {
    const folder = copyOfArticle();
    rmSync(join(folder, 'manifest.json'));
    if (text !== undefined) writeFileSync(join(folder, 'manifest.json'), text);
    const [complaint] = await complaintsOf(folder);
    expect(complaint!.message).toMatch(/manifest\.json is missing or does not fit; expected is /);
  });
});
