/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/restrict-plus-operands --
   answers are JSON, and what is in them is what is tested */
import { onEveryStore } from '../support/servers';

const toyotaToNissan = 'from: "corporation/toyota", to: "corporation/nissan"';

onEveryStore('trace', (server) => {
  test('a path has its nodes, its hops and the claims behind them', async () => {
    const { trace } = await server().data(`{
      trace(from: "corporation/toyota", to: "partnership/panasonic-mazda-2024", where: {hops: [{kind: OWNS}, {kind: PARTICIPATES_IN}]}) {
        nodes {
          length
          nodes { id ... on Partnership { kind } }
          hops { kind direction from { id } to { id } claims { id source { name } } footnote }
          footnotes { number claims { id } }
        }
      }
    }`);
    const [path, ...others] = trace.nodes;
    expect(others).toEqual([]);
    expect(path.length).toBe(4);
    expect(path.nodes.at(-1)).toEqual({ id: 'partnership/panasonic-mazda-2024', kind: 'PRODUCTION' });
    for (const [at, hop] of path.hops.entries()) {
      expect([hop.from.id, hop.to.id]).toEqual([path.nodes[at].id, path.nodes[at + 1].id]);
      expect(hop.claims).not.toHaveLength(0);
      const { claims } = path.footnotes.find(({ number }: { number: number }) => number === hop.footnote);
      expect(claims.map(({ id }: { id: string }) => id)).toEqual(
        hop.claims.map(({ id }: { id: string }) => id),
      );
    }
  });

  test('other root fields, aliases and fragments of the same operation are answered as ever', async () => {
    const { there, back, toyota } = await server().data(
      `query ($id: ID!) {
        there: trace(from: [$id], to: "corporation/nissan", first: 2) { ...Ends }
        back: trace(from: "corporation/nissan", to: [$id], first: 2) { ...Ends }
        toyota: corporation(id: $id) { name }
      }
      fragment Ends on PathConnection { __typename nodes { __typename steps: length nodes { __typename id } } }`,
      { id: 'corporation/toyota' },
    );
    expect(toyota).toEqual({ name: 'Toyota' });
    expect(there.__typename).toBe('PathConnection');
    expect(there.nodes[0].nodes.map(({ id }: { id: string }) => id)).toEqual(
      back.nodes[0].nodes.map(({ id }: { id: string }) => id).toReversed(),
    );
  });

  test('the same operation with other ends is not compiled again', async () => {
    const query =
      'query ($to: [ID!]!, $where: TraceWhere) { trace(from: "corporation/toyota", to: $to, where: $where) { nodes { length } } }';
    const where = { minOrigins: 1, nodes: { plant: { status: { eq: 'PLANNED' } } } };
    await server().data(query, { to: 'corporation/nissan', where });
    const before = server().compilations();
    const other = { minOrigins: 2, nodes: { plant: { status: { eq: 'OPERATING' } } } };
    await server().data(query, { to: 'corporation/mazda', where: other });
    expect(server().compilations()).toBe(before);
  });

  test('pages put together are the whole list', async () => {
    const page = async (first: number, after?: string) =>
      (
        await server().data(
          `query ($first: Int, $after: String) {
            trace(${toyotaToNissan}, rankBy: WEAKEST_LINK, first: $first, after: $after) {
              nodes { account }
              edges { cursor node { account } }
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }`,
          { first, after },
        )
      ).trace;
    const whole = await page(500);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(whole.nodes.length).toBeGreaterThan(7);
    const gathered: unknown[] = [];
    let at = await page(3);
    for (;;) {
      gathered.push(...at.edges);
      expect(at.pageInfo.endCursor).toBe(at.edges.at(-1).cursor);
      if (!at.pageInfo.hasNextPage) break;
      at = await page(3, at.pageInfo.endCursor);
      expect(at.pageInfo.hasPreviousPage).toBe(true);
    }
    expect(gathered).toEqual(whole.edges);
    expect((await page(0)).nodes).toEqual([]);
  });

  test('nodes are filtered in the language of their kind, relations included', async () => {
    const paths = async (nodes: string) =>
      (
        await server().data(
          `{ trace(${toyotaToNissan}, where: {nodeKinds: [Plant, Subsidy], nodes: ${nodes}}) { nodes { nodes { id } } } }`,
        )
      ).trace.nodes.map((path: any) => path.nodes.map(({ id }: { id: string }) => id));
    const all = await paths('{}');
    const some = await paths('{plant: {operators: {some: {name: {eq: "Nissan"}}}}}');
    const crosses = (path: string[], plant: string) => path.includes(plant);
    expect(all.some((path: string[]) => crosses(path, 'plant/toyota-fukuoka'))).toBe(true);
    expect(some).toEqual(all.filter((path: string[]) => !path.some((id) => id.startsWith('plant/toyota-'))));
    expect(await paths('{subsidy: {name: {eq: "none of that name"}}}')).toEqual([]);
  });

  test('a budget that runs out is an answer', async () => {
    const { trace } = await server().data(
      `{ trace(${toyotaToNissan}, budget: {nodes: 1}) { nodes { length } search { exhaustive nodesExpanded budget { nodes milliseconds } } nearestMiss { reason } } }`,
    );
    expect(trace).toEqual({
      nodes: [],
      search: { exhaustive: false, nodesExpanded: 1, budget: { nodes: 1, milliseconds: 1500 } },
      nearestMiss: null,
    });
  });

  const mistakes: readonly (readonly [string, string, string, string])[] = [
    [
      'an unknown id',
      'from: "corporation/toyota", to: ["corporation/nissan", "corporation/nope"]',
      'trace.to',
      'corporation/nope',
    ],
    [
      'an unknown source',
      `${toyotaToNissan}, where: {excludeSources: ["source/nope"]}`,
      'trace.where.excludeSources',
      'source/nope',
    ],
    [
      'the same at both ends',
      'from: "corporation/toyota", to: "corporation/toyota"',
      'trace.to',
      'corporation/toyota',
    ],
    [
      'an end that is evidence',
      'from: "claim/japan-2024-owns-panasonic-energy", to: "corporation/toyota"',
      'trace.from',
      'of another kind',
    ],
    [
      'a source to leave out that is none',
      `${toyotaToNissan}, where: {excludeSources: ["corporation/subaru"]}`,
      'trace.where.excludeSources',
      'of the kind Source',
    ],
    ['no ends', 'from: [], to: "corporation/toyota"', 'trace.from', '0 ids'],
    ['too many hops', `${toyotaToNissan}, maxHops: 9`, 'trace.maxHops', '1 to 8'],
    ['no hops', `${toyotaToNissan}, maxHops: 0`, 'trace.maxHops', '1 to 8'],
    ['a date without its mode', `${toyotaToNissan}, at: "2024"`, 'trace.at', 'ALL_AT'],
    ['a mode without its date', `${toyotaToNissan}, time: ALL_AT`, 'trace.at', 'a date'],
    [
      'a node to avoid and to pass',
      `${toyotaToNissan}, where: {avoid: ["plant/toyota-hyogo"], through: ["plant/toyota-hyogo"]}`,
      'trace.where.avoid',
      'either of them',
    ],
    [
      'an end to avoid',
      `${toyotaToNissan}, where: {avoid: ["corporation/nissan"]}`,
      'trace.where.avoid',
      'an end',
    ],
    [
      'a node to pass that is of no kind asked for',
      `${toyotaToNissan}, where: {nodeKinds: [Subsidy], through: ["plant/toyota-hyogo"]}`,
      'trace.where.through',
      'nodeKinds',
    ],
    ['no kinds of hops', `${toyotaToNissan}, where: {hops: []}`, 'trace.where.hops', 'at least one kind'],
    ['no origins', `${toyotaToNissan}, where: {minOrigins: 0}`, 'trace.where.minOrigins', '1 or more'],
    [
      'too large a budget',
      `${toyotaToNissan}, budget: {nodes: 1000000}`,
      'trace.budget.nodes',
      '1 to 100000',
    ],
    [
      'a filter that cannot be meant',
      `${toyotaToNissan}, where: {nodes: {plant: {OR: []}}}`,
      'trace.where.nodes.plant.OR',
      'at least one condition',
    ],
    ['a forged cursor', `${toyotaToNissan}, after: "bm90aGluZw"`, 'trace.after', 'a cursor of trace'],
    ['too large a page', `${toyotaToNissan}, first: 501`, 'trace.first', '0 to 500'],
  ];
  test.each(mistakes)('%s is refused', async (_, args, argument, word) => {
    const { status, body } = await server().query(`{ trace(${args}) { nodes { length } } }`);
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors![0].extensions.argument).toBe(argument);
    expect(body.errors![0].message).toContain(word);
    expect(body.errors![0].locations).toHaveLength(1);
  });

  test('an impossible date is refused', async () => {
    const { status, body } = await server().query(
      `{ trace(${toyotaToNissan}, time: ALL_AT, at: "2024-02-30") { nodes { length } } }`,
    );
    expect(status).toBe(400);
    expect(body.errors![0].message).toContain('2024-02-30');
    expect(body.errors![0].extensions).toMatchObject({ argument: 'trace.at' });
    expect(body.errors![0].locations).toHaveLength(1);
  });

  test('an impossible date in a variable is refused, with the variable', async () => {
    const { status, body } = await server().query(
      `query ($at: PartialDate) { trace(${toyotaToNissan}, time: ALL_AT, at: $at) { nodes { length } } }`,
      { at: '2024-13' },
    );
    expect(status).toBe(400);
    expect(body.errors![0].message).toContain('2024-13');
    expect(body.errors![0].extensions).toMatchObject({ argument: '$at' });
  });

  test('a cursor of another order is refused', async () => {
    const { trace } = await server().data(
      `{ trace(${toyotaToNissan}, first: 1) { pageInfo { endCursor } } }`,
    );
    const { body } = await server().query(
      `{ trace(${toyotaToNissan}, rankBy: MOST_RECENT, after: "${trace.pageInfo.endCursor}") { nodes { length } } }`,
    );
    expect(body.errors![0].extensions).toMatchObject({ code: 'BAD_CURSOR', argument: 'trace.after' });
  });
});
