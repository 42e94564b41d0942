/* eslint-disable @typescript-eslint/no-unsafe-member-access --
   Answers are compared, not computed with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onEveryStore } from '../support/servers';

const files: Readonly<Record<string, readonly string[]>> = {
  'manifest.json': [
    JSON.stringify({ name: 'learned', title: 'Learned', entered: '2026-01-01T00:00:00Z', licence: 'none' }),
  ],
  'entities.csv': ['id,name,aliases', 'corporation/c,C,', 'corporation/d,D,', 'plant/p,P,'],
  'sources.csv': [
    'id,name,kind,publisher,published,published_inferred,url,licence,credit,party,cites',
    'source/s,S,,,,,,,,,',
    'source/t,T,,,,,,,,,',
  ],
  'claims.csv': [
    'id,reference,subject,property,value,unit,qualifier,wording,edge,valid_from,valid_until,period_stated,confidence,status,source,attributed_to,locator,note,entered_at,withdrawn_at',
    'claim/first,,plant/p,status,PLANNED,,,,,2024,2024,,HIGH,,source/s,,,,2024-05-01T00:00:00.000Z,',
    'claim/later,,plant/p,status,OPERATING,,,,,2025,,,HIGH,,source/s,,,,2025-05-01T00:00:00.000Z,',
    'claim/wrong,,plant/p,place,Nowhere,,,,,,,,LOW,WITHDRAWN,source/s,,,,2024-05-01T00:00:00.000Z,2025-06-01T00:00:00.000Z',
    'claim/never,,plant/p,product,cells,,,,,,,,LOW,WITHDRAWN,source/s,,,,2024-05-01T00:00:00.000Z,',
    'claim/c,,plant/p,operators,corporation/c,,,,,,,,LOW,WITHDRAWN,source/t,,,,2024-05-01T00:00:00.000Z,2025-05-01T00:00:00.000Z',
    'claim/d,,corporation/d,plants,plant/p,,,,,,,,LOW,,source/t,,,,2025-05-01T00:00:00.000Z,',
  ],
  'contradictions.csv': ['reference,kind,subject,property,sides,reason'],
};

const folder = mkdtempSync(join(tmpdir(), 'anode-seed-'));
for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const range = (from: string, to: string): string =>
  `{ from: "${from}T00:00:00Z", to: "${to}T00:00:00+00:00" }`;

const property = (kind: string, name: string, before: string | null, after: string | null): object => ({
  kind,
  subject: { id: 'plant/p' },
  property: name,
  object: null,
  before,
  after,
});

const edge = (kind: string, corporation: string): object => ({
  kind,
  subject: { id: `corporation/${corporation}` },
  property: 'plants',
  object: { id: 'plant/p' },
  before: null,
  after: null,
});

onEveryStore(
  'what was learned between two instants',
  (server) => {
    const changes = async (args: string): Promise<unknown> =>
      (
        await server().data(
          `{ diff(of: ["plant/p"], ${args}) { changes { kind subject { id } property object { id } before after } } }`,
        )
      ).diff.changes;

    test('is what has entered, and what was taken back', async () => {
      expect(await changes(`known: ${range('2024-06-01', '2026-01-01')}`)).toEqual([
        edge('DISAPPEARED', 'c'),
        edge('APPEARED', 'd'),
        property('DISAPPEARED', 'place', 'Nowhere', null),
        property('CHANGED', 'status', 'PLANNED', 'OPERATING'),
      ]);
      expect(await changes(`known: ${range('2025-05-31', '2025-06-01')}`)).toEqual([
        property('DISAPPEARED', 'place', 'Nowhere', null),
      ]);
      expect(await changes(`known: ${range('2025-06-01', '2025-06-01')}`)).toEqual([]);
    });

    test('of one day, or from one day to another', async () => {
      const of2024 = 'between: { from: "2024-12-31", to: "2024-12-31" }';
      expect(await changes(`${of2024}, known: ${range('2024-01-01', '2025-05-31')}`)).toEqual([
        edge('APPEARED', 'd'),
        property('APPEARED', 'place', null, 'Nowhere'),
        property('APPEARED', 'status', null, 'PLANNED'),
      ]);
      const moved = 'between: { from: "2024", to: "2026" }';
      expect(await changes(`${moved}, known: ${range('2024-06-01', '2024-06-01')}`)).toEqual([
        property('DISAPPEARED', 'status', 'PLANNED', null),
      ]);
      expect(await changes(moved)).toEqual([property('CHANGED', 'status', 'PLANNED', 'OPERATING')]);
    });

    test('is what readings of both instants have', async () => {
      const at = async (known: string): Promise<unknown> =>
        (
          await server().data(
            `query @asOf(known: "${known}T00:00:00Z") { plant(id: "plant/p") { status place product operators { nodes { id } } } }`,
          )
        ).plant;
      const nodes = (id: string): object => ({ nodes: [{ id: `corporation/${id}` }] });
      expect(await at('2024-06-01')).toEqual({
        status: 'PLANNED',
        place: 'Nowhere',
        product: null,
        operators: nodes('c'),
      });
      expect(await at('2026-01-01')).toEqual({
        status: 'OPERATING',
        place: null,
        product: null,
        operators: nodes('d'),
      });
    });

    test('takes its instants from variables', async () => {
      const query =
        'query ($known: InstantRange) { diff(of: ["plant/p"], known: $known) { changes { property claimsBefore { id } claimsAfter { id } } } }';
      const known = { from: '2025-05-31T00:00:00+00:00', to: '2025-06-01T00:00:00Z' };
      expect(await server().data(query, { known })).toEqual({
        diff: { changes: [{ property: 'place', claimsBefore: [{ id: 'claim/wrong' }], claimsAfter: [] }] },
      });
    });

    test.each([
      ['known: null', 'diff', null, 'between or known, or both'],
      [
        `known: ${range('2025-01-01', '2024-01-01')}`,
        'diff.known.to',
        '2024-01-01T00:00:00.000Z',
        'an instant that is not before 2025-01-01T00:00:00.000Z',
      ],
    ])('%s is refused', async (args, argument, given, allowed) => {
      const { status, body } = await server().query(
        `{ diff(of: ["plant/p"], ${args}) { changes { kind } } }`,
      );
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', argument, given, allowed } },
      ]);
    });
  },
  { seeds: [folder] },
);
