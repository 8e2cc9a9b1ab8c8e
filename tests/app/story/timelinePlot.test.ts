import { describe, expect, test } from 'vitest';
import { middleOf, timelinePlot, weekAt, type TimelinePlot } from '../../../src/app/story/timelinePlot';
import { reportsOf } from '../../../src/engine/reports';
import { simulateRun } from '../../../src/engine/simulateRun';
import { preset, presetIds, type PresetId } from '../../../src/scenario/presets';
import { changed } from '../chartFixtures';

const widths = [345, 664, 1005];

function plotOf(id: PresetId, width: number, isWhole = true, run = 0): TimelinePlot {
  const scenario = preset(id);
  const trace = simulateRun(scenario, '1', run);
  return timelinePlot({ trace, reports: reportsOf(trace), scenario }, { isWhole, width });
}

const numbersIn = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('the chart of one future', () => {
  test.each(presetIds)('%s lies within its frame at every width', (id) => {
    for (const width of widths) {
      const { frame, curves, readings, lines, labels, yTicks } = plotOf(id, width);
      expect(curves.map(({ kind }) => kind)).toEqual(['capability', 'deployed', 'rival']);
      for (const { path } of curves) {
        const numbers = numbersIn(path);
        expect(numbers.length).toBeGreaterThan(100);
        numbers.forEach((value, i) => {
          const [low, high] = i % 2 === 0 ? [frame.left, frame.right] : [frame.top, frame.bottom];
          expect(value).toBeGreaterThanOrEqual(low - 0.1);
          expect(value).toBeLessThanOrEqual(high + 0.1);
        });
      }
      for (const { x, y, low, high } of readings) {
        expect(x).toBeGreaterThan(frame.left);
        expect(x).toBeLessThan(frame.right);
        expect(low).toBeGreaterThanOrEqual(y);
        expect(y).toBeGreaterThanOrEqual(high);
        expect(high).toBeGreaterThanOrEqual(frame.top);
        expect(low).toBeLessThanOrEqual(frame.bottom);
      }
      for (const { y } of [...lines, ...yTicks]) {
        expect(y).toBeGreaterThanOrEqual(frame.top - 1e-9);
        expect(y).toBeLessThanOrEqual(frame.bottom + 1e-9);
      }
      expect(labels.length).toBe(width < 560 ? 0 : labels.length);
      const places = labels.map(({ y }) => y).toSorted((one, other) => one - other);
      places.slice(1).forEach((y, i) => expect(y - (places[i] ?? 0)).toBeGreaterThan(10));
    }
  });

  test('has a mark for every report and domain, hollow for candidates, where the evaluation started', () => {
    const scenario = preset('baseline');
    const trace = simulateRun(scenario, '1', 0);
    const reports = reportsOf(trace);
    const { frame, readings } = timelinePlot({ trace, reports, scenario }, { isWhole: false, width: 1005 });
    expect(readings).toHaveLength(2 * reports.length);
    expect(new Set(readings.map(({ domain }) => domain))).toEqual(new Set([0, 1]));
    const first = reports[0]!;
    expect(readings[0]).toMatchObject({
      week: first.startWeek,
      isCandidate: first.model === 'candidate',
      x: middleOf(frame, first.startWeek),
    });
  });

  test('shows the lab no curve and no danger point', () => {
    const { curves, lines, labels } = plotOf('baseline', 1005, false);
    expect(curves).toEqual([]);
    expect(lines.map(({ kind }) => kind)).not.toContain('danger');
    expect(labels.map(({ text }) => text).join()).not.toMatch(/danger|rival|best model/);
  });

  test('of a lab that never evaluates still stands on the policy’s lines', () => {
    const scenario = changed('baseline', {
      'evaluation.interval': '0',
      'evaluation.computeMultiple': '0',
      'evaluation.preDeployment': 'no',
    });
    const trace = simulateRun(scenario, '1', 0);
    const plot = timelinePlot({ trace, reports: reportsOf(trace), scenario }, { isWhole: false, width: 800 });
    expect(plot.readings).toEqual([]);
    expect(plot.lines.length).toBeGreaterThan(2);
    expect(Number.isFinite(plot.axis.min + plot.axis.max)).toBe(true);
  });

  test('a place on it is the week under it', () => {
    const { frame } = plotOf('baseline', 1005);
    for (const week of [0, 1, 57, 259, 260]) expect(weekAt(frame, middleOf(frame, week))).toBe(week);
    expect(weekAt(frame, -50)).toBe(0);
    expect(weekAt(frame, 5000)).toBe(260);
  });

  test('labels of weeks have room', () => {
    for (const width of widths) {
      const { xTicks } = plotOf('baseline', width);
      xTicks.slice(1).forEach(({ x }, i) => expect(x - (xTicks[i]?.x ?? 0)).toBeGreaterThanOrEqual(50));
    }
  });
});
