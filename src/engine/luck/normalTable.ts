/**
 * A standard normal value from one 32-bit word, by a table of the inverse distribution function.
 *
 * The word w stands for the probability (w + 1/2) / 2^32. The nearer tail probability p = (2m + 1) / 2^33,
 * where m is w or its complement, is located by its octave (the power of two below it) and by one of 64 equal
 * segments of the octave, and the quantile is a quadratic in the rest: through the exact values at the ends
 * and in the middle of the segment, so that the whole is continuous and never falls from one word to the
 * next. The error stays below 3e-8 (largest near |z| = 0.67), and that of the variance of all 2^32 values
 * too.
 */
import { normalQuantile } from '../../numbers/normalQuantile';

const OCTAVES = 32;
const SEGMENT_BITS = 6;
const SEGMENTS = 64;
/** Three coefficients and a gap for an octave's segment: an index is then put together by shifts alone. */
const STRIDE_BITS = 2;
/** Bits of the position within a segment. */
const REST_BITS = 31 - SEGMENT_BITS;
const REST_MASK = 0x1ffffff;
const REST_SCALE = 1 / 0x2000000;

let table: Float64Array | undefined;

/**
 * The coefficients: for octave o and segment s at ((o * 64 + s) * 4): value, slope and curvature of |z| in
 * the position within the segment, counted in units of 2^-25 segments. Built on first use, in well under a
 * millisecond of work.
 */
export function normalTable(): Float64Array {
  table ??= buildTable();
  return table;
}

function buildTable(): Float64Array {
  const coefficients = new Float64Array((OCTAVES * SEGMENTS) << STRIDE_BITS);
  // The top octave, number 0, is p from 1/4 to 1/2; each next one is half as wide and half as far from 0.
  let octaveStart = 0.25;
  for (let octave = 0; octave < OCTAVES; octave++) {
    const width = octaveStart / SEGMENTS;
    for (let segment = 0; segment < SEGMENTS; segment++) {
      const start = octaveStart + segment * width;
      const atStart = -normalQuantile(start);
      const atMiddle = -normalQuantile(start + 0.5 * width);
      const atEnd = -normalQuantile(start + width);
      const curvature = 2 * (atStart - 2 * atMiddle + atEnd);
      const at = ((octave << SEGMENT_BITS) | segment) << STRIDE_BITS;
      coefficients[at] = atStart;
      coefficients[at + 1] = (atEnd - atStart - curvature) * REST_SCALE;
      coefficients[at + 2] = curvature * REST_SCALE * REST_SCALE;
    }
    octaveStart /= 2;
  }
  return coefficients;
}

/**
 * The normal value of a 32-bit word, given as int32, with coefficients from normalTable(). A word and its
 * complement give exactly opposite values; with words taken as uint32 the values never fall, from -6.338 to
 * 6.338.
 */
export function normalOfWord(coefficients: Float64Array, word: number): number {
  const upper = word >> 31; // -1 in the upper half of the distribution, 0 in the lower
  const tail = ((word ^ upper) << 1) | 1;
  const octave = Math.clz32(tail);
  const aligned = tail << octave;
  const at = (octave << (SEGMENT_BITS + STRIDE_BITS)) | ((aligned >>> (REST_BITS - STRIDE_BITS)) & 0xfc);
  const rest = aligned & REST_MASK;
  const magnitude =
    (coefficients[at] as number) +
    rest * ((coefficients[at + 1] as number) + rest * (coefficients[at + 2] as number));
  return (~upper | 1) * magnitude;
}
