/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access --
   answers are JSON, and what is in them is what is tested */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSeeds } from '../../src/claims';
import { model } from '../../src/domain';
import { dump } from '../support/seeds';
import { onEveryStore } from '../support/servers';

/** Two tables of unknown lineage, a copy of one of them, a release, and somebody whom nobody but a table names. */
const files: Readonly<Record<string, readonly string[]>> = {
  'manifest.json': [
    JSON.stringify({ name: 'lineage', title: 'Lineage', entered: '2026-01-01T00:00:00Z', licence: 'none' }),
  ],
  'entities.csv': [
    'id,name,aliases',
    'corporation/a,A,',
    'corporation/b,B,',
    'corporation/c,C,',
    'corporation/d,D,',
    'plant/p,P,',
    'plant/q,Q,',
  ],
  'sources.csv': [
    'id,name,kind,publisher,published,published_inferred,url,licence,credit,party,cites,lineage',
    'source/copy,Copy,COPY,,2025,,,,,,source/table-1,DERIVED',
    'source/release,Release,COMPANY,,2024,,,,,,,ORIGINAL',
    'source/table-1,First table,DATASET,,2025,,,,,,,UNKNOWN',
    'source/table-2,Second table,DATASET,,2025,,,,,,,',
  ],
  'claims.csv': [
    'id,reference,subject,property,value,unit,qualifier,wording,edge,valid_from,valid_until,period_stated,confidence,status,source,attributed_to,locator,note',
    'claim/p1,,plant/p,capacity,10,GWh/year,,,,,,,HIGH,,source/table-1,,,',
    'claim/p2,,plant/p,capacity,10,GWh/year,,,,,,,HIGH,,source/table-2,,,',
    'claim/p3,,plant/p,capacity,10,GWh/year,,,,,,,HIGH,,source/copy,,,',
    'claim/p4,,plant/p,capacity,12,GWh/year,,,,,,,HIGH,,source/release,,,',
    'claim/q1,,plant/q,status,OPERATING,,,,,2024,,,HIGH,,source/table-1,,,',
    'claim/q2,,plant/q,status,OPERATING,,,,,2025,,,HIGH,,source/copy,,,',
    'claim/ab,,corporation/a,owns,corporation/b,,,,,,,,HIGH,,source/table-1,,,',
    'claim/ab-2,,corporation/a,owns,corporation/b,,,,,,,,HIGH,,source/table-2,,,',
    'claim/bc,,corporation/b,owns,corporation/c,,,,,,,,HIGH,,source/release,,,',
    'claim/bc-2,,corporation/b,owns,corporation/c,,,,,,,,HIGH,,source/copy,,,',
    'claim/cd,,corporation/c,owns,corporation/d,,,,,,,,HIGH,,source/table-2,corporation/a,,',
  ],
  'contradictions.csv': ['reference,kind,subject,property,sides,reason'],
};

const folder = mkdtempSync(join(tmpdir(), 'anode-seed-'));
for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** By a plain query, and by readings that leave all claims in place but count anew. */
const readings = [
  '',
  '@resolve(exclude: [])',
  '@asOf(valid: "2025-06-01")',
  '@asOf(known: "2026-02-01T00:00:00Z")',
];

