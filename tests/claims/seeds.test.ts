import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { defaultSeeds } from '../../src/cli/seeds';
import { model } from '../../src/domain';
import type { Evidence } from '../../src/claims/evidence';
import { evidenceOfSeeds } from '../support/evidence';

let evidence: Evidence;
beforeAll(async () => {
  evidence = await evidenceOfSeeds(model, defaultSeeds);
}, 60_000);

const read = (file: string): Readonly<Record<string, string>>[] =>
  parse(readFileSync(join(__dirname, '../../seed', file)), { columns: true });

/** Pairs that were decided to be different, and why. */
const keptApart = read('identity/curation.csv').map(({ entities, reason }) => {
  const [one, other] = entities!.split('; ');
  return [one!, other!, reason!] as const;
});

const valuesOf = (subject: string, property: string): string[] =>
  evidence.claims
    .filter((claim) => claim.subject === subject && claim.property === property)
    .map(({ value, unit }) => (unit === undefined ? value : `${value} ${unit}`))
    .toSorted();

const idsOf = (kind: string): string[] =>
  evidence.entities.map(({ id }) => id).filter((id) => id.startsWith(`${kind}/`));

/** The ends of a relation's claims, from either side. */
const endsOf = (id: string, property: string): string[] => [...new Set(valuesOf(id, property))];

