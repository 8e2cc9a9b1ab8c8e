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

test('over many powers of ten there are as many ticks as there is room for', () => {
  const labels = (low: number, high: number, scale: 'effective-compute' | 'task-horizon') =>
    capabilityAxis(low, high, scale).ticks.map(({ label }) => label);
  expect(labels(0, 160, 'effective-compute')).toEqual([
    '1x',
    '10 billion x',
    '10²⁰x',
    '10³⁰x',
    '10⁴⁰x',
    '10⁵⁰x',
  ]);
  expect(labels(0, 80, 'effective-compute').slice(0, 3)).toEqual(['1x', '1,000x', '1 million x']);
  expect(labels(-0.2, 1.5, 'effective-compute')).toEqual(['1x', '2x', '5x']);
  expect(labels(0, 30, 'task-horizon')).toEqual([
    '8 h',
    '1 month',
    '1 year',
    '100 years',
    '10⁴ years',
    '10⁶ years',
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
      fc.double({ min: -20, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 200, noNaN: true }),
      (scale, low, range) => {
        const { min, max, ticks } = capabilityAxis(low, low + range, scale);
        expect(min).toBeLessThan(low);
        expect(max).toBeGreaterThanOrEqual(low + range - 0.15);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.at(-1)!.value).toBe(max);
        ticks.forEach(({ value, label }, i) => {
          expect(value >= min && value <= max).toBe(true);
          expect(label.length).toBeLessThanOrEqual(12);
          // Of a chart 200 pixels high these are more than a line of text.
          if (i > 0) expect((value - ticks[i - 1]!.value) / (max - min)).toBeGreaterThan(0.08);
        });
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
