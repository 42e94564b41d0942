import { Division } from '../../src/trace/exposure/division';
import { Turn, Turns } from '../../src/trace/turns';
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
      return {
        owner: owner!,
        owned: id,
        kind: 'OWNS',
        sense: 'OWNS',
        through: undefined,
        share: stated,
        claimIds: [],
      };
    });
    holdings.set(id, holdingOf(id, stakes, name.endsWith('*')));
  }
  return new Division(holdings, new Turn(new Turns()));
}

/** What ends at an end, at least and at most, rounded to a millionth. */
async function at(division: Division, end: string): Promise<readonly [number, number]> {
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
  const least = 1 - (await division.most((other) => other !== end))(plant);
  return [rounded(least), rounded((await division.most((other) => other === end))(plant))];
}

test('shares are multiplied along a chain, and what is left stays where it is', async () => {
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b 50'], b: ['c 40'], c: [] });
  expect(await at(division, 'a')).toEqual([0.5, 0.5]);
  expect(await at(division, 'b')).toEqual([0.3, 0.3]);
  expect(await at(division, 'c')).toEqual([0.2, 0.2]);
});

test('what comes by several ways is added up', async () => {
  const division = divisionOf({ 'plant/p*': ['a 50', 'b 50'], a: ['c 20'], b: ['c 60'], c: [] });
  expect(await at(division, 'c')).toEqual([0.4, 0.4]);
});

test('a share that nobody states lies between nothing and what the others leave', async () => {
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b 30', 'c'], b: [], c: [] });
  expect(await at(division, 'b')).toEqual([0.3, 0.3]);
  expect(await at(division, 'c')).toEqual([0, 0.7]);
  expect(await at(division, 'a')).toEqual([0, 0.7]);
});

test('of a joint company, the only one without a stated share has what the others leave', async () => {
  const division = divisionOf({ 'plant/p*': ['j'], 'j*': ['b 51', 'c'], b: [], c: [] });
  expect(await at(division, 'c')).toEqual([0.49, 0.49]);
  expect(await at(division, 'j')).toEqual([0, 0]);
});

test('shares that are more than all are scaled down', async () => {
  const division = divisionOf({ 'plant/p*': ['a 80', 'b 80', 'c'], a: [], b: [], c: [] });
  expect(await at(division, 'a')).toEqual([0.5, 0.5]);
  expect(await at(division, 'c')).toEqual([0, 0]);
});

test('owners in a circle are summed over all rounds', async () => {
  // Of what comes to a, half stays; the rest goes to b, of which again half comes back.
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b 50'], b: ['a 50'] });
  expect(await at(division, 'a')).toEqual([0.666667, 0.666667]);
  expect(await at(division, 'b')).toEqual([0.333333, 0.333333]);
});

test('a circle that keeps nearly all of itself', async () => {
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b 99.9'], b: ['a 99.9'] });
  const [low, high] = await at(division, 'a');
  expect(low).toBeCloseTo(0.50025, 5);
  expect(high).toBeCloseTo(0.50025, 5);
});

test('those that own one another wholly are ends', async () => {
  const division = divisionOf({ 'plant/p*': ['c'], c: ['a 100'], a: ['b 100'], b: ['a 100'] });
  expect(division.ends).toEqual(['a', 'b']);
  expect(await at(division, 'a')).toEqual([1, 1]);
});

test('shares that nobody states in a circle leave no doubt that it ends within the circle', async () => {
  const division = divisionOf({ 'plant/p*': ['a'], a: ['b'], b: ['a'] });
  expect(await at(division, 'a')).toEqual([0, 1]);
  expect((await division.most(() => true))(plant)).toBe(1);
});

test('a plant that nobody runs ends at itself', async () => {
  const division = divisionOf({ 'plant/p*': [] });
  expect(division.ends).toEqual([plant]);
  expect(await at(division, plant)).toEqual([1, 1]);
});
