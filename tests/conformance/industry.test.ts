/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-argument --
   answers are JSON, and what is in them is what is tested */
import { defaultSeeds } from '../../src/cli/seeds';
import { contradictions } from '../support/contradictions';
import { examples } from '../support/examples';
import { onEveryStore } from '../support/servers';

const example = (start: string): readonly [query: string, variables: Readonly<Record<string, unknown>>] => {
  const { query, variables } = examples.find(({ file }) => file.startsWith(start))!;
  return [query, variables];
};

onEveryStore(
  'the industry, as it is shipped',
  (server) => {
    test.each(examples)(
      '$file answers in one statement, and what a search reads before it',
      async ({ query, variables }) => {
        const { store } = server();
        store.reads = [];
        const { status, body } = await server().query(query, variables);
        expect(body.errors).toBeUndefined();
        expect(status).toBe(200);
        expect(Object.values(body.data as object).every((value) => value !== null)).toBe(true);
        const ownReads =
          /^ {2}(\w+: )?(trace|neighborhood|between|common|exposure|timeline|diff|search|suggest)\(/m.test(
            query,
          )
            ? store.reads.slice(-1)
            : store.reads;
        expect(ownReads).toHaveLength(1);
      },
    );

    test('two that no path ties as it was asked, and what the nearest miss lacks', async () => {
      const { trace } = await server().data(...example('22-'));
      expect(trace).toMatchObject({ nodes: [], search: { exhaustive: true } });
      const { reason, hops, path } = trace.nearestMiss;
      expect(reason).toBe('TOO_FEW_ORIGINS');
      expect(hops.length).toBeGreaterThan(1);
      expect(path.account).toMatch(/Nissan participates in .* CATL participates in/);
      for (const { claims } of path.footnotes) expect(claims).not.toHaveLength(0);
    });

    test('who of one country makes cells with whom of another', async () => {
      const { corporations } = await server().data(...example('23-'));
      const [honda, ...others] = corporations.nodes;
      expect(others).toEqual([]);
      expect(honda).toMatchObject({ name: 'Honda', partnerships: { edges: [{ since: '2022' }] } });
    });

    test('a path whose links held together, each with its claims', async () => {
      const [path] = (await server().data(...example('24-'))).trace.nodes;
      expect(path.jointInterval).toEqual({ since: '2022', until: null });
      for (const { claims } of path.hops) expect(claims).not.toHaveLength(0);
    });

    test('a path across a spin-off', async () => {
      const [path] = (await server().data(...example('25-'))).trace.nodes;
      expect(path.account).toMatch(/LG Chem.*LG Energy Solution.*Honda/);
    });

    test('a tie that rests on the word of one party', async () => {
      const { trace } = await server().data(...example('32-'));
      expect(trace.nodes).toEqual([]);
      expect(trace.nearestMiss).toMatchObject({ reason: 'EXCLUDED_SOURCE', hops: [0, 1] });
    });

    test('what was believed of a plan at one date, and what at another', async () => {
      const { diff, timeline } = await server().data(...example('16-'));
      expect(diff.changes).toMatchObject([
        { kind: 'CHANGED', property: 'status', before: 'PLANNED', after: 'CANCELLED' },
      ]);
      expect(diff.changes[0].claimsBefore).not.toHaveLength(0);
      expect(diff.changes[0].claimsAfter).not.toHaveLength(0);
      expect(timeline.nodes).toContainEqual(
        expect.objectContaining({ date: '2025-05-09', kind: 'CANCELLED' }),
      );
    });

    test('with whom the partnerships are today that another had', async () => {
      const { corporation } = await server().data(...example('17-'));
      const [ultium, ...others] = corporation.partnerships.edges;
      expect(others).toEqual([]);
      expect(ultium).toMatchObject({
        since: '2019-12',
        until: '2020-11-30',
        node: { name: 'Ultium Cells LLC', kind: 'JOINT_VENTURE' },
      });
      const partners = ultium.node.participants.edges;
      expect(partners.map(({ since, node }: any) => [since, node.name])).toEqual([
        ['2019', 'General Motors'],
        ['2020-12-01', 'LG Energy Solution'],
      ]);
      for (const { claims } of partners) expect(claims).not.toHaveLength(0);
      expect(corporation.changes.nodes).toEqual([
        {
          kind: 'SPIN_OFF',
          date: '2020-12-01',
          what: 'the battery business',
          successors: { nodes: [{ name: 'LG Energy Solution' }] },
        },
      ]);
    });

    test('when it was changed who somebody is, in the order of what else happened', async () => {
      const { timeline } = await server().data(`{
        timeline(of: ["corporation/lg-chem"]) { nodes { date kind subject { id } object { name } account claims { source { id } } } }
      }`);
      expect(timeline.nodes).toMatchObject([
        { date: '2019-12', kind: 'JOINED', object: { name: 'Ultium Cells LLC' } },
        { date: '2020-11-30', kind: 'LEFT', object: { name: 'Ultium Cells LLC' } },
        {
          date: '2020-12-01',
          kind: 'IDENTITY',
          subject: { id: 'identity-event/lg-energy-solution-2020' },
          object: null,
          account: 'LG Energy Solution, split off from LG Chem: date 2020-12-01',
          claims: [{ source: { id: 'source/lges-press-release-2020' } }],
        },
      ]);
    });

    test('where two data sets disagree, and by how much', async () => {
      const { conflicts } = await server().data(...example('18-'));
      expect(conflicts.totalCount).toBeGreaterThan(20);
      const spreads = conflicts.nodes.map(({ spread }: any) => spread);
      expect(spreads).toEqual(spreads.toSorted((a: number, b: number) => b - a));
      for (const { sides } of conflicts.nodes) {
        const sources = new Set(sides.nodes.map(({ source }: any) => source.name));
        expect(sources.size).toBeGreaterThan(1);
      }
      const [most] = conflicts.nodes;
      expect(most).toMatchObject({
        subject: { funds: { nodes: [{ name: 'Westwin Elements, Lawton (Oklahoma)' }] } },
        spread: 98.5,
      });
    });

    test('what rests on one newspaper, and what on it alone', async () => {
      const { source } = await server().data(...example('07-'));
      const { claims } = await server().data(...example('34-'));
      expect(claims.totalCount).toBeGreaterThan(20);
      expect(claims.totalCount).toBeLessThan(source.attributedClaims.totalCount);
      const names = claims.nodes.map(({ name }: any) => name);
      expect(names).toContain("Japan's battery production capacity, 2024: value 80 GWh/year");
      // METI names the sum as well, and so it does not rest on Nikkei alone.
      const sum = "Japan's battery build-out, 2024: amount 1000000000000 JPY";
      expect(source.attributedClaims.nodes.map(({ name }: any) => name)).toContain(sum);
      expect(names).not.toContain(sum);
    });

    test('ties that two origins confirm', async () => {
      const { trace } = await server().data(...example('14-'));
      expect(trace.nodes).not.toHaveLength(0);
      for (const { hops } of trace.nodes)
        for (const { independentOrigins } of hops) expect(independentOrigins).toBeGreaterThan(1);
    });

    test('the eleven contradictions of the article, one after the other', async () => {
      const data = await server().data(...example('33-'));
      expect(Object.keys(data)).toEqual(Object.keys(contradictions).map((name) => name.toLowerCase()));
      for (const [name, findings] of Object.entries(contradictions)) {
        const { nodes } = data[name.toLowerCase()];
        const told = nodes.map(({ kind, shownValue }: any) => `${kind} ${shownValue}`);
        expect(told.toSorted()).toEqual(
          findings.map(({ kind, shown }) => `${kind} ${String(shown?.[0] ?? null)}`).toSorted(),
        );
        for (const { sides } of nodes) expect(sides.nodes.length).toBeGreaterThan(1);
      }
    });

    test('whose the plants of a country are, at least and at most, with a claim for each number', async () => {
      const { exposure } = await server().data(...example('30-'));
      const { total, exposed, contributions } = exposure;
      expect(exposed.low).toBeGreaterThan(0.2 * total.low);
      expect(exposed.high).toBeGreaterThan(exposed.low);
      expect(exposed.high).toBeLessThan(total.low);
      const accounts = contributions.nodes.map(({ account }: any) => account).join('\n');
      expect(accounts).toContain('LG Energy Solution owns 50 % of Ultium Cells');
      for (const { footnotes } of contributions.nodes)
        for (const { claims } of footnotes) expect(claims).not.toHaveLength(0);
    });

    test('where the capacity of a country stands, and who owns that of a company', async () => {
      const { japan, nissan } = await server().data(...example('31-'));
      expect(japan.share.low).toBeGreaterThan(0.5);
      expect(japan.contributions.nodes.map(({ owner }: any) => owner.name)).toContain('Toyota');
      expect(nissan.account).toMatch(/^Of \d[\d.]+ GWh a year, /);
      expect(nissan.contributions.nodes.map(({ account }: any) => account).join('\n')).toContain(
        'AESC Sunderland',
      );
    });

    test('whose cells the automakers of a country get, with a claim for each link', async () => {
      const { exposure } = await server().data(...example('35-'));
      const { Honda, Mazda } = Object.fromEntries(exposure.lines.map((line: any) => [line.of.name, line]));
      expect(Honda.exposed).toEqual({ low: 0, high: 1 });
      expect(Mazda.exposed).toEqual({ low: 0, high: 0 });
      expect(exposure.leftOut).toMatchObject([{ reason: 'NO_SUPPLIER' }]);
      const accounts = exposure.contributions.nodes.map(({ account }: any) => account).join('\n');
      expect(accounts).toContain('LG Energy Solution delivers 0 to 100 % of the cells of Toyota');
      for (const { footnotes } of exposure.contributions.nodes)
        for (const { claims } of footnotes) expect(claims).not.toHaveLength(0);
    });

    test('what is mined in a country of what cells need, each material by itself', async () => {
      const { toyota, named } = await server().data(...example('36-'));
      expect(toyota.lines.map(({ of }: any) => of.name)).toEqual([
        'Cobalt',
        'Lithium',
        'Manganese',
        'Nickel',
      ]);
      const [, lithium] = toyota.lines;
      // 41,400 of 222,000 tonnes.
      expect(lithium.exposed.low).toBeCloseTo(0.186, 3);
      expect(named.account).toMatch(/81\.9 % of the world's Natural graphite/);
      for (const { footnotes } of [...toyota.contributions.nodes, ...named.contributions.nodes])
        for (const { claims } of footnotes) expect(claims).not.toHaveLength(0);
    });

    test('companies with names that are alike, and were decided to be different', async () => {
      const { decisions, sameAsCandidates, resolve } = await server().data(`{
        decisions(where: { verdict: { eq: DIFFERENT } }, first: 200) { nodes { reason entities { nodes { id } } } }
        sameAsCandidates(first: 500) { nodes { one { id } other { id } } }
        resolve(names: ["Volvo"]) { matches { status candidates { entity { id } features { kind detail } } } }
      }`);
      const keyOf = (...ids: string[]): string => ids.toSorted().join(' ');
      const apart = decisions.nodes.map(({ entities }: any) =>
        keyOf(...entities.nodes.map(({ id }: any) => id)),
      );
      expect(apart.length).toBeGreaterThan(60);
      expect(sameAsCandidates.nodes).not.toHaveLength(0);
      for (const { one, other } of sameAsCandidates.nodes)
        expect(apart).not.toContain(keyOf(one.id, other.id));
      const [volvo] = resolve.matches;
      expect(volvo.status).toBe('AMBIGUOUS');
      expect(volvo.candidates[1].features).toContainEqual({
        kind: 'DECIDED_DIFFERENT',
        detail: 'Trucks and cars: two companies since 1999.',
      });
    });

    test('a company by its name in another script', async () => {
      const { corporations } = await server().data(
        '{ corporations(where: {aliases: {includes: "トヨタ自動車"}}) { nodes { id } } }',
      );
      expect(corporations.nodes).toEqual([{ id: 'corporation/toyota' }]);
    });
  },
  { seeds: defaultSeeds },
);
