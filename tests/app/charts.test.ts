import { describe, expect, test } from 'vitest';
import { activityChart, activitySpan } from '../../src/app/charts/activityChart';
import { comparisonOf, nothingCompared } from '../../src/app/charts/compared';
import { fanAxis, fanChart } from '../../src/app/charts/fanChart';
import {
  activityTable,
  activityTitle,
  capabilityNote,
  capabilityTable,
  capabilityTitle,
  describeActivity,
  describeCapability,
} from '../../src/app/charts/inWords';
import { weeklyPoints } from '../../src/app/charts/lineChart';
import { activityReadout, capabilityReadout, readoutText } from '../../src/app/charts/readout';
import { levelTable } from '../../src/app/levelRows';
import { describeOutcomes, outcomeParts } from '../../src/app/outcomePicture';
import { sampleRun } from '../../src/engine/sampleRun';
import { preset, presetIds } from '../../src/scenario/presets';
import { answer, changed, pinned, theme } from './chartFixtures';

const hole = /NaN|undefined|null|Infinity|^$/;

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
      capabilityNote(result),
      capabilityTitle(result),
      activityTitle(result),
      describeOutcomes(outcomeParts(result.summary)),
      ...[capabilityTable(result), activityTable(result)].flatMap(({ columns, rows }) => {
        for (const { cells } of rows) expect(cells.length).toBe(columns.length - 1);
        return rows.flatMap(({ heading, cells }) => [heading, ...cells]);
      }),
      ...levelTable(result).rows.flatMap((row) => Object.values<string>({ ...row })),
    ];
    for (const text of texts) expect(text).not.toMatch(hole);
  });

  test('can be read in every week without a hole', () => {
    for (let week = 0; week <= horizon; week++) {
      for (const readout of [capabilityReadout(result, week), activityReadout(result, week)]) {
        expect(readout.when).not.toMatch(hole);
        for (const { name, value } of readout.values) expect(`${name}|${value}`).toMatch(/^[^|]+\|[^|]+$/);
        expect(readoutText(readout)).not.toMatch(hole);
      }
    }
  });

  test('are the same at every width but for the length of their labels', () => {
    const values = (width: number) =>
      fanChart(result, sample, theme, width).data.datasets.map(({ data }) => data);
    expect(values(320)).toEqual(values(1200));
  });

  test('share of futures in each activity lies in its row', () => {
    const { datasets } = activityChart(result, theme, 900).data;
    for (const { data } of datasets) {
      for (const { y } of data) expect(y >= 0 && y <= 4).toBe(true);
    }
    expect(datasets.filter(({ fill }) => fill !== false)).toHaveLength(4);
  });
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

