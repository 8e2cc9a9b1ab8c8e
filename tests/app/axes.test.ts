import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capabilityAxis } from '../../src/app/charts/capabilityAxis';
import { tableWeeks, timeTicks, weekText } from '../../src/app/charts/timeAxis';

test('ticks of compute are powers of ten in words', () => {
  expect(capabilityAxis(0, 12, 'effective-compute').ticks.map(({ label }) => label)).toEqual([
    '1x',
    '10x',
    '100x',
    '1,000x',
    '10,000x',
  ]);
});

test('ticks of task horizons are times that people have words for', () => {
  expect(capabilityAxis(-4, 6, 'task-horizon').ticks.map(({ label }) => label)).toEqual([
    '4 min',
    '15 min',
    '1 h',
    '8 h',
    '1 week',
    '1 month',
  ]);
});

test('the axis shows everything and ends on a tick', () => {
  const scales = fc.constantFrom('effective-compute' as const, 'task-horizon' as const);
  fc.assert(
    fc.property(
      scales,
      fc.double({ min: -15, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (scale, low, range) => {
        const { min, max, ticks } = capabilityAxis(low, low + range, scale);
        expect(min).toBeLessThan(low);
        expect(max).toBeGreaterThanOrEqual(Math.min(low + range - 0.15, 17.6));
        for (const { value } of ticks) expect(value >= min && value <= max).toBe(true);
      },
    ),
  );
});

test('the axis stands still while values move a little', () => {
  const tops = [17, 17.5, 18, 19, 20].map((high) => capabilityAxis(0, high, 'effective-compute').max);
  expect(new Set(tops).size).toBe(1);
});

test('without a date, time is told from the start', () => {
  expect(timeTicks(260, null).map(({ label }) => label)).toEqual([
    'start',
    '1 year',
    '2 years',
    '3 years',
    '4 years',
    '5 years',
  ]);
  expect(timeTicks(52, null).map(({ label }) => label)).toEqual([
    'start',
    '3 months',
    '6 months',
    '9 months',
    '12 months',
  ]);
});

test('with a date, ticks are first days of years', () => {
  const ticks = timeTicks(260, '2023-03-14');
  expect(ticks.map(({ label }) => label)).toEqual(['2024', '2025', '2026', '2027', '2028']);
  // 2024-01-01 is 293 days after 2023-03-14.
  expect(ticks[0]!.value).toBeCloseTo(293 / 7, 10);
});

test('weeks are dates where the start has one', () => {
  expect(weekText(0, '2023-03-14')).toBe('Mar 14, 2023');
  expect(weekText(125, '2023-03-14')).toBe('Aug 5, 2025');
  expect(weekText(125, null)).toBe('week 125');
});

test('tables list the start and the end', () => {
  expect(tableWeeks(60)).toEqual([0, 13, 26, 39, 52, 60]);
  expect(tableWeeks(260).at(-1)).toBe(260);
  expect(tableWeeks(26)).toEqual([0, 13, 26]);
});
