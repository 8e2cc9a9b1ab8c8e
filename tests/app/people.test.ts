import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capabilityRangeText,
  capabilityText,
  multipleText,
  taskText,
} from '../../src/app/people/capabilityText';
import { numberControl, type NumberControl } from '../../src/app/people/numberControl';
import { intervalText, marginText, perHundredShort } from '../../src/app/people/shareText';
import { spanText } from '../../src/app/people/spanText';
import {
  doublingsOf,
  nearestStop,
  placeOnSlider,
  roundMultiples,
  sliderStops,
} from '../../src/parameters/stops';
import { settingsOf } from '../../src/app/settings/policySettings';
import {
  parameterIds,
  parameterOf,
  parseValue,
  type NumberDefinition,
} from '../../src/parameters/parameters';
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

const numberSettings = settingsOf(parameterIds, 1).filter(
  ({ parameter }) => parameter.definition.kind === 'number',
);
const scales = ['effective-compute', 'task-horizon'] as const;

test.each([
  [0, '1x'],
  [2.585, '6x'],
  [10, '1,000x'],
  [12, '4,100x'],
  [-1, '0.5x'],
  [20, '1 million x'],
  [23.25, '10 million x'],
  [30, '1.1 billion x'],
  [Math.log2(9.94e11), '990 billion x'],
  [Math.log2(9.96e11), '10¹²x'],
  [60, '1.2 × 10¹⁸x'],
  [24 * Math.log2(10), '10²⁴x'],
  [Math.log2(9.96e23), '10²⁴x'],
  [205, '5.1 × 10⁶¹x'],
  [Math.log2(1e-4), '0.0001x'],
  [-20, '9.5 × 10⁻⁷x'],
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
  [Math.log2(2000 * 30), '30 years'],
  [Math.log2(2000 * 1.2e6), '1.2 million years'],
  [60, '5.8 × 10¹⁴ years'],
])('a horizon of %d doublings is tasks of %s', (doublings, text) => {
  expect(capabilityText(doublings, 'task-horizon')).toBe(text);
});

