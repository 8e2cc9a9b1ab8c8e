/**
 * Threefry-2x32 with 20 rounds: a counter-based generator, used to derive the key of every stream of draws.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC '11; rotations and parity constant as in their Random123 library.
 */

const PARITY = 0x1bd11bda;
/** Blocks of four rounds, each followed by an injection of key words. */
const BLOCKS = 5;

/**
 * Encrypts the counter (counter0, counter1) under the key (key0, key1) and writes the two words of the
 * result, as int32, to out[at] and out[at + 1]. Keys and counters are int32 or uint32.
 */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Int32Array,
  at: number,
): void {
  let a = (counter0 + key0) | 0;
  let b = (counter1 + key1) | 0;
  // The three key words, in the order in which the next injections take them.
  let first = key1 | 0;
  let second = PARITY ^ key0 ^ key1;
  let third = key0 | 0;
  for (let block = 1; block <= BLOCKS; block++) {
    // Each round adds b to a, rotates b and takes the exclusive-or; the rotations alternate between two sets.
    if ((block & 1) === 1) {
      a = (a + b) | 0;
      b = ((b << 13) | (b >>> 19)) ^ a;
      a = (a + b) | 0;
      b = ((b << 15) | (b >>> 17)) ^ a;
      a = (a + b) | 0;
      b = ((b << 26) | (b >>> 6)) ^ a;
      a = (a + b) | 0;
      b = ((b << 6) | (b >>> 26)) ^ a;
    } else {
      a = (a + b) | 0;
      b = ((b << 17) | (b >>> 15)) ^ a;
      a = (a + b) | 0;
      b = ((b << 29) | (b >>> 3)) ^ a;
      a = (a + b) | 0;
      b = ((b << 16) | (b >>> 16)) ^ a;
      a = (a + b) | 0;
      b = ((b << 24) | (b >>> 8)) ^ a;
    }
    a = (a + first) | 0;
    b = (b + second + block) | 0;
    const used = first;
    first = second;
    second = third;
    third = used;
  }
  out[at] = a;
  out[at + 1] = b;
}
