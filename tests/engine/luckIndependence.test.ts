import { describe, expect, it } from 'vitest';
import { Luck } from '../../src/engine/luck';
import { seedKey } from '../../src/engine/seed';
import { STREAM, streams } from '../../src/model/luck';
import { mix32 } from '../../src/numbers/hash';
import { correlationZ, pairZ, SIGMAS } from './luck/statistics';

const COUNT = 1 << 17;
const SIDE = 32;
const UNIFORM_SD = 1 / Math.sqrt(12);
const luck = new Luck(seedKey('independence'));

/** The first n draws of a stream in one run. */
function alongIndex(run: number, stream: number, n: number, stride = 1): Float64Array {
  luck.setRun(run);
  return Float64Array.from({ length: n }, (_, i) => luck.uniform(stream, i * stride));
}

/** One draw of a stream in each of n runs. */
function alongRuns(source: Luck, stream: number, index: number, n: number, stride = 1): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    source.setRun(i * stride);
    return source.uniform(stream, index);
  });
}

/** Neither the pairs of squares nor the correlation may betray that a[i] and b[i + lag] belong together. */
function expectIndependent(a: Float64Array, b: Float64Array, lag = 0): void {
  const first = (i: number): number => a[i]!;
  const second = (i: number): number => b[i + lag]!;
  const count = Math.min(a.length, b.length - lag);
  expect(Math.abs(pairZ(first, second, count, SIDE))).toBeLessThan(SIGMAS);
  expect(Math.abs(correlationZ(first, second, count, 0.5, UNIFORM_SD))).toBeLessThan(SIGMAS);
}

it('the pair test finds a dependence when there is one', () => {
  const a = alongIndex(0, 0, COUNT);
  const near = a.map((u, i) => (0.97 * u + 0.03 * a[(i + 1) % COUNT]! + 0.5) % 1);
  expect(
    Math.abs(
      pairZ(
        (i) => a[i]!,
        (i) => near[i]!,
        COUNT,
        SIDE,
      ),
    ),
  ).toBeGreaterThan(SIGMAS);
  const slight = a.map((u, i) => (i % 16 === 0 ? u : a[(i + 7) % COUNT]!));
  expect(
    Math.abs(
      correlationZ(
        (i) => a[i]!,
        (i) => slight[i]!,
        COUNT,
        0.5,
        UNIFORM_SD,
      ),
    ),
  ).toBeGreaterThan(SIGMAS);
});

describe('neighbouring indices', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 12, 13, 16, 52, 64, 256, 1024, 4096])('at lag %d', (lag) => {
    for (const [run, stream] of [
      [0, STREAM.growth],
      [1, STREAM.jumpGap],
      [9999, STREAM.audit],
    ] as const) {
      const draws = alongIndex(run, stream, COUNT);
      expectIndependent(draws, draws, lag);
    }
  });

  it.each([2, 8, 26, 64, 1000, 4096, 16_383])('at stride %d', (stride) => {
    const draws = alongIndex(3, STREAM.work, COUNT, stride);
    expectIndependent(draws, draws, 1);
  });

  it('hold in triples', () => {
    // 16³ cells of (i, i + 1, i + 2), as pairs of (first and second together, third).
    const draws = alongIndex(4, STREAM.growth, COUNT);
    const two = draws.map((u, i) => (Math.floor(u * 16) + draws[(i + 1) % COUNT]!) / 16);
    const z = pairZ(
      (i) => Math.floor(two[i]! * 16) / 16,
      (i) => draws[i + 2]!,
      COUNT - 2,
      16,
    );
    expect(Math.abs(z)).toBeLessThan(SIGMAS);
  });
});

describe('neighbouring runs', () => {
  it.each([1, 2, 3, 4, 16, 100, 256, 1000, 1024, 4096])('at lag %d', (lag) => {
    for (const [stream, index] of [
      [STREAM.growth, 0],
      [STREAM.danger, 0],
      [STREAM.suite, 1],
      [STREAM.growth, 259],
    ] as const) {
      const draws = alongRuns(luck, stream, index, COUNT / 2);
      expectIndependent(draws, draws, lag);
    }
  });

  it.each([256, 4096, 65_535])('at stride %d', (stride) => {
    const draws = alongRuns(luck, STREAM.work, 2, COUNT / 2, stride);
    expectIndependent(draws, draws, 1);
  });

  it('at the next index', () => {
    const here = alongRuns(luck, STREAM.growth, 10, COUNT);
    const next = alongRuns(luck, STREAM.growth, 11, COUNT);
    expectIndependent(here, next);
    expectIndependent(here, next, 1);
    expectIndependent(next, here, 1);
  });
});

