import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capabilityText, multipleText, taskText } from '../../src/app/people/capabilityText';
import { numberControl, type NumberControl } from '../../src/app/people/numberControl';
import { intervalPerHundred, marginText, perHundredShort } from '../../src/app/people/shareText';
import { spanText } from '../../src/app/people/spanText';
import { doublingsOf, nearestStop, roundMultiples, sliderStops } from '../../src/app/people/stops';
import { policySettings, settingsOf } from '../../src/app/settings/policySettings';
import { parameterOf, parseValue, type NumberDefinition } from '../../src/parameters/parameters';
import { wilsonShare } from '../../src/results/share';
import type { Scale } from '../../src/scenario/scenario';

function numberDefinition(id: string): NumberDefinition {
  const definition = parameterOf(id)?.definition;
  if (definition?.kind !== 'number') throw new Error(`${id} is no number`);
  return definition;
}

function controlOf(
  id: string,
  scale: Scale = 'effective-compute',
  landmark: number | null = null,
): NumberControl {
  const parameter = parameterOf(id);
  if (parameter === undefined) throw new Error(`no parameter ${id}`);
  return numberControl(id, parameter, numberDefinition(id), scale, landmark);
}

const numberSettings = settingsOf(
  Object.values(policySettings).flatMap(({ main, more }) => [...main, ...more]),
  3,
).filter(({ parameter }) => parameter.definition.kind === 'number');

test.each([
  [0, '1x'],
  [2.585, '6x'],
  [10, '1,000x'],
  [12, '4,100x'],
  [-1, '0.5x'],
  [20, '1 million x'],
  [23.25, '10 million x'],
  [30, '1.1 billion x'],
])('%d doublings of compute are %s', (doublings, text) => {
  expect(capabilityText(doublings, 'effective-compute')).toBe(text);
});

test.each([
  [-3.911432, '4 min'],
  [-2, '15 min'],
  [0, '1 h'],
  [3, '8 h'],
  [5, '32 h'],
  [Math.log2(40), '1 week'],
  [Math.log2(167), '1 month'],
  [Math.log2(4000), '2 years'],
  [-12, '0.88 s'],
])('a horizon of %d doublings is tasks of %s', (doublings, text) => {
  expect(capabilityText(doublings, 'task-horizon')).toBe(text);
});

test('a little less than a unit still reads as one', () => {
  expect(taskText(39.9)).toBe('1 week');
  expect(multipleText(999_999)).toBe('1 million x');
});

test.each([
  [0, '0 weeks'],
  [1, '1 week'],
  [6, '6 weeks'],
  [13, '3 months'],
  [15, '15 weeks'],
  [26, '6 months'],
  [52, '1 year'],
  [78, '18 months'],
  [104, '2 years'],
])('%d weeks are %s', (weeks, text) => {
  expect(spanText(weeks)).toBe(text);
});

describe('shares of a hundred', () => {
  test('are none and all only where they are', () => {
    expect([0, 0.001, 0.0149, 0.5, 0.996, 1].map(perHundredShort)).toEqual([
      '0',
      '<1',
      '1',
      '50',
      '>99',
      '100',
    ]);
  });

  test('intervals are rounded outwards', () => {
    expect(intervalPerHundred({ count: 0, share: 0.395, low: 0.3854, high: 0.4046 })).toEqual({
      low: 38,
      high: 41,
    });
  });

  test('the margin is half the widest interval, rounded up', () => {
    expect(marginText([wilsonShare(5000, 10_000)])).toBe('1');
    expect(marginText([wilsonShare(50, 100), wilsonShare(0, 100)])).toBe('10');
    expect(marginText([wilsonShare(0, 10_000)])).toBe('0.1');
  });
});