test('ranges say their unit once, and one value where both ends read alike', () => {
  const range = (low: number, high: number): string =>
    capabilityRangeText(Math.log2(low), Math.log2(high), 'effective-compute');
  expect(range(150, 400)).toBe('150 to 400x');
  expect(range(6, 6.01)).toBe('6x');
  expect(range(2e24, 4e24)).toBe('2 to 4 × 10²⁴x');
  expect(range(1e24, 4e24)).toBe('10²⁴x to 4 × 10²⁴x');
  expect(range(1e24, 1e25)).toBe('10²⁴x to 10²⁵x');
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
    expect(intervalText({ low: 0.3854, high: 0.4046 })).toBe('38 to 41');
    expect(intervalText(wilsonShare(0, 10_000))).toBe('under 1');
    expect(intervalText(wilsonShare(10_000, 10_000))).toBe('over 99');
    expect(intervalText(wilsonShare(0, 100))).toBe('0 to 4');
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
      for (const scale of scales) {
        for (const stop of controlOf(publicId, scale).stops) {
          expect(parseValue(publicId, String(stop)), `${publicId} ${stop}`).toMatchObject({ ok: true });
        }
      }
    }
  });

  test('of rates and spreads are round multiples too', () => {
    expect(
      controlOf('growth')
        .stops.slice(0, 4)
        .map((stop) => controlOf('growth').boxText(stop)),
    ).toEqual(['1', '1.1', '1.2', '1.3']);
    const { stops, boxText } = controlOf('leadTimeSpread');
    expect([boxText(stops[0]!), boxText(stops.at(-1)!)]).toEqual(['1', '7']);
    expect(controlOf('skipProbability').stops.slice(0, 3)).toEqual([0, 0.01, 0.02]);
  });

  test('are enough to choose from, and few enough to be reached', () => {
    for (const { publicId } of numberSettings) {
      const { length } = controlOf(publicId).stops;
      expect(length, publicId).toBeGreaterThanOrEqual(9);
      expect(length, publicId).toBeLessThanOrEqual(500);
    }
  });

  test('place values between them', () => {
    expect([-1, 0, 5, 10, 15, 20, 21].map((value) => placeOnSlider([0, 10, 20], value))).toEqual([
      0, 0, 0.25, 0.5, 0.75, 1, 1,
    ]);
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
    expect(controlOf('limits.safetyBuffer').boxText(3.248)).toBe('9.5');
    expect(controlOf('t1.limit', 'task-horizon').boxText(3)).toBe('8');
    expect(controlOf('t1.limit', 'task-horizon').unit).toBe('hours');
    expect(controlOf('t1.danger', 'task-horizon').words(3)).toBe('8 h');
    expect(controlOf('t1.limit').boxText(10)).toBe('1024');
    expect(controlOf('evaluation.interval').words(13)).toBe('3 months');
    expect(controlOf('accountability.auditPower').boxText(0.7)).toBe('70');
    expect(controlOf('growth').words(3.75)).toBe('13x a year');
    expect(controlOf('growth').boxText(3.75)).toBe('13.45');
    expect(controlOf('leadTimeSpread').boxText(0.6)).toBe('1.822');
    expect(controlOf('t1.limit').boxText(60)).toBe('1.153e18');
  });

  test.each([
    ['growth', 3.75, 'doubles every 14 weeks'],
    ['growth', 0, 'no growth'],
    ['lapseRate', 0.05, 'once in 20 years on average'],
    ['lapseRate', 0, 'never'],
    ['discoveryRate', 1.1, 'once in 47 weeks on average'],
    ['pressure', 0.1, 'once in 10 years at a lead of 2x'],
    ['rivalLead', -0.5, '1.4x behind the lab'],
    ['rivalLead', 1, '2x ahead of the lab'],
    ['rivalLead', 0, 'level with the lab'],
    ['elicitationGap', 1, 'reads 2x too low'],
    ['elicitationGap', -1, 'reads 2x too high'],
    ['response.competitorClause', 1, 'from a lead of 2x'],
    ['response.competitorClause', -1, 'unless over 2x behind'],
    ['dangerUncertainty', 1, 'two in three within 2x'],
    ['leadTimeSpread', 0.693, 'two in three within 2x'],
    ['suiteError', 0, 'no spread'],
    ['evaluation.interval', 13, '3 months'],
    ['evaluation.interval', 14, ''],
    ['t1.limit', 5, ''],
    ['t1.limit', 30, '1.1 billion x'],
    ['accountability.auditPower', 0.7, ''],
  ])('%s of %d is also told as %j', (id, value, hint) => {
    expect(controlOf(id).hint(value)).toBe(hint);
  });

  test.each([
    ['limits.safetyBuffer', '6', 2.585],
    ['limits.safetyBuffer', ' 6x ', 2.585],
    ['limits.safetyBuffer', '6×', 2.585],
    ['t1.limit', '1,024', 10],
    ['t1.limit', '.5', -1],
    ['t1.limit', '1 million', 19.932],
    ['t1.limit', '1.153e18', 60],
    ['evaluation.interval', '13 weeks', 13],
    ['evaluation.interval', '3 months', 13],
    ['evaluation.interval', '1.5 years', 78],
    ['accountability.auditPower', '70 %', 0.7],
    ['evaluation.computeMultiple', '4', 4],
    ['growth', '4x a year', 2],
    ['lapseRate', '0.5 a year', 0.5],
    ['leadTimeSpread', '2', 0.693],
  ])('%s takes %j', (id, text, value) => {
    expect(controlOf(id).parse(text)).toEqual({ value });
  });

  test('hours are taken in longer and shorter times', () => {
    const { parse } = controlOf('t1.limit', 'task-horizon');
    expect(['30 min', '1 week', '2 months'].map(parse)).toEqual([
      { value: -1 },
      { value: doublingsOf(40) },
      { value: doublingsOf(334) },
    ]);
  });

  test.each([
    ['limits.safetyBuffer', '', 'Enter a number from 1 to 4096x.'],
    ['limits.safetyBuffer', '0', 'Enter a number from 1 to 4096x.'],
    ['limits.safetyBuffer', '-3', 'Enter a number from 1 to 4096x.'],
    ['limits.safetyBuffer', '5000', 'Enter a number from 1 to 4096x.'],
    ['evaluation.interval', '2.5', 'Enter a whole number from 0 to 260 weeks.'],
    ['evaluation.interval', '3 bananas', 'Enter a whole number from 0 to 260 weeks.'],
    ['accountability.auditPower', '120', 'Enter a number from 0 to 100%.'],
    ['lapseRate', '13', 'Enter a number from 0 to 12 a year.'],
    ['growth', '0', 'Enter a number from 1 to 32770x a year.'],
    ['rivalLead', '0', 'Enter a number from a millionth to a million.'],
    ['t1.limit', 'abc', 'Enter a number from a millionth to a billion billion.'],
  ])('%s refuses %j in words', (id, text, expected) => {
    expect(controlOf(id).parse(text)).toEqual({ expected });
  });

  test('give back every stop, both ends and the default as they were', () => {
    for (const { publicId, parameter } of numberSettings) {
      const { min, max, default: standard } = numberDefinition(parameter.id);
      for (const scale of scales) {
        const control = controlOf(publicId, scale);
        for (const value of [min, max, standard ?? min, ...control.stops]) {
          const text = control.boxText(value);
          const parsed = control.parse(text);
          expect(parsed, `${publicId} ${value}`).toHaveProperty('value');
          if ('value' in parsed) expect(control.boxText(parsed.value), `${publicId} ${value}`).toBe(text);
        }
        // A stop is exactly what its box says: to type it in again changes nothing.
        for (const stop of control.stops) {
          expect(control.parse(control.boxText(stop)), `${publicId} ${stop}`).toEqual({ value: stop });
        }
      }
    }
  });

  test('say every value in words that are not empty', () => {
    for (const { publicId, parameter } of numberSettings) {
      const { min, max } = numberDefinition(parameter.id);
      for (const scale of scales) {
        const { words } = controlOf(publicId, scale);
        for (const value of [min, max]) expect(words(value), publicId).toMatch(/\d/);
      }
    }
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

  test('any text a box shows comes back as itself', () => {
    const ids = fc.constantFrom(...numberSettings);
    fc.assert(
      fc.property(ids, fc.double({ min: 0, max: 1, noNaN: true }), ({ publicId, parameter }, at) => {
        const { min, max, whole } = numberDefinition(parameter.id);
        const value = min + at * (max - min);
        const control = controlOf(publicId);
        const text = control.boxText(whole === true ? Math.round(value) : value);
        const parsed = control.parse(text);
        expect(parsed).toHaveProperty('value');
        if ('value' in parsed) expect(control.boxText(parsed.value)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
