import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alsoRows, costRows } from '../../src/app/alsoAndCosts';
import { hundredths } from '../../src/app/outcomePicture';
import { chartHeights } from '../../src/app/sheetHeights';
import { unsafeRange } from '../../src/app/unsafeRange';
import { unsafeShare } from '../../src/results/unsafe';
import { wilsonShare } from '../../src/results/share';
import { preset, presetIds } from '../../src/scenario/presets';
import { answer } from './chartFixtures';

test('strokes of the outcome bar are a hundred, each part as near to its share as whole numbers can be', () => {
  const counts = fc
    .array(fc.nat(10_000), { minLength: 1, maxLength: 7 })
    .filter((each) => each.some((count) => count > 0));
  fc.assert(
    fc.property(counts, (each) => {
      const total = each.reduce((sum, count) => sum + count, 0);
      const strokes = hundredths(each);
      expect(strokes.reduce((sum, stroke) => sum + stroke, 0)).toBe(100);
      strokes.forEach((stroke, i) => {
        expect(Math.abs(stroke - (100 * each[i]!) / total)).toBeLessThan(1);
        if (each[i] === 0) expect(stroke).toBe(0);
      });
    }),
  );
  expect(hundredths([1, 1, 1])).toEqual([34, 33, 33]);
});

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
  const months = measures.pausedWeeks.q95! >= 9;
  const middle = Math.round(months ? (measures.pausedWeeks.q50! * 12) / 52 : measures.pausedWeeks.q50!);
  expect(paused.middle).toMatch(new RegExp(`^${middle} ${months ? 'month' : 'week'}s?$`));
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
