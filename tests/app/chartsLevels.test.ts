import type { Chart, Plugin } from 'chart.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityChart } from '../../src/app/charts/activityChart';
import { fanAxis, fanChart } from '../../src/app/charts/fanChart';
import { buffers, dangerZones, levelLines } from '../../src/app/charts/levelMarks';
import { handleColumns, limitStops, snappedLimit, steppedLimit } from '../../src/app/charts/limitHandles';
import type { LineConfiguration } from '../../src/app/charts/lineChart';
import { placeLabels } from '../../src/app/charts/placeLabels';
import { capabilityText } from '../../src/app/people/capabilityText';
import { sampleRun } from '../../src/engine/sampleRun';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { answer, changed, pinned, theme } from './chartFixtures';

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

test('a long name is cut with an ellipsis, and what the line is stays', () => {
  const long = changed('baseline', { 't1.name': 'Weapons of mass destruction uplift, tier' });
  expect(levelLines(long, true)[0]!.label).toBe('Weapons of mass destruc… limit 32x');
  expect(levelLines(long, false)[0]!.label).toBe('Weapons of… limit');
  const result = answer(long, 20);
  for (const width of [380, 760]) {
    const texts = written(fanChart(result, sampleRun(long, '1', 0), theme, width), width, 270);
    for (const { text } of texts) expect(text.length * 6).toBeLessThanOrEqual(width * 0.8);
  }
});

test('danger zones reach 1.645 deviations either way, and are one where they touch', () => {
  const zones = dangerZones(preset('baseline'));
  expect(zones).toHaveLength(3);
  expect(zones[0]!.low).toBeCloseTo(5 - 0.8225, 10);
  expect(zones[0]!.high).toBeCloseTo(5 + 0.8225, 10);
  const merged = dangerZones(changed('baseline', { dangerUncertainty: '1' }));
  expect(merged).toHaveLength(2);
  expect(merged[1]!.low).toBeCloseTo(10 - 1.645, 10);
  expect(merged[1]!.high).toBeCloseTo(12 + 1.645, 10);
  expect(dangerZones(changed('baseline', { dangerUncertainty: '0' }))).toEqual([]);
  // Levels need not be listed by their danger.
  const turned = { ...preset('baseline'), thresholds: preset('baseline').thresholds.toReversed() };
  expect(dangerZones(turned)).toEqual(zones);
});

test('an uncertain uncertainty counts as its most frequent value', () => {
  const { world } = preset('baseline');
  const spread = { ...world, dangerUncertainty: { low: 0.1, mode: 0.5, high: 2 } };
  expect(dangerZones({ ...preset('baseline'), world: spread })).toEqual(dangerZones(preset('baseline')));
});

test('buffers reach from alert to limit and never lie on each other', () => {
  expect(buffers(preset('no-policy'))).toEqual([]);
  expect(buffers(changed('baseline', { 'limits.safetyBuffer': '0' }))).toEqual([]);
  for (const id of presetIds) {
    const all = buffers(preset(id));
    all.forEach((one, i) => {
      for (const other of all.slice(i + 1)) {
        const isBeside = one.lane !== other.lane;
        expect(isBeside || one.low > other.high || other.low > one.high, id).toBe(true);
      }
    });
  }
  expect(buffers(preset('metr-time-horizon-replay')).map(({ low, high }) => [low, high])).toEqual([
    [1, 3],
    [2, 4],
    [3, 5],
  ]);
});

