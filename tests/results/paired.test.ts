import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Luck } from '../../src/engine/luck';
import { seedKey } from '../../src/engine/seed';
import { STREAM } from '../../src/model/luck';
import { pairedDifference, pairedMean } from '../../src/results/paired';

const Z = 1.959963984540054;

/** Pairs with the property in one alone, and all pairs. */
const anyCounts = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.nat(20_000), fc.nat(20_000))
  .map(([runs, one, other]) => {
    const onlyA = one % (runs + 1);
    return { onlyA, onlyB: other % (runs - onlyA + 1), runs };
  });

const term = (count: number, probability: number): number =>
  count === 0 ? 0 : count * Math.log(probability);

/**
 * The score statistic of a difference (B less A), the probability of A alone being where the likelihood of the pairs is
 * greatest, found by trisection.
 */
function score(onlyA: number, onlyB: number, runs: number, difference: number): number {
  const rest = runs - onlyA - onlyB;
  const likelihood = (p: number): number =>
    term(onlyA, p) + term(onlyB, p + difference) + term(rest, 1 - 2 * p - difference);
  let low = Math.max(0, -difference);
  let high = (1 - difference) / 2;
  for (let step = 0; step < 200; step++) {
    const third = (high - low) / 3;
    if (likelihood(low + third) < likelihood(high - third)) low += third;
    else high -= third;
  }
  const variance = (2 * ((low + high) / 2) + difference - difference * difference) / runs;
  return ((onlyB - onlyA) / runs - difference) / Math.sqrt(variance);
}

describe('pairedDifference', () => {
  test('agrees with published values', () => {
    // Complete response before and after consolidation (Cavo et al. 2012), Tango's interval as in Fagerland, Lydersen and
    // Laake 2017, chapter 8, by the tests of their R package contingencytables 3.0.0.
    const { difference, low, high } = pairedDifference(16, 6, 161);
    expect(difference).toBeCloseTo(-0.0621, 4);
    expect(low).toBeCloseTo(-0.124, 4);
    expect(high).toBeCloseTo(-0.0054, 4);
  });

  test('its ends are where the score statistic is z', () => {
    fc.assert(
      fc.property(anyCounts, ({ onlyA, onlyB, runs }) => {
        const { difference, low, high } = pairedDifference(onlyA, onlyB, runs);
        expect(difference).toBe((onlyB - onlyA) / runs);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        if (high < 1) expect(score(onlyA, onlyB, runs, high)).toBeCloseTo(-Z, 3);
        if (low > -1) expect(score(onlyA, onlyB, runs, low)).toBeCloseTo(Z, 3);
      }),
    );
  });

  test('beyond its ends the statistic is larger, within them smaller', () => {
    fc.assert(
      fc.property(anyCounts, fc.double({ min: -1, max: 1, noNaN: true }), (counts, at) => {
        const { onlyA, onlyB, runs } = counts;
        const { low, high } = pairedDifference(onlyA, onlyB, runs);
        fc.pre(Math.abs(at - low) > 1e-6 && Math.abs(at - high) > 1e-6 && Math.abs(at) < 1 - 1e-6);
        const isWithin = Math.abs(score(onlyA, onlyB, runs, at)) < Z;
        expect(isWithin).toBe(low < at && at < high);
      }),
    );
  });

  test('changes its sign alone where A and B are exchanged', () => {
    fc.assert(
      fc.property(anyCounts, ({ onlyA, onlyB, runs }) => {
        const { difference, low, high } = pairedDifference(onlyA, onlyB, runs);
        const exchanged = pairedDifference(onlyB, onlyA, runs);
        expect(exchanged).toEqual({ difference: 0 - difference, low: 0 - high, high: 0 - low });
      }),
    );
  });

  test('without a pair that differs is z² of as many and z² more, either way', () => {
    for (const runs of [1, 10, 2000, 10_000_000]) {
      const { difference, low, high } = pairedDifference(0, 0, runs);
      expect(difference).toBe(0);
      expect(high).toBeCloseTo((Z * Z) / (runs + Z * Z), 14);
      expect(low).toBe(-high);
    }
  });

  test('reaches as far as a difference can', () => {
    expect(pairedDifference(0, 50, 50)).toMatchObject({ difference: 1, high: 1 });
    expect(pairedDifference(50, 0, 50)).toMatchObject({ difference: -1, low: -1 });
  });

  test.each([
    [400, 0.01, 0.02],
    [400, 0.02, 0.005],
    [400, 0.05, 0.05],
    [60, 0.03, 0.1],
  ])(
    'of %d pairs, %f and %f of which differ, holds the true difference in 95 of 100 samples',
    (runs, pA, pB) => {
      const samples = 3000;
      const luck = new Luck(seedKey('pairs'));
      let held = 0;
      for (let sample = 0; sample < samples; sample++) {
        luck.setRun(sample);
        let onlyA = 0;
        let onlyB = 0;
        for (let pair = 0; pair < runs; pair++) {
          const u = luck.uniform(STREAM.skip, pair);
          if (u < pA) onlyA++;
          else if (u < pA + pB) onlyB++;
        }
        const { low, high } = pairedDifference(onlyA, onlyB, runs);
        if (low <= pB - pA && pB - pA <= high) held++;
      }
      expect(held / samples).toBeGreaterThan(0.935);
      expect(held / samples).toBeLessThan(0.97);
    },
  );

  test('refuses what are no counts of pairs', () => {
    for (const [onlyA, onlyB, runs] of [
      [0, 0, 0],
      [3, 3, 5],
      [-1, 0, 5],
      [0, 0.5, 5],
      [NaN, 0, 5],
    ] as const) {
      expect(() => pairedDifference(onlyA, onlyB, runs)).toThrow(RangeError);
    }
  });
});

describe('pairedMean', () => {
  test('is the mean of the differences, with z standard errors either way', () => {
    // Differences 1, -2, 4, 5: mean 2, variance (1 + 16 + 4 + 9) / 3 = 10.
    const { difference, low, high } = pairedMean(Float64Array.of(1, 5, 0, 3), Float64Array.of(2, 3, 4, 8));
    expect(difference).toBe(2);
    expect(high - difference).toBeCloseTo(Z * Math.sqrt(10 / 4), 12);
    expect(difference - low).toBeCloseTo(Z * Math.sqrt(10 / 4), 12);
  });

  const columns = fc
    .array(fc.tuple(fc.nat(520), fc.nat(520)), { minLength: 2, maxLength: 200 })
    .map((pairs) => [
      Float64Array.from(pairs, ([a]) => a / 2 ** 20),
      Float64Array.from(pairs, ([, b]) => b / 2 ** 20),
    ]);

  test('changes its sign alone where A and B are exchanged', () => {
    fc.assert(
      fc.property(columns, ([a, b]) => {
        const { difference, low, high } = pairedMean(a!, b!);
        expect(pairedMean(b!, a!)).toEqual({ difference: 0 - difference, low: 0 - high, high: 0 - low });
        expect(pairedMean(a!, a!)).toEqual({ difference: 0, low: 0, high: 0 });
      }),
    );
  });

  test('refuses columns of other runs, and a single run', () => {
    expect(() => pairedMean(new Float64Array(3), new Float64Array(4))).toThrow(RangeError);
    expect(() => pairedMean(new Float64Array(1), new Float64Array(1))).toThrow(RangeError);
  });
});
