import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duration, ofFutures, perHundred, wholeNumber } from '../../src/results/amounts';

test.each([
  [0, '0 of 100'],
  [0.0001, 'fewer than 1 of 100'],
  [0.0099, 'fewer than 1 of 100'],
  [0.01, '1 of 100'],
  [0.014, '1 of 100'],
  [0.3849, '38 of 100'],
  [0.99, '99 of 100'],
  [0.9901, 'more than 99 of 100'],
  [1, '100 of 100'],
])('%f is %s', (share, text) => {
  expect(perHundred(share)).toBe(text);
});

test('fewer than a hundred futures are counted as they are', () => {
  expect(ofFutures(3, 7)).toBe('3 of 7');
  expect(ofFutures(98, 99)).toBe('98 of 99');
  expect(ofFutures(98, 100)).toBe('98 of 100');
  expect(ofFutures(1, 1000)).toBe('fewer than 1 of 100');
});

test.each([
  [0, 'no time'],
  [0.4, 'under a week'],
  [1, 'about a week'],
  [8.4, 'about 8 weeks'],
  [9, 'about 2 months'],
  [21.7, 'about 5 months'],
  [52, 'about 12 months'],
  [103.9, 'about 24 months'],
  [104, 'about 2 years'],
  [193, 'about 3.5 years'],
  [520, 'about 10 years'],
])('%f weeks are %s', (weeks, text) => {
  expect(duration(weeks)).toBe(text);
});

test('whole numbers stand in groups of three', () => {
  expect([0, 999, 1000, 10_000_000].map(wholeNumber)).toEqual(['0', '999', '1,000', '10,000,000']);
  fc.assert(
    fc.property(fc.nat(), (n) => {
      expect(wholeNumber(n)).toMatch(/^\d{1,3}(,\d{3})*$/);
      expect(Number(wholeNumber(n).replaceAll(',', ''))).toBe(n);
    }),
  );
});
