import { describe, expect, test } from 'vitest';
import csv from '../../scenarios/data/metr-time-horizon-1-1.csv?raw';
import { readMeasuredModels } from '../../src/build/metrReplay';
import { applySettings } from '../../src/scenario/applySettings';
import { preset } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { onlyRun } from '../support/timeline';

const replay = preset('metr-time-horizon-replay');

/** The replay by a lab that evaluates every week without any error, and whom no policy stops. */
function errorless(settings: Readonly<Record<string, string>> = {}): Scenario {
  const all = {
    growthVolatility: '0',
    jumpShare: '0',
    dangerUncertainty: '0',
    elicitationGap: '0',
    suiteError: '0',
    assessorBias: '0',
    skipProbability: '0',
    'evaluation.interval': '1',
    'evaluation.computeMultiple': '0',
    'evaluation.preDeployment': 'no',
    'evaluation.duration': '0',
    'evaluation.noise': '0',
    'limits.safetyBuffer': '2',
    'response.training': 'continue',
    'response.internalUse': 'continue',
    'response.release': 'release',
    'response.recall': 'no',
    ...settings,
  };
  const result = applySettings(
    replay,
    Object.entries(all).map(([id, text]) => ({ id, text })),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.scenario;
}

const MILLISECONDS_PER_WEEK = 7 * 86_400_000;

/** The week of the replay in which a day lies. */
function weekOf(date: string): number {
  return Math.floor((Date.parse(date) - Date.parse(replay.startDate!)) / MILLISECONDS_PER_WEEK);
}

/** Weeks of releases, by the date given here and by METR's table. */
function releaseWeek(model: string, date: string): number {
  const measured = readMeasuredModels(csv).find((row) => row.model.startsWith(model));
  expect(measured?.releaseDate, model).toBe(date);
  return weekOf(date);
}

describe("METR's record under weekly evaluations without error, buffer 2 doublings", () => {
  test('with a limit of 8 hours: alarm by GPT-5, crossing by Claude Opus 4.6, 26 weeks later', () => {
    const { lab } = onlyRun(errorless({ 't1.limit': '3', 't1.danger': '3' }));
    expect(lab.alertWeek[0]).toBe(releaseWeek('GPT-5', '2025-08-07'));
    expect(lab.crossedWeek[0]).toBe(releaseWeek('Claude Opus 4.6', '2026-02-05'));
    expect(lab.crossedWeek[0]! - lab.alertWeek[0]!).toBe(26);
  });

  test('with a limit of 16 hours: alarm by Claude Opus 4.5, crossing by Claude Mythos Preview', () => {
    const { lab } = onlyRun(errorless({ 't1.limit': '4', 't1.danger': '4' }));
    expect(lab.alertWeek[0]).toBe(releaseWeek('Claude Opus 4.5', '2025-11-24'));
    expect(lab.crossedWeek[0]).toBe(releaseWeek('Claude Mythos Preview', '2026-04-07'));
  });

  test('its own three levels, of 8, 16 and 32 hours, the last one crossed by projection', () => {
    const { lab } = onlyRun(errorless());
    expect([...lab.alertWeek]).toEqual([125, 140, 151]);
    // From 4.122 in week 160 on at 2.828 a year: past 5 in week 177.
    expect([...lab.crossedWeek]).toEqual([151, 160, 177]);
  });

  test('is where a pause would have begun', () => {
    const paused = onlyRun(
      errorless({ 'response.training': 'pause', 'response.delay': '0', pausedGrowth: '0' }),
    );
    const gpt5 = weekOf('2025-08-07');
    expect(paused.weeks[gpt5 - 1]!.states['training']).toBe('active');
    expect(paused.weeks[gpt5]!.states['training']).toBe('paused');
    // Security takes 52 weeks, 34.67 at the speed of a pause: nothing grows until then.
    expect(paused.weeks[gpt5 + 34]!.capability).toBe(paused.weeks[gpt5]!.capability);
  });
});

test('the path is the best model released so far, week by week', () => {
  const { weeks } = onlyRun(errorless());
  const models = readMeasuredModels(csv);
  const first = models.find(({ model }) => model === 'GPT-4')!;
  for (const { week, capability } of weeks.slice(0, 161)) {
    const released = models.filter(
      ({ releaseDate }) => weekOf(releaseDate) <= week && releaseDate >= first.releaseDate,
    );
    const best = Math.max(...released.map(({ p50Minutes }) => p50Minutes));
    expect(capability, `week ${week}`).toBeCloseTo(Math.log2(best / 60), 5);
  }
});
