/**
 * Position of the halves of a float64 in a Uint32Array or Int32Array laid over a Float64Array.
 * Nearly every machine is little-endian; asking costs nothing and keeps results the same on the others.
 */
const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Index of the word with sign, exponent and the 20 upper fraction bits. */
export const HIGH_WORD = littleEndian ? 1 : 0;

/** Index of the word with the 32 lower fraction bits. */
export const LOW_WORD = littleEndian ? 0 : 1;
