/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access --
   Answers are compared, not computed with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagnose, type Finding } from '../../src/claims';
import { model } from '../../src/domain';
import { onEveryStore } from '../support/servers';

const files: Readonly<Record<string, readonly string[]>> = {
  'manifest.json': [
    JSON.stringify({ name: 'told', title: 'Told', entered: '2026-01-01T00:00:00Z', licence: 'none' }),
  ],
  'entities.csv': [
    'id,name,aliases',
    'corporation/c,C,',
    'corporation/d,D,',
    'plant/bridged,Bridged,',
    'plant/taken-back,Taken back,',
    'plant/told,Told,',
    'plant/untold,Untold,',
    'market-share/m,M,',
  ],
  'sources.csv': [
    'id,name,kind,publisher,published,published_inferred,url,licence,credit,party,cites,lineage',
    'source/both,Both,NEWS,,,,,,,,source/one; source/other,DERIVED',
    'source/copy-1,First copy,COPY,,,,,,,,source/release,DERIVED',
    'source/copy-2,Second copy,COPY,,,,,,,,source/release,DERIVED',
    'source/one,One,NEWS,,,,,,,,,ORIGINAL',
    'source/other,Other,NEWS,,,,,,,,,ORIGINAL',
    'source/release,Release,COMPANY,,,,,,,,,ORIGINAL',
  ],
  'claims.csv': [
    'id,reference,subject,property,value,unit,qualifier,wording,edge,valid_from,valid_until,period_stated,confidence,status,source,attributed_to,locator,note',
    'claim/1,,plant/told,capacity,10,GWh/year,,,,2024,2025,,HIGH,,source/release,,,',
    'claim/2,,plant/told,capacity,10,GWh/year,,,,,,,LOW,,source/copy-1,,,',
    'claim/3,,plant/told,status,OPERATING,,,,,,,,MEDIUM,,source/copy-2,,,',
    'claim/4,,plant/told,operators,corporation/c,,,,,2020,2021-06,,MEDIUM,,source/one,,,',
    'claim/5,,corporation/c,plants,plant/told,,,,,,2023,,LOW,,source/copy-1,,,',
    'claim/6,,corporation/d,plants,plant/told,,,,,,,,LOW,,source/copy-1,,,',
    'claim/7,,corporation/d,plants,plant/told,,,,,,,,LOW,,source/copy-2,,,',
    'claim/8,,plant/taken-back,status,PLANNED,,,,,,,,LOW,WITHDRAWN,source/one,,,',
    'claim/9,,market-share/m,until,2024-07,,,,,2024-01,2024-06,,LOW,,source/one,,,',
    'claim/b1,,plant/bridged,status,PLANNED,,,,,2024,2024-03,,LOW,,source/both,,,',
    'claim/b2,,plant/bridged,status,PLANNED,,,,,2023-07,2024-03-05,,LOW,,source/one,,,',
    'claim/b3,,plant/bridged,product,cells,,,,,,2023,,LOW,,source/other,,,',
  ],
  'contradictions.csv': ['reference,kind,subject,property,sides,reason'],
};

const folder = mkdtempSync(join(tmpdir(), 'anode-seed-'));
for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fields = 'since until confidence corroboration { sources independentOrigins } sources { id }';

const told = (
  [since, until, confidence]: readonly (string | null)[],
  independentOrigins: number,
  sources: readonly string[],
): object => ({
  since,
  until,
  confidence,
  corroboration: { sources: sources.length, independentOrigins },
  sources: sources.map((source) => ({ id: `source/${source}` })),
});

const wrong = (argument: string, given: unknown) => ({
  extensions: { code: 'BAD_USER_INPUT', argument, given },
});

