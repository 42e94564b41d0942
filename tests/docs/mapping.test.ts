import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from '../../src/claims/evidence';
import { model } from '../../src/domain';
import { AnodeErrors } from '../../src/errors';
import { evidenceOfSeeds } from '../support/evidence';

const page = readFileSync(join(__dirname, '../../docs/mapping.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text!);

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'anode-mapping-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

/** The example of the page as a seed folder, its texts changed. */
function load(change: (text: string) => string = (text) => text): Promise<Evidence> {
  const folder = join(parent, 'my-seed');
  mkdirSync(folder);
  const [cells, who] = blocks('csv');
  const [mapping] = blocks('yaml');
  const manifest = { name: 'my-seed', title: 'x', entered: '2026-11-23T00:00:00Z', licence: 'x' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'cells.csv'), change(cells!));
  writeFileSync(join(folder, 'who.csv'), change(who!));
  writeFileSync(join(folder, 'mapping.yaml'), change(mapping!));
  return evidenceOfSeeds(model, [folder]);
}

test('the example is loaded, and its second row becomes the claims that the page lists', async () => {
  const { claims, entities, sources } = await load();
  const told = claims
    .filter(({ locator }) => locator === 'row of Gamma AG')
    .map((own) =>
      [own.subject, own.property, own.value, own.unit, own.qualifier].filter((part) => part).join(' '),
    );
  expect(told).toEqual(JSON.parse(blocks('json')[0]!));
  expect(sources.map(({ credit }) => credit)).toEqual(['My list, 2026']);
  expect(entities.map(({ id }) => id).toSorted()).toEqual([
    'corporation/alpha',
    'corporation/beta',
    'corporation/gamma',
    'corporation/volta-cells',
    'country/france',
    'country/germany',
    'investment/gamma-ag-ulm',
    'investment/volta-cells-alpha-beta-lyon',
    'plant/gamma-ag-ulm',
    'plant/volta-cells-alpha-beta-lyon',
  ]);
  const owners = claims.filter(({ property }) => property === 'owns');
  expect(owners.map(({ subject, value, edge }) => [subject, value, edge])).toEqual([
    ['corporation/alpha', 'corporation/volta-cells', 'share=50'],
    ['corporation/beta', 'corporation/volta-cells', 'share=50'],
  ]);
});

const mistakes: readonly (readonly [from: string, to: string])[] = [
  ['unit: GWh/year', 'unit: GWh'],
  ['being built,0', 'mothballed,0'],
  ['"Volta Cells (Alpha, Beta)",Lyon', 'Volta,Lyon'],
];

test.each(mistakes.map((mistake, at) => [...mistake, at] as const))(
  '%s as %s: the error that the page shows',
  async (from, to, at) => {
    const failed = load((text) => text.replace(from, to));
    const error = await failed.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(AnodeErrors);
    const shown = (error as AnodeErrors).errors.map(({ code, message }) => `${code}: ${message}`);
    expect(shown).toEqual([blocks('text')[0]!.trimEnd().split('\n')[at]]);
  },
);

test('every key that a mapping may have is explained', () => {
  const schema = readFileSync(join(__dirname, '../../src/claims/mapping/schema.ts'), 'utf8');
  const keys = new Set([...schema.matchAll(/^ {2,4}(\w+): /gm)].map(([, key]) => key!));
  keys.delete('error');
  expect([...keys].filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});
