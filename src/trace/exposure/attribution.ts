import type { Turn } from '../turns';
import type { Counted } from './capacity';
import { Division } from './division';
import { endAt, holdingOf, type Holding } from './holding';
import { exactly, product, type Range } from './ranges';
import type { ExposurePart, ExposureRequest } from './request';
import type { Cited, Company } from './facts';
import type { Gathered } from './plants';

/** What a plant counts for, and which parts of that rest where. All but the amount are parts of 1. */
export interface Attributed {
  readonly counted: Counted;
  /** By LOCATION, that part of the plant which belongs to those who are asked about. */
  readonly amount: Range;
  readonly parts: Readonly<Record<ExposurePart, Range>>;
}

/** A plant and a company at the end of its chain of owners. */
export interface Contribution {
  readonly counted: Counted;
  /** Undefined where nobody is known to have it. */
  readonly owner: string | undefined;
  readonly country: Cited | undefined;
  readonly part: ExposurePart;
  /** Of the plant. */
  readonly fraction: Range;
  readonly amount: Range;
}

/** What plants count for, and for whom; the two attributions are two of these. */
export interface Attributing {
  readonly division: Division;
  readonly attributed: readonly Attributed[];
  readonly contributions: readonly Contribution[];
}

type Companies = ReadonlyMap<string, Company>;

/** What things that count, with those behind them, come to for a request. */
export async function attribute(
  request: ExposureRequest,
  { counted, companies, whole }: Gathered,
  turn: Turn,
): Promise<Attributing> {
  const partOf = (country: Cited | undefined): ExposurePart => {
    if (country === undefined) return 'UNKNOWN';
    return request.to.has(country.id) ? 'EXPOSED' : 'REST';
  };
  // What a company is supplied with and what the world mines are whole wherever they come from.
  const isWhole = request.attribution === 'HEADQUARTERS' || !isOfPlants(request.by);
  return isWhole
    ? byHeadquarters(counted, companies, partOf, turn)
    : byLocation(request, counted, companies, whole, partOf, turn);
}

const isOfPlants = (by: ExposureRequest['by']): boolean => by === 'CAPACITY' || by === 'PLANTS';

type PartOf = (country: Cited | undefined) => ExposurePart;

const parts: readonly ExposurePart[] = ['EXPOSED', 'REST', 'UNKNOWN'];

/** Each thing whole, divided among the companies at the end of its chains of owners. */
async function byHeadquarters(
  counted: readonly Counted[],
  companies: Companies,
  partOf: PartOf,
  turn: Turn,
): Promise<Attributing> {
  const division = new Division(holdingsOf(counted, companies, new Set()), turn);
  const countryOf = (end: string): Cited | undefined => companies.get(end)?.country;
  const ends = division.ends;
  const partOfEnd = new Map(ends.map((end) => [end, partOf(countryOf(end))]));
  const most = (among: readonly ExposurePart[]) =>
    division.most((end) => among.includes(partOfEnd.get(end)!));
  const ofEach = async (among: (part: ExposurePart) => readonly ExposurePart[]): Promise<Mosts> => ({
    EXPOSED: await most(among('EXPOSED')),
    REST: await most(among('REST')),
    UNKNOWN: await most(among('UNKNOWN')),
  });
  const only = await ofEach((part) => [part]);
  const without = await ofEach((part) => parts.filter((other) => other !== part));
  const attributed = counted.map((each): Attributed => {
    const { id } = each.thing;
    const range = (part: 'EXPOSED' | 'REST'): Range => ({
      low: 1 - without[part](id),
      high: without[part === 'EXPOSED' ? 'REST' : 'EXPOSED'](id),
    });
    const unknown = { low: 1 - without.UNKNOWN(id), high: only.UNKNOWN(id) };
    return {
      counted: each,
      amount: each.amount,
      parts: { EXPOSED: range('EXPOSED'), REST: range('REST'), UNKNOWN: unknown },
    };
  });
  const contributions = await contributionsTo(division, ends, counted, (end) => ({
    isSure: true,
    country: () => countryOf(end),
    part: () => partOfEnd.get(end)!,
  }));
  return { division, attributed, contributions };
}

type Mosts = Readonly<Record<ExposurePart, (id: string) => number>>;

