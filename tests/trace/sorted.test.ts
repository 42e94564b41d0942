import { sorted } from '../../src/trace/sorted';
import { Turn, Turns } from '../../src/trace/turns';
import { Dice } from './graphs';

const turn = new Turn(new Turns());

test.each([0, 1, 511, 512, 513, 1_024, 5_000])('%i texts are sorted as at once', async (count) => {
  const dice = new Dice(count);
  const items = Array.from({ length: count }, () => String(dice.below(1_000)));
  expect(await sorted(items, turn)).toEqual(items.toSorted());
});

test('what is equal keeps its order', async () => {
  const dice = new Dice(1);
  const items = Array.from({ length: 3_000 }, (_, at) => ({ key: dice.below(10), at }));
  const compare = (a: { key: number }, b: { key: number }): number => b.key - a.key;
  expect(await sorted(items, turn, compare)).toEqual(items.toSorted(compare));
});
