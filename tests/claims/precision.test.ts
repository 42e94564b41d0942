import type { ClaimRecord } from '../../src/claims/evidence';
import { areApart, spreadOf } from '../../src/claims/precision';

const claim = (value: string, qualifier?: string, unit?: string): ClaimRecord => ({
  id: `claim/${value}`,
  subject: 'plant/x',
  property: 'capacity',
  value,
  qualifier,
  unit,
  confidence: 'HIGH',
  status: 'STANDING',
  source: 'source/x',
  attributedTo: [],
  enteredAt: '2024-01-01T00:00:00.000Z',
});

describe('two claims', () => {
  test.each([
    ['the same number, written otherwise', claim('30'), claim('30.0')],
    ['about a number, and one that rounds to it', claim('88000', 'ABOUT'), claim('88400')],
    ['about, of few digits: five percent at most', claim('30', 'ABOUT'), claim('31')],
    ['two that are about', claim('30', 'ABOUT'), claim('32', 'ABOUT')],
    ['almost a number, and one below it', claim('30', 'ALMOST'), claim('29')],
    ['up to a number, and less', claim('30', 'UP_TO'), claim('25')],
    ['at least a number, and more', claim('30', 'AT_LEAST'), claim('40')],
    ['at least, and up to', claim('30', 'AT_LEAST'), claim('40', 'UP_TO')],
    ['words in another case', claim('Operating'), claim('OPERATING')],
  ])('can both be true: %s', (_title, one, other) => {
    expect([areApart(one, other), areApart(other, one)]).toEqual([false, false]);
  });

  test.each([
    ['two numbers', claim('30'), claim('31')],
    ['about a number, and one that does not round to it', claim('88000', 'ABOUT'), claim('88600')],
    ['almost a number, and more', claim('30', 'ALMOST'), claim('30.5')],
    ['up to a number, and more', claim('30', 'UP_TO'), claim('31')],
    ['two limits', claim('30', 'UP_TO'), claim('31', 'UP_TO')],
    ['at least, and less', claim('30', 'AT_LEAST'), claim('20', 'UP_TO')],
    ['words', claim('PLANNED'), claim('CANCELLED')],
  ])('cannot both be true: %s', (_title, one, other) => {
    expect([areApart(one, other), areApart(other, one)]).toEqual([true, true]);
  });
});

test.each([
  [['3505', '2048'], 41.6],
  [['10', '10'], 0],
  [['0', '5'], 100],
  [['0', '0'], undefined],
  [['-1', '5'], undefined],
  [['PLANNED', 'CANCELLED'], undefined],
])('the spread of %p is %p percent', (values, percent) => {
  expect(spreadOf(values)).toBe(percent);
});
