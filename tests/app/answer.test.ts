import { expect, test } from 'vitest';
import { alsoRows, costRows } from '../../src/app/alsoAndCosts';
import { unsafeRange } from '../../src/app/unsafeRange';
import { messages } from '../../src/messages/messages';
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
  const alike = assumed.map((set) => ({ ...set, share: own }));
  expect(unsafeRange(summary, alike, 2).across).toBe(
    `${Math.round(own.share * 100)} under every set of assumptions`,
  );
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

test('a warning that came too late is told as late', () => {
  const { lead } = messages.page.levels;
  expect([lead(72, 20, 132), lead(53, -1, 92), lead(-1, -12, 3), lead(-5, -12, -1), lead(1, 1, 1)]).toEqual([
    '72 weeks (20 to 132)',
    '53 weeks (1 late to 92)',
    '1 week late (12 late to 3)',
    '5 weeks late (12 to 1)',
    '1 week',
  ]);
});

test('a future without a pause never begins one', () => {
  const rows = costRows(answer(preset('no-policy'), 100));
  expect(rows[0]).toMatchObject({
    middle: 'never',
    range: '',
    label: expect.stringContaining('0 of 100') as string,
  });
});