test('the worst row is on top, in the strongest line and its own colour, and in no other words than the table', () => {
  const result = answer(preset('baseline'));
  const { datasets } = activityChart(result, theme, 900).data;
  const [worst, ...others] = datasets.filter(({ fill }) => fill !== false);
  expect(worst).toMatchObject({ label: 'unsafe', borderColor: 'unsafe' });
  for (const { borderWidth } of others) expect(borderWidth).toBeLessThan(worst!.borderWidth as number);
  worst!.data.forEach(({ x, y }) => expect(y).toBeCloseTo(3 + result.activity.unsafe[x]! * 0.86, 12));
  expect(activityTable(result).columns[1]).toBe('Deployed or used unsafely');
  expect(describeActivity(result)).toContain('Deployed or used unsafely: at most in');
  const name = 'deployed or used unsafely';
  expect(activityReadout(result, 200).values[0]).toEqual({
    name,
    value: String(Math.round(result.activity.unsafe[200]! * 100)),
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

test('the title says when training first pauses, in the middle of the futures that pause', () => {
  const result = answer(preset('baseline'), 1000);
  const title = activityTitle(result);
  const { q50 } = result.summary.firstPauseWeek;
  expect(title).toMatch(
    /^Half of the futures pause training for \d+ weeks or more; the median first pause comes after about \d+ months$/,
  );
  expect(Number(/(\d+) months/.exec(title)?.[1])).toBe(Math.round((q50! * 12) / 52));
  expect(describeActivity(result)).toContain(`the median week of the first pause is ${Math.round(q50!)}`);

  const seldom = answer(
    changed('baseline', { 't1.limit': '18', 't2.limit': '19', 't3.limit': '20', 'limits.safetyBuffer': '0' }),
    400,
  );
  expect(activitySpan(seldom, 'paused').median).toBe(0);
  expect(activityTitle(seldom)).toMatch(
    /^Training is paused in fewer than half of the futures; where it is, the median first/,
  );
});

test('a readout says what the bands are in that week', () => {
  const result = answer(preset('baseline'));
  const { q25, q50, q75 } = result.bands.capability.quantiles;
  const week = 130;
  const said = (doublings: number): number => Number((2 ** doublings).toPrecision(2));
  const readout = capabilityReadout(result, week);
  const value = (name: string): string => readout.values.find((each) => each.name === name)!.value;
  expect(readout.when).toBe('week 130');
  expect(value('median')).toBe(`${said(q50[week]!).toLocaleString('en-US')}x`);
  expect(value('half of futures')).toBe(`${said(q25[week]!)} to ${said(q75[week]!)}x`);
  expect(capabilityReadout(result, 0).values.find(({ name }) => name === 'half of futures')!.value).toBe(
    '1x',
  );
  // Nothing is deployed at the start.
  expect(capabilityReadout(result, 0).values.find(({ name }) => name === 'deployed')!.value).toBe('–');
  const paused = Math.round(result.activity.paused[week]! * 100);
  expect(readoutText(activityReadout(result, week))).toContain(`, training paused ${paused}`);
});

test('while the axis is held the chart stays on it, whatever the values', () => {
  const before = answer(preset('baseline'));
  const sample = sampleRun(before.scenario, '1', 0);
  const held = fanAxis(before, sample);
  const after = answer(changed('baseline', { 't3.limit': '25' }));
  expect(fanAxis(after, sample).max).toBeGreaterThan(held.max);
  const y = fanChart(after, sample, theme, 900, { axis: held }).options?.scales?.['y'];
  expect(y).toMatchObject({ min: held.min, max: held.max });
});

test('there is room on the axis to drag the highest limit up, and to see the lowest', () => {
  for (const limits of [{ 't3.limit': '16.6' }, { 't1.limit': '-3' }, { 't3.limit': '19.93' }]) {
    const result = answer(changed('baseline', limits), 20);
    const { min, max } = fanAxis(result, sampleRun(result.scenario, '1', 0));
    for (const { limit } of result.scenario.thresholds) {
      expect(limit!).toBeGreaterThan(min);
      expect(limit!).toBeLessThan(max - 0.3);
    }
  }
});

describe('compared policies', () => {
  const present = answer(preset('baseline'));
  const other = answer(changed('baseline', { 'limits.safetyBuffer': '0', 't1.limit': 'none' }));
  const foreign = answer(preset('metr-time-horizon-replay'));
  const comparison = {
    compared: [pinned('A', other), pinned('B', foreign)],
    letter: 'C',
  } as const;
  const sample = sampleRun(present.scenario, '1', 0);

  test('are lines of their own colour and dash, where they are on the same scale', () => {
    const { datasets } = fanChart(present, sample, theme, 900, { comparison }).data;
    const a = datasets.find(({ label }) => label === 'A')!;
    expect(a.borderColor).toBe('a');
    expect(a.borderDash).not.toEqual([]);
    expect(a.data.map(({ y }) => y)).toEqual([...other.bands.capability.quantiles.q50]);
    expect(datasets.some(({ label }) => label === 'B')).toBe(false);
    expect(datasets.find(({ label }) => label === 'median')!.borderColor).toBe('c');
    expect(capabilityNote(present, comparison)).toContain('B is on another scale and not drawn.');
  });

  test('lie within the axis', () => {
    const { min, max } = fanAxis(present, sample, comparison);
    for (const y of other.bands.capability.quantiles.q50) expect(y > min && y < max + 0.2).toBe(true);
  });

  test('are outlines in each row of the activities', () => {
    const { datasets } = activityChart(present, theme, 900, { comparison }).data;
    const outline = datasets.find(({ label }) => label === 'paused A')!;
    expect(outline.fill).toBe(false);
    outline.data.forEach(({ x, y }) => expect(y).toBeCloseTo(2 + other.activity.paused[x]! * 0.86, 12));
    expect(datasets.filter(({ label }) => label?.endsWith(' A') === true)).toHaveLength(4);
  });

  test('stand in words, tables and readouts too', () => {
    expect(describeCapability(present, comparison)).toContain('policy A ends at');
    expect(capabilityTable(present, comparison).columns.at(-1)).toBe('A, median');
    expect(activityTable(present, comparison).columns).toContain('B, training paused');
    expect(capabilityReadout(present, 100, comparison).values.at(-1)!.name).toBe('A median');
    const texts = [capabilityTable(present, comparison), activityTable(present, comparison)].flatMap(
      ({ columns, rows }) => rows.flatMap(({ cells }) => [String(cells.length - columns.length), ...cells]),
    );
    for (const text of texts) expect(text).not.toMatch(hole);
    expect(texts).toContain('-1');
  });

  test('with a shorter horizon end where they end', () => {
    const short = answer(changed('baseline', { horizon: '104' }));
    const shortComparison = { compared: [pinned('A', short)], letter: 'B' } as const;
    const { datasets } = fanChart(present, sample, theme, 900, { comparison: shortComparison }).data;
    expect(datasets.find(({ label }) => label === 'A')!.data.at(-1)!.x).toBe(104);
    expect(capabilityReadout(present, 200, shortComparison).values.at(-1)).toEqual({
      name: 'A median',
      value: '–',
    });
    const long = fanChart(short, sampleRun(short.scenario, '1', 0), theme, 900, {
      comparison: { compared: [pinned('A', present)], letter: 'B' },
    });
    expect(long.data.datasets.find(({ label }) => label === 'A')!.data.at(-1)!.x).toBe(104);
  });

  test('that stay the same are the same object, and nothing is drawn for them', () => {
    const again = [pinned('A', other), pinned('B', foreign)];
    expect(comparisonOf(again, 'C', comparison)).toBe(comparison);
    expect(comparisonOf(again, 'D', comparison)).not.toBe(comparison);
    expect(comparisonOf([pinned('A', present), pinned('B', foreign)], 'C', comparison)).not.toBe(comparison);
    expect(comparisonOf([], null, nothingCompared)).toBe(nothingCompared);
  });
});
