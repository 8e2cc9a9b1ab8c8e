/**
 * Integer hashing: a 32-bit mixer, a 64-bit running hash of numbers, and FNV-1a for short texts. None of it
 * is cryptographic: it spreads bits and tells results apart, it does not resist an adversary.
 */
import { HIGH_WORD, LOW_WORD } from './bits';
import { utf8Bytes } from './utf8';

/**
 * A bijection of the 32-bit integers in which each input bit changes each output bit with probability near
 * 1/2.
 *
 * Takes any int32 or uint32 and returns an int32; 0 goes to 0. Shape after C. Wellons' "lowbias32" (xorshift,
 * multiply, xorshift, multiply, xorshift), with constants of less bias reported since in the issues of its
 * repository (github.com/skeeto/hash-prospector, issue 19).
 */
export function mix32(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  return h ^ (h >>> 15);
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * FNV-1a (Fowler, Noll, Vo) of the UTF-8 bytes of a text, as uint32.
 */
export function stringHash32(text: string): number {
  let h = FNV_OFFSET;
  for (const byte of utf8Bytes(text)) h = Math.imul(h ^ byte, FNV_PRIME);
  return h >>> 0;
}

/** A 64-bit value as two uint32. */
export interface Word64 {
  readonly high: number;
  readonly low: number;
}

/**
 * Sum modulo 2^64: combines hashes of parts so that neither their order nor their grouping matters.
 */
export function add64(a: Word64, b: Word64): Word64 {
  const low = (a.low >>> 0) + (b.low >>> 0);
  const carry = low > 0xffffffff ? 1 : 0;
  return { high: (a.high + b.high + carry) >>> 0, low: low >>> 0 };
}

/**
 * Sixteen lower-case hexadecimal digits, most significant first.
 */
export function hex64(word: Word64): string {
  return hex32(word.high) + hex32(word.low);
}

/** Eight lower-case hexadecimal digits of an int32 or uint32. */
function hex32(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

const float64 = new Float64Array(1);
const words = new Int32Array(float64.buffer);

/**
 * Multipliers (odd): 2^32 over the golden ratio, and one of MurmurHash3's; start values: fractions of √2 and
 * √3.
 */
const GOLDEN = 0x9e3779b9;
const MURMUR = 0x85ebca6b;
const ROOT2 = 0x6a09e667;
const ROOT3 = 0xbb67ae85;

/**
 * A running 64-bit hash of a sequence of numbers.
 *
 * For a given word each step is a bijection of the 64-bit state, and the second lane takes in the first after
 * the word has entered it; so two sequences of one length that differ in only one or two neighbouring words
 * never collide. The number of words enters at the end, so trailing zeros count.
 */
export class Hash64 implements Word64 {
  private first = ROOT2 | 0;
  private second = ROOT3 | 0;
  private count = 0;

  /** Takes in an integer, modulo 2^32 (so -1 and 0xffffffff count as one). */
  addInt(value: number): this {
    const a = Math.imul(this.first ^ value, GOLDEN);
    const first = a ^ (a >>> 15);
    const b = Math.imul((this.second + first) | 0, MURMUR);
    this.first = first;
    this.second = b ^ (b >>> 13);
    this.count = (this.count + 1) | 0;
    return this;
  }

  /**
   * Takes in the 64 bits of a number; -0 counts as 0.
   *
   * Throws a RangeError for NaN, whose bits are not fixed and which never is a result.
   */
  addFloat(value: number): this {
    if (value !== value) throw new RangeError('Hash64.addFloat: NaN');
    float64[0] = value + 0; // -0 + 0 is 0
    return this.addInt(words[LOW_WORD] as number).addInt(words[HIGH_WORD] as number);
  }

  /** Upper half of the hash so far, uint32. */
  get high(): number {
    return mix32((this.second + mix32(this.first ^ this.count)) | 0) >>> 0;
  }

  /** Lower half of the hash so far, uint32. Together with the upper half a bijection of the state. */
  get low(): number {
    return mix32((this.first + this.high) | 0) >>> 0;
  }

  /** The hash so far as sixteen hexadecimal digits. */
  hex(): string {
    return hex64(this);
  }
}
