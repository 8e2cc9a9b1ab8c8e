import { describe, expect, it } from 'vitest';
import { Hash64 } from '../../src/numbers/hash';
import { normalCdf, normalQuantile } from '../../src/numbers/normalQuantile';

/** Pairs x, Φ(x), computed with 50 digits. */
const cdf: readonly (readonly [number, number])[] = [
  [-38, 2.88542835e-316],
  [-37.5, 4.605353009581955e-308],
  [-30, 4.906713927148187e-198],
  [-20.25, 1.77619986494957e-91],
  [-10, 7.619853024160525e-24],
  [-6, 9.86587645037698e-10],
  [-5.7, 5.990371401063528e-9],
  [-5.6, 1.071759025831093e-8],
  [-3, 0.0013498980316300946],
  [-1, 0.15865525393145705],
  [-0.7, 0.24196365222307303],
  [-0.66, 0.25462691467133614],
  [-0.25, 0.4012936743170763],
  [-0.001, 0.49960105778608893],
  [0, 0.5],
  [0.001, 0.500398942213911],
  [0.5, 0.6914624612740131],
  [0.67, 0.7485711049046899],
  [1.5, 0.9331927987311419],
  [3, 0.9986501019683699],
  [5.625, 0.9999999907246012],
  [8, 0.9999999999999993],
];

/** Pairs p, Φ⁻¹(p), computed with 50 digits for the float64 p. */
const quantiles: readonly (readonly [number, number])[] = [
  [5e-324, -38.467405617144344],
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-20, -9.262340089798407],
  [1e-12, -7.034483825301132],
  [2 ** -32, -6.230260137989043],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.075, -1.439531470938456],
  [0.07500001, -1.439531400294751],
  [0.1, -1.2815515655446004],
  [0.25, -0.6744897501960817],
  [0.4, -0.2533471031357997],
  [0.5, 0],
  [0.5000001, 2.506628273311648e-7],
  [0.75, 0.6744897501960817],
  [0.925, 1.4395314709384561],
  [0.975, 1.9599639845400538],
];

const relative = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.abs(b));

describe('normalCdf', () => {
  it.each(cdf)('of %d is %d', (x, p) => {
    // A subnormal has fewer digits: 2.9e-316 is 5.8e7 units of the least subnormal.
    expect(relative(normalCdf(x), p)).toBeLessThan(p < 1e-307 ? 1e-7 : 1e-14);
  });

  it.each([
    [Infinity, 1],
    [-Infinity, 0],
    [-39, 0],
    [39, 1],
    [-0, 0.5],
    [NaN, NaN],
  ])('of %d is %d', (x, p) => {
    expect(normalCdf(x)).toBe(p);
  });

  it('rises, and its two tails add to 1', () => {
    let before = -1;
    for (let i = -4000; i <= 4000; i++) {
      const x = i / 100;
      const p = normalCdf(x);
      if (x > -37 && x < 5) expect(p).toBeGreaterThan(before);
      expect(p).toBeGreaterThanOrEqual(before);
      expect(Math.abs(p + normalCdf(-x) - 1)).toBeLessThan(4e-16);
      before = p;
    }
  });
});

describe('normalQuantile', () => {
  it.each(quantiles)('of %d is %d', (p, x) => {
    expect(relative(normalQuantile(p), x)).toBeLessThan(2e-15);
  });

  it.each([
    [0, -Infinity],
    [-0, -Infinity],
    [1, Infinity],
    [-Number.MIN_VALUE, NaN],
    [1.0000000000000002, NaN],
    [-Infinity, NaN],
    [Infinity, NaN],
    [NaN, NaN],
  ])('of %d is %d', (p, x) => {
    expect(normalQuantile(p)).toBe(x);
  });

  it('is undone by normalCdf over the whole lower tail and the centre', () => {
    for (let i = 0; i < 5000; i++) {
      const p = i < 2500 ? 2 ** -(1 + (i / 2500) * 1020) : (i - 2500 + 0.5) / 2500;
      const x = normalQuantile(p);
      // An error of 1e-15 |x| in x changes p by the factor 1 + 1e-15 x² in the tail.
      expect(relative(normalCdf(x), p)).toBeLessThan(2e-15 * (2 + x * x));
    }
  });

  it('rises across the borders of its approximations', () => {
    const far = 1.3887943864964e-11; // exp(-25)
    for (const border of [0.075, 0.5, 0.925, far]) {
      let before = -Infinity;
      for (let i = -200; i <= 200; i++) {
        const x = normalQuantile(border * (1 + i * 1e-9));
        expect(x).toBeGreaterThan(before);
        before = x;
      }
    }
  });
});

it('gives the same bits as on every machine before', () => {
  const hash = new Hash64();
  for (let i = 1; i < 10_000; i++) {
    hash.addFloat(normalQuantile(i / 10_000)).addFloat(normalQuantile(2 ** -(i / 10)));
    hash.addFloat(normalCdf(i / 125 - 40));
  }
  expect(hash.hex()).toBe('650edccf306077ca');
});
