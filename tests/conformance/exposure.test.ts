/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-return --
   answers are JSON, and what is in them is what is tested */
import { onEveryStore } from '../support/servers';

const japan = 'to: ["country/japan"]';
const planned = 'by: PLANTS, makes: null, statuses: [PLANNED, POSTPONED]';
/** While other tests run beside these. */
const patient = 'budget: { milliseconds: 10000 }';

onEveryStore('exposure', (server) => {
  const exposure = async (args: string, fields: string): Promise<any> =>
    (await server().data(`{ exposure(${args}, ${patient}) { ${fields} } }`)).exposure;
  const figures =
    'total { low high unit } exposed { low high } rest { low high } unknown { low high } share { low high }';

  test('a capacity of a date, with the claims behind it', async () => {
    const found = await exposure(
      `of: ["corporation/nissan"], ${japan}, statuses: [PLANNED], at: "2024-09"`,
      `${figures} contributions { nodes { owner { id } amountClaims { id } statusClaims { id } countryClaims { id } chain { claims { id } footnote } account footnotes { number claims { id } } } }`,
    );
    expect(found).toMatchObject({
      total: { low: 5, high: 5, unit: 'GWh/year' },
      exposed: { low: 5, high: 5 },
      rest: { low: 0, high: 0 },
      unknown: { low: 0, high: 0 },
      share: { low: 1, high: 1 },
    });
    const [{ chain, account, footnotes, ...claims }] = found.contributions.nodes;
    expect(claims).toMatchObject({
      owner: { id: 'corporation/nissan' },
      amountClaims: [{ id: 'claim/japan-2024-k05-capacity' }],
    });
    expect(claims.statusClaims).not.toHaveLength(0);
    expect(claims.countryClaims).not.toHaveLength(0);
    for (const { footnote } of chain) {
      expect(account).toContain(`[${String(footnote)}]`);
      expect(footnotes.find(({ number }: any) => number === footnote).claims).toEqual(chain[0].claims);
    }
  });

  test('a date before the plan, and one after it was given up', async () => {
    for (const at of ['2023-12-31', '2025-06']) {
      const args = `of: ["corporation/nissan"], ${japan}, statuses: [PLANNED], at: "${at}"`;
      expect(await exposure(args, 'count share { low } leftOut { reason count }')).toEqual({
        count: 0,
        share: null,
        leftOut: at.startsWith('2025') ? [{ reason: 'OTHER_STATUS', count: 1 }] : [],
      });
    }
  });

  test('what nobody states is a range, and no doubt where all owners are of one country', async () => {
    const found = await exposure(`of: ["country/japan"], ${japan}, ${planned}`, `count ${figures}`);
    expect(found).toMatchObject({
      count: 4,
      exposed: { low: 3, high: 4 },
      rest: { low: 0, high: 1 },
      unknown: { low: 0, high: 1 },
      share: { low: 0.75, high: 1 },
    });
    const of = 'of: ["partnership/panasonic-subaru-2024"]';
    const own = await exposure(`${of}, to: ["country/china"], ${planned}`, figures);
    expect(own).toMatchObject({
      total: { high: 1 },
      exposed: { low: 0, high: 1 },
      rest: { low: 0, high: 1 },
    });
  });

  test('by location, the part that belongs to a company', async () => {
    const args = `of: ["corporation/panasonic-holdings"], ${japan}, attribution: LOCATION, ${planned}`;
    expect(await exposure(args, `count ${figures}`)).toMatchObject({
      count: 1,
      total: { low: 0, high: 1 },
      exposed: { low: 0, high: 1 },
      share: { low: 1, high: 1 },
    });
  });

  test('page by page it is the whole, the largest first', async () => {
    const query = `query ($first: Int, $after: String, $parts: [ExposurePart!]) {
      exposure(of: ["country/japan", "corporation/toyota"], ${japan}, ${planned}, ${patient}, parts: $parts, first: $first, after: $after) {
        contributions {
          totalCount
          nodes { plant { id } owner { id } part amount { low high } }
          pageInfo { hasNextPage hasPreviousPage endCursor }
        }
      }
    }`;
    const whole = (await server().data(query, { first: 100 })).exposure.contributions;
    expect(whole.nodes).toHaveLength(whole.totalCount);
    const highs = whole.nodes.map(({ amount }: any) => amount.high);
    expect(highs).toEqual(highs.toSorted((a: number, b: number) => b - a));
    for (const first of [1, 4]) {
      const walked: unknown[] = [];
      let after: string | null = null;
      do {
        const { exposure: found }: any = await server().data(query, { first, after });
        const { nodes, pageInfo } = found.contributions;
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        walked.push(...nodes);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(walked).toEqual(whole.nodes);
    }
    for (const part of ['EXPOSED', 'REST', 'UNKNOWN']) {
      const { nodes } = (await server().data(query, { first: 100, parts: [part] })).exposure.contributions;
      expect(nodes).toEqual(whole.nodes.filter((node: any) => node.part === part));
    }
  });

  test('a search that ran out says so', async () => {
    const { data } = (
      await server().query(
        `{ exposure(of: ["country/japan"], ${japan}, ${planned}, budget: { nodes: 1 }) { count search { exhaustive nodesExpanded budget { nodes } } } }`,
      )
    ).body;
    expect(data.exposure).toEqual({
      count: 0,
      search: { exhaustive: false, nodesExpanded: 1, budget: { nodes: 1 } },
    });
  });

  test('two of them beside other fields', async () => {
    const nissan = `of: ["corporation/nissan"], ${japan}, statuses: [PLANNED], ${patient}`;
    expect(
      await server().data(
        `{ then: exposure(${nissan}, at: "2024-10") { total { high } } now: exposure(${nissan}) { total { high } } country(id: "country/japan") { isoCode } }`,
      ),
    ).toEqual({ then: { total: { high: 5 } }, now: { total: { high: 0 } }, country: { isoCode: 'JP' } });
  });

  test.each([
    [`of: [], ${japan}`, 'BAD_USER_INPUT', 'it.of'],
    ['of: ["country/japan"], to: []', 'BAD_USER_INPUT', 'it.to'],
    [`of: ["plant/nissan-kitakyushu"], ${japan}`, 'BAD_USER_INPUT', 'it.of'],
    ['of: ["country/japan"], to: ["corporation/nissan"]', 'BAD_USER_INPUT', 'it.to'],
    [`of: ["corporation/nobody", "corporation/nissan", "x"], ${japan}`, 'BAD_USER_INPUT', 'it.of'],
    ['of: ["country/japan"], to: ["country/nowhere"]', 'BAD_USER_INPUT', 'it.to'],
    [`of: ["country/japan"], ${japan}, statuses: []`, 'BAD_USER_INPUT', 'it.statuses'],
    [`of: ["country/japan"], ${japan}, makes: []`, 'BAD_USER_INPUT', 'it.makes'],
    [`of: ["country/japan"], ${japan}, parts: []`, 'BAD_USER_INPUT', 'it.parts'],
    [`of: ["country/japan"], ${japan}, first: 100000`, 'PAGE_SIZE_OUT_OF_RANGE', 'it.first'],
    [`of: ["country/japan"], ${japan}, first: -1`, 'PAGE_SIZE_OUT_OF_RANGE', 'it.first'],
    [`of: ["country/japan"], ${japan}, after: "x"`, 'BAD_CURSOR', 'it.after'],
    [`of: ["country/japan"], ${japan}, budget: { nodes: 0 }`, 'BAD_USER_INPUT', 'it.budget.nodes'],
  ])('refuses %s', async (args, code, argument) => {
    const { status, body } = await server().query(`{ it: exposure(${args}) { count } }`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code, argument } }]);
  });

  test('ids that are not there are named, all of them', async () => {
    const { body } = await server().query(
      `{ exposure(of: ["corporation/nobody", "corporation/nissan", "x"], ${japan}) { count } }`,
    );
    expect(body.errors![0].extensions.given).toEqual(['corporation/nobody', 'x']);
  });

  test('several mistakes at once', async () => {
    const { body } = await server().query('{ exposure(of: [], to: [], statuses: []) { count } }');
    expect(body.errors!.map(({ extensions }) => extensions.argument)).toEqual([
      'exposure.of',
      'exposure.to',
      'exposure.statuses',
    ]);
  });

  test.each(['at: "2024-13"', 'at: "yesterday"', 'by: MONEY', 'first: 1.5'])(
    '%s is no value',
    async (given) => {
      const { status, body } = await server().query(
        `{ exposure(of: ["country/japan"], ${japan}, ${given}) { count } }`,
      );
      expect(status).toBe(400);
      expect(body.errors).toHaveLength(1);
    },
  );
});