describe('labels', () => {
  const room = { gap: 14, low: 7, high: 293, reach: 5 };

  test('never lie on each other where there is room, and those that must stay do', () => {
    const labels = fc.array(
      fc.record({
        wanted: fc.double({ min: -20, max: 320, noNaN: true }),
        optional: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(labels, (all) => {
        const placed = placeLabels(all, room);
        const must = all.filter(({ optional }) => optional === 0).length;
        all.forEach(({ optional }, i) => {
          if (optional === 0) expect(placed[i]).not.toBeNull();
        });
        const shown = placed.filter((at) => at !== null).sort((a, b) => a - b);
        shown.forEach((at, i) => {
          expect(at >= room.low - 1e-6 && at <= room.high + 1e-6).toBe(true);
          if (i > 0 && (must - 1) * room.gap <= room.high - room.low) {
            expect(at - shown[i - 1]!).toBeGreaterThan(room.gap - 1e-6);
          }
        });
      }),
    );
  });

  test('are left out by their rank, and only where they are in the way', () => {
    const at = (wanted: number, optional: number) => ({ wanted, optional });
    expect(placeLabels([at(100, 0), at(100, 2), at(200, 2)], room)).toEqual([100, null, 200]);
    expect(placeLabels([at(100, 0), at(104, 1), at(100, 2), at(250, 2)], room)).toEqual([95, 109, null, 250]);
    expect(placeLabels([at(100, 0), at(109, 2)], room)).toEqual([97.5, 111.5]);
    // Names beside the plot may stand away from their lines.
    expect(placeLabels([at(100, 0), at(100, 1)], { ...room, reach: Infinity })).toEqual([93, 107]);
  });
});

interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What a chart's plugins write on a plot of `width` times `height` pixels; a letter is 6 pixels wide. */
function written(configuration: LineConfiguration, width: number, height: number): Written[] {
  const texts: Written[] = [];
  const ignored = () => undefined;
  const ctx = new Proxy(
    {
      measureText: (text: string) => ({ width: text.length * 6 }),
      fillText: (text: string, x: number, y: number) => void texts.push({ text, x, y }),
    },
    { get: (known, name): unknown => Reflect.get(known, name) ?? ignored, set: () => true },
  );
  const scaleOf = (name: 'x' | 'y') => {
    const { min, max } = configuration.options!.scales![name] as { min: number; max: number };
    const place = (value: number): number => (value - min) / (max - min);
    return {
      getPixelForValue: (value: number) =>
        name === 'x' ? place(value) * width : (1 - place(value)) * height,
    };
  };
  const chart = {
    ctx,
    chartArea: { left: 0, top: 0, right: width, bottom: height, width, height },
    scales: { x: scaleOf('x'), y: scaleOf('y') },
  } as unknown as Chart<'line'>;
  for (const plugin of configuration.plugins as Plugin<'line'>[]) {
    void plugin.afterDatasetsDraw?.(chart, {}, {}, false);
  }
  return texts;
}

function overlapping(texts: readonly Written[]): string[] {
  return texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .filter(({ x, y }) => x === one.x && Math.abs(y - one.y) < 13.9)
      .map(({ text }) => `${one.text} on ${text}`),
  );
}

const awkward: readonly Scenario[] = [
  ...presetIds.map(preset),
  changed('baseline', { 't1.limit': '10', 't2.limit': '10.05', 't3.limit': '10.1' }),
  changed('baseline', { 't1.limit': '1', 't2.limit': '1.1', 't3.limit': '5' }),
  changed('baseline', {
    't1.limit': '4.9',
    't2.limit': '4.95',
    't3.limit': '12.2',
    'limits.safetyBuffer': '0.1',
  }),
  changed('anthropic-rsp-v1', { 't1.limit': '19', 'limits.safetyBuffer': '12' }),
];

test.each([
  [380, 270],
  [760, 270],
  [760, 180],
])('no label of a chart of %i times %i pixels lies on another', (width, height) => {
  const other = answer(preset('paper-policy'), 50);
  for (const scenario of awkward) {
    const result = answer(scenario, 50);
    const sample = sampleRun(scenario, '1', 2);
    const compared = (['A', 'B', 'C'] as const).map((letter) => pinned(letter, other));
    for (const comparison of [
      { compared: [], letter: null },
      { compared, letter: 'D' },
    ] as const) {
      const fan = written(fanChart(result, sample, theme, width, { comparison }), width, height);
      expect(overlapping(fan), scenario.title).toEqual([]);
      for (const { name, limit } of scenario.thresholds) {
        if (limit === null) continue;
        expect(
          fan.some(({ text }) => text.includes(`${name} limit`)),
          `${name} limit`,
        ).toBe(true);
      }
      const isSameScale = other.scenario.scale === scenario.scale;
      for (const { letter } of comparison.compared) {
        expect(fan.some(({ text }) => text === letter)).toBe(isSameScale);
      }
      if (comparison.letter !== null) expect(fan.some(({ text }) => text === 'D median')).toBe(true);
      expect(overlapping(written(activityChart(result, theme, width, { comparison }), width, 180))).toEqual(
        [],
      );
    }
  }
});

describe('a limit on the chart', () => {
  const scenario = preset('baseline');
  const axis = fanAxis(answer(scenario, 50), sampleRun(scenario, '1', 0));

  test('stops at round multiples and at the danger point', () => {
    const texts = limitStops(10).map((stop) => capabilityText(stop, 'effective-compute'));
    expect(texts).toEqual(expect.arrayContaining(['0.5x', '1x', '32x', '900x', '1,000x', '1 million x']));
    expect(limitStops(10)).toContain(10);
    expect(limitStops(10)).not.toContain(9.966);
    // No two stops read alike: a step is always seen.
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('is dragged to a stop on the axis near the pointer, back to where it was', () => {
    fc.assert(
      fc.property(fc.double({ min: axis.min, max: axis.max, noNaN: true }), (place) => {
        const limit = snappedLimit(place, 10, axis);
        expect(limitStops(10)).toContain(limit);
        expect(limit >= axis.min && limit <= axis.max).toBe(true);
        expect(snappedLimit(limit, 10, axis)).toBe(limit);
        if (place < axis.max - 0.2) expect(Math.abs(limit - place)).toBeLessThan(0.16);
      }),
    );
    expect(snappedLimit(9.99, 10, axis)).toBe(10);
  });

  test('moves with every key, from anywhere to either end of what a limit can be', () => {
    let limit = limitStops(10)[0]!;
    let presses = 0;
    while (limit < 59.9) {
      const next = steppedLimit(limit, 10, 1);
      expect(next).toBeGreaterThan(limit);
      expect(capabilityText(next, 'effective-compute')).not.toBe(capabilityText(limit, 'effective-compute'));
      expect(steppedLimit(next, 10, -1)).toBe(limit);
      limit = next;
      if (++presses > 1000) throw new Error(`stuck at ${limit}`);
    }
    expect(steppedLimit(limit, 10, 1)).toBe(limit);
    const oneByOne = Array.from({ length: 6 }).reduce<number>((at) => steppedLimit(at, 10, 1), 5);
    expect(steppedLimit(5, 10, 6)).toBe(oneByOne);
    expect(steppedLimit(5.02, 10, 1)).toBeGreaterThan(5.05);
  });

  test('has its handle in a column where no other is in the way', () => {
    expect(handleColumns([100, 200, 300], 24)).toEqual([0, 0, 0]);
    expect(handleColumns([100, 110, 120], 24)).toEqual([0, 1, 2]);
    expect(handleColumns([100, 110, 130], 24)).toEqual([0, 1, 0]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 6 }), (heights) => {
        const columns = handleColumns(heights, 44);
        heights.forEach((height, i) => {
          heights.slice(i + 1).forEach((other, j) => {
            const isFree = columns[i] !== columns[i + 1 + j] || Math.abs(height - other) >= 44;
            expect(isFree).toBe(true);
          });
        });
      }),
    );
  });
});
