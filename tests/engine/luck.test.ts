import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Luck } from '../../src/engine/luck';
import { threefry2x32 } from '../../src/engine/luck/threefry';
import { seedKey } from '../../src/engine/seed';
import { STREAM, streams, type StreamName } from '../../src/model/luck';
import { exp, log } from '../../src/numbers/exact';
import { Hash64, mix32, stringHash32 } from '../../src/numbers/hash';
import { normalQuantile } from '../../src/numbers/normalQuantile';

const MAX_RUN = 2 ** 32 - 1;
const MAX_INDEX = 2 ** 31 - 1;

const luckOf = (seed: string, run: number): Luck => {
  const luck = new Luck(seedKey(seed));
  luck.setRun(run);
  return luck;
};

const anyStream = fc.integer({ min: 0, max: streams.length - 1 });
const anyIndex = fc.oneof(fc.nat({ max: 1000 }), fc.nat({ max: MAX_INDEX }));
const anyRun = fc.oneof(fc.nat({ max: 10_000 }), fc.integer({ min: 0, max: MAX_RUN }));

/** The bits of a float64 in hexadecimal. */
function bits(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

describe('streams', () => {
  it('stand at their own numbers', () => {
    streams.forEach((name, i) => {
      expect(STREAM[name]).toBe(i);
    });
  });

  it('have different hashes', () => {
    expect(new Set(streams.map(stringHash32)).size).toBe(streams.length);
  });
});

describe('the draws', () => {
  // Any change here changes every published result: scenario links and golden files would no longer hold.
  const draws = (seed: string, run: number, name: StreamName, index: number): string[] => {
    const luck = luckOf(seed, run);
    const stream = STREAM[name];
    return [
      luck.uniform(stream, index) * 2 ** 32,
      luck.normal(stream, index),
      luck.exponential(stream, index),
      luck.lognormal(stream, index, 0.6),
      luck.meanOneLognormal(stream, index, 0.6),
      luck.geometric(stream, index, 0.01),
      luck.triangular(stream, index, 1, 2, 4),
    ].map((x, i) => (i === 0 || i === 5 ? String(x) : bits(x)));
  };

  it('are the same bits as on every machine and in every version before', () => {
    expect(draws('1', 0, 'growth', 0)).toEqual([
      '1409859014.5',
      'bfdc7669f1814405',
      '3ff1d2c1ac0a9be6',
      '3fe8816b76159364',
      '3fe478002b200cd6',
      '111',
      '3fffe0b32d0ad582',
    ]);
    expect(draws('1', 0, 'growth', 1)).toEqual([
      '893680269.5',
      'bfea050918b2d7d2',
      '3ff91e1c3d1193bc',
      '3fe3a557ac6c6bc0',
      '3fe068dc25d2823f',
      '157',
      '3ffca42c49727faa',
    ]);
    expect(draws('1', 1, 'growth', 0)).toEqual([
      '2796705385.5',
      '3fd8dc6025becf69',
      '3fdb74c43c9ddf8a',
      '3ff433141b5f21f4',
      '3ff0df3f743f6cc5',
      '43',
      '40046d1531da35b8',
    ]);
    expect(draws('', 0, 'danger', 0)).toEqual([
      '4005641346.5',
      '3ff7ee73081a815d',
      '3fb1da7f0458c1a8',
      '4003a05560d3d923',
      '400064ad15ad916d',
      '7',
      '400ae9f996359784',
    ]);
    expect(draws('Łódź', 9999, 'world', 17)).toEqual([
      '3448341248.5',
      '3feb432feb7c24c2',
      '3fcc1a3c1cfbb611',
      '3ffaad063faa6fa7',
      '3ff64814a6408e6c',
      '22',
      '40074cbcba5cf833',
    ]);
    expect(draws('1', MAX_RUN, 'audit', MAX_INDEX)).toEqual([
      '842312507.5',
      'bfeb60e1039cebad',
      '3ffa1094c46b8879',
      '3fe326d44b44f8f7',
      '3fdffe5fde6b93d1',
      '163',
      '3ffc45ca74a5704d',
    ]);
  });

  it('are so over many weeks of many runs', () => {
    const hash = new Hash64();
    const luck = luckOf('cross', 0);
    for (let run = 0; run < 300; run++) {
      luck.setRun(run);
      for (const stream of [STREAM.growth, STREAM.work, STREAM.audit]) {
        for (let i = 0; i < 260; i++) {
          hash.addFloat(luck.uniform(stream, i)).addFloat(luck.normal(stream, i));
          hash.addFloat(luck.exponential(stream, i)).addFloat(luck.lognormal(stream, i, 0.7));
          hash.addFloat(luck.meanOneLognormal(stream, i, 0.3)).addFloat(luck.geometric(stream, i, 0.013));
          hash.addFloat(luck.triangular(stream, i, -1, 0.3, 2));
        }
      }
    }
    expect(hash.hex()).toBe('025a6d688c5952b9');
  });

  it('come from the key of (seed, run, stream name), whatever the number of the stream', () => {
    fc.assert(
      fc.property(fc.string(), anyRun, anyStream, anyIndex, (seed, run, stream, index) => {
        const { low, high } = seedKey(seed);
        const key = new Int32Array(2);
        threefry2x32(low, high, run, stringHash32(streams[stream]!), key, 0);
        const inner = mix32(Math.imul(index, 0x9e3779b9) + key[0]!);
        const word = mix32(inner + key[1]!) >>> 0;
        expect(luckOf(seed, run).uniform(stream, index)).toBe((word + 0.5) / 2 ** 32);
      }),
      { seed: 1 },
    );
  });

  it('do not depend on what was drawn before, in which order, or in which other runs', () => {
    const one = luckOf('order', 0);
    const asks = Array.from({ length: 2000 }, (_, i) => ({
      run: mix32(i) >>> 29,
      stream: (mix32(i + 7000) >>> 0) % streams.length,
      index: mix32(i + 9000) >>> 26,
    }));
    const ask = (luck: Luck, { run, stream, index }: (typeof asks)[number]): number => {
      luck.setRun(run);
      return luck.normal(stream, index);
    };
    const forward = asks.map((a) => ask(one, a));
    const backward = [...asks].reverse().map((a) => ask(one, a));
    expect(backward.reverse()).toEqual(forward);
    expect(asks.map((a) => ask(luckOf('order', 5), a))).toEqual(forward);
  });

  it('start at run 0', () => {
    expect(new Luck(seedKey('a')).uniform(0, 0)).toBe(luckOf('a', 0).uniform(0, 0));
  });

  it('of two objects do not mix', () => {
    const a = luckOf('a', 3);
    const before = a.uniform(2, 5);
    luckOf('b', 4).uniform(2, 5);
    expect(a.uniform(2, 5)).toBe(before);
  });

  it('differ between seeds that look alike', () => {
    const seeds = ['', '1', '11', '111', 'A', 'a', 'Ł', '1 '];
    expect(new Set(seeds.map((seed) => luckOf(seed, 0).uniform(0, 0))).size).toBe(seeds.length);
  });
});

describe('each kind of draw is a function of the uniform one', () => {
  const property = (check: (luck: Luck, stream: number, index: number, u: number) => void): void => {
    const luck = luckOf('kinds', 0);
    fc.assert(
      fc.property(anyRun, anyStream, anyIndex, (run, stream, index) => {
        luck.setRun(run);
        check(luck, stream, index, luck.uniform(stream, index));
      }),
      { seed: 1, numRuns: 500 },
    );
  };

  it('uniform: the middle of one of 2^32 cells', () => {
    property((_luck, _stream, _index, u) => {
      const cell = u * 2 ** 32 - 0.5;
      expect(Number.isInteger(cell) && cell >= 0 && cell <= MAX_RUN).toBe(true);
    });
  });

  it('normal: its quantile', () => {
    property((luck, stream, index, u) => {
      expect(Math.abs(luck.normal(stream, index) - normalQuantile(u))).toBeLessThan(5e-8);
    });
  });

  it('exponential: -ln u', () => {
    property((luck, stream, index, u) => {
      expect(luck.exponential(stream, index)).toBe(-log(u));
      expect(luck.exponential(stream, index)).toBeGreaterThan(0);
    });
  });

  it('lognormal: exp of the normal one', () => {
    property((luck, stream, index) => {
      const z = luck.normal(stream, index);
      expect(luck.lognormal(stream, index, 0.7)).toBe(exp(0.7 * z));
      expect(luck.lognormal(stream, index, 0)).toBe(1);
      expect(luck.meanOneLognormal(stream, index, 0.5)).toBe(exp(0.5 * z - 0.125));
      expect(luck.meanOneLognormal(stream, index, 0)).toBe(1);
    });
  });

  it('geometric: the least n with (1 - p)^n < u', () => {
    property((luck, stream, index, u) => {
      // With p = 1/2 and u an odd multiple of 2^-33 the powers are exact and never equal to u.
      let n = 1;
      while (2 ** -n >= u) n += 1;
      expect(luck.geometric(stream, index, 0.5)).toBe(n);
      for (const p of [1e-12, 1e-3, 0.3, 0.99]) {
        const wait = luck.geometric(stream, index, p);
        const exact = Math.log(u) / Math.log1p(-p);
        expect(Number.isInteger(wait) && wait >= 1).toBe(true);
        expect(Math.abs(wait - 0.5 - exact)).toBeLessThan(0.5 + 1e-12 * wait);
      }
    });
  });

  it('triangular: the inverse of its distribution function', () => {
    property((luck, stream, index, u) => {
      const x = luck.triangular(stream, index, -1, 0.5, 4);
      const below = x < 0.5 ? (x + 1) ** 2 / (5 * 1.5) : 1 - (4 - x) ** 2 / (5 * 3.5);
      expect(Math.abs(below - u)).toBeLessThan(1e-14);
    });
  });
});

describe('limits', () => {
  let luck: Luck;
  beforeEach(() => {
    luck = luckOf('limits', 0);
  });

  it('geometric: never for probability 0, at once for 1, later for less', () => {
    for (let i = 0; i < 100; i++) {
      expect(luck.geometric(0, i, 0)).toBe(Infinity);
      expect(luck.geometric(0, i, -0)).toBe(Infinity);
      expect(luck.geometric(0, i, 1)).toBe(1);
      let before = 1;
      for (let p = 0.999; p > 1e-9; p *= 0.9) {
        const wait = luck.geometric(0, i, p);
        expect(wait).toBeGreaterThanOrEqual(before);
        before = wait;
      }
    }
  });

  it('geometric: keeps its precision when 1 - p rounds to 1', () => {
    expect(luck.geometric(0, 0, 1e-20) / (luck.exponential(0, 0) * 1e20)).toBeCloseTo(1, 12);
    expect(luck.geometric(0, 0, 1e-15) / (luck.exponential(0, 0) * 1e15)).toBeCloseTo(1, 12);
  });

  it('triangular: a point, a peak at either end, and never outside', () => {
    for (let i = 0; i < 1000; i++) {
      expect(luck.triangular(0, i, 3, 3, 3)).toBe(3);
      for (const [low, mode, high] of [
        [0, 0, 1],
        [0, 1, 1],
        [0.1, 0.3, 0.30000000000000004],
        [-1e6, 1e-9, 1e6],
      ] as const) {
        const x = luck.triangular(0, i, low, mode, high);
        expect(x >= low && x <= high).toBe(true);
      }
    }
  });

  it.each([-0.1, 1.0000000000000002, NaN, Infinity])('geometric refuses probability %d', (p) => {
    expect(() => luck.geometric(0, 0, p)).toThrow(RangeError);
    expect(() => luck.geometric(0, 0, p)).toThrow(String(p));
  });

  it.each([
    [1, 0, 2],
    [0, 3, 2],
    [NaN, 0, 1],
    [0, NaN, 1],
    [0, 0, NaN],
    [-Infinity, 0, 1],
    [0, 0, Infinity],
    [Infinity, Infinity, Infinity],
  ])('triangular refuses %d, %d, %d', (low, mode, high) => {
    expect(() => luck.triangular(0, 0, low, mode, high)).toThrow(RangeError);
  });

  it.each([-1, streams.length, NaN])('refuses stream %d', (stream) => {
    expect(() => luck.uniform(stream, 0)).toThrow(RangeError);
    expect(() => luck.normal(stream, 0)).toThrow(/stream/);
  });

  it.each([-1, 2 ** 31, 0.5, NaN, Infinity])('refuses index %d', (index) => {
    expect(() => luck.uniform(0, index)).toThrow(RangeError);
    expect(() => luck.normal(0, index)).toThrow(/index/);
  });

  it.each([-1, 2 ** 32, 0.5, NaN, Infinity])('refuses run %d and stays in its own', (run) => {
    const before = luck.uniform(0, 0);
    expect(() => {
      luck.setRun(run);
    }).toThrow(RangeError);
    expect(luck.uniform(0, 0)).toBe(before);
  });
});
