/**
 * exp, log and log2 that give the same bits on every machine.
 *
 * ECMAScript leaves Math.exp, Math.log and Math.log2 to the implementation, and browsers differ in the last
 * bits. Here only operations whose result the language fixes exactly are used: + - * /, integer operations
 * and views of the bits of a float64. Argument reductions, polynomial coefficients and the splittings of ln 2
 * and 1/ln 2 are those of fdlibm (e_exp.c, e_log.c; Copyright (C) 1993 by Sun Microsystems, Inc., freely
 * distributable) and, for log2, of its continuation in FreeBSD msun (e_log2.c). All three stay within 1 ulp
 * of the true value.
 */
import { HIGH_WORD } from './bits';

const MAX_EXPONENT = 1023;
const MIN_EXPONENT = -1022;
const MIN_SUBNORMAL_EXPONENT = -1074;
const EXPONENT_BIAS = 1023;

/** 2^k at index k - MIN_SUBNORMAL_EXPONENT: reading a power is faster than assembling one from bits. */
const powersOfTwo = ((): Float64Array => {
  const powers = new Float64Array(MAX_EXPONENT - MIN_SUBNORMAL_EXPONENT + 1);
  let power = 1;
  for (let k = 0; k <= MAX_EXPONENT; k++) {
    powers[k - MIN_SUBNORMAL_EXPONENT] = power;
    power *= 2;
  }
  power = 1;
  for (let k = 0; k >= MIN_SUBNORMAL_EXPONENT; k--) {
    powers[k - MIN_SUBNORMAL_EXPONENT] = power;
    power /= 2;
  }
  return powers;
})();

/** 2^k, exact, for integer k from -1074 to 1023. */
function powerOfTwo(k: number): number {
  return powersOfTwo[k - MIN_SUBNORMAL_EXPONENT] as number;
}

const float64 = new Float64Array(1);
const words = new Int32Array(float64.buffer);

/** ln 2 in two parts; the first has 32 trailing zero bits, so that k times it is exact for |k| < 2^20. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = 1.4426950408889634;
/** 1 / ln 2 in two parts, the first with 21 significant bits. */
const INVERSE_LN2_HIGH = 1.4426950407214463;
const INVERSE_LN2_LOW = 1.6751713164886512e-10;

/**
 * Adding 1.5 · 2^52 and taking it away again rounds a number below 2^51 to the nearest integer, ties to even.
 */
const ROUNDER = 6755399441055744;

function nearestInteger(x: number): number {
  return x + ROUNDER - ROUNDER;
}

/** Above this exp overflows to Infinity; below the other it rounds to 0. */
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019411;
/** Between these the result is a normal number and so is 2^k. */
const EXP_PLAIN_LOW = -708;
const EXP_PLAIN_HIGH = 709;

const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

/**
 * e to the power x, within 1 ulp.
 *
 * exp(±0) is 1 exactly; NaN gives NaN; above 709.78… Infinity; below -745.13… 0, with gradual underflow
 * before.
 */
export function exp(x: number): number {
  if (!(x > EXP_PLAIN_LOW && x < EXP_PLAIN_HIGH)) return expAtLimits(x);
  const k = nearestInteger(x * INVERSE_LN2);
  return expReduced(x, k) * powerOfTwo(k);
}

/** exp where 2^k may be no normal number, or there is no finite positive result. */
function expAtLimits(x: number): number {
  if (!(x <= EXP_OVERFLOW && x >= EXP_UNDERFLOW))
    return x > EXP_OVERFLOW ? Infinity : x < EXP_UNDERFLOW ? 0 : NaN;
  const k = nearestInteger(x * INVERSE_LN2);
  const y = expReduced(x, k);
  // k may be one beyond either end of the powers; doubling and halving are exact, so that there is one
  // rounding.
  return x > 0 ? y * 2 * powerOfTwo(k - 1) : y * 0.5 * powerOfTwo(k + 1);
}

/**
 * exp(x) / 2^k, for k the integer nearest to x / ln 2.
 *
 * Nothing here or in exp branches on the sign or size of ordinary arguments: on random ones a mispredicted
 * branch costs as much as all the arithmetic.
 */
function expReduced(x: number, k: number): number {
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return 1 - (low - (r * c) / (2 - c) - high);
}

const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/** Upper 20 fraction bits are raised by this before the carry decides between [1, √2) and [√2, 2). */
const SQRT2_CARRY = 0x95f64;
const FRACTION_MASK = 0xfffff;
/** A subnormal is made normal by this power before its exponent is read. */
const SUBNORMAL_SHIFT = 54;

/**
 * k with x / 2^k in about [√2/2, √2), for x positive, finite and normal.
 */
function nearestExponent(x: number): number {
  float64[0] = x;
  const high = words[HIGH_WORD] as number;
  return (high >> 20) - EXPONENT_BIAS + (((high & FRACTION_MASK) + SQRT2_CARRY) >>> 20);
}

/**
 * ln(1 + f) = f - f²/2 + correction, for 1 + f in about [√2/2, √2): the correction.
 */
function logCorrection(f: number, halfSquare: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  return s * (halfSquare + (odd + even));
}

/**
 * What log and log2 share for arguments without a finite real logarithm; x is ±0, negative, NaN or Infinity.
 */
function logOfSpecial(x: number): number {
  return x === 0 ? -Infinity : x > 0 ? Infinity : NaN;
}

const MIN_NORMAL = powerOfTwo(MIN_EXPONENT);
const SUBNORMAL_SCALE = powerOfTwo(SUBNORMAL_SHIFT);

/**
 * Natural logarithm, within 1 ulp.
 *
 * log(1) is +0 exactly; ±0 gives -Infinity; negative numbers and NaN give NaN; Infinity gives Infinity.
 */
export function log(x: number): number {
  let k = 0;
  let m = x;
  if (!(x >= MIN_NORMAL && x < Infinity)) {
    if (!(x > 0 && x < Infinity)) return logOfSpecial(x);
    m = x * SUBNORMAL_SCALE;
    k = -SUBNORMAL_SHIFT;
  }
  const exponent = nearestExponent(m);
  m *= powerOfTwo(-exponent);
  k += exponent;
  const f = m - 1;
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (logCorrection(f, halfSquare) + k * LN2_LOW) - f);
}

/**
 * Logarithm to base 2, within 1 ulp; exact for every power of two, subnormal ones included.
 *
 * Special values as in log.
 */
export function log2(x: number): number {
  let k = 0;
  let m = x;
  if (!(x >= MIN_NORMAL && x < Infinity)) {
    if (!(x > 0 && x < Infinity)) return logOfSpecial(x);
    m = x * SUBNORMAL_SCALE;
    k = -SUBNORMAL_SHIFT;
  }
  const exponent = nearestExponent(m);
  m *= powerOfTwo(-exponent);
  k += exponent;
  const f = m - 1;
  if (f === 0) return k;
  // ln m as high + low, high with 21 significant bits, so that its product with INVERSE_LN2_HIGH is exact.
  const halfSquare = 0.5 * f * f;
  const high = withoutLowWord(f - halfSquare);
  const low = f - high - halfSquare + logCorrection(f, halfSquare);
  const main = high * INVERSE_LN2_HIGH;
  const rest = (low + high) * INVERSE_LN2_LOW + low * INVERSE_LN2_HIGH;
  const sum = k + main;
  return rest + (k - sum + main) + sum;
}

/** x with the lower 32 bits of its fraction cleared. */
function withoutLowWord(x: number): number {
  float64[0] = x;
  words[1 - HIGH_WORD] = 0;
  return float64[0];
}