onEveryStore(
  'the evidence of entities',
  (server) => {
    const plantBy = async (id: string, directive = ''): Promise<unknown> =>
      (await server().data(`query ${directive} { plant(id: "plant/${id}") { ${fields} } }`)).plant;

    test('is that of all claims about it, whichever end has the edge', async () => {
      const all = ['copy-1', 'copy-2', 'one', 'release'];
      expect(await plantBy('told')).toEqual(told(['2020', null, 'HIGH'], 2, all));
      expect(await plantBy('bridged')).toEqual(
        told(['2023-07', '2024-03', 'LOW'], 1, ['both', 'one', 'other']),
      );
      const { corporations } = await server().data(
        `{ corporations(orderBy: { id: ASC }) { nodes { ${fields} } } }`,
      );
      expect(corporations.nodes).toEqual([
        told([null, '2023', 'LOW'], 1, ['copy-1']),
        told([null, null, 'LOW'], 1, ['copy-1', 'copy-2']),
      ]);
    });

    test('is nothing where nothing is claimed, or all was taken back', async () => {
      for (const id of ['untold', 'taken-back'])
        expect(await plantBy(id)).toEqual(told([null, null, null], 0, []));
    });

    test.each([
      [
        'told',
        '@resolve(exclude: ["source/one"])',
        ['2024', null, 'HIGH'],
        1,
        ['copy-1', 'copy-2', 'release'],
      ],
      // What two copies rest on is the same, whether or not it is left out.
      [
        'told',
        '@resolve(exclude: ["source/release"])',
        ['2020', null, 'MEDIUM'],
        2,
        ['copy-1', 'copy-2', 'one'],
      ],
      ['told', '@asOf(valid: "2021")', [null, null, 'MEDIUM'], 1, ['copy-1', 'copy-2']],
      ['told', '@asOf(valid: "2021-06-30")', ['2020', null, 'MEDIUM'], 2, ['copy-1', 'copy-2', 'one']],
      ['told', '@asOf(known: "2025-01-01T00:00:00Z")', [null, null, null], 0, []],
      // What tied the others together is left out.
      [
        'bridged',
        '@resolve(exclude: ["source/both"])',
        ['2023-07', '2024-03-05', 'LOW'],
        2,
        ['one', 'other'],
      ],
      ['bridged', '@asOf(valid: "2023-07-01")', ['2023-07', '2024-03-05', 'LOW'], 2, ['one', 'other']],
      ['untold', '@asOf(valid: "2021")', [null, null, null], 0, []],
      ['taken-back', '@resolve(policy: LATEST)', [null, null, null], 0, []],
    ])('of plant/%s %s is counted again', async (id, directive, values, origins, sources) => {
      expect(await plantBy(id, directive)).toEqual(told(values, origins, sources));
    });

    test('is counted again behind edges, too', async () => {
      const edges = async (directive: string): Promise<unknown> =>
        (
          await server().data(
            `query ${directive} { plant(id: "plant/told") { operators { edges { node { id } corroboration { sources independentOrigins } } } } }`,
          )
        ).plant.operators.edges;
      const edge = (id: string, sources: number, independentOrigins: number): object => ({
        node: { id },
        corroboration: { sources, independentOrigins },
      });
      expect(await edges('')).toEqual([edge('corporation/c', 2, 2), edge('corporation/d', 2, 1)]);
      expect(await edges('@resolve(exclude: ["source/copy-1"])')).toEqual([
        edge('corporation/c', 1, 1),
        edge('corporation/d', 1, 1),
      ]);
    });

    test('is filtered and ordered by, at nodes and at edges, by any reading', async () => {
      const query = (directive: string): string => `query ${directive} {
        some: plants(where: { corroboration: { independentOrigins: { gte: 2 } }, confidence: { eq: HIGH } }) { nodes { id } }
        none: plants(where: { corroboration: { sources: { eq: 0 } } }) { nodes { id } }
        best: plants(orderBy: [{ corroboration: { independentOrigins: DESC } }, { corroboration: { sources: ASC } }, { until: ASC }], first: 2) {
          nodes { id } pageInfo { endCursor }
        }
        operated: corporations(where: { plantsEdge: { some: { corroboration: { independentOrigins: { gt: 1 } } } } }) { nodes { id } }
        plant(id: "plant/told") {
          operators(whereEdge: { corroboration: { sources: { gte: 1 } } }, orderBy: { edge: { corroboration: { independentOrigins: ASC } } }) { nodes { id } }
        }
        marketShares(orderBy: { corporation: { corroboration: { sources: DESC } } }) { nodes { id } }
        plantsAggregate(where: { corroboration: { independentOrigins: { gte: 1 } } }) { count }
      }`;
      const ids = (...list: string[]): object => ({ nodes: list.map((id) => ({ id })) });
      expect(await server().data(query(''))).toMatchObject({
        some: ids('plant/told'),
        none: ids('plant/taken-back', 'plant/untold'),
        best: ids('plant/told', 'plant/bridged'),
        operated: ids('corporation/c'),
        plant: { operators: ids('corporation/d', 'corporation/c') },
        marketShares: ids('market-share/m'),
        plantsAggregate: { count: 2 },
      });
      expect(await server().data(query('@resolve(exclude: ["source/both", "source/copy-1"])'))).toMatchObject(
        {
          some: ids('plant/told'),
          best: ids('plant/bridged', 'plant/told'),
          operated: ids(),
          plant: { operators: ids('corporation/c', 'corporation/d') },
          plantsAggregate: { count: 2 },
        },
      );
    });

    test('goes on after a page in the order of it', async () => {
      interface Page {
        readonly nodes: readonly object[];
        readonly pageInfo: { readonly endCursor: string };
      }
      const query =
        'query ($after: String) { plants(orderBy: { corroboration: { independentOrigins: DESC } }, first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }';
      const page = async (after: string | null): Promise<Page> =>
        (await server().data(query, { after })).plants as Page;
      const first = await page(null);
      const second = await page(first.pageInfo.endCursor);
      expect([...first.nodes, ...second.nodes]).toEqual([{ id: 'plant/told' }, { id: 'plant/bridged' }]);
    });

    test('is asked of any node; a kind with such a word of its own keeps it, and evidence has none but who says the same', async () => {
      const query = (directive: string): string => `query ${directive} {
        nodes(ids: ["market-share/m", "claim/9", "source/one", "plant/bridged"]) {
          __typename since until confidence corroboration { __typename sources origins: independentOrigins } sources { id }
        }
        marketShares(where: { until: { eq: "2024-07" } }) { nodes { until } }
      }`;
      const none = { __typename: 'Corroboration', sources: null, origins: null };
      const evidence = { since: null, until: null, corroboration: none, sources: [] };
      const expected = {
        nodes: [
          {
            __typename: 'MarketShare',
            since: '2024-01',
            until: '2024-07',
            confidence: 'LOW',
            corroboration: { __typename: 'Corroboration', sources: 1, origins: 1 },
            sources: [{ id: 'source/one' }],
          },
          {
            __typename: 'Claim',
            ...evidence,
            confidence: 'LOW',
            corroboration: { __typename: 'Corroboration', sources: 1, origins: 1 },
          },
          { __typename: 'Source', ...evidence, confidence: null },
          {
            __typename: 'Plant',
            since: '2023-07',
            until: '2024-03',
            confidence: 'LOW',
            corroboration: { __typename: 'Corroboration', sources: 3, origins: 1 },
            sources: ['both', 'one', 'other'].map((id) => ({ id: `source/${id}` })),
          },
        ],
        marketShares: { nodes: [{ until: '2024-07' }] },
      };
      expect(await server().data(query(''))).toEqual(expected);
      expect(await server().data(query('@resolve(policy: MOST_CORROBORATED)'))).toEqual(expected);
    });

    test.each([
      ['where: { corroboration: null }', 'plants.where.corroboration', null],
      ['where: { corroboration: { sources: null } }', 'plants.where.corroboration.sources', null],
      ['where: { corroboration: { sources: { gt: null } } }', 'plants.where.corroboration.sources.gt', null],
      ['orderBy: { corroboration: {} }', 'plants.orderBy.0.corroboration', {}],
      [
        'orderBy: { corroboration: { sources: ASC, independentOrigins: ASC } }',
        'plants.orderBy.0.corroboration',
        ['sources', 'independentOrigins'],
      ],
    ])('%s is a mistake', async (args, argument, given) => {
      const { body } = await server().query(`{ plants(${args}) { totalCount } }`);
      expect(body.errors).toMatchObject([wrong(argument, given)]);
    });

    test('is made anew by the doctor, who tells where it differs', async () => {
      const set = (value: number) => ({
        text: 'MATCH (n:Plant {id: "plant/told"}) SET n.originCount = $value',
        parameters: { value },
      });
      const found = async (): Promise<Finding[]> => {
        const findings: Finding[] = [];
        await diagnose(model, server().store, (finding) => findings.push(finding));
        return findings;
      };
      expect(await found()).toEqual([]);
      await server().store.write([set(7)]);
      const findings = await found();
      await server().store.write([set(2)]);
      expect(findings).toEqual([{ at: 'plant/told', problem: 'originCount is 7, and should be 2' }]);
    });
  },
  { seeds: [folder] },
);
