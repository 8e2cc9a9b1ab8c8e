/**
 * The standard normal distribution and its inverse, in operations that give the same bits everywhere.
 */
import { exp, log } from './exact';

/** Value at x of the polynomial with these coefficients, highest power first (Horner's rule). */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** Numerator and denominator of a rational approximation, highest power first. */
interface Ratio {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

function ratio({ over, under }: Ratio, x: number): number {
  return polynomial(over, x) / polynomial(under, x);
}

/** |probability - 1/2| <= 0.425; argument 0.425² - (probability - 1/2)². */
const QUANTILE_CENTRE: Ratio = {
  over: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  under: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};

/** Tail probability from exp(-25) up; argument √(-ln tail) - 1.6. */
const QUANTILE_MIDDLE: Ratio = {
  over: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  under: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};

/** Smaller tail probability; argument √(-ln tail) - 5. */
const QUANTILE_FAR: Ratio = {
  over: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  under: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

/**
 * The x with normalCdf(x) = probability, to about 1 part in 10^15.
 *
 * 0 gives -Infinity, 1 gives Infinity, 1/2 gives 0; outside [0, 1] and for NaN the answer is NaN. In the
 * lower tail the full relative precision of the argument counts: a probability of 1e-300 is as good as any.
 * Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied
 * Statistics 37 (1988) 477-484, routine PPND16.
 */
export function normalQuantile(probability: number): number {
  const q = probability - 0.5;
  if (q >= -0.425 && q <= 0.425) return q * ratio(QUANTILE_CENTRE, 0.180625 - q * q);
  const tail = q < 0 ? probability : 1 - probability;
  if (!(tail >= 0)) return NaN;
  const r = Math.sqrt(-log(tail));
  const magnitude =
    tail === 0 ? Infinity : r <= 5 ? ratio(QUANTILE_MIDDLE, r - 1.6) : ratio(QUANTILE_FAR, r - 5);
  return q < 0 ? -magnitude : magnitude;
}

/** (Φ(x) - 1/2) / x for |x| <= CDF_CENTRE_END; argument x². */
const CDF_CENTRE: Ratio = {
  over: [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  under: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
};
const CDF_CENTRE_END = 0.66291;

/** (1 - Φ(y)) exp(y²/2) for y up to √32; argument y. */
const CDF_MIDDLE: Ratio = {
  over: [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  under: [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
};
const CDF_MIDDLE_END = 5.656854249492381;

/** (1/√(2π) - y (1 - Φ(y)) exp(y²/2)) y² for y beyond; argument 1/y². */
const CDF_FAR: Ratio = {
  over: [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  under: [
    1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
    7.297515550839662e-5,
  ],
};
const INVERSE_SQRT_2PI = 0.3989422804014327;
/** From here on the tail is below half the least subnormal number. */
const CDF_END = 38.5;

/**
 * Probability that a standard normal variable is at most x, to about 1 part in 10^15, lower tail included.
 *
 * -Infinity gives 0, Infinity gives 1, NaN gives NaN. Source: W. J. Cody, "Rational Chebyshev approximations
 * for the error function", Mathematics of Computation 23 (1969) 631-637, in the arrangement for the normal
 * distribution (ANORM) of his "Algorithm 715: SPECFUN", ACM Transactions on Mathematical Software 19 (1993)
 * 22-32.
 */
export function normalCdf(x: number): number {
  if (x !== x) return NaN;
  const y = x < 0 ? -x : x;
  if (y <= CDF_CENTRE_END) return 0.5 + x * ratio(CDF_CENTRE, y * y);
  const tail = y < CDF_END ? upperTail(y) : 0;
  return x > 0 ? 1 - tail : tail;
}

/** 1 - Φ(y) for y between CDF_CENTRE_END and CDF_END. */
function upperTail(y: number): number {
  if (y <= CDF_MIDDLE_END) return gaussian(y, ratio(CDF_MIDDLE, y));
  const z = 1 / (y * y);
  return gaussian(y, (INVERSE_SQRT_2PI - z * ratio(CDF_FAR, z)) / y);
}

/** factor · exp(-y²/2), with y split at a sixteenth so that squaring it loses nothing. */
function gaussian(y: number, factor: number): number {
  const head = Math.trunc(y * 16) / 16;
  const rest = (y - head) * (y + head);
  return exp(-head * head * 0.5) * (exp(-rest * 0.5) * factor);
}
