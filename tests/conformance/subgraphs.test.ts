/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-argument, @typescript-eslint/restrict-plus-operands --
   Answers are compared, not computed with. */
import { onEveryStore } from '../support/servers';

const idsOf = (nodes: any[]): string[] => nodes.map(({ id }) => id);

onEveryStore('neighborhood, between and common', (server) => {
  const around = (args: string) =>
    server()
      .data(
        `{ neighborhood(${args}) {
          nodes { node { id } distance degree }
          links { kind from { id } to { id } confidence independentOrigins claims { id } }
          leftOut { kind count }
          search { exhaustive nodesExpanded }
        } }`,
      )
      .then(({ neighborhood }) => neighborhood);

  test('a neighborhood is ranked, its edges have evidence, and what is left out is counted', async () => {
    const whole = await around('of: "corporation/panasonic-energy", first: 500');
    const part = await around('of: "corporation/panasonic-energy", first: 6');
    expect(whole.leftOut).toEqual([]);
    expect(part.nodes).toEqual(whole.nodes.slice(0, 6));
    const counted = part.leftOut.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    expect(counted).toBe(whole.nodes.length - 6);
    const keys = whole.nodes.map(({ distance, degree, node }: any) => [distance, -degree, node.id]);
    const sorted = keys.toSorted((a: any, b: any) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
    expect(keys).toEqual(sorted);
    const known = new Set(['corporation/panasonic-energy', ...part.nodes.map(({ node }: any) => node.id)]);
    for (const { from, to, claims, independentOrigins } of part.links) {
      expect(known.has(from.id) && known.has(to.id)).toBe(true);
      expect(claims).not.toHaveLength(0);
      expect(independentOrigins).toBeGreaterThan(0);
    }
  });

  test('a hub is reached and not crossed, unless that is asked for', async () => {
    const reached = async (where: string) =>
      (await around(`of: "corporation/catl", first: 500, where: ${where}`)).nodes.map(
        ({ node }: any) => node.id,
      );
    const hops = 'hops: [{kind: HEADQUARTERED_IN}]';
    expect(await reached(`{${hops}}`)).toEqual(['country/china']);
    expect(await reached(`{${hops}, hubs: [Country]}`)).toEqual(['country/china', 'corporation/byd']);
  });

  test('at a date, only what held then', async () => {
    const at = async (date: string) =>
      (
        await around(
          `of: "corporation/subaru", hops: 1, at: "${date}", where: {hops: [{kind: PARTICIPATES_IN}]}`,
        )
      ).nodes.length;
    expect(await at('2024-09-07')).toBe((await at('2024-09-05')) + 1);
  });

  test('between is the union of the shortest paths of each two', async () => {
    const ids = ['corporation/mazda', 'corporation/subaru', 'corporation/toyota'];
    const { between } = await server().data(
      `query ($ids: [ID!]!) { between(ids: $ids, first: 2) {
        nodes { id } links { from { id } to { id } claims { id } } pairs { from { id } to { id } distance } } }`,
      { ids },
    );
    expect(between.pairs).toHaveLength(3);
    const expected = new Set<string>();
    for (const { from, to, distance } of between.pairs) {
      const { trace } = await server().data(
        `query ($from: [ID!]!, $to: [ID!]!) { trace(from: $from, to: $to, maxHops: 3, first: 2) { nodes { length nodes { id } } } }`,
        { from: [from.id], to: [to.id] },
      );
      expect(trace.nodes[0].length).toBe(distance);
      for (const path of trace.nodes) for (const id of idsOf(path.nodes)) expected.add(id);
    }
    expect(idsOf(between.nodes)).toEqual([...expected].toSorted());
    for (const { from, to } of between.links)
      expect([expected.has(from.id), expected.has(to.id)]).toEqual([true, true]);
  });

  test('what nodes share comes with the edges that tie it to each of them', async () => {
    const { common } = await server().data(
      `{ common(ids: ["corporation/toyota", "corporation/nissan", "corporation/catl"], hops: 1) {
        nodes { node { id } by { id } distance degree links { from { id } to { id } } } hasMore } }`,
    );
    expect(common.nodes.length).toBeGreaterThan(2);
    for (const { node, by, distance, links } of common.nodes) {
      expect(distance).toBe(by.length);
      const tied = links.map(({ from, to }: any) => (from.id === node.id ? to.id : from.id));
      expect([...new Set(tied)].toSorted()).toEqual(idsOf(by));
    }
    const degrees = common.nodes.map(({ degree }: any) => degree);
    expect(degrees).toEqual(degrees.toSorted((a: number, b: number) => a - b));
    expect(common.nodes.at(-1).node.id).toBe('country/japan');
  });

  test.each([
    ['neighborhood(of: [])', 'neighborhood.of', 'leftOut { count }'],
    ['neighborhood(of: "corporation/nope")', 'neighborhood.of', 'leftOut { count }'],
    ['neighborhood(of: "corporation/toyota", hops: 5)', 'neighborhood.hops', 'leftOut { count }'],
    ['neighborhood(of: "corporation/toyota", first: 501)', 'neighborhood.first', 'leftOut { count }'],
    ['between(ids: ["corporation/toyota"])', 'between.ids', 'nodes { id }'],
    ['between(ids: ["corporation/toyota", "corporation/nope"])', 'between.ids', 'nodes { id }'],
    [
      'between(ids: ["corporation/toyota", "corporation/nissan"], maxHops: 7)',
      'between.maxHops',
      'nodes { id }',
    ],
    ['common(ids: ["corporation/toyota", "corporation/toyota"])', 'common.ids', 'hasMore'],
    ['common(ids: ["corporation/toyota", "corporation/nissan"], hops: 3)', 'common.hops', 'hasMore'],
    [
      'common(ids: ["corporation/toyota", "corporation/nissan"], where: {through: ["country/japan"]})',
      'common.where.through',
      'hasMore',
    ],
  ])('%s is refused', async (field, argument, selection) => {
    const { status, body } = await server().query(`{ ${field} { ${selection} } }`);
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors![0].extensions.argument).toBe(argument);
  });
});