onEveryStore(
  'lineage',
  (server) => {
    test.each(readings)('what nobody knows the origin of has none %s', async (directive) => {
      const data = await server().data(`query ${directive} {
        plants(orderBy: { id: ASC }) { nodes { corroboration { sources independentOrigins } } }
        corporations(orderBy: { id: ASC }, first: 3) {
          nodes { owns { edges { corroboration { sources independentOrigins } } } } }
        none: plants(where: { corroboration: { independentOrigins: { eq: 0 } } }) { nodes { id } }
      }`);
      const counts = (sources: number, independentOrigins: number): object => ({
        corroboration: { sources, independentOrigins },
      });
      expect(data).toEqual({
        plants: { nodes: [counts(4, 1), counts(2, 0)] },
        corporations: {
          nodes: [counts(2, 0), counts(2, 1), counts(1, 1)].map((edge) => ({ owns: { edges: [edge] } })),
        },
        none: { nodes: [{ id: 'plant/q' }] },
      });
    });

    test('without the release there is no origin left', async () => {
      const { plant } = await server().data(
        'query @resolve(exclude: ["source/release"]) { plant(id: "plant/p") { corroboration { independentOrigins } } }',
      );
      expect(plant).toEqual({ corroboration: { independentOrigins: 0 } });
    });

    test('one origin outweighs any number of sources without', async () => {
      const { plant, conflicts } = await server().data(
        '{ plant(id: "plant/p") { capacity } conflicts { nodes { reason sides { totalCount } } } }',
      );
      expect(plant).toEqual({ capacity: 12 });
      expect(conflicts.nodes).toEqual([
        { reason: expect.stringContaining('most independent origins say so'), sides: { totalCount: 4 } },
      ]);
      const latest = await server().data(
        'query @resolve(policy: LATEST) { plant(id: "plant/p") { capacity } }',
      );
      expect(latest).toEqual({ plant: { capacity: 10 } });
      const most = 'query @resolve(policy: MOST_CORROBORATED) { plant(id: "plant/p") { capacity } }';
      expect(await server().data(most)).toEqual({ plant: { capacity: 12 } });
    });

    test('paths count as edges do', async () => {
      const hops = 'nodes { hops { independentOrigins } }';
      const { all, one, nothing } = await server().data(`{
        all: trace(from: "corporation/a", to: "corporation/d") { ${hops} }
        one: trace(from: "corporation/b", to: "corporation/d", where: { minOrigins: 1 }) { ${hops} }
        nothing: trace(from: "corporation/a", to: "corporation/d", where: { minOrigins: 1 }) {
          ${hops} nearestMiss { reason hops } }
      }`);
      const told = (...origins: number[]): object => ({
        hops: origins.map((independentOrigins) => ({ independentOrigins })),
      });
      expect(all.nodes).toEqual([told(0, 1, 1)]);
      expect(one.nodes).toEqual([told(1, 1)]);
      expect(nothing).toEqual({ nodes: [], nearestMiss: { reason: 'TOO_FEW_ORIGINS', hops: [0] } });
    });

    test('sources are found by it, and say what they said', async () => {
      const { unknown, original } = await server().data(`{
        unknown: sources(where: { lineage: { eq: UNKNOWN } }) { nodes { id lineage } }
        original: sources(where: { lineage: { isNull: true } }) { nodes { id lineage } }
      }`);
      expect(unknown.nodes).toEqual([{ id: 'source/table-1', lineage: 'UNKNOWN' }]);
      expect(original.nodes).toEqual([{ id: 'source/table-2', lineage: null }]);
    });
  },
  { seeds: [folder] },
);

onEveryStore(
  'lineage that is found out later',
  (server) => {
    test('makes anew what rests on the source, as if it had been known', async () => {
      const { store } = server();
      const before = await dump(store);
      const load = async (lineage: string): Promise<void> => {
        const path = join(folder, 'sources.csv');
        const lines = `${files['sources.csv']!.join('\n')}\n`;
        writeFileSync(path, lines.replace('UNKNOWN', lineage));
        await loadSeeds(model, store, [folder]);
        writeFileSync(path, lines);
      };
      await load('ORIGINAL');
      await load('UNKNOWN');
      expect(await dump(store)).toEqual(before);
      await load('ORIGINAL');
      const { plant, corporation } = await server().data(`{
        plant(id: "plant/q") { corroboration { independentOrigins } }
        corporation(id: "corporation/a") { owns { edges { corroboration { independentOrigins } } } }
      }`);
      expect(plant.corroboration).toEqual({ independentOrigins: 1 });
      expect(corporation.owns.edges).toEqual([{ corroboration: { independentOrigins: 1 } }]);
    });
  },
  { seeds: [folder] },
);
