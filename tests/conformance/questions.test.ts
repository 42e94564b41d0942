/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return --
   Answers are compared, not computed with. */
import { examples } from '../support/examples';
import { onEveryStore, type TestServer } from '../support/servers';

/** The answer to the example whose file begins with these digits. */
function ask(server: TestServer, number: string): Promise<any> {
  const { query, variables } = examples.find(({ file }) => file.startsWith(number))!;
  return server.data(query, variables);
}

const names = (nodes: { name: string }[]): string[] => nodes.map(({ name }) => name);

onEveryStore('what the founding article must answer', (server) => {
  test('who invests in the build-out, how much, in which currency, and who says so', async () => {
    const { investment } = await ask(server(), '01');
    expect([investment.amount, investment.currency]).toEqual([1_000_000_000_000, 'JPY']);
    expect([investment.reportedAmount, investment.reportedCurrency]).toEqual([7_000_000_000, 'USD']);
    expect(investment.investors.edges.map(({ node }: any) => node.name)).toEqual(
      expect.arrayContaining(['Toyota', 'Nissan']),
    );
    for (const { claims } of investment.investors.edges) expect(claims).not.toHaveLength(0);
    const sums = Object.fromEntries(
      investment.fundedBy.nodes.map(({ name, amount, currency }: any) => [name, `${amount} ${currency}`]),
    );
    expect(sums).toMatchObject({
      'Toyota: battery investment, 2024': '245000000000 JPY',
      'Nissan: LFP battery investment, 2024': '153300000000 JPY',
      'Panasonic Energy and Subaru: battery investment, 2024': '463000000000 JPY',
      'Panasonic Energy and Mazda: battery investment, 2024': '83300000000 JPY',
    });
  });

  test('which plants will make LFP, from when, run by whom', async () => {
    const { plants } = await ask(server(), '02');
    expect(plants.nodes).toMatchObject([
      {
        name: 'Nissan Kitakyushu LFP plant',
        country: { name: 'Japan' },
        status: 'CANCELLED',
        startOfProduction: '2028',
        operators: { edges: [{ node: { name: 'Nissan' } }] },
      },
    ]);
  });

  test("which partnerships include Panasonic's companies, with which partners and roles", async () => {
    const { corporation } = await ask(server(), '03');
    const energy = corporation.owns.edges.find(({ node }: any) => node.name === 'Panasonic Energy').node;
    const roles = energy.partnerships.nodes.map(({ name, participants }: any) => [
      name,
      participants.edges.map(({ role, node }: any) => `${node.name}: ${role}`),
    ]);
    expect(roles).toEqual([
      ['Panasonic Energy–Mazda', ['Mazda: automaker', 'Panasonic Energy: cell and battery supplier']],
      ['Panasonic Energy–Subaru', ['Panasonic Energy: cell and battery supplier', 'Subaru: automaker']],
    ]);
  });

  test('what capacity Japan has, plans and aims for, by when, set by whom', async () => {
    const { country } = await ask(server(), '04');
    const figures = country.statistics.nodes.map(({ measure, value, unit }: any) => [measure, value, unit]);
    expect(figures).toEqual([
      ['BATTERY_CAPACITY', 80, 'GWh/year'],
      ['BATTERY_CAPACITY_CHANGE', 50, '%'],
      ['BATTERY_CAPACITY_PLANNED', 120, 'GWh/year'],
    ]);
    expect(country.targets.nodes).toMatchObject([
      { value: 150, unit: 'GWh', targetYear: 2030, setBy: { name: 'Government of Japan' } },
    ]);
  });

  test('the world market shares of January to July 2024, in order, with country', async () => {
    const { marketShares } = await ask(server(), '05');
    const shares = marketShares.nodes.map(({ percent, corporation: { name, country } }: any) => [
      name,
      percent,
      country.name,
    ]);
    expect(shares).toEqual([
      ['CATL', 37.6, 'China'],
      ['BYD', 16.1, 'China'],
      ['LG Energy Solution', 12.4, 'South Korea'],
      ['SK On', 4.7, 'South Korea'],
      ['Panasonic Energy', 4.3, 'Japan'],
    ]);
  });

  test("what the claims on Japan's EV sales disagree about", async () => {
    const { marketStatistics } = await ask(server(), '06');
    const disputed = marketStatistics.nodes.flatMap(({ name, conflicts }: any) =>
      conflicts.nodes
        .filter(({ kind }: any) => kind === 'VALUE')
        .map(({ sides, shownValue }: any) => [
          name,
          shownValue,
          sides.nodes.map(({ value }: any) => value).toSorted(),
        ]),
    );
    expect(disputed).toEqual(
      expect.arrayContaining([
        ['EV sales in Japan, June 2024', '5010', ['29282', '5010']],
        ['Change of EV sales in Japan, June 2024', '-37', ['-37', '-39']],
        ['EV share of passenger-car sales in Japan, January–June 2023', '2.3', ['0.7', '2.3']],
      ]),
    );
  });

  test('what rests on Nikkei, directly or through those that cite it', async () => {
    const { source } = await ask(server(), '07');
    expect(names(source.citedBy.nodes)).toContain("Electrek on Japan's EV-battery build-out");
    const [electrek] = source.citedBy.nodes;
    expect(names(electrek.citedBy.nodes)).toContain("EconoTimes on Japan's EV-battery build-out");
    expect(source.attributedClaims.totalCount).toBe(source.attributedClaims.nodes.length);
    expect(source.attributedClaims.nodes.map(({ subject }: any) => subject.id)).toEqual(
      expect.arrayContaining(['investment/japan-battery-build-out-2024', 'investment/toyota-2024']),
    );
  });

  test('from a government through its subsidies to plants, chemistries and the partners behind them', async () => {
    const { government } = await ask(server(), '08');
    const plants = government.grants.nodes
      .flatMap(({ beneficiaries }: any) => beneficiaries.nodes)
      .filter(({ __typename }: any) => __typename === 'Plant');
    expect(plants).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'Nissan Kitakyushu LFP plant',
          chemistries: { nodes: [{ name: 'Lithium iron phosphate' }] },
        }),
      ]),
    );
    const gunma = plants.find(({ name }: any) => name.includes('Gunma'));
    expect(JSON.stringify(gunma.operators)).toContain('Panasonic Energy–Subaru');
  });
});
