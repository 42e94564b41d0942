import { exactly, partOfAll } from '../../src/trace/exposure/ranges';

test('a part of all, where amounts are stated', () => {
  const items = [
    { amount: exactly(30), part: exactly(1) },
    { amount: exactly(70), part: { low: 0, high: 0.5 } },
  ];
  expect(partOfAll(items)).toEqual({ low: 0.3, high: 0.65 });
});

test('it is least where what has the least of it is large, and most where that is small', () => {
  const items = [
    { amount: { low: 0, high: 90 }, part: exactly(0) },
    { amount: exactly(10), part: exactly(1) },
  ];
  expect(partOfAll(items)).toEqual({ low: 0.1, high: 1 });
});

test('there is no part of nothing', () => {
  expect(partOfAll([])).toBeUndefined();
  expect(partOfAll([{ amount: exactly(0), part: exactly(1) }])).toBeUndefined();
  expect(partOfAll([{ amount: { low: 0, high: 5 }, part: exactly(1) }])).toEqual({ low: 1, high: 1 });
});
