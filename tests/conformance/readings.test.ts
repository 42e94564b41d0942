/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access --
   Answers are compared, not computed with. */
import { onEveryStore } from '../support/servers';

const wrong = (argument: string, given: unknown, allowed: string) => ({
  extensions: { code: 'BAD_USER_INPUT', argument, given, allowed },
  locations: [expect.anything()],
});

onEveryStore('other readings of the evidence', (server) => {
  const fields = `
    plants(where: { country: { name: { gt: "A" } } }, orderBy: [{ capacity: DESC }], first: 3) {
      totalCount
      nodes {
        id status capacity country { name }
        operators { totalCount edges { since until confidence corroboration { sources independentOrigins } claims { id } sources { id } } }
      }
      pageInfo { hasNextPage endCursor }
    }
    plantsAggregate(groupBy: { status: true }) { count sum { capacity } groups { key { status } count } }`;

  test('without any of their arguments are the plain one', async () => {
    const plain = await server().data(`{ ${fields} }`);
    expect(await server().data(`query @resolve { ${fields} }`)).toEqual(plain);
    expect(await server().data(`query @asOf(known: "2100-01-01T00:00:00Z") { ${fields} }`)).toEqual(plain);
    expect(await server().data(`query @resolve(policy: DEFAULT, exclude: []) { ${fields} }`)).toEqual(plain);
  });

  test('take their values from variables, and are compiled once for all of them', async () => {
    const query = `query ($day: PartialDate!, $out: [ID!], $at: DateTimeISO) @asOf(valid: $day, known: $at) @resolve(exclude: $out) {
      plant(id: "plant/nissan-kitakyushu") { status }
    }`;
    const at = '2030-01-01T00:00:00Z';
    const first = await server().data(query, { day: '2025-01-01', out: ['source/none'], at });
    const compiled = server().compilations();
    const second = await server().data(query, { day: '2026', out: ['source/nikkei'], at });
    expect(server().compilations()).toBe(compiled);
    expect([first.plant.status, second.plant.status]).toEqual(['PLANNED', 'CANCELLED']);
  });

  test('leave the statement of a query without directives as it is', async () => {
    await server().data(`{ ${fields} }`);
    expect(server().store.reads.at(-1)!.text).not.toMatch(/CLAIMED_|_rows/);
  });

  test('before anything was known there are entities of which nothing is claimed', async () => {
    const data = await server().data(`query @asOf(known: "2020-01-01T00:00:00Z") {
      plants { totalCount nodes { status country { id } operators { totalCount } claims { totalCount } } }
      claims { totalCount }
      conflicts { totalCount }
      claimsAggregate { count }
    }`);
    expect(data.plants.totalCount).toBeGreaterThan(0);
    const nothing = { totalCount: 0 };
    for (const plant of data.plants.nodes)
      expect(plant).toEqual({
        status: null,
        country: null,
        operators: nothing,
        claims: nothing,
      });
    expect(data).toMatchObject({ claims: nothing, conflicts: nothing, claimsAggregate: { count: 0 } });
  });

  test.each([
    ['@asOf(valid: null)', '@asOf.valid', null, 'a value'],
    ['@asOf(known: $none)', '@asOf.known', null, 'a value'],
    ['@asOf', '@asOf', null, 'valid or known, or both'],
    ['@resolve(policy: $policy)', '@resolve.policy', null, 'a value'],
    ['@resolve(exclude: ["source/a", "nikkei"])', '@resolve.exclude.1', 'nikkei', 'an id: source/…'],
    [
      '@resolve(exclude: "corporation/toyota")',
      '@resolve.exclude.0',
      'corporation/toyota',
      'an id: source/…',
    ],
  ])('%s is a mistake', async (directive, argument, given, allowed) => {
    const declared = directive.includes('$policy')
      ? '($policy: ResolvePolicy = DEFAULT)'
      : directive.includes('$none')
        ? '($none: DateTimeISO)'
        : '';
    const { body } = await server().query(`query ${declared} ${directive} { plants { totalCount } }`, {
      ...(directive.includes('$policy') && { policy: null }),
      ...(directive.includes('$none') && { none: null }),
    });
    expect(body.errors).toMatchObject([wrong(argument, given, allowed)]);
  });

  test.each(['@asOf(valid: "2023-02-29")', '@asOf(known: "yesterday")', '@resolve(policy: BEST)'])(
    '%s does not pass validation',
    async (directive) => {
      const { body } = await server().query(`query ${directive} { plants { totalCount } }`);
      expect(body.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    },
  );
});
