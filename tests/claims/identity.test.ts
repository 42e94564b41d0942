import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Decisions, noDecisions } from '../../src/claims/curation';
import { match, type Candidate, type MatchStatus } from '../../src/claims/identity/match';
import { NameIndex, type KnownName, type Roster } from '../../src/claims/identity/roster';
import { spell } from '../../src/claims/identity/spelling';

const read = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(__dirname, '..', '..', 'seed', file), 'utf8'), { columns: true });

/** Pairs that were decided to be different, and why. */
const keptApart = read('identity/curation.csv').map(({ entities, reason }) => {
  const [one, other] = entities!.split('; ');
  return [one!, other!, reason!] as const;
});

const known = (id: string, kind: KnownName['kind'], name: string): KnownName => ({
  id,
  kind,
  spelling: spell(name),
});

const rosterOf = (names: readonly KnownName[], decisions = noDecisions): Roster => ({
  index: new NameIndex(names),
  countries: new Map([
    ['c/toyota', 'country/japan'],
    ['c/volvo-cars', 'country/sweden'],
  ]),
  decisions,
});

const names = [
  known('c/toyota', 'NAME', 'Toyota'),
  known('c/toyota', 'ALIAS', 'トヨタ自動車'),
  known('c/toyota-tsusho', 'NAME', 'Toyota Tsusho'),
  known('c/skoda', 'NAME', 'Škoda Auto'),
  known('c/catl', 'NAME', 'CATL'),
  known('c/catl', 'ALIAS', '寧德時代'),
  known('c/acc', 'NAME', 'Automotive Cells Company'),
  known('c/volvo-group', 'NAME', 'Volvo Group'),
  known('c/volvo-cars', 'NAME', 'Volvo Cars'),
  known('c/lotte', 'NAME', 'Lotte Aluminium'),
  known('c/blueoval', 'NAME', 'BlueOval SK'),
  known('c/primearth', 'FORMER_NAME', 'Panasonic EV Energy'),
  known('c/primearth', 'NAME', 'Primearth EV Energy'),
  known('c/lg', 'NAME', 'LG Energy Solution'),
];

describe('a name', () => {
  const features = ({ features: own }: Candidate): string[] => own.map(({ kind }) => kind);

  test.each<[string, string, MatchStatus, string[]]>([
    ['Toyota', 'c/toyota', 'MATCHED', ['NAME', 'EXACT']],
    ['TOYOTA', 'c/toyota', 'MATCHED', ['NAME', 'FOLDED']],
    ['ＴＯＹＯＴＡ', 'c/toyota', 'MATCHED', ['NAME', 'FOLDED']],
    ['トヨタ自動車株式会社', 'c/toyota', 'MATCHED', ['ALIAS', 'LEGAL_FORM']],
    ['寧德時代', 'c/catl', 'MATCHED', ['ALIAS', 'EXACT']],
    ['Skoda Auto a.s.', 'c/skoda', 'MATCHED', ['NAME', 'LEGAL_FORM']],
    ['Blue Oval SK LLC', 'c/blueoval', 'MATCHED', ['NAME', 'SPACING']],
    ['Panasonic EV Energy', 'c/primearth', 'MATCHED', ['FORMER_NAME', 'EXACT']],
    ['ACC', 'c/acc', 'MATCHED', ['NAME', 'ABBREVIATION']],
    ['Lotte Aluminum', 'c/lotte', 'MATCHED', ['NAME', 'CLOSE_SPELLING']],
    ['BlueOval SK (Ford, SK On)', 'c/blueoval', 'MATCHED', ['NAME', 'EXACT', 'BRACKETS']],
    ['Blue Oval SK LLC（JV of Ford and SK On）', 'c/blueoval', 'MATCHED', ['NAME', 'SPACING', 'BRACKETS']],
    ['トヨタ自動車(株)', 'c/toyota', 'MATCHED', ['ALIAS', 'LEGAL_FORM']],
    ['Volvo (Sweden)', 'c/volvo-group', 'AMBIGUOUS', ['NAME', 'GENERIC_WORD', 'BRACKETS']],
    ['Volvo', 'c/volvo-group', 'AMBIGUOUS', ['NAME', 'GENERIC_WORD']],
    ['Toyota Boshoku', 'c/toyota', 'UNMATCHED', ['NAME', 'LEADING_WORDS']],
  ])('%s means %s: %s', (name, id, status, own) => {
    const found = match(rosterOf(names), name);
    expect(found).toMatchObject({ name, status });
    expect(found.candidates[0]!.id).toBe(id);
    expect(features(found.candidates[0]!)).toEqual(own);
  });

  test.each(['CALB', 'JR Energy Solution', 'Tesla', '?', '株式会社', 'Tesla (Toyota)'])(
    '%s means nobody',
    (name) => {
      expect(match(rosterOf(names), name)).toEqual({ name, status: 'UNMATCHED', candidates: [] });
    },
  );

  test('is told apart by the country of its bearer', () => {
    const { status, candidates } = match(rosterOf(names), 'Volvo', 'country/sweden');
    expect(features(candidates.find(({ id }) => id === 'c/volvo-cars')!)).toContain('SAME_COUNTRY');
    expect(status).toBe('AMBIGUOUS');
    const abroad = match(rosterOf(names), 'Toyota', 'country/sweden').candidates[0]!;
    expect(abroad).toMatchObject({ score: 0.85 });
    expect(features(abroad)).toEqual(['NAME', 'EXACT', 'OTHER_COUNTRY']);
  });

  test('is not ambiguous between two that were decided to be the same, until that is undone', () => {
    const decision = {
      id: 'decision/x',
      verdict: 'SAME',
      entities: ['c/volvo-cars', 'c/volvo-group'],
      reason: '',
      curator: '',
      decidedAt: '2026-01-01T00:00:00.000Z',
      features: [],
    };
    expect(match(rosterOf(names, new Decisions([decision])), 'Volvo').status).toBe('MATCHED');
    const undone = { ...decision, withdrawnAt: '2026-01-02T00:00:00.000Z' };
    expect(match(rosterOf(names, new Decisions([undone])), 'Volvo').status).toBe('AMBIGUOUS');
  });
});

