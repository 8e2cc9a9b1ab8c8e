/**
 * From the seed a person types to the key of all draws.
 */
// The package's other generators stay out of the page.
import seedrandom from 'seedrandom/seedrandom.js';
import { utf8Bytes } from '../numbers/utf8';

/** The 64 bits that a seed text stands for, as two uint32. */
export interface SeedKey {
  readonly low: number;
  readonly high: number;
}

/** Follows the text, so that no key is the beginning of another. Not a byte of UTF-8. */
const TERMINATOR = 0xff;

/**
 * The key of a seed: any text, the empty one included. Different texts give different keys (but for a chance
 * of 2^-64), except that a surrogate without its partner counts as U+FFFD.
 *
 * Plain seedrandom(text) would not do: it looks only at the low byte of each UTF-16 unit ("A" and "Ł" would
 * be one seed) and repeats a short key ("1" and "11" would be one). So it gets UTF-8 bytes, one a character,
 * between a length of four bytes and a terminator. The generator is seedrandom's ARC4, which discards its
 * first 256 bytes.
 */
export function seedKey(seed: string): SeedKey {
  const bytes = utf8Bytes(seed);
  const length = bytes.length;
  const framed = [length & 0xff, (length >>> 8) & 0xff, (length >>> 16) & 0xff, length >>> 24];
  for (const byte of bytes) framed.push(byte);
  framed.push(TERMINATOR);
  const generator = seedrandom(framed.map((byte) => String.fromCharCode(byte)).join(''));
  const low = generator.int32() >>> 0;
  const high = generator.int32() >>> 0;
  return { low, high };
}