/** Of each plant what belongs to those who are asked about, counted where it stands. */
async function byLocation(
  { of }: ExposureRequest,
  counted: readonly Counted[],
  companies: Companies,
  whole: ReadonlySet<string>,
  partOf: PartOf,
  turn: Turn,
): Promise<Attributing> {
  const meant = new Set(of.Corporation);
  const division = new Division(holdingsOf(counted, companies, meant), turn);
  const home = new Set(of.Country);
  const isOwn = (end: string): boolean => meant.has(end) || home.has(companies.get(end)?.country?.id ?? '');
  /** Whoever is headquartered nobody knows where may be of any country. */
  const mayBeOwn = (end: string): boolean =>
    isOwn(end) || (home.size > 0 && companies.get(end)?.country === undefined);
  const most = await division.most(mayBeOwn);
  const mostOfOthers = await division.most((end) => !isOwn(end));
  const shareOf = ({ thing: { id } }: Counted): Range =>
    whole.has(id) ? exactly(1) : { low: 1 - mostOfOthers(id), high: most(id) };
  const attributed = counted
    .map((each): Attributed => {
      const part = partOf(each.thing.country);
      return { counted: each, amount: product(each.amount, shareOf(each)), parts: located[part] };
    })
    .filter(({ amount }) => amount.high > 0);
  const part = ({ thing }: Counted): ExposurePart => partOf(thing.country);
  const owned = counted.filter(({ thing }) => !whole.has(thing.id));
  const contributions = await contributionsTo(division, division.ends.filter(mayBeOwn), owned, (end) => ({
    isSure: isOwn(end),
    country: ({ thing }) => thing.country,
    part,
  }));
  const wholes = counted
    .filter(({ thing }) => whole.has(thing.id))
    .map((each) => ({
      counted: each,
      owner: undefined,
      country: each.thing.country,
      part: part(each),
      fraction: exactly(1),
      amount: each.amount,
    }));
  return { division, attributed, contributions: [...contributions, ...wholes] };
}

/** Where a plant stands decides about all of it; of one that stands nobody knows where, any part may stand anywhere. */
const located: Readonly<Record<ExposurePart, Attributed['parts']>> = {
  EXPOSED: { EXPOSED: exactly(1), REST: exactly(0), UNKNOWN: exactly(0) },
  REST: { EXPOSED: exactly(0), REST: exactly(1), UNKNOWN: exactly(0) },
  UNKNOWN: { EXPOSED: { low: 0, high: 1 }, REST: { low: 0, high: 1 }, UNKNOWN: exactly(1) },
};

interface Ending {
  /** Whether what is at this end is meant, or only may be. */
  readonly isSure: boolean;
  readonly country: (counted: Counted) => Cited | undefined;
  readonly part: (counted: Counted) => ExposurePart;
}

/** What each plant has at each of some ends, at least and at most; where it is nothing at most, it is left out. */
async function contributionsTo(
  division: Division,
  ends: readonly string[],
  counted: readonly Counted[],
  endingAt: (end: string) => Ending,
): Promise<Contribution[]> {
  const byId = new Map(counted.map((each) => [each.thing.id, each]));
  const found: Contribution[] = [];
  for (const end of ends) {
    const among = division.dividedTo(end);
    const most = await division.most((other) => other === end, { among, outside: 0 });
    const mostOfOthers = await division.most((other) => other !== end, { among, outside: 1 });
    const { isSure, country, part } = endingAt(end);
    for (const id of among) {
      const each = byId.get(id);
      if (each === undefined || most(id) <= 0) continue;
      const fraction = { low: isSure ? 1 - mostOfOthers(id) : 0, high: most(id) };
      found.push({
        counted: each,
        owner: end === id ? undefined : end,
        country: country(each),
        part: part(each),
        fraction,
        amount: product(each.amount, fraction),
      });
    }
  }
  return found;
}

/** Who may hold what of plants and companies. A company that was not read, and each of some others, is an end. */
function holdingsOf(
  counted: readonly Counted[],
  companies: Companies,
  ends: ReadonlySet<string>,
): ReadonlyMap<string, Holding> {
  const holdings = new Map<string, Holding>();
  for (const { thing } of counted) holdings.set(thing.id, holdingOf(thing.id, thing.stakes, true));
  for (const { id, stakes, isJoint } of companies.values())
    holdings.set(id, ends.has(id) ? endAt(id) : holdingOf(id, stakes, isJoint));
  const named = [
    ...counted.flatMap(({ thing }) => thing.stakes),
    ...[...companies.values()].flatMap(({ stakes }) => stakes),
  ];
  for (const { owner } of named) if (!holdings.has(owner)) holdings.set(owner, endAt(owner));
  return holdings;
}
