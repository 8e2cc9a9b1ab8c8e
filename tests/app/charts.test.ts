import { describe, expect, test } from 'vitest';
import { activityChart, activitySpan } from '../../src/app/charts/activityChart';
import { fanAxis, fanChart, levelLines } from '../../src/app/charts/fanChart';
import {
  activityTable,
  activityTitle,
  capabilityTable,
  capabilityTitle,
  describeActivity,
  describeCapability,
} from '../../src/app/charts/inWords';
import { weeklyPoints } from '../../src/app/charts/lineChart';
import type { ChartTheme } from '../../src/app/charts/theme';
import { levelTable } from '../../src/app/levelRows';
import { describeOutcomes, outcomeParts } from '../../src/app/outcomePicture';
import { resultOf, type Result } from '../../src/app/result';
import { sampleRun } from '../../src/app/sampleRun';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { applySettings } from '../../src/scenario/applySettings';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';

const theme: ChartTheme = {
  ink: 'ink',
  muted: 'muted',
  grid: 'grid',
  paper: 'paper',
  truth: 'truth',
  innerBand: 'inner',
  outerBand: 'outer',
  danger: 'danger',
  held: 'held',
  fontFamily: 'sans-serif',
};

function answer(scenario: Scenario, runs = 200): Result {
  const simulator = new EnsembleSimulator(scenario, '1');
  const aggregate = simulator.newAggregate();
  simulator.simulate({ from: 0, to: runs }, aggregate);
  return resultOf({ scenario, seed: '1' }, aggregate, true);
}

function changed(id: (typeof presetIds)[number], settings: Readonly<Record<string, string>>): Scenario {
  const decoded = applySettings(
    preset(id),
    Object.entries(settings).map(([key, text]) => ({ id: key, text })),
  );
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
  return decoded.scenario;
}

describe.each(presetIds)('the charts of %s', (id) => {
  const result = answer(preset(id));
  const { horizon } = result.scenario.world;
  const sample = sampleRun(result.scenario, '1', 3);

  test('draw the bands in order, week by week', () => {
    const { datasets } = fanChart(result, sample, theme, 900).data;
    const [q05, q25, q75, q95] = datasets.map(({ data }) => data);
    for (let week = 0; week <= horizon; week++) {
      const heights = [q05, q25, q75, q95].map((band) => band![week]!.y);
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    }
  });

  test('keep everything within the axis', () => {
    const axis = fanAxis(result, sample);
    const { datasets } = fanChart(result, sample, theme, 900).data;
    for (const { label, data } of datasets) {
      for (const { x, y } of data) {
        expect(x >= 0 && x <= horizon).toBe(true);
        if (!Number.isNaN(y)) expect(y, label).toBeGreaterThanOrEqual(axis.min);
        if (!Number.isNaN(y)) expect(y, label).toBeLessThanOrEqual(axis.max + 0.2);
      }
    }
  });

  test('draw the run as simulated, and its pauses thick', () => {
    const { datasets } = fanChart(result, sample, theme, 900).data;
    const run = datasets.find(({ label }) => label === 'one future')!.data;
    const pause = datasets.find(({ label }) => label === 'training paused')!.data;
    expect(run.map(({ y }) => y)).toEqual([...sample.capability]);
    expect(pause.filter(({ y }) => !Number.isNaN(y)).length).toBe(sample.pausedWeeks);
  });

  test('have descriptions and tables without a hole', () => {
    const texts = [
      describeCapability(result),
      describeActivity(result),
      capabilityTitle(result),
      activityTitle(result),
      describeOutcomes(outcomeParts(result.summary)),
      ...[capabilityTable(result), activityTable(result)].flatMap(({ columns, rows }) => {
        for (const { cells } of rows) expect(cells.length).toBe(columns.length - 1);
        return rows.flatMap(({ heading, cells }) => [heading, ...cells]);
      }),
      ...levelTable(result).rows.flatMap((row) => Object.values<string>({ ...row })),
    ];
    for (const text of texts) expect(text).not.toMatch(/NaN|undefined|null|Infinity|^$/);
  });

  test('share of futures in each activity lies in its row', () => {
    const { datasets } = activityChart(result, theme, 900).data;
    for (const { data } of datasets) {
      for (const { y } of data) expect(y >= 0 && y <= 3).toBe(true);
    }
    expect(datasets.filter(({ fill }) => fill !== false)).toHaveLength(3);
  });
});

test('lines are limits, alerts below them, and danger points apart from limits', () => {
  const kinds = (scenario: Scenario): string[] =>
    levelLines(scenario, true).map(({ kind, y, label }) => `${kind} ${y} ${label}`);
  expect(kinds(preset('baseline')).slice(0, 2)).toEqual([
    'limit 5 CBRN-3 limit 32x',
    'alert 2.415 CBRN-3 alert 5.3x',
  ]);
  expect(kinds(preset('no-policy'))).toEqual([
    'danger 5 CBRN-3 danger 32x',
    'danger 10 CBRN-4 danger 1,000x',
    'danger 12 AI R&D-4 danger 4,100x',
  ]);
  expect(kinds(changed('baseline', { 't1.limit': '6', 'limits.safetyBuffer': '0' })).slice(0, 2)).toEqual([
    'limit 6 CBRN-3 limit 64x',
    'danger 5 CBRN-3 danger 32x',
  ]);
  expect(kinds(preset('metr-time-horizon-replay'))[0]).toBe('limit 3 8 hours limit');
});

test('long futures are drawn with fewer points, first and last among them', () => {
  const values = Float64Array.from({ length: 521 }, (_, week) => week * week);
  const points = weeklyPoints(values);
  expect(points.length).toBeLessThanOrEqual(301);
  expect(points[0]).toEqual({ x: 0, y: 0 });
  expect(points.at(-1)).toEqual({ x: 520, y: 520 * 520 });
  for (const { x, y } of points) expect(y).toBe(values[x]);
});

test('warned in time and missed add up to crossed', () => {
  const { summary } = answer(preset('baseline'), 500);
  const { rows } = levelTable(answer(preset('baseline'), 500));
  rows.forEach((row, k) => {
    const { crossed, missedWarning } = summary.thresholds[k]!;
    expect(Number(row.warned)).toBe(Math.round(((crossed.count - missedWarning.count) / 500) * 100));
  });
  expect(levelTable(answer(preset('no-policy'))).rows[0]).toMatchObject({
    limit: 'none',
    warned: '–',
    lead: '–',
  });
});

test('outcomes are listed from the worst to the best and add up to all', () => {
  const parts = outcomeParts(answer(preset('baseline')).summary);
  expect(parts.map(({ id }) => id)[0]).toBe('unsafe-deployment');
  expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('the span of a pause is that of the summary, in whole weeks', () => {
  const result = answer(preset('baseline'));
  const { q05, q50, q95 } = result.summary.measures.pausedWeeks;
  expect(activitySpan(result, 'paused')).toEqual({
    low: Math.round(q05!),
    median: Math.round(q50!),
    high: Math.round(q95!),
  });
  expect(activityTitle(answer(preset('no-policy')))).toBe('Training is never paused');
});
