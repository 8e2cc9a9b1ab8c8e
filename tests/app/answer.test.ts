import { expect, test } from 'vitest';
import { alsoRows, costRows } from '../../src/app/alsoAndCosts';
import { chartHeights } from '../../src/app/sheetHeights';
import { unsafeRange } from '../../src/app/unsafeRange';
import { unsafeShare } from '../../src/results/unsafe';
import { wilsonShare } from '../../src/results/share';
import { preset, presetIds } from '../../src/scenario/presets';
import { answer } from './chartFixtures';

test('sampling and assumptions are told apart, and the range holds the number itself', () => {
  const { summary } = answer(preset('baseline'), 500);
  const own = unsafeShare(summary);
  const assumed = [
    { set: 'slow', title: 'Slow growth', share: wilsonShare(100, 500) },
    { set: 'fast', title: 'Fast growth', share: wilsonShare(240, 500) },
  ];
  const range = unsafeRange(summary, assumed, 2);
  expect(range).toMatchObject({ share: own.share, low: own.low, high: own.high, from: 0.2, to: own.share });
  expect(range.across).toBe(`20 (slow growth) to ${Math.round(own.share * 100)} (as set) across assumptions`);
  expect(range.sampling).toMatch(/^±\d from sampling$/);
  // Nothing is said of a range until all of it is known.
  expect(unsafeRange(summary, assumed.slice(0, 1), 2).across).toBeNull();
});

test.each(presetIds)('what else happens in %s and what it costs is told without a hole', (id) => {
  const result = answer(preset(id), 200);
  const rows = [...alsoRows(result.summary), ...costRows(result)];
  for (const row of rows) {
    for (const text of Object.values<unknown>({ ...row })) {
      if (typeof text === 'string') expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  }
  const { flags, measures } = result.summary;
  expect(alsoRows(result.summary).map(({ share }) => share)).toEqual(
    Object.values(flags).map(({ share }) => share),
  );
  const paused = costRows(result).find((row) => row.id === 'pausedWeeks')!;
  const weeks = Math.round(measures.pausedWeeks.q50!);
  expect(paused.middle).toBe(`${weeks} ${weeks === 1 ? 'week' : 'weeks'}`);
});

test('a future without a pause never begins one', () => {
  const rows = costRows(answer(preset('no-policy'), 100));
  expect(rows[0]).toMatchObject({
    middle: 'never',
    range: '',
    label: expect.stringContaining('0 of 100') as string,
  });
});

test('charts on paper give way to words, and never vanish', () => {
  const usual = { levels: 3, changes: 2, findings: 0, caveats: ['a', 'b'] };
  const full = chartHeights(usual);
  const less = chartHeights({ ...usual, levels: 6, findings: 2 });
  expect(less.capability + less.activity).toBeLessThan(full.capability + full.activity);
  const least = chartHeights({
    levels: 6,
    changes: 7,
    findings: 3,
    caveats: Array<string>(5).fill('x'.repeat(500)),
  });
  expect(least.capability).toBeGreaterThanOrEqual(150);
  expect(least.activity).toBeGreaterThanOrEqual(95);
});