describe('the spellings of the data sets', () => {
  const folders = ['identity', 'japan-2024-article'];
  const corporations = folders
    .flatMap((folder) => read(`${folder}/entities.csv`))
    .filter(({ id }) => id!.startsWith('corporation/'));
  const all = corporations.flatMap(({ id, name, aliases }) => [
    known(id!, 'NAME', name!),
    ...aliases!.split('; ').flatMap((alias) => (alias === '' ? [] : [known(id!, 'ALIAS', alias)])),
  ]);
  const roster = rosterOf(all);
  const without = (gone: (name: KnownName) => boolean): Roster => rosterOf(all.filter((name) => !gone(name)));

  test('are never matched with another corporation, and seven in eight are matched without being known', () => {
    const decided = read('identity/decisions.csv').filter(
      ({ data_set: set, corporation }) => set !== 'industry-facts' && !corporation!.includes(';'),
    );
    const outcomes = decided.map(({ spelling, corporation }) => {
      const isItself = ({ kind, spelling: own }: KnownName): boolean =>
        kind === 'ALIAS' && own.written === spelling;
      const { status, candidates } = match(all.some(isItself) ? without(isItself) : roster, spelling!);
      if (status !== 'MATCHED') return status;
      return candidates[0]!.id === corporation ? 'right' : `${spelling!} is ${candidates[0]!.id}`;
    });
    expect(outcomes.filter((outcome) => outcome.includes(' is '))).toEqual([]);
    const matched = outcomes.filter((outcome) => outcome === 'right').length;
    expect(matched / outcomes.length).toBeGreaterThan(7 / 8);
  }, 60_000);

  test.each(keptApart)('%s is not matched with %s: %s', (one, other) => {
    for (const [asked, foreign] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const { id, spelling } of all.filter((name) => name.id === asked)) {
        const { status, candidates } = match(roster, spelling.written);
        expect([status, candidates[0]!.id]).not.toEqual(['MATCHED', foreign]);
        // Nor where nobody has heard of the one that is meant.
        const { status: alone, candidates: others } = match(
          without((name) => name.id === id),
          spelling.written,
        );
        expect([spelling.written, alone, others[0]?.id]).not.toEqual([spelling.written, 'MATCHED', foreign]);
      }
    }
  });
});
