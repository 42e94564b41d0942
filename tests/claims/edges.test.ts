/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call --
   Answers are compared, not computed with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onEveryStore } from '../support/servers';

const header =
  'id,reference,subject,property,value,unit,qualifier,wording,edge,valid_from,valid_until,period_stated,confidence,status,source,attributed_to,locator,note';

/** A claim of one source: `edge` and `validFrom` where given. */
const row = (
  id: string,
  subject: string,
  property: string,
  value: string,
  more: Partial<Row> = {},
): string => {
  const { unit = '', edge = '', validFrom = '', confidence = 'MEDIUM' } = more;
  return `claim/${id},,${subject},${property},${value},${unit},,,${edge},${validFrom},,,${confidence},,source/s,,,`;
};

interface Row {
  readonly unit: string;
  readonly edge: string;
  readonly validFrom: string;
  readonly confidence: string;
}

function folderOf(claims: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'anode-seed-'));
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
  };
  const manifest = { name: 'edges', title: 'Edges', entered: '2026-01-01T00:00:00Z', licence: 'none' };
  write('manifest.json', JSON.stringify(manifest));
  write(
    'entities.csv',
    'id,name,aliases\ncorporation/c,C,\nplant/p,P,\ncountry/x,X,\ncountry/y,Y,\ninvestment/i,I,\n',
  );
  write(
    'sources.csv',
    'id,name,kind,publisher,published,published_inferred,url,licence,credit,party,cites\nsource/s,S,,,,,,,,,\n',
  );
  write('claims.csv', `${[header, ...claims].join('\n')}\n`);
  write('contradictions.csv', 'reference,kind,subject,property,sides,reason\n');
  return folder;
}

const claims = [
  row('forward', 'corporation/c', 'plants', 'plant/p', {
    edge: 'share=60',
    validFrom: '2024',
    confidence: 'LOW',
  }),
  row('backward', 'plant/p', 'operators', 'corporation/c', { validFrom: '2020', confidence: 'HIGH' }),
  row('other-share', 'corporation/c', 'plants', 'plant/p', {
    edge: 'share=40',
    validFrom: '2024',
    confidence: 'LOW',
  }),
  row('in-x', 'plant/p', 'country', 'country/x', { confidence: 'HIGH' }),
  row('in-y', 'country/y', 'plants', 'plant/p'),
  row('yen-1', 'investment/i', 'amount', '100', { unit: 'JPY', confidence: 'HIGH' }),
  row('yen-2', 'investment/i', 'amount', '110', { unit: 'JPY' }),
  row('dollar-1', 'investment/i', 'amount', '1', { unit: 'USD' }),
  row('dollar-2', 'investment/i', 'amount', '2', { unit: 'USD' }),
];

const folder = folderOf(claims);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

onEveryStore(
  'claims of edges',
  (server) => {
    test('an edge that is claimed from both ends is one edge, with all that is said of it', async () => {
      const { plant } = await server().data(
        '{ plant(id: "plant/p") { operators { edges { share since confidence claims { id } } } } }',
      );
      expect(plant.operators.edges).toEqual([
        {
          share: 60,
          since: '2020',
          confidence: 'HIGH',
          claims: ['backward', 'forward', 'other-share'].map((id) => ({ id: `claim/${id}` })),
        },
      ]);
    });

    test('a relation to one shows one end, from whichever end it is claimed', async () => {
      const query =
        '{ plant(id: "plant/p") { country { id } } countries { nodes { id plants { totalCount } } } }';
      expect(await server().data(query)).toEqual({
        plant: { country: { id: 'country/x' } },
        countries: {
          nodes: [
            { id: 'country/x', plants: { totalCount: 1 } },
            { id: 'country/y', plants: { totalCount: 0 } },
          ],
        },
      });
    });

    test('what disagrees is a conflict each: ends, properties of an edge, and values by their unit', async () => {
      const query = '{ conflicts { nodes { property shownValue sides { nodes { id } } } } }';
      const { conflicts } = await server().data(query);
      const found = conflicts.nodes.map(
        ({
          property,
          shownValue,
          sides,
        }: {
          property: string;
          shownValue: string;
          sides: { nodes: { id: string }[] };
        }) => [property, shownValue, ...sides.nodes.map(({ id }) => id.slice('claim/'.length))],
      );
      expect(found).toEqual([
        ['plants.share', '60', 'forward', 'other-share'],
        ['amount', '100', 'yen-1', 'yen-2'],
        ['amount', null, 'dollar-1', 'dollar-2'],
        ['country', 'country/x', 'in-x', 'in-y'],
      ]);
    });
  },
  { seeds: [folder] },
);
