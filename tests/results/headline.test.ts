import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomes, type Outcome } from '../../src/model/score';
import { headline } from '../../src/results/headline';
import { wilsonShare } from '../../src/results/share';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { summarise, type EnsembleSummary } from '../../src/results/summary';
import { preset } from '../../src/scenario/presets';

const scenario = preset('baseline');
const aggregate = await inlineRunner().run({ scenario, seed: '1', from: 0, to: 100 });
const real = summarise(aggregate, scenario, '1');

/** A summary in which so many runs end in each way, and `crossed` of them cross every danger point. */
function summaryOf(counts: Partial<Record<Outcome, number>>, crossed?: number): EnsembleSummary {
  const runs = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shares = outcomes.map((id) => [id, wilsonShare(counts[id] ?? 0, runs)] as const);
  const thresholds = real.thresholds.map((level) => ({
    ...level,
    crossed: wilsonShare(crossed ?? runs, runs),
  }));
  return { ...real, runs, outcomes: Object.fromEntries(shares) as EnsembleSummary['outcomes'], thresholds };
}

test.each<[string, EnsembleSummary, string, string]>([
  [
    'some',
    summaryOf({
      'unsafe-deployment': 441,
      'unsafe-internal-use': 2593,
      unsecured: 3918,
      'protection-failed': 1335,
      'paused-in-time': 1713,
    }),
    'In 70 of 100 futures the lab goes past a danger point before the protections it needs are built.',
    'Most often the worst is a model kept without security against theft (39 of 100); in 17 of 100 it pauses in time.',
  ],
  [
    'few',
    summaryOf({ 'unsafe-internal-use': 3, unsecured: 2, protected: 9995 }),
    'In fewer than 1 of 100 futures the lab goes past a danger point before the protections it needs are built.',
    'Most often the worst is a model used inside the lab without safeguards (fewer than 1 of 100); in more than 99 of 100 its protections are ready in time.',
  ],
  [
    'nearly all, all of one kind',
    summaryOf({ 'unsafe-deployment': 9999, 'protection-failed': 1 }),
    'In more than 99 of 100 futures the lab goes past a danger point before the protections it needs are built.',
    'There the worst is always a model deployed without safeguards; in fewer than 1 of 100 its protections are built but do not work.',
  ],
  [
    'all',
    summaryOf({ 'unsafe-deployment': 6053, 'unsafe-internal-use': 2290, unsecured: 1657 }),
    'In all 10,000 futures the lab goes past a danger point before the protections it needs are built.',
    'Most often the worst is a model deployed without safeguards (61 of 100).',
  ],
  [
    'all of one kind',
    summaryOf({ 'unsafe-deployment': 2000 }),
    'In all 2,000 futures the lab goes past a danger point before the protections it needs are built.',
    'The worst is always a model deployed without safeguards.',
  ],
  [
    'none',
    summaryOf({ 'paused-in-time': 8800, 'protection-failed': 1000, protected: 200 }),
    'In none of 10,000 futures does the lab go past a danger point before the protections it needs are built.',
    'In 88 of 100 it pauses in time; in 10 of 100 its protections are built but do not work.',
  ],
  [
    'none, always in one way',
    summaryOf({ protected: 500 }),
    'In none of 500 futures does the lab go past a danger point before the protections it needs are built.',
    'In all of them its protections are ready in time.',
  ],
  [
    'nothing crossed',
    summaryOf({ 'not-reached': 10000 }, 0),
    'In none of 10,000 futures does the lab reach a danger point.',
    'It never has to pause.',
  ],
  [
    'nothing crossed, with pauses',
    summaryOf({ 'not-reached': 6000, 'paused-in-time': 4000 }, 0),
    'In none of 10,000 futures does the lab reach a danger point.',
    'In 40 of 100 it pauses all the same.',
  ],
  [
    'nothing crossed, but a model that gained after its release failed its safeguards',
    summaryOf({ 'not-reached': 99, 'protection-failed': 1 }, 0),
    'In none of 100 futures does the lab go past a danger point before the protections it needs are built.',
    'In 99 of 100 it reaches no danger point; in 1 of 100 its protections are built but do not work.',
  ],
  [
    'a handful of futures',
    summaryOf({ unsecured: 2, 'paused-in-time': 5 }),
    'In 2 of 7 futures the lab goes past a danger point before the protections it needs are built.',
    'There the worst is always a model kept without security against theft; in 5 of 7 it pauses in time.',
  ],
  [
    'one unsafe future',
    summaryOf({ unsecured: 1 }),
    'In this one future the lab goes past a danger point before the protections it needs are built.',
    'The worst is a model kept without security against theft.',
  ],
  [
    'one safe future',
    summaryOf({ 'paused-in-time': 1 }),
    'In this one future the lab passes no danger point before the protections it needs are built.',
    'It pauses in time.',
  ],
  [
    'one quiet future',
    summaryOf({ 'paused-in-time': 1 }, 0),
    'In this one future the lab reaches no danger point.',
    'It pauses all the same.',
  ],
])('%s', (_, summary, title, detail) => {
  expect(headline(summary)).toEqual({ title, detail });
});

test('between none and all, only the number in the title changes', () => {
  const anyCount = fc.integer({ min: 0, max: 3000 });
  const counts = fc.record(
    Object.fromEntries(outcomes.map((id) => [id, anyCount])) as Record<Outcome, typeof anyCount>,
  );
  fc.assert(
    fc.property(counts, (some) => {
      const unsafe = some['unsafe-deployment'] + some['unsafe-internal-use'] + some.unsecured;
      const all = Object.values(some).reduce((sum, count) => sum + count, 0);
      fc.pre(unsafe > 0 && unsafe < all && all >= 100);
      const { title, detail } = headline(summaryOf(some));
      expect(title.replace(/(fewer than |more than )?\d+ of 100/, 'N')).toBe(
        'In N futures the lab goes past a danger point before the protections it needs are built.',
      );
      expect(detail).toMatch(/^(Most often|There) the worst is .*; in .*\.$/);
    }),
  );
});