describe('any two streams', () => {
  const n = 1 << 14;

  it('along the weeks of a run', () => {
    const draws = streams.map((_, stream) => alongIndex(7, stream, n));
    for (let a = 0; a < draws.length; a++) {
      for (let b = 0; b < a; b++) expectIndependent(draws[a]!, draws[b]!);
    }
  });

  it('across runs', () => {
    const draws = streams.map((_, stream) => alongRuns(luck, stream, 0, n));
    for (let a = 0; a < draws.length; a++) {
      for (let b = 0; b < a; b++) expectIndependent(draws[a]!, draws[b]!);
    }
  });
});

it('seeds that follow each other', () => {
  const draws = ['1', '2', '3', '11', ''].map((seed) =>
    alongRuns(new Luck(seedKey(seed)), STREAM.growth, 0, COUNT / 2),
  );
  for (let a = 0; a < draws.length; a++) {
    for (let b = 0; b < a; b++) expectIndependent(draws[a]!, draws[b]!);
  }
});

/** The 32 bits behind a uniform draw. */
const word = (u: number): number => (u * 2 ** 32 - 0.5) | 0;

describe('one flipped bit changes each bit of the draw half of the time:', () => {
  const trials = 4096;
  // The worst of 32 × 32 frequencies, each with a standard deviation of 0.5 / √4096 = 1/128.
  const expectHalf = (changed: (trial: number, bit: number) => number, inputBits: number): void => {
    let max = 0;
    for (let input = 0; input < inputBits; input++) {
      const counts = new Int32Array(32);
      for (let trial = 0; trial < trials; trial++) {
        const difference = changed(trial, input);
        for (let bit = 0; bit < 32; bit++) counts[bit]! += (difference >>> bit) & 1;
      }
      for (const count of counts) max = Math.max(max, Math.abs(count / trials - 0.5) * 128);
    }
    expect(max).toBeLessThan(SIGMAS);
  };

  it('of the index', () => {
    expectHalf((trial, bit) => {
      luck.setRun(trial);
      const index = mix32(trial) >>> 1;
      return word(luck.uniform(STREAM.growth, index)) ^ word(luck.uniform(STREAM.growth, index ^ (1 << bit)));
    }, 31);
  });

  it('of the run', () => {
    expectHalf((trial, bit) => {
      const run = mix32(trial) >>> 0;
      luck.setRun(run);
      const here = word(luck.uniform(STREAM.growth, 5));
      luck.setRun((run ^ (1 << bit)) >>> 0);
      return here ^ word(luck.uniform(STREAM.growth, 5));
    }, 32);
  });

  it.each(['low', 'high'] as const)("of the %s word of the seed's key", (half) => {
    expectHalf((trial, bit) => {
      const key = { low: mix32(trial) >>> 0, high: mix32(trial + trials) >>> 0 };
      const other = { ...key, [half]: (key[half] ^ (1 << bit)) >>> 0 };
      return word(new Luck(key).uniform(0, 5)) ^ word(new Luck(other).uniform(0, 5));
    }, 32);
  });
});

describe('repetitions', () => {
  it('never occur within a stream of a run: the index is mapped one to one', () => {
    expect(new Set(alongIndex(2, STREAM.growth, COUNT)).size).toBe(COUNT);
  });

  it('occur among runs as often as among random words', () => {
    // Expected COUNT² / 2^33 = 2 pairs; 14 or more have a probability of 1e-8.
    for (const stream of [STREAM.growth, STREAM.danger, STREAM.world]) {
      const repeated = COUNT - new Set(alongRuns(luck, stream, 0, COUNT)).size;
      expect(repeated).toBeLessThan(14);
    }
  });

  it('of a whole stream do not occur among all streams of 5,000 runs', () => {
    // Two draws tell two 64-bit keys apart; chance alone would repeat a pair with a probability of 2e-10.
    const seen = new Set<string>();
    for (let run = 0; run < 5000; run++) {
      luck.setRun(run);
      for (let stream = 0; stream < streams.length; stream++) {
        seen.add(`${word(luck.uniform(stream, 0))} ${word(luck.uniform(stream, 1))}`);
      }
    }
    expect(seen.size).toBe(5000 * streams.length);
  });
});
