import { describe, expect, it } from 'vitest';
import { Luck } from '../../src/engine/luck';
import { seedKey } from '../../src/engine/seed';
import { STREAM } from '../../src/model/luck';
import { normalCdf } from '../../src/numbers/normalQuantile';
import { chiSquareZ, kolmogorov, meanZ, SIGMAS, uniformZ } from './luck/statistics';

const luck = new Luck(seedKey('distributions'));
const RUNS = 2048;
const WEEKS = 256;
const COUNT = RUNS * WEEKS;

/**
 * Above this √n · D of Kolmogorov and Smirnov there is a probability of 2 exp(-2 · 2.75²) = 5e-7: as rare as
 * 5 standard deviations.
 */
const KOLMOGOROV_LIMIT = 2.75;

type Draw = (index: number) => number;

/** All draws of RUNS × WEEKS, run by run (as a simulation asks) or week by week across the runs. */
function sample(draw: Draw, order: 'by run' | 'by week' = 'by run'): Float64Array {
  const draws = new Float64Array(COUNT);
  for (let run = 0; run < RUNS; run++) {
    luck.setRun(run);
    for (let week = 0; week < WEEKS; week++) {
      draws[order === 'by run' ? run * WEEKS + week : week * RUNS + run] = draw(week);
    }
  }
  return draws;
}

const at = (draws: Float64Array) => (i: number) => draws[i]!;

describe.each(['growth', 'jumpGap', 'ownEvaluation', 'world'] as const)('uniform draws of %s', (name) => {
  const draws = sample((index) => luck.uniform(STREAM[name], index));

  it('fill 4,096 bins evenly', () => {
    expect(Math.abs(uniformZ(at(draws), COUNT, 4096))).toBeLessThan(SIGMAS);
  });

  it('fill 4,096 bins of their low bits evenly', () => {
    const low = (i: number): number => (draws[i]! * 2 ** 20) % 1;
    expect(Math.abs(uniformZ(low, COUNT, 4096))).toBeLessThan(SIGMAS);
  });

  it('are even within every week across runs, and within runs', () => {
    // Each week on its own, and groups of 64 runs, in 64 bins.
    for (let week = 0; week < WEEKS; week++) {
      expect(Math.abs(uniformZ((i) => draws[i * WEEKS + week]!, RUNS, 64))).toBeLessThan(SIGMAS);
    }
    for (let group = 0; group < RUNS / 64; group++) {
      expect(Math.abs(uniformZ((i) => draws[group * 64 * WEEKS + i]!, 64 * WEEKS, 64))).toBeLessThan(SIGMAS);
    }
  });
});

describe('sums of neighbouring uniform draws', () => {
  it.each(['by run', 'by week'] as const)('have the variance of independent ones, %s', (order) => {
    const draws = sample((index) => luck.uniform(STREAM.skip, index), order);
    // The sum of 64 independent draws: mean 32, variance 64/12. Its square deviation has a standard deviation
    // of nearly √2 times its mean (kurtosis 3 - 1.2/64).
    const variance = 64 / 12;
    const squares = (i: number): number => {
      let sum = -32;
      for (let k = 0; k < 64; k++) sum += draws[64 * i + k]!;
      return sum * sum;
    };
    expect(Math.abs(meanZ(squares, COUNT / 64, variance, variance * Math.sqrt(2)))).toBeLessThan(SIGMAS);
  });
});

describe('normal draws', () => {
  const draws = sample((index) => luck.normal(STREAM.growth, index));
  const z = at(draws);

  it('have the first four moments of a standard normal', () => {
    expect(Math.abs(meanZ(z, COUNT, 0, 1))).toBeLessThan(SIGMAS);
    // Variances of x², x³, x⁴: 2, 15, 96.
    expect(Math.abs(meanZ((i) => z(i) ** 2, COUNT, 1, Math.sqrt(2)))).toBeLessThan(SIGMAS);
    expect(Math.abs(meanZ((i) => z(i) ** 3, COUNT, 0, Math.sqrt(15)))).toBeLessThan(SIGMAS);
    expect(Math.abs(meanZ((i) => z(i) ** 4, COUNT, 3, Math.sqrt(96)))).toBeLessThan(SIGMAS);
  });

  it('fill 1,024 equally probable bins evenly', () => {
    const counts = new Float64Array(1024);
    for (const x of draws) counts[Math.floor(normalCdf(x) * 1024)]! += 1;
    expect(Math.abs(chiSquareZ(counts))).toBeLessThan(SIGMAS);
  });

  it.each([2, 3, 4])('lie beyond %d as often as they should', (limit) => {
    const expected = 2 * normalCdf(-limit) * COUNT;
    let count = 0;
    for (const x of draws) count += Math.abs(x) > limit ? 1 : 0;
    expect(Math.abs(count - expected)).toBeLessThan(SIGMAS * Math.sqrt(expected));
  });

  it('follow the distribution function', () => {
    expect(kolmogorov(draws.slice(), normalCdf)).toBeLessThan(KOLMOGOROV_LIMIT);
  });
});

