import { loadSeeds, prepareStore } from '../../src/claims';
import { model } from '../../src/domain';
import type { GraphStore } from '../../src/store';
import { emptyStore } from '../support/fill';
import { articleSeed, copyOfArticle, dump, edit } from '../support/seeds';
import { onEveryStore, testStores } from '../support/servers';

const conflicts = `{ conflicts(first: 100, orderBy: [{id: ASC}]) {
  nodes { id kind reference property shownValue subject { id } shown { id } sides(first: 50) { nodes { id value status } } } } }`;

interface Conflict {
  readonly id: string;
  readonly kind: string;
  readonly reference: string | null;
  readonly property: string | null;
  readonly shownValue: string | null;
  readonly subject: { readonly id: string };
  readonly shown: { readonly id: string } | null;
  readonly sides: { readonly nodes: readonly { readonly id: string; readonly value: string }[] };
}

/** By hand, from the review of the article: what is in dispute, the values, and the one that is shown. */
const disputedValues: readonly (readonly [
  subject: string,
  property: string,
  shown: string,
  others: string[],
])[] = [
  ['investment/nissan-2024', 'amount', '153300000000', ['150000000000']],
  ['investment/toyota-2024', 'amount', '245000000000', ['250000000000']],
  ['market-statistic/japan-ev-imports-change-2024-h1', 'value', '16.7', ['16']],
  ['market-statistic/japan-ev-sales-2024-06', 'value', '5010', ['29282']],
  ['market-statistic/japan-ev-sales-change-2024-06', 'value', '-37', ['-39']],
  ['market-statistic/japan-ev-share-2023-h1', 'value', '2.3', ['0.7']],
  [
    'market-statistic/japan-foreign-brands-2024',
    'assessment',
    'dominate the market with a wider range of models',
    ['destroy the market'],
  ],
  ['partnership/panasonic-subaru-2024', 'plannedCapacity', '16', ['20']],
  ['subsidy/nissan-lfp-2024', 'amount', '55700000000', ['55500000000']],
];

onEveryStore('the article, as it is loaded', (server) => {
  const all = async (): Promise<readonly Conflict[]> => {
    const data = (await server().data(conflicts)) as { conflicts: { nodes: Conflict[] } };
    return data.conflicts.nodes;
  };

  test('its conflicts of value are these and no others, each with the value that is shown', async () => {
    const found = (await all()).filter(({ kind }) => kind === 'VALUE');
    const told = found.map(({ subject, property, shownValue, shown, sides }) => {
      const others = sides.nodes.filter(({ id }) => id !== shown?.id).map(({ value }) => value);
      return [subject.id, property, shownValue, others];
    });
    expect(told).toEqual(disputedValues);
  });

  test('what reviewers found besides is there: C1 to C11', async () => {
    const found = (await all()).filter(({ kind }) => kind !== 'VALUE');
    const references = new Set(found.map(({ reference }) => reference));
    expect(references).toEqual(new Set(Array.from({ length: 11 }, (_, at) => `C${at + 1}`)));
    expect(found.every(({ sides }) => sides.nodes.length > 0)).toBe(true);
  });

  test('each of its 31 statements is a claim', async () => {
    for (let number = 1; number <= 31; number++) {
      const reference = `S${String(number).padStart(2, '0')}`;
      const query = `query($r: String) { claims(where: {reference: {eq: $r}}) { totalCount nodes { source { id } } } }`;
      const { claims } = (await server().data(query, { r: reference })) as {
        claims: { totalCount: number; nodes: { source: { id: string } }[] };
      };
      expect([reference, claims.totalCount]).not.toEqual([reference, 0]);
      expect(claims.nodes.some(({ source }) => source.id === 'source/econotimes-2024-09')).toBe(true);
    }
  });

  test('a better source is what the property shows; both stay as claims', async () => {
    const query = `{
      june: marketStatistic(id: "market-statistic/japan-ev-sales-2024-06") {
        value claims(where: {property: {eq: "value"}}, orderBy: [{number: ASC}]) { nodes { number shown status } } }
    }`;
    expect(await server().data(query)).toEqual({
      june: {
        value: 5010,
        claims: {
          nodes: [
            { number: 5010, shown: true, status: 'STANDING' },
            { number: 29_282, shown: false, status: 'DISPUTED' },
          ],
        },
      },
    });
  });

  test('yen stay yen, and dollars are what a source reported', async () => {
    const query = `{
      plan: investment(id: "investment/japan-battery-build-out-2024") { amount currency reportedAmount reportedCurrency }
      nissan: investment(id: "investment/nissan-2024") { amount currency reportedAmount reportedCurrency }
    }`;
    expect(await server().data(query)).toEqual({
      plan: { amount: 1e12, currency: 'JPY', reportedAmount: 7e9, reportedCurrency: 'USD' },
      nissan: { amount: 153_300_000_000, currency: 'JPY', reportedAmount: 1e9, reportedCurrency: 'USD' },
    });
  });

  test('nothing but its statements rests on the article', async () => {
    const query =
      '{ source(id: "source/econotimes-2024-09") { claims: statedClaims(first: 500) { nodes { reference } } } }';
    const { source } = (await server().data(query)) as {
      source: { claims: { nodes: { reference: string }[] } };
    };
    const references = new Set(source.claims.nodes.map(({ reference }) => reference));
    expect([...references].filter((reference) => !/^S(0[1-9]|[12]\d|3[01])$/.test(reference))).toEqual([]);
    expect(references.size).toBe(31);
  });
});

