import { Division } from '../../src/trace/exposure/division';
import { holdingOf, type Holding, type Stake } from '../../src/trace/exposure/holding';

const plant = 'plant/p';

/** `a 50` for a stated share, `a` for one that nobody states; a thing with a star belongs wholly to its owners. */
function divisionOf(owned: Readonly<Record<string, readonly string[]>>): Division {
  const holdings = new Map<string, Holding>();
  for (const [name, owners] of Object.entries(owned)) {
    const id = name.replace('*', '');
    const stakes = owners.map((text): Stake => {
      const [owner, share] = text.split(' ');
      const stated = share === undefined ? undefined : Number(share);
      return { owner: owner!, owned: id, kind: 'OWNS', through: undefined, share: stated, claimIds: [] };
    });
    holdings.set(id, holdingOf(id, stakes, name.endsWith('*')));
  }
  return new Division(holdings);
}

/** What ends at an end, at least and at most, rounded to a millionth. */
function at(division: Division, end: string): readonly [number, number] {
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
  const least = 1 - division.most((other) => other !== end)(plant);
  return [rounded(least), rounded(division.most((other) => other === end)(plant))];
}

test('shares are multiplied along a chain, and what is left stays where it is', () => {
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b 50'], b: ['c 40'], c: [] });
  expect(at(division, 'a')).toEqual([0.5, 0.5]);
  expect(at(division, 'b')).toEqual([0.3, 0.3]);
  expect(at(division, 'c')).toEqual([0.2, 0.2]);
});

test('what comes by several ways is added up', () => {
  const division = divisionOf({ 'plant/p*': ['a 50', 'b 50'], a: ['c 20'], b: ['c 60'], c: [] });
  expect(at(division, 'c')).toEqual([0.4, 0.4]);
});

test('a share that nobody states lies between nothing and what the others leave', () => {
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b 30', 'c'], b: [], c: [] });
  expect(at(division, 'b')).toEqual([0.3, 0.3]);
  expect(at(division, 'c')).toEqual([0, 0.7]);
  expect(at(division, 'a')).toEqual([0, 0.7]);
});

test('of a joint company, the only one without a stated share has what the others leave', () => {
  const division = divisionOf({ 'plant/p*': ['j'], 'j*': ['b 51', 'c'], b: [], c: [] });
  expect(at(division, 'c')).toEqual([0.49, 0.49]);
  expect(at(division, 'j')).toEqual([0, 0]);
});

test('shares that are more than all are scaled down', () => {
  const division = divisionOf({ 'plant/p*': ['a 80', 'b 80', 'c'], a: [], b: [], c: [] });
  expect(at(division, 'a')).toEqual([0.5, 0.5]);
  expect(at(division, 'c')).toEqual([0, 0]);
});

test('owners in a circle are summed over all rounds', () => {
  // Of what comes to a, half stays; the rest goes to b, of which again half comes back.
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b 50'], b: ['a 50'] });
  expect(at(division, 'a')).toEqual([0.666667, 0.666667]);
  expect(at(division, 'b')).toEqual([0.333333, 0.333333]);
});

test('a circle that keeps nearly all of itself', () => {
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b 99.9'], b: ['a 99.9'] });
  const [low, high] = at(division, 'a');
  expect(low).toBeCloseTo(0.50025, 5);
  expect(high).toBeCloseTo(0.50025, 5);
});

test('those that own one another wholly are ends', () => {
  const division = divisionOf({ 'plant/p*': ['c'], c: ['a 100'], a: ['b 100'], b: ['a 100'] });
  expect(division.ends).toEqual(['a', 'b']);
  expect(at(division, 'a')).toEqual([1, 1]);
});

test('shares that nobody states in a circle leave no doubt that it ends within the circle', () => {
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b'], b: ['a'] });
  expect(at(division, 'a')).toEqual([0, 1]);
  expect(division.most(() => true)(plant)).toBe(1);
});

test('a plant that nobody runs ends at itself', () => {
  const division = divisionOf({ 'plant/p*': [] });
  expect(division.ends).toEqual([plant]);
  expect(at(division, plant)).toEqual([1, 1]);
});
