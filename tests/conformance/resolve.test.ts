/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access --
   answers are JSON, and what is in them is what is tested */
import { onEveryStore } from '../support/servers';

const asked = (args: string) => `{
  resolve(${args}) {
    matched ambiguous unmatched
    matches {
      name status score
      entity { id name }
      candidates { score entity { id } features { kind detail } }
    }
  }
}`;

onEveryStore('resolve', (server) => {
  test('matches names by usual and other names, and says why', async () => {
    const { resolve } = await server().data(
      asked('names: ["TOYOTA MOTOR CORP.", "トヨタ自動車", "Nobody at all"], first: 1'),
    );
    expect(resolve).toMatchObject({
      matched: 2,
      ambiguous: 0,
      unmatched: 1,
      matches: [
        {
          name: 'TOYOTA MOTOR CORP.',
          status: 'MATCHED',
          entity: { id: 'corporation/toyota' },
          candidates: [{ entity: { id: 'corporation/toyota' } }],
        },
        {
          status: 'MATCHED',
          entity: { id: 'corporation/toyota', name: 'Toyota' },
          candidates: [
            {
              score: 0.99,
              features: [
                { kind: 'ALIAS', detail: 'トヨタ自動車' },
                { kind: 'EXACT', detail: 'written the same' },
              ],
            },
          ],
        },
        { name: 'Nobody at all', status: 'UNMATCHED', entity: null, score: null, candidates: [] },
      ],
    });
  });

  test('looks among the kinds it is told to, and at the country', async () => {
    const { none, some, abroad } = await server().data(`{
      none: resolve(names: ["Japan"]) { matched }
      some: resolve(names: ["Japan"], kinds: [Country]) { matches { entity { id } } }
      abroad: resolve(names: ["Toyota"], country: "country/china") { matches { candidates { features { kind } } } }
    }`);
    expect(none).toEqual({ matched: 0 });
    expect(some).toEqual({ matches: [{ entity: { id: 'country/japan' } }] });
    expect(abroad.matches[0].candidates[0].features).toContainEqual({ kind: 'OTHER_COUNTRY' });
  });

  test.each([
    ['names: []', 'BAD_USER_INPUT', 'resolve.names'],
    ['names: ["Toyota", " "]', 'BAD_USER_INPUT', 'resolve.names'],
    ['names: ["Toyota"], country: "country/nowhere"', 'BAD_USER_INPUT', 'resolve.country'],
    ['names: ["Toyota"], first: -1', 'PAGE_SIZE_OUT_OF_RANGE', 'resolve.first'],
  ])('refuses %s', async (args, code, argument) => {
    const { status, body } = await server().query(asked(args));
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code, argument } }]);
  });
});

onEveryStore('sameAsCandidates', (server) => {
  test('lists pairs of which nobody has decided, the most alike first', async () => {
    const { sameAsCandidates } = await server().data(
      '{ sameAsCandidates(first: 100) { totalCount nodes { one { id } other { id } score features { kind detail } } } }',
    );
    const { nodes, totalCount } = sameAsCandidates as {
      nodes: { score: number; one: { id: string }; other: { id: string }; features: object[] }[];
      totalCount: number;
    };
    expect(nodes).toHaveLength(totalCount);
    expect(totalCount).toBeGreaterThan(0);
    expect(nodes.map(({ score }) => score)).toEqual(
      nodes.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    for (const { one, other, features } of nodes) {
      expect(one.id < other.id).toBe(true);
      expect(features.length).toBeGreaterThan(1);
    }
    const { sameAsCandidates: some } = await server().data(
      '{ sameAsCandidates(first: 1) { nodes { one { id } } } }',
    );
    expect(some).toEqual({ nodes: [{ one: nodes[0]!.one }] });
  });
});