/** Every other row of the claims; the contradictions and decisions, which speak of all of them, in the second folder. */
function halves(): [string, string] {
  const folders: [string, string] = [copyOfArticle(), copyOfArticle()];
  const headOf = (text: string): string => text.slice(0, text.indexOf('\n') + 1);
  for (const [half, folder] of folders.entries()) {
    edit(folder, 'claims.csv', (text) => {
      const [head, ...rows] = text.trimEnd().split('\n');
      return [head, ...rows.filter((_row, at) => at % 2 === half)].join('\n');
    });
  }
  edit(folders[0], 'contradictions.csv', headOf);
  edit(folders[0], 'curation.csv', headOf);
  edit(folders[1], 'sources.csv', headOf);
  edit(folders[1], 'entities.csv', headOf);
  return folders;
}

for (const { name, open } of testStores) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] loading`, () => {
    const [first, second] = halves();
    let store: GraphStore;
    beforeAll(async () => {
      store = open!();
      await prepareStore(model, store);
    });
    const clear = (): Promise<void> => emptyStore(store);
    beforeEach(clear);
    afterAll(async () => {
      await clear();
      await store.close();
    });
    const load = (...folders: string[]) => loadSeeds(model, store, folders);

    test('twice changes nothing', async () => {
      const once = await load(articleSeed);
      expect(once.put).toBeGreaterThan(2_000);
      const before = await dump(store);
      expect(await load(articleSeed)).toEqual({ ...once, put: 0, dropped: 0 });
      expect(await load(articleSeed, articleSeed)).toEqual({ ...once, put: 0, dropped: 0 });
      expect(await dump(store)).toBe(before);
    });

    test('in two steps, or two folders at once, comes to the same as all at once', async () => {
      await load(articleSeed);
      const whole = await dump(store);
      await clear();
      await load(first);
      await load(second);
      expect(await dump(store)).toBe(whole);
      await clear();
      await load(first, second);
      expect(await dump(store)).toBe(whole);
    });

    test('tells how far it is, up to the end', async () => {
      const seen: (readonly [number, number])[] = [];
      await loadSeeds(model, store, [articleSeed], (done, total) => seen.push([done, total]));
      const total = seen[0]![1];
      expect(seen).toEqual(Array.from({ length: total }, (_, at) => [at + 1, total]));
    });
  });
}
