/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-return --
   answers are JSON, and what is in them is what is tested */
import { onEveryStore } from '../support/servers';

const nissan = '"investment/nissan-2024"';

onEveryStore('timeline', (server) => {
  test('page by page it is the whole, in the order of time', async () => {
    const query = `query ($first: Int, $after: String) {
      timeline(of: ["corporation/toyota", "corporation/nissan", "investment/nissan-2024"], first: $first, after: $after) {
        totalCount
        nodes { date account claims { id } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    const { timeline: whole } = await server().data(query, { first: 500 });
    expect(whole.nodes).toHaveLength(whole.totalCount);
    expect(whole.totalCount).toBeGreaterThan(8);
    for (const { claims } of whole.nodes) expect(claims).not.toHaveLength(0);
    const firstDays = whole.nodes.map(({ date }: any) => `${date}-01-01`.slice(0, 10));
    expect(firstDays).toEqual(firstDays.toSorted());
    for (const first of [1, 3, 7]) {
      const walked: unknown[] = [];
      let after: string | null = null;
      do {
        const { timeline }: any = await server().data(query, { first, after });
        expect(timeline.pageInfo.hasPreviousPage).toBe(after !== null);
        walked.push(...timeline.nodes);
        after = timeline.pageInfo.hasNextPage ? timeline.pageInfo.endCursor : null;
      } while (after !== null);
      expect(walked).toEqual(whole.nodes);
    }
  });

  test('a day, its month and its year are all within the others', async () => {
    const dates = async (args: string): Promise<string[]> => {
      const { timeline } = await server().data(`{ timeline(of: [${nissan}], ${args}) { nodes { date } } }`);
      return timeline.nodes.map(({ date }: any) => date);
    };
    expect(await dates('from: "2024-09-06", to: "2024-09-06"')).toEqual(['2024-09', '2024-09-06']);
    expect(await dates('from: "2024-09", to: "2024-09"')).toEqual(['2024-09', '2024-09-06']);
    expect(await dates('from: "2025"')).toEqual(['2025-05-09']);
    expect(await dates('to: "2023"')).toEqual([]);
    expect(await dates('kinds: [CANCELLED]')).toEqual(['2025-05-09']);
  });

  test('says of a plan that was overtaken that it was, unless a claim of it still stands', async () => {
    const { timeline } = await server().data(
      '{ timeline(of: ["plant/nissan-kitakyushu"]) { nodes { date property status account } } }',
    );
    expect(timeline.nodes).toContainEqual({
      date: '2028',
      property: 'startOfProduction',
      status: 'SUPERSEDED',
      account: 'Nissan Kitakyushu LFP plant: startOfProduction 2028 (superseded)',
    });
    expect(timeline.nodes).toContainEqual(
      expect.objectContaining({ date: '2025-05-09', property: 'status', status: 'STANDING' }),
    );
  });

  test.each([
    ['of: []', 'BAD_USER_INPUT', 'timeline.of'],
    ['of: ["corporation/nobody"]', 'BAD_USER_INPUT', 'timeline.of'],
    [`of: [${nissan}], from: "2025", to: "2024"`, 'BAD_USER_INPUT', 'timeline.to'],
    [`of: [${nissan}], first: -1`, 'PAGE_SIZE_OUT_OF_RANGE', 'timeline.first'],
    [`of: [${nissan}], after: "x"`, 'BAD_CURSOR', 'timeline.after'],
  ])('refuses %s', async (args, code, argument) => {
    const { status, body } = await server().query(`{ timeline(${args}) { totalCount } }`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code, argument } }]);
    expect(body.errors![0].locations).toBeDefined();
  });
});

onEveryStore('a search beside another reading', (server) => {
  test.each(['@asOf(valid: "2025")', '@resolve(exclude: ["source/nikkei"])'])(
    'is refused: %s',
    async (directive) => {
      const { status, body } = await server().query(
        `query ${directive} { plants(first: 1) { nodes { id } } told: timeline(of: [${nissan}]) { totalCount } }`,
      );
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'told' } }]);
    },
  );
  test.each([
    [
      'trace(from: ["corporation/toyota"], to: ["corporation/nissan"]) { __typename }',
      'at and where.excludeSources',
    ],
    [
      'diff(of: ["corporation/toyota"], between: {from: "2024", to: "2025"}) { __typename }',
      'between and known',
    ],
    ['search(text: "toyota") { __typename }', 'names are of no date'],
  ])('says what to ask instead of %s', async (field, instead) => {
    const { body } = await server().query(`query @asOf(valid: "2025") { ${field} }`);
    expect(body.errors).toMatchObject([{ message: expect.stringContaining(instead) }]);
  });

  test('is answered without', async () => {
    expect(await server().data(`{ timeline(of: [${nissan}]) { totalCount } }`)).toEqual({
      timeline: { totalCount: 3 },
    });
  });
});

onEveryStore('diff', (server) => {
  const changes = async (args: string): Promise<any[]> => {
    const selection =
      'changes { kind subject { id } property object { id } before after claimsBefore { id } claimsAfter { id } }';
    const { diff } = await server().data(`{ diff(${args}) { ${selection} } }`);
    return diff.changes;
  };

  test('tells what became of a plan, as the two readings do', async () => {
    expect(await changes(`of: [${nissan}], between: {from: "2025-05-08", to: "2025-05-09"}`)).toEqual([
      {
        kind: 'CHANGED',
        subject: { id: 'investment/nissan-2024' },
        property: 'status',
        object: null,
        before: 'PLANNED',
        after: 'CANCELLED',
        claimsBefore: [{ id: 'claim/japan-2024-s18-status' }],
        claimsAfter: [{ id: 'claim/japan-2024-c11-nissan-investment' }],
      },
    ]);
    const status = async (valid: string): Promise<unknown> =>
      (await server().data(`query @asOf(valid: "${valid}") { investment(id: ${nissan}) { status } }`))
        .investment.status;
    expect([await status('2025-05-08'), await status('2025-05-09')]).toEqual(['PLANNED', 'CANCELLED']);
  });

  test('tells of edges that came and went, from either end', async () => {
    const between = 'between: {from: "2020-03-31", to: "2020-04-01"}';
    const [ofOwner, ...more] = await changes(`of: ["corporation/toyota"], ${between}`);
    expect(more).toEqual([]);
    expect(ofOwner).toMatchObject({
      kind: 'APPEARED',
      subject: { id: 'corporation/toyota' },
      property: 'owns',
      before: null,
      after: null,
      claimsBefore: [],
    });
    expect(await changes(`of: ["${ofOwner.object.id}"], ${between}`)).toContainEqual(ofOwner);
  });

  test('nothing changes within a day', async () => {
    expect(await changes(`of: [${nissan}], between: {from: "2025", to: "2025-12-31"}`)).toEqual([]);
  });

  test.each([
    ['of: [], between: {from: "2024", to: "2025"}', 'diff.of'],
    ['of: ["corporation/nobody"], between: {from: "2024", to: "2025"}', 'diff.of'],
    [`of: [${nissan}], between: {from: "2025", to: "2024"}`, 'diff.between.to'],
  ])('refuses %s', async (args, argument) => {
    const { status, body } = await server().query(`{ diff(${args}) { changes { kind } } }`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });
});
