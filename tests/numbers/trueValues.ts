/**
 * True values of exp, log and log2 to some 60 digits, in integer arithmetic, and the distance of a float64
 * from them.
 */

/**
 * Fraction bits of all fixed-point numbers here. Arguments next to 1 have logarithms near 2^-53: 2^-147 of
 * those.
 */
const BITS = 200n;
const ONE = 1n << BITS;

/** A real number m · 2^e. */
export interface Real {
  readonly m: bigint;
  readonly e: number;
}

/** The exact value of a finite float64. */
export function realOf(x: number): Real {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const magnitude = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { m: bits >> 63n ? -magnitude : magnitude, e: Math.max(exponent, 1) - 1075 };
}

function shift(m: bigint, by: number): bigint {
  return by >= 0 ? m << BigInt(by) : m >> BigInt(-by);
}

function fixed(x: Real): bigint {
  return shift(x.m, x.e + Number(BITS));
}

/** 2 artanh(s) for |s| well below 1, fixed point. */
function twiceArtanh(s: bigint): bigint {
  const square = (s * s) >> BITS;
  let power = s;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * square) >> BITS;
  }
  return 2n * sum;
}

/** ln 2 = 2 artanh(1/3). */
const LN2 = twiceArtanh(ONE / 3n);

/** e to the power x, for a finite x that does not overflow. */
export function trueExp(x: number): Real {
  const argument = fixed(realOf(x));
  const k = (argument + LN2 / 2n) / LN2;
  const r = argument - k * LN2;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    sum += term;
    term = ((term * r) >> BITS) / n;
  }
  return { m: sum, e: Number(k - BITS) };
}

/** Natural logarithm of a positive finite x. */
export function trueLog(x: number): Real {
  const { m, e } = realOf(x);
  let k = m.toString(2).length;
  let fraction = shift(m, Number(BITS) - k); // in [1/2, 1)
  if (fraction < (ONE * 7n) / 10n) {
    fraction *= 2n;
    k -= 1;
  }
  const s = ((fraction - ONE) << BITS) / (fraction + ONE);
  return { m: twiceArtanh(s) + BigInt(k + e) * LN2, e: -Number(BITS) };
}

/** Logarithm to base 2 of a positive finite x. */
export function trueLog2(x: number): Real {
  const { m, e } = trueLog(x);
  return { m: (m << BITS) / LN2, e };
}

/** |approximation - truth| in units of the last place of the approximation. */
export function ulpError(approximation: number, truth: Real): number {
  const { m, e } = realOf(approximation);
  const common = Math.min(e, truth.e);
  const difference = shift(m, e - common) - shift(truth.m, truth.e - common);
  // 2^-20 of an ulp is as fine as anyone asks; the quotient then fits a number.
  const ulps = shift(difference < 0n ? -difference : difference, common - e + 20);
  return Number(ulps) / 1048576;
}
