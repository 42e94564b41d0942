/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call --
   Answers are compared, not computed with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { factEdges } from '../../src/model';
import { model } from '../../src/domain';
import { onEveryStore } from '../support/servers';

const files: Readonly<Record<string, readonly string[]>> = {
  'manifest.json': [
    JSON.stringify({ name: 'edges', title: 'Edges', entered: '2026-01-01T00:00:00Z', licence: 'none' }),
  ],
  'entities.csv': [
    'id,name,aliases',
    'corporation/c,C,',
    'corporation/d,D,',
    'country/x,X,',
    'country/y,Y,',
    'plant/p,P,',
    'plant/q,Q,',
  ],
  'sources.csv': [
    'id,name,kind,publisher,published,published_inferred,url,licence,credit,party,cites,lineage',
    'source/one,One,NEWS,,,,,,,,,ORIGINAL',
    'source/two,Two,NEWS,,,,,,,,,ORIGINAL',
  ],
  'claims.csv': [
    'id,reference,subject,property,value,unit,qualifier,wording,edge,valid_from,valid_until,period_stated,confidence,status,source,attributed_to,locator,note',
    'claim/1,,plant/p,operators,corporation/c,,,,share=60,,,,HIGH,,source/one,,,',
    'claim/2,,corporation/c,plants,plant/p,,,,share=50,,,,LOW,,source/two,,,',
    'claim/3,,corporation/c,plants,plant/p,,,,,2020,,,LOW,DISPUTED,source/two,,,',
    'claim/4,,plant/p,operators,corporation/d,,,,,,,,LOW,,source/two,,,',
    'claim/5,,plant/p,country,country/x,,,,,,,,HIGH,,source/one,,,',
    'claim/6,,plant/p,country,country/y,,,,,,,,LOW,,source/two,,,',
  ],
  'contradictions.csv': [
    'reference,kind,subject,property,sides,reason',
    'R,SUBJECT,corporation/d,plants,claim/4; claim/1,One of the two runs it.',
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'anode-seed-'));
for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const told = ['since', 'until', 'confidence', 'corroboration', 'claims', 'sources', 'conflicts'];

onEveryStore(
  'what stands behind edges',
  (server) => {
    test('every edge that is made of claims tells all of it, in whatever relation it is seen', () => {
      const { schema } = server().answers;
      const facts = new Set(factEdges(model));
      for (const { name, relations } of model.kinds)
        for (const relation of relations.filter(
          ({ edge }) => facts.has(edge.type) && edge.citations.length > 0,
        )) {
          const type = schema.getType(name);
          const field = relation.many ? relation.name : `${relation.name}Edge`;
          expect(isObjectType(type) && Object.keys(type.getFields())).toContain(field);
          const edge = schema.getType(
            `${relation.owner}${relation.name[0]!.toUpperCase()}${relation.name.slice(1)}Edge`,
          );
          expect(isObjectType(edge) && Object.keys(edge.getFields())).toEqual(expect.arrayContaining(told));
          const { claims } = isObjectType(edge) ? edge.getFields() : {};
          expect(claims!.args.map((argument) => argument.name)).toEqual([
            'property',
            'status',
            'first',
            'after',
          ]);
        }
    });

    test('an edge shows where the claims behind it disagree, about itself or with another', async () => {
      const { plant } = await server().data(`{
        plant(id: "plant/p") {
          operators { edges { share node { id } conflicts { kind property shownValue spread sides { nodes { id } } } } }
        }
      }`);
      const reviewed = {
        kind: 'SUBJECT',
        property: 'plants',
        shownValue: 'plant/p',
        spread: null,
        sides: { nodes: [{ id: 'claim/1' }, { id: 'claim/4' }] },
      };
      const shares = {
        kind: 'VALUE',
        property: 'plants.share',
        shownValue: '60',
        spread: 16.7,
        sides: { nodes: [{ id: 'claim/1' }, { id: 'claim/2' }] },
      };
      expect(plant.operators.edges).toEqual([
        { share: 60, node: { id: 'corporation/c' }, conflicts: [shares, reviewed] },
        { share: null, node: { id: 'corporation/d' }, conflicts: [reviewed] },
      ]);
    });

    test('the edge of a relation to one is asked for beside its node', async () => {
      const { p, q } = await server().data(`{
        p: plant(id: "plant/p") {
          country { id }
          countryEdge { __typename node { id name } confidence corroboration { sources } claims { id } sources { id } conflicts { shownValue } }
        }
        q: plant(id: "plant/q") { countryEdge { confidence node { id } } }
      }`);
      expect(p).toEqual({
        country: { id: 'country/x' },
        countryEdge: {
          __typename: 'PlantCountryEdge',
          node: { id: 'country/x', name: 'X' },
          confidence: 'HIGH',
          corroboration: { sources: 1 },
          claims: [{ id: 'claim/5' }],
          sources: [{ id: 'source/one' }],
          conflicts: [{ shownValue: 'country/x' }],
        },
      });
      expect(q).toEqual({ countryEdge: null });
    });

    const claimsOf = async (args: string, directive = ''): Promise<unknown> => {
      const { plant } = await server().data(
        `query ${directive} { plant(id: "plant/p") { operators(first: 1) { edges { claims${args} { id } } } } }`,
      );
      return plant.operators.edges[0]?.claims.map(({ id }: { readonly id: string }) => id);
    };

    test.each([
      ['', ['claim/1', 'claim/2', 'claim/3']],
      ['(status: DISPUTED)', ['claim/3']],
      ['(status: WITHDRAWN)', []],
      ['(property: "plants")', ['claim/2', 'claim/3']],
      ['(property: "plants", status: STANDING)', ['claim/2']],
      ['(first: 2)', ['claim/1', 'claim/2']],
      ['(first: 0)', []],
      ['(first: 1, after: "claim/1")', ['claim/2']],
      ['(after: "claim/3")', []],
      ['(first: 1, property: "plants")', ['claim/2']],
      ['(first: null, after: null, status: null)', ['claim/1', 'claim/2', 'claim/3']],
    ])('of its claims some may be asked for: %s', async (args, ids) => {
      expect(await claimsOf(args)).toEqual(ids);
    });

    test('a reading leaves out what it leaves out, and goes on to whom others name', async () => {
      const directive = '@resolve(exclude: ["source/one"])';
      expect(await claimsOf('(first: 1)', directive)).toEqual(['claim/2']);
      const { plant } = await server().data(
        `query ${directive} { plant(id: "plant/p") { countryEdge { confidence node { id } claims { id } } } }`,
      );
      expect(plant.countryEdge).toEqual({
        confidence: 'LOW',
        node: { id: 'country/y' },
        claims: [{ id: 'claim/6' }],
      });
      expect(await claimsOf('', '@asOf(known: "2025-01-01T00:00:00Z")')).toBeUndefined();
    });

    test.each(['first: -1', 'first: 501'])('refuses %s', async (argument) => {
      const { status, body } = await server().query(
        `{ plant(id: "plant/p") { operators { edges { claims(${argument}) { id } } } } }`,
      );
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([
        {
          extensions: { code: 'PAGE_SIZE_OUT_OF_RANGE', argument: 'plant.operators.edges.claims.first' },
        },
      ]);
    });
  },
  { seeds: [folder] },
);
