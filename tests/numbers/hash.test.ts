import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add64, Hash64, hex64, mix32, stringHash32, type Word64 } from '../../src/numbers/hash';

describe('mix32', () => {
  /** The inverse of an odd number modulo 2^32: each step doubles the number of right bits, from 3. */
  function inverse(odd: number): number {
    let x = odd;
    for (let i = 0; i < 4; i++) x = Math.imul(x, 2 - Math.imul(odd, x));
    return x;
  }

  function unmix32(word: number): number {
    let h = word ^ (word >>> 15) ^ (word >>> 30);
    h = Math.imul(h, inverse(0x735a2d97));
    h = h ^ (h >>> 15) ^ (h >>> 30);
    h = Math.imul(h, inverse(0x21f0aaad));
    return h ^ (h >>> 16);
  }

  it('can be undone, so that no two words share a value', () => {
    fc.assert(
      fc.property(fc.integer(), (word) => {
        expect(unmix32(mix32(word))).toBe(word);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('takes int32 and uint32 alike and gives an int32', () => {
    expect(mix32(0xffffffff)).toBe(mix32(-1));
    expect(mix32(-1)).toBe(mix32(-1) | 0);
    expect(mix32(0)).toBe(0);
  });

  it('changes each output bit with probability near 1/2 when an input bit changes', () => {
    const words = 1 << 14;
    let max = 0;
    for (let input = 0; input < 32; input++) {
      const changes = new Int32Array(32);
      for (let i = 0; i < words; i++) {
        const word = Math.imul(i, 0x2545f491);
        const difference = mix32(word) ^ mix32(word ^ (1 << input));
        for (let bit = 0; bit < 32; bit++) changes[bit]! += (difference >>> bit) & 1;
      }
      for (const count of changes) max = Math.max(max, Math.abs(count / words - 0.5));
    }
    // Chance alone gives 5 sd = 5 · 0.5 / 128 = 0.02 for the worst of 1,024; the mixer's own bias is below
    // 0.01.
    expect(max).toBeLessThan(0.03);
  });
});

describe('stringHash32', () => {
  // From the test suite of the FNV reference code.
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('is FNV-1a of %j', (text, hash) => {
    expect(stringHash32(text)).toBe(hash);
  });

  it('takes the UTF-8 bytes', () => {
    // "é" is C3 A9; the same two steps by hand.
    const step = (h: number, byte: number): number => Math.imul(h ^ byte, 0x01000193);
    expect(stringHash32('é')).toBe(step(step(0x811c9dc5, 0xc3), 0xa9) >>> 0);
  });
});

describe('add64 and hex64', () => {
  const word64 = fc.record({
    high: fc.integer({ min: 0, max: 0xffffffff }),
    low: fc.integer({ min: 0, max: 0xffffffff }),
  });
  const big = ({ high, low }: Word64): bigint => (BigInt(high) << 32n) | BigInt(low);

  it('add modulo 2^64', () => {
    fc.assert(
      fc.property(word64, word64, (a, b) => {
        expect(big(add64(a, b))).toBe((big(a) + big(b)) & 0xffffffffffffffffn);
      }),
      { seed: 1 },
    );
    const all = { high: 0xffffffff, low: 0xffffffff };
    expect(add64(all, { high: 0, low: 1 })).toEqual({ high: 0, low: 0 });
    expect(add64(all, all)).toEqual({ high: 0xffffffff, low: 0xfffffffe });
  });

  it('write sixteen digits', () => {
    fc.assert(
      fc.property(word64, (a) => {
        expect(hex64(a)).toBe(big(a).toString(16).padStart(16, '0'));
      }),
      { seed: 1 },
    );
  });
});

describe('Hash64', () => {
  const ints = (...values: number[]): string => {
    const hash = new Hash64();
    for (const value of values) hash.addInt(value);
    return hash.hex();
  };
  const floats = (...values: number[]): string => {
    const hash = new Hash64();
    for (const value of values) hash.addFloat(value);
    return hash.hex();
  };

  it('gives the same digits as on every machine before', () => {
    expect([
      ints(),
      ints(0),
      ints(1),
      ints(0, 0),
      ints(1, 2, 3),
      ints(-1),
      floats(1),
      floats(Math.PI, -1e300, Number.MIN_VALUE),
    ]).toEqual([
      '0850e1ed4c765279',
      '856e0f9fe144f7cc',
      '23f83b9d32f575f0',
      'eb8e012a60d7a7cb',
      'aa09c8d8a27fe111',
      'a467d63b2125a708',
      '6f34b4120537c3bd',
      'd811b16e97774bfe',
    ]);
  });

  it('takes integers modulo 2^32 and -0 as 0', () => {
    expect(ints(0xffffffff)).toBe(ints(-1));
    expect(floats(-0)).toBe(floats(0));
    expect(floats(0)).toBe(ints(0, 0));
  });

  it('refuses NaN and stays as it was', () => {
    const hash = new Hash64().addInt(7);
    expect(() => hash.addFloat(NaN)).toThrow(/NaN/);
    expect(hash.hex()).toBe(ints(7));
  });

  it('takes infinities', () => {
    expect(floats(Infinity)).not.toBe(floats(-Infinity));
  });

  it('may be read in between', () => {
    const hash = new Hash64().addInt(1);
    hash.hex();
    expect(hash.addInt(2).hex()).toBe(ints(1, 2));
    expect(hex64(hash)).toBe(hash.hex());
  });

  it('tells order, length, sign and the last bit', () => {
    expect(ints(1, 2)).not.toBe(ints(2, 1));
    expect(ints(1, 0)).not.toBe(ints(1));
    expect(floats(1)).not.toBe(floats(-1));
    expect(floats(0.1 + 0.2)).not.toBe(floats(0.3));
  });

  it('has no collision among short sequences of small integers, in either half or both', () => {
    const both = new Set<string>();
    let sequences = 0;
    for (let a = 0; a < 48; a++) {
      for (let b = 0; b < 48; b++) {
        for (let c = 0; c < 48; c++) {
          both.add(ints(a, b, c));
          sequences += 1;
        }
      }
    }
    // Random 64-bit values would collide with a chance of 110,592² / 2^65 = 3e-10.
    expect(both.size).toBe(sequences);
    // Each half alone behaves like 32 random bits: 110,592² / 2^33 = 1.4 collisions expected, 10 or more:
    // 4e-6.
    for (const half of [0, 8]) {
      const halves = new Set([...both].map((digits) => digits.slice(half, half + 8)));
      expect(sequences - halves.size).toBeLessThan(10);
    }
  });

  it('changes half of its bits when one bit of one word changes', () => {
    const popcount = (word: number): number => word.toString(2).replaceAll('0', '').length;
    const hashOf = (start: number, at: number, flip: number): Hash64 => {
      const hash = new Hash64();
      for (let k = 0; k < 4; k++) hash.addInt((start + k) ^ (k === at ? flip : 0));
      return hash;
    };
    let changed = 0;
    const trials = 4096;
    for (let i = 0; i < trials; i++) {
      const a = hashOf(i, 0, 0);
      const b = hashOf(i, i % 4, 1 << ((i >> 2) % 32));
      changed += popcount((a.high ^ b.high) >>> 0) + popcount((a.low ^ b.low) >>> 0);
    }
    // 262,144 bits; 5 sd of a fair coin are 5 · 256.
    expect(Math.abs(changed - trials * 32)).toBeLessThan(1280);
  });
});