describe('exponential draws', () => {
  const draws = sample((index) => luck.exponential(STREAM.jumpSize, index));

  it('have mean 1, variance 1 and third moment 6', () => {
    expect(Math.abs(meanZ(at(draws), COUNT, 1, 1))).toBeLessThan(SIGMAS);
    // E x⁴ = 24: the variance of (x - 1)² is 9 - 1; of x³, 720 - 36.
    expect(Math.abs(meanZ((i) => (draws[i]! - 1) ** 2, COUNT, 1, Math.sqrt(8)))).toBeLessThan(SIGMAS);
    expect(Math.abs(meanZ((i) => draws[i]! ** 3, COUNT, 6, Math.sqrt(684)))).toBeLessThan(SIGMAS);
  });

  it('follow the distribution function', () => {
    expect(kolmogorov(draws.slice(), (x) => -Math.expm1(-x))).toBeLessThan(KOLMOGOROV_LIMIT);
  });
});

describe.each([0.1, 0.6, 1])('lognormal draws with log sd %d', (s) => {
  const variance = Math.expm1(s * s);

  it('have median 1 and the mean of the law', () => {
    const draws = sample((index) => luck.lognormal(STREAM.work, index, s));
    const mean = Math.exp((s * s) / 2);
    expect(Math.abs(meanZ(at(draws), COUNT, mean, mean * Math.sqrt(variance)))).toBeLessThan(SIGMAS);
    expect(Math.abs(meanZ((i) => (draws[i]! < 1 ? 1 : 0), COUNT, 0.5, 0.5))).toBeLessThan(SIGMAS);
    expect(kolmogorov(draws, (x) => normalCdf(Math.log(x) / s))).toBeLessThan(KOLMOGOROV_LIMIT);
  });

  it('have mean 1 where they should', () => {
    const draws = sample((index) => luck.meanOneLognormal(STREAM.growth, index, s));
    expect(Math.abs(meanZ(at(draws), COUNT, 1, Math.sqrt(variance)))).toBeLessThan(SIGMAS);
    expect(kolmogorov(draws, (x) => normalCdf(Math.log(x) / s + s / 2))).toBeLessThan(KOLMOGOROV_LIMIT);
  });
});

describe.each([0.9, 0.5, 0.1, 0.01, 0.001])('geometric draws of probability %d', (p) => {
  const draws = sample((index) => luck.geometric(STREAM.lapseGap, index, p));

  it('have the mean 1/p', () => {
    expect(Math.abs(meanZ(at(draws), COUNT, 1 / p, Math.sqrt(1 - p) / p))).toBeLessThan(SIGMAS);
  });

  it('have at every wait the hazard p', () => {
    // Of those that wait at least n, a share p ends at n: binomial, as long as enough are left.
    for (const n of [1, 2, 3, 5, 10, 30, 100, 300, 1000]) {
      let waiting = 0;
      let ending = 0;
      for (const wait of draws) {
        if (wait >= n) waiting += 1;
        if (wait === n) ending += 1;
      }
      if (waiting * p * (1 - p) < 25) continue;
      expect(Math.abs(ending - waiting * p)).toBeLessThan(SIGMAS * Math.sqrt(waiting * p * (1 - p)));
    }
  });
});

describe.each([
  [0, 1, 3],
  [-2, -2, 5],
  [1, 4, 4],
] as const)('triangular draws on %d, %d, %d', (low, mode, high) => {
  const draws = sample((index) => luck.triangular(STREAM.world, index, low, mode, high));

  it('have the mean of the law', () => {
    const mean = (low + mode + high) / 3;
    const variance = (low ** 2 + mode ** 2 + high ** 2 - low * mode - low * high - mode * high) / 18;
    expect(Math.abs(meanZ(at(draws), COUNT, mean, Math.sqrt(variance)))).toBeLessThan(SIGMAS);
  });

  it('follow the distribution function', () => {
    const distribution = (x: number): number =>
      x < mode
        ? (x - low) ** 2 / ((high - low) * (mode - low))
        : 1 - (high === mode ? 0 : (high - x) ** 2 / ((high - low) * (high - mode)));
    expect(kolmogorov(draws.slice(), distribution)).toBeLessThan(KOLMOGOROV_LIMIT);
  });
});