describe('slider stops', () => {
  test('of multiples are round numbers', () => {
    expect(roundMultiples(1, 2)).toEqual([1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2]);
    expect(roundMultiples(0.5, 1)).toEqual([0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1]);
  });

  test('ascend without repeats and include the landmark and the ends', () => {
    for (const { parameter } of numberSettings) {
      const definition = numberDefinition(parameter.id);
      const [low, high] = definition.slider ?? [definition.min, definition.max];
      const landmark = low + (high - low) * 0.4321;
      const stops = sliderStops(definition, landmark);
      expect(stops).toContain(landmark);
      stops.forEach((stop, i) => {
        expect(stop).toBeGreaterThanOrEqual(low - 1e-3);
        expect(stop).toBeLessThanOrEqual(high + 1e-3);
        if (i > 0) expect(stop).toBeGreaterThan(stops[i - 1]!);
      });
      expect(nearestStop(stops, landmark)).toBe(stops.indexOf(landmark));
    }
  });

  test('are all values that the parameter takes, on both scales', () => {
    for (const { publicId } of numberSettings) {
      for (const scale of ['effective-compute', 'task-horizon'] as const) {
        for (const stop of controlOf(publicId, scale).stops) {
          expect(parseValue(publicId, String(stop)), `${publicId} ${stop}`).toMatchObject({ ok: true });
        }
      }
    }
  });

  test("hold the registry's default where a slider can reach it", () => {
    const { stops } = controlOf('limits.safetyBuffer');
    expect(stops).toContain(2.585);
    expect(controlOf('evaluation.computeMultiple').stops).toContain(4);
  });
});

describe('number boxes', () => {
  test('speak of multiples, hours, weeks and percent', () => {
    expect(controlOf('limits.safetyBuffer').boxText(2.585)).toBe('6');
    expect(controlOf('t1.limit', 'task-horizon').boxText(3)).toBe('8');
    expect(controlOf('t1.limit', 'task-horizon').unit).toBe('hours');
    expect(controlOf('t1.limit').boxText(10)).toBe('1024');
    expect(controlOf('evaluation.interval').words(13)).toBe('3 months');
    expect(controlOf('accountability.auditPower').boxText(0.7)).toBe('70');
  });

  test.each([
    ['limits.safetyBuffer', '6', 2.585],
    ['limits.safetyBuffer', ' 6x ', 2.585],
    ['limits.safetyBuffer', '6×', 2.585],
    ['t1.limit', '1,024', 10],
    ['t1.limit', '.5', -1],
    ['evaluation.interval', '13 weeks', 13],
    ['accountability.auditPower', '70 %', 0.7],
    ['evaluation.computeMultiple', '4', 4],
  ])('%s takes %j', (id, text, value) => {
    expect(controlOf(id).parse(text)).toEqual({ value });
  });

  test.each([
    ['limits.safetyBuffer', '', 'Enter a number from 1 to 4096x.'],
    ['limits.safetyBuffer', '0', 'Enter a number from 1 to 4096x.'],
    ['limits.safetyBuffer', '-3', 'Enter a number from 1 to 4096x.'],
    ['limits.safetyBuffer', '5000', 'Enter a number from 1 to 4096x.'],
    ['evaluation.interval', '2.5', 'Enter a whole number from 0 to 260 weeks.'],
    ['evaluation.interval', '1e2', 'Enter a whole number from 0 to 260 weeks.'],
    ['accountability.auditPower', '120', 'Enter a number from 0 to 100%.'],
    ['t1.limit', 'abc', 'Enter a number from a millionth to a billion billion.'],
  ])('%s refuses %j in words', (id, text, expected) => {
    expect(controlOf(id).parse(text)).toEqual({ expected });
  });

  test('four digits go through a box unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 409_600 }), (hundredths) => {
        const control = controlOf('limits.safetyBuffer');
        const value = doublingsOf(hundredths / 100);
        const parsed = control.parse(control.boxText(value));
        expect('value' in parsed && Math.abs(parsed.value - value)).toBeLessThan(0.0011);
      }),
    );
  });
});
