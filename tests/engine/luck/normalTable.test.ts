import { describe, expect, it } from 'vitest';
import { normalOfWord, normalTable } from '../../../src/engine/luck/normalTable';
import { Hash64, mix32 } from '../../../src/numbers/hash';
import { normalCdf, normalQuantile } from '../../../src/numbers/normalQuantile';

const table = normalTable();
const WORDS = 2 ** 32;

/** The value of word number w, from 0 to 2^32 - 1, in order of probability. */
const normal = (w: number): number => normalOfWord(table, w | 0);

/** What the value should be. */
const truth = (w: number): number => normalQuantile((w + 0.5) / WORDS);

/**
 * Words of the lower half: all of the far tail, then ever wider steps, some random ones, and all next to the
 * middle.
 */
function* lowerWords(): Generator<number> {
  for (let w = 0; w < 20_000; w++) yield w;
  for (let w = 20_000; w < WORDS / 2; w += 1 + Math.floor(w / 20_000)) yield w;
  for (let i = 0; i < 200_000; i++) yield mix32(i) >>> 1;
  for (let w = WORDS / 2 - 1000; w < WORDS / 2; w++) yield w;
}

it('is within 3e-8 of the quantile, exactly opposite in the two halves, and never 0', () => {
  let max = 0;
  let opposite = true;
  let proper = true;
  for (const w of lowerWords()) {
    const z = normal(w);
    max = Math.max(max, Math.abs(z - truth(w)));
    opposite &&= normal(WORDS - 1 - w) === -z;
    proper &&= z < 0;
  }
  expect(max).toBeLessThan(3e-8);
  expect(opposite).toBe(true);
  expect(proper).toBe(true);
});

it('goes from -6.338 to 6.338', () => {
  expect(normal(0)).toBeCloseTo(-6.33796, 5);
  expect(normal(0)).toBe(truth(0));
  expect(normal(WORDS - 1)).toBe(-truth(0));
});

it('never falls from one word to the next, in the tail, the middle, and where segments meet', () => {
  const borders = [0, 2 ** 16, WORDS / 2];
  for (let octave = 3; octave < 31; octave++) {
    for (let segment = 0; segment < 64; segment += 7) borders.push(2 ** octave * (1 + segment / 64));
  }
  for (const border of borders) {
    let before = -Infinity;
    const start = Math.max(0, Math.floor(border) - 200);
    for (let w = start; w < start + 400; w++) {
      const z = normal(w);
      if (z < before) expect.fail(`word ${w}: ${z} after ${before}`);
      before = z;
    }
  }
});

/** The number of words whose value is below x, by bisection: values never fall. */
function wordsBelow(x: number): number {
  let low = 0;
  let high = WORDS;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (normal(middle) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

describe('of all 2^32 words', () => {
  // At -4 there are 136,027 words below, at -5 1,231, at -6 4 (expected 4.24).
  it.each([-6.3, -6, -5.5, -5, -4.5, -4, -3.5, -3, -2, -1, -0.5, -0.1, 0])(
    'as many lie below %d as a normal distribution wants',
    (x) => {
      const expected = WORDS * normalCdf(x);
      // The error of the value moves the count by 3e-8 · density; one word more for the border.
      const density = Math.exp(-x * x * 0.5) / Math.sqrt(2 * Math.PI);
      expect(Math.abs(wordsBelow(x) - expected)).toBeLessThan(WORDS * density * 3e-8 + 1);
      expect(WORDS - wordsBelow(-x)).toBe(wordsBelow(x));
    },
  );

  it('mean, variance and kurtosis are 0, 1 and 3', () => {
    // Octave by octave, from 2^octave to 2^(octave + 1) - 1, at most 2^13 evenly spaced words stand for all.
    let second = normal(0) ** 2;
    let fourth = normal(0) ** 4;
    for (let octave = 0; octave < 31; octave++) {
      const size = 2 ** octave;
      const step = Math.max(1, size / 2 ** 13);
      for (let w = size + (step - 1) / 2; w < 2 * size; w += step) {
        const z = step === 1 ? normal(w) : (normal(Math.floor(w)) + normal(Math.ceil(w))) / 2;
        second += step * z ** 2;
        fourth += step * z ** 4;
      }
    }
    // The mean is 0 since the halves are opposite. Beyond 6.338 lies 1e-8 of the variance and 4e-7 of the
    // kurtosis.
    expect(Math.abs(second / (WORDS / 2) - 1)).toBeLessThan(3e-8);
    expect(Math.abs(fourth / (WORDS / 2) - 3)).toBeLessThan(1e-6);
  });
});

it('has the same bits as on every machine before', () => {
  const hash = new Hash64();
  for (const coefficient of table) hash.addFloat(coefficient);
  expect(hash.hex()).toBe('b48ab91d38d76771');
});

it('is built once', () => {
  expect(normalTable()).toBe(table);
});