describe('the default seed', () => {
  test('more than 1,500 entities and 8,000 claims, every one with a source that is there', () => {
    expect(evidence.entities.length).toBeGreaterThan(1_500);
    expect(evidence.claims.length).toBeGreaterThan(8_000);
    const sources = new Set(evidence.sources.map(({ id }) => id));
    expect(evidence.claims.filter(({ source }) => !sources.has(source))).toEqual([]);
  });

  test('nobody is there of whom nothing is said, but partners and names', () => {
    const spoken = new Set(evidence.claims.flatMap(({ subject, value }) => [subject, value]));
    const silent = evidence.entities.filter(({ id }) => !spoken.has(id)).map(({ id }) => id);
    expect(silent.filter((id) => !/^(corporation|organization|brand|country)\//.test(id))).toEqual([]);
  });

  test('each data set is credited as its licence asks', () => {
    const credits = evidence.sources
      .filter(({ kind, licence }) => kind === 'DATASET' && /CC BY|MIT|BSD/.test(licence ?? ''))
      .map(({ credit }) => credit);
    expect(credits.toSorted()).toEqual([
      'Clean Investment Monitor, Rhodium Group/MIT-CEEPR',
      'Copyright (c) 2024 acheng98',
      'IEA (2024), Global EV Outlook 2024, CC BY 4.0',
      'IEA, Global EV Outlook (2026) – processed by Our World in Data',
      'Known through Our World in Data',
      'premise, copyright 2020 Potsdam Institute for Climate Impact Research and Paul Scherrer Institute',
    ]);
  });

  test('who rests on whom: copies are no origins of their own', () => {
    const cites = (id: string) => evidence.sources.find((source) => source.id === id)?.cites;
    expect(cites('source/owid-electric-cars-2026')).toEqual(['source/iea-global-ev-outlook-2026']);
    expect(cites('source/na-ev-battery-supply-chain-2024-09')).toEqual([
      'source/doe-argonne-battery-supply-chain-investments',
    ]);
    expect(cites('source/premise-energy-density')).toEqual(['source/batteries-2023-9-379']);
  });
});

/** By hand, from the raw tables. */
const spots: readonly (readonly [subject: string, property: string, values: string[]])[] = [
  ['corporation/catl', 'foundedYear', ['2011']],
  ['plant/agratas-somerset', 'capacity', ['40 GWh/year']],
  ['partnership/toyota-idemitsu-2023', 'kind', ['RESEARCH']],
  ['subsidy/ca-vw', 'amount', ['13200000000 CAD']],
  ['market-share/catl-2024', 'volume', ['339.3 GWh', '339.3 GWh']],
  ['market-statistic/japan-ev-sales-2023', 'value', ['88000 vehicles', '88000 vehicles']],
  ['market-statistic/norway-plug-in-share-2023', 'value', ['90 %', '93 %']],
  ['market-statistic/japan-plug-in-sales-2024', 'value', ['103000 vehicles']],
  ['market-statistic/dr-congo-cobalt-mined-2024', 'value', ['226000 t']],
  ['market-statistic/gabon-manganese-mined-2024', 'value', ['4640000 t']],
  ['market-statistic/united-states-lithium-imports-from-chile-2021-2024', 'value', ['54 %']],
  ['battery-chemistry/lithium-sulfur', 'specificEnergyMax', ['180.0 Wh/kg']],
  ['investment/redwood-materials-sparks-nv', 'amount', ['2048190000 USD (2023)', '3505000000 USD']],
  ['plant/t1-energy-newnan-ga', 'status', ['CANCELLED']],
];

describe('each data set, as its table has it', () => {
  test.each(spots)('%s %s', (subject, property, values) => {
    const found = valuesOf(subject, property).map((value) => value.replace(/^(204819)\d{4}\b/, '$10000'));
    expect(found).toEqual(values);
  });
});

describe('what the providers warn of', () => {
  test('no sum of countries is a country', () => {
    const names = evidence.entities.filter(({ id }) => id.startsWith('country/')).map(({ name }) => name);
    expect(names.filter((name) => /world|europe|eu ?27|other|union|total/i.test(name))).toEqual([]);
    const worldly = evidence.claims.filter(
      ({ subject, property }) => property === 'country' && /\/(the-)?world-/.test(subject),
    );
    expect(worldly).toEqual([]);
  });

  test('nought is no investment, no job and no figure', () => {
    const zero = evidence.claims.filter(
      ({ property, value }) =>
        ['amount', 'jobs', 'value', 'latitude'].includes(property) && Number(value) === 0,
    );
    expect(zero).toEqual([]);
    const unknown = read('na-ev-battery-supply-chain/investments.csv').filter(
      (row) => Number(row['reported_investment']) === 0,
    );
    const told = evidence.claims.filter(
      ({ source, property }) =>
        source === 'source/na-ev-battery-supply-chain-2024-09' && property === 'amount',
    );
    expect(unknown.length).toBeGreaterThan(100);
    expect(told.length).toBe(read('na-ev-battery-supply-chain/investments.csv').length - unknown.length);
  });

  test('dollars of 2023 and nominal dollars are different units', () => {
    const units = (source: string) =>
      new Set(
        evidence.claims
          .filter((own) => own.source === source && own.property === 'amount')
          .map(({ unit }) => unit),
      );
    expect(units('source/clean-investment-monitor-2024-q4')).toEqual(new Set(['USD (2023)']));
    expect(units('source/na-ev-battery-supply-chain-2024-09')).toEqual(new Set(['USD']));
  });

  test('withheld is not told, and more than stays more than', () => {
    expect(valuesOf('market-statistic/united-states-lithium-mined-2024', 'value')).toEqual([]);
    const reserves = evidence.claims.find(
      ({ subject, property }) =>
        subject === 'market-statistic/the-world-nickel-reserves' && property === 'value',
    );
    expect(reserves).toMatchObject({ value: '140000000', qualifier: 'AT_LEAST' });
  });

  test('projections are not history', () => {
    const figures = evidence.claims.filter(
      ({ source, property }) => source === 'source/iea-global-ev-data-2024' && property === 'from',
    );
    expect(figures.length).toBeGreaterThan(1_000);
    expect(figures.filter(({ value }) => Number(value) > 2023)).toEqual([]);
    expect(
      read('premise-cell-energy-density/cell_specific_energy.csv').every(({ year }) => year === '2020'),
    ).toBe(true);
  });

  test('rows outside of the list of the Department of Energy are not shipped', () => {
    const rows = read('na-ev-battery-supply-chain/investments.csv');
    expect(rows.length).toBe(474);
  });
});

describe('who is who', () => {
  const decisions = read('identity/decisions.csv');
  const corporationsOf = (spelling: string): (string | undefined)[] =>
    decisions.filter((row) => row['spelling'] === spelling).map((row) => row['corporation']);

  test('every spelling of the two data sets of the United States is decided, to corporations that are there', () => {
    const known = new Set(idsOf('corporation'));
    const spellings = new Set([
      ...read('clean-investment-monitor/facilities.csv').map(
        (row) => `clean-investment-monitor ${row['Company']}`,
      ),
      ...read('na-ev-battery-supply-chain/investments.csv').map(
        (row) => `na-ev-battery-supply-chain ${row['company_name']}`,
      ),
    ]);
    const decided = new Set(decisions.map((row) => `${row['data_set']} ${row['spelling']}`));
    expect([...spellings].filter((spelling) => !decided.has(spelling))).toEqual([]);
    const named = decisions.flatMap((row) => row['corporation']!.split('; '));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    for (const { decision, evidence: why, score } of decisions) {
      expect(['same', 'new']).toContain(decision);
      expect(why).not.toBe('');
      expect(Number(score)).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    ['corporation/ultium-cells', ['Ultium Cells LLC', 'Ultium Cells (GM, LG Energy Solution)']],
    ['corporation/blueoval-sk', ['BlueOval SK (Ford, SK Innovation)', 'BlueOvalSK (JV of Ford and SK On)']],
    ['corporation/aesc', ['Envision AESC', 'Envision AESC US', 'Envision AESC US/BMW']],
    ['corporation/general-motors', ['GM', 'General Motors']],
    ['corporation/tesla', ['Tesla', 'Tesla Inc', 'Tesla Inc.']],
    ['corporation/l-h-battery-company', ['Honda - LGES Partnership', 'L-H Battery Company (LG / Honda)']],
    ['corporation/sungeel-hitech', ['SungEl', 'SungEel HiTech', 'SungEel Recycling Park Georgia']],
  ])('%s is one, however it is written', (id, spellings) => {
    for (const spelling of spellings) expect(new Set(corporationsOf(spelling))).toEqual(new Set([id]));
  });

  test.each(keptApart)('%s is not %s: %s', (one, other) => {
    expect(idsOf('corporation')).toEqual(expect.arrayContaining([one, other]));
    const both = decisions.filter(({ corporation }) => {
      const named = corporation!.split('; ');
      return named.includes(one) && named.includes(other);
    });
    expect(both).toEqual([]);
  });

  test('no two corporations share a name', () => {
    const names = new Map<string, string>();
    const twice = evidence.entities
      .filter(({ id }) => id.startsWith('corporation/'))
      .filter(({ id, name }) => {
        const known = names.get(name.toLowerCase());
        names.set(name.toLowerCase(), id);
        return known !== undefined && known !== id;
      });
    expect(twice.map(({ id }) => id)).toEqual([]);
  });

  test('the main companies are there in their own scripts, and under their former names', () => {
    const aliases = (id: string) => evidence.entities.find((own) => own.id === id)?.aliases;
    expect(aliases('corporation/toyota')).toContain('トヨタ自動車');
    expect(aliases('corporation/catl')).toEqual(expect.arrayContaining(['寧德時代', '宁德时代']));
    expect(aliases('corporation/hyundai-motor')).toContain('현대자동차');
    expect(aliases('corporation/t1-energy')).toContain('FREYR Battery');
  });

  test('a joint venture has the parties that its name lists', () => {
    expect(endsOf('partnership/ultium-cells-2019', 'participants')).toEqual([
      'corporation/general-motors',
      'corporation/lg-chem',
      'corporation/lg-energy-solution',
    ]);
    expect(endsOf('partnership/ultium-cells-2019', 'forms')).toEqual(['corporation/ultium-cells']);
    const named = evidence.claims.filter(
      ({ subject, property, source }) =>
        subject === 'partnership/blueoval-sk-2021' &&
        property === 'participants' &&
        source !== 'source/ford-press-release',
    );
    expect(new Set(named.map(({ value }) => value))).toEqual(
      new Set(['corporation/ford', 'corporation/sk-innovation', 'corporation/sk-on']),
    );
  });

  test('LG Chem’s battery business became LG Energy Solution on 2020-12-01', () => {
    const event = 'identity-event/lg-energy-solution-2020';
    expect(valuesOf(event, 'kind')).toEqual(['SPIN_OFF']);
    expect(valuesOf(event, 'date')).toEqual(['2020-12-01']);
    expect(valuesOf(event, 'predecessors')).toEqual(['corporation/lg-chem']);
    expect(valuesOf(event, 'successors')).toEqual(['corporation/lg-energy-solution']);
  });
});

describe('one plant, several data sets', () => {
  test('Redwood in Nevada: two places, two sums', () => {
    expect(valuesOf('plant/redwood-materials-sparks-nv', 'place')).toEqual([
      'McCarran, Nevada',
      'Sparks, Nevada',
    ]);
    const found = evidence.contradictions.find(
      ({ subject }) => subject === 'investment/redwood-materials-sparks-nv',
    );
    expect(found).toMatchObject({ kind: 'AMOUNT', reason: expect.stringContaining('3,505') as string });
  });

  test('FREYR at Newnan: on the list in one, given up in the other', () => {
    const found = evidence.contradictions.find(({ subject }) => subject === 'plant/t1-energy-newnan-ga');
    expect(found).toMatchObject({ kind: 'SUPERSEDED', property: 'status' });
  });

  test('BlueOval SK at Glendale is two plants, not one told twice', () => {
    for (const number of [1, 2]) {
      const sources = evidence.claims
        .filter(({ subject }) => subject === `plant/blueoval-kentucky-${String(number)}`)
        .map(({ source }) => source);
      expect(new Set(sources)).toEqual(
        new Set([
          'source/ford-2021-09',
          'source/clean-investment-monitor-2024-q4',
          'source/na-ev-battery-supply-chain-2024-09',
        ]),
      );
    }
  });
});
