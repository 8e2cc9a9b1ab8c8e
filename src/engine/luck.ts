/**
 * The draws of every run, each a pure function of (seed, run, stream name, index).
 */
import { streams, type Luck as ModelLuck } from '../model/luck';
import { exp, log } from '../numbers/exact';
import { mix32, stringHash32 } from '../numbers/hash';
import { normalOfWord, normalTable } from './luck/normalTable';
import { threefry2x32 } from './luck/threefry';
import type { SeedKey } from './seed';

const MAX_RUN = 0xffffffff;
/** 2^32 over the golden ratio: steps by it visit the 32-bit words evenly. */
const GOLDEN = 0x9e3779b9;
const WORD_SCALE = 1 / 0x100000000;
const HALF_WORD = 0.5 * WORD_SCALE;

const streamHashes = Int32Array.from(streams, stringHash32);

/**
 * Luck for one run at a time; setRun moves to another. The object holds no other state than the keys of its
 * run.
 *
 * Each stream of a run has a 64-bit key: Threefry-2x32-20 of the counter (run, hash of the stream's name)
 * under the seed's key. Sixty-four bits keep the chance that any two of some 10^5 streams share a key below
 * 10^-9. A draw sends its index through two rounds of mix32, with half the key added before each.
 */
export class Luck implements ModelLuck {
  private readonly keys = new Int32Array(2 * streams.length);
  private readonly coefficients = normalTable();
  private readonly seedLow: number;
  private readonly seedHigh: number;

  /** Starts at run 0. */
  constructor(seed: SeedKey) {
    this.seedLow = seed.low | 0;
    this.seedHigh = seed.high | 0;
    this.setRun(0);
  }

  /**
   * Turns to the draws of a run, an integer from 0 to 2^32 - 1. Throws a RangeError for anything else.
   */
  setRun(run: number): void {
    if (!(run >= 0 && run <= MAX_RUN && run % 1 === 0)) throw new RangeError(`Luck.setRun: ${run}`);
    const { keys, seedLow, seedHigh } = this;
    for (let stream = 0; stream < streamHashes.length; stream++) {
      threefry2x32(seedLow, seedHigh, run | 0, streamHashes[stream] as number, keys, 2 * stream);
    }
  }

  uniform(stream: number, index: number): number {
    return uniformOfWord(this.word(stream, index));
  }

  normal(stream: number, index: number): number {
    return normalOfWord(this.coefficients, this.word(stream, index));
  }

  happens(stream: number, index: number, hazard: number): boolean {
    const u = this.uniform(stream, index);
    // exp(-hazard) is at least 1 - hazard: most draws need no logarithm.
    return u > 1 - hazard && -log(u) < hazard;
  }

  exponential(stream: number, index: number): number {
    return -log(uniformOfWord(this.word(stream, index)));
  }

  lognormal(stream: number, index: number, logSd: number): number {
    return exp(logSd * this.normal(stream, index));
  }

  meanOneLognormal(stream: number, index: number, logSd: number): number {
    return exp(logSd * this.normal(stream, index) - 0.5 * logSd * logSd);
  }

  /** Throws a RangeError unless 0 <= probability <= 1. */
  geometric(stream: number, index: number, probability: number): number {
    if (!(probability > 0 && probability < 1)) {
      if (probability === 0) return Infinity;
      if (probability === 1) return 1;
      throw new RangeError(`Luck.geometric: probability ${probability}`);
    }
    // The least n with (1 - probability)^n < u.
    return Math.ceil(log(this.uniform(stream, index)) / logOfComplement(probability));
  }

  /** Throws a RangeError unless low <= mode <= high, all finite. */
  triangular(stream: number, index: number, low: number, mode: number, high: number): number {
    const width = high - low;
    if (!(low <= mode && mode <= high && width < Infinity)) {
      throw new RangeError(`Luck.triangular: ${low}, ${mode}, ${high}`);
    }
    if (width === 0) return low;
    const u = this.uniform(stream, index);
    const rising = (mode - low) / width;
    if (u < rising) return Math.min(low + width * Math.sqrt(u * rising), mode);
    return Math.max(high - width * Math.sqrt((1 - u) * (1 - rising)), mode);
  }

  /** The 32 random bits of a draw, as int32. */
  private word(stream: number, index: number): number {
    const key0 = this.keys[2 * stream];
    const key1 = this.keys[2 * stream + 1];
    if (key0 === undefined || key1 === undefined) throw new RangeError(`Luck: stream ${stream}`);
    if ((index | 0) !== index || index < 0) throw new RangeError(`Luck: index ${index}`);
    return mix32((mix32((Math.imul(index, GOLDEN) + key0) | 0) + key1) | 0);
  }
}

/** (w + 1/2) / 2^32 for the uint32 w with the bits of an int32; exact. */
function uniformOfWord(word: number): number {
  return (word >>> 0) * WORD_SCALE + HALF_WORD;
}

/**
 * ln(1 - p) for p in (0, 1), accurate for small p too: the error of rounding 1 - p is divided out.
 */
function logOfComplement(p: number): number {
  const complement = 1 - p;
  return complement === 1 ? -p : (log(complement) * p) / (1 - complement);
}
