import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log, log2 } from '../../src/numbers/exact';
import { Hash64, mix32 } from '../../src/numbers/hash';
import { trueExp, trueLog, trueLog2, ulpError, type Real } from './trueValues';

/** A number in [0, 1) that depends on i alone. */
const spread = (i: number): number => (mix32(mix32(i + 1) + 0x51ed) >>> 0) / 0x100000000;

/** A positive finite float64 of any size, subnormal ones included, that depends on i alone. */
function anyPositive(i: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, Math.floor(spread(2 * i) * 0x7ff00000));
  view.setUint32(4, mix32(i));
  return Math.max(view.getFloat64(0), Number.MIN_VALUE);
}

/** The greatest error, in ulp, over arguments(0 … count - 1). */
function worst(
  f: (x: number) => number,
  truth: (x: number) => Real,
  argument: (i: number) => number,
  count: number,
): number {
  let max = 0;
  for (let i = 0; i < count; i++) {
    const x = argument(i);
    max = Math.max(max, ulpError(f(x), truth(x)));
  }
  return max;
}

const COUNT = 10_000;

describe('the measure of errors itself', () => {
  it('knows the true values to far more than 53 bits', () => {
    // 1 is e to the 0, so an exact answer has error 0, and one ulp off has error 1 (below 1 an ulp is half as
    // big).
    expect(ulpError(1, trueExp(0))).toBe(0);
    expect(ulpError(1 + Number.EPSILON, trueExp(0))).toBe(1);
    expect(ulpError(1 - Number.EPSILON / 2, trueExp(0))).toBe(1);
    expect(ulpError(-3, trueLog2(0.125))).toBe(0);
    expect(ulpError(Number.MIN_VALUE, trueExp(-745))).toBeLessThan(1);
    // Math.LN2 and Math.E are the float64 nearest to ln 2 and e.
    expect(ulpError(Math.LN2, trueLog(2))).toBeLessThan(0.5);
    expect(ulpError(Math.E, trueExp(1))).toBeLessThan(0.5);
  });
});

describe('exp', () => {
  it('is within 1 ulp of the true value', () => {
    expect(worst(exp, trueExp, (i) => spread(i) * 2 - 1, COUNT)).toBeLessThan(1);
    expect(worst(exp, trueExp, (i) => spread(i) * 40 - 20, COUNT)).toBeLessThan(1);
    expect(worst(exp, trueExp, (i) => spread(i) * 1454.8 - 745.1, COUNT)).toBeLessThan(1);
  });

  it('is within 1 ulp for arguments near 0 of every size', () => {
    const tiny = (i: number): number => (i % 2 === 0 ? 1 : -1) * Math.min(anyPositive(i), 1 / anyPositive(i));
    expect(worst(exp, trueExp, tiny, 2000)).toBeLessThan(1);
  });

  it('is within 1 ulp where 2^k leaves the normal numbers, and where the two ways of scaling meet', () => {
    const edges = [709, 709.4, 709.782712893384, -708, -708.39, -708.5, -720, -744, -745.1332191019411];
    const around = edges.flatMap((x) => [x, x * (1 - 2 ** -52), x + (x > 709.7 ? 0 : 1e-9)]);
    expect(worst(exp, trueExp, (i) => around[i]!, around.length)).toBeLessThan(1);
  });

  it.each([
    [0, 1],
    [-0, 1],
    [Infinity, Infinity],
    [-Infinity, 0],
    [NaN, NaN],
    [Number.MIN_VALUE, 1],
    [-Number.MIN_VALUE, 1],
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, Infinity],
    [Number.MAX_VALUE, Infinity],
    [-745.1332191019411, Number.MIN_VALUE],
    [-745.1332191019412, 0],
    [-Number.MAX_VALUE, 0],
  ])('exp(%d) is %d', (x, y) => {
    expect(exp(x)).toBe(y);
  });
});

describe.each([
  ['log', log, trueLog],
  ['log2', log2, trueLog2],
])('%s', (_name, f, truth) => {
  it('is within 1 ulp of the true value', () => {
    expect(worst(f, truth, anyPositive, COUNT)).toBeLessThan(1);
    expect(worst(f, truth, (i) => (i + 0.5) / COUNT, COUNT)).toBeLessThan(1);
    expect(worst(f, truth, (i) => 0.5 + 1.5 * spread(i), COUNT)).toBeLessThan(1);
  });

  it('is within 1 ulp next to 1 and on both sides of √2/2 and √2, where the reduction jumps', () => {
    const centres = [1, Math.SQRT1_2, Math.SQRT2, 2 * Math.SQRT2];
    const near = (i: number): number => {
      const offset = (i % 8 < 4 ? 1 : -1) * 2 ** -(1 + (i >> 3)) * (1 + spread(i));
      return centres[i % 4]! * (1 + offset);
    };
    expect(worst(f, truth, (i) => near(i) || 1, 8 * 53)).toBeLessThan(1);
  });

  it('is within 1 ulp for subnormal numbers', () => {
    expect(worst(f, truth, (i) => Number.MIN_VALUE * (1 + (mix32(i) >>> (i % 32))), 2000)).toBeLessThan(1);
  });

  it.each([
    [1, 0],
    [0, -Infinity],
    [-0, -Infinity],
    [-1, NaN],
    [-Number.MIN_VALUE, NaN],
    [-Infinity, NaN],
    [Infinity, Infinity],
    [NaN, NaN],
  ])('of %d is %d', (x, y) => {
    expect(f(x)).toBe(y);
  });
});

it('log2 is exact for every power of two', () => {
  for (let k = -1074; k <= 1023; k++) expect(log2(2 ** k)).toBe(k);
});

it('log2 of a product with a power of two differs by that power, as far as digits go', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 2, noNaN: true }), fc.integer({ min: -1000, max: 1000 }), (m, k) => {
      expect(Math.abs(log2(m * 2 ** k) - (log2(m) + k))).toBeLessThanOrEqual(2 ** -42);
    }),
    { seed: 1 },
  );
});

it('agrees with Math within what two answers of 1 ulp each may differ, over any float64', () => {
  const close = (a: number, b: number): void => {
    if (Number.isFinite(b))
      expect(Math.abs(a - b)).toBeLessThanOrEqual(2 ** -51 * Math.abs(b) + 2 * Number.MIN_VALUE);
    else expect(a).toBe(b);
  };
  fc.assert(
    fc.property(fc.double(), (x) => {
      close(exp(x), Math.exp(x));
      close(log(x), Math.log(x));
      close(log2(x), Math.log2(x));
    }),
    { seed: 2, numRuns: 5000 },
  );
});

it('gives the same bits as on every machine before', () => {
  const hash = new Hash64();
  for (let i = 0; i < 20_000; i++) {
    const u = spread(i);
    hash.addFloat(exp(u * 1500 - 750)).addFloat(exp(u * 6 - 3));
    hash
      .addFloat(log(u + 1e-9))
      .addFloat(log2(u + 1e-9))
      .addFloat(log(anyPositive(i)));
  }
  expect(hash.hex()).toBe('7ce229db87de2e9b');
});
