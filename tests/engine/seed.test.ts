import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/engine/seed';

const digits = (seed: string): string => {
  const { high, low } = seedKey(seed);
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
};

describe('seedKey', () => {
  it('gives two uint32', () => {
    for (const word of Object.values(seedKey('any'))) {
      expect(Number.isInteger(word) && word >= 0 && word <= 0xffffffff).toBe(true);
    }
  });

  it('gives the same key every time, in every version', () => {
    expect(['', '1', 'A', 'Ł', '😀', 'x'.repeat(1000)].map(digits)).toEqual([
      '05ae6f662d103926',
      '456f434698e7ce27',
      '0a93af1d0fe7338c',
      '5fdeaa12b84d52dd',
      '7c16f54b77398cd9',
      'e10e7cfad35e4048',
    ]);
    expect(digits('1')).toBe(digits('1'));
  });

  it('tells apart seeds that a byte-wise, repeating or truncating key would not', () => {
    const long = 'abcdefgh'.repeat(64);
    const seeds = [
      '',
      '1',
      '11',
      '111',
      '1111',
      'A',
      'Ł',
      'Ɓ',
      'a',
      ' ',
      '  ',
      '\0',
      '\0\0',
      '1\0',
      '\ufffd',
    ];
    seeds.push('é', 'e\u0301', '01', '1 ', '\u00ff', '\u0101', '😀', '😁', '\ufeff1');
    // Longer than ARC4's 256 bytes, alike at the beginning, in the middle or at the end.
    seeds.push(
      long,
      `${long}a`,
      `x${long}`,
      long.slice(1),
      `${long.slice(0, 300)}X${long.slice(301)}`,
      long + long,
    );
    expect(new Set(seeds.map(digits)).size).toBe(seeds.length);
  });

  it('has no two equal words among 5,000 counted seeds', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 5000; i++) seen.add(digits(String(i)));
    expect(seen.size).toBe(5000);
  });

  it('spreads counted seeds over each half', () => {
    // Mean of 5,000 uniform words within 5 sd: 5 · 0.2887 / √5000 = 0.0204.
    let high = 0;
    let low = 0;
    for (let i = 0; i < 5000; i++) {
      const key = seedKey(String(i));
      high += key.high / 2 ** 32 / 5000;
      low += key.low / 2 ** 32 / 5000;
    }
    expect(Math.abs(high - 0.5)).toBeLessThan(0.0204);
    expect(Math.abs(low - 0.5)).toBeLessThan(0.0204);
  });

  it('takes a surrogate without its partner as U+FFFD, as every UTF-8 file or link would', () => {
    expect(digits('a\ud800')).toBe(digits('a\ufffd'));
    expect(digits('\udc00\ud800')).toBe(digits('\ufffd\ufffd'));
  });
});
