import { expect } from 'vitest';
import { SIGMAS } from '../engine/luck/statistics';
import { meanDeviation, momentsOf, shareDeviation } from './estimates';

/** Checks that `count` of `runs` is within five standard errors of an exact probability. */
export function expectShare(count: number, runs: number, exact: number): void {
  const deviation = shareDeviation(count, runs, exact);
  expect(Math.abs(deviation), `${count} of ${runs}, exactly ${exact}`).toBeLessThan(SIGMAS);
}

/** Checks that a mean is within five standard errors of its exact value. */
export function expectMean(mean: number, runs: number, exact: number, variance: number): void {
  const deviation = meanDeviation(mean, runs, exact, variance);
  expect(Math.abs(deviation), `mean ${mean} of ${runs}, exactly ${exact}`).toBeLessThan(SIGMAS);
}

/** Checks mean and variance of a sample against their exact values; the variance within its estimated standard error. */
export function expectMoments(values: ArrayLike<number>, mean: number, variance: number): void {
  const moments = momentsOf(values);
  expectMean(moments.mean, moments.count, mean, variance);
  const difference = Math.abs(moments.variance - variance);
  const tolerance = variance === 0 ? 1e-18 : SIGMAS * moments.varianceError;
  expect(difference, `variance ${moments.variance}, exactly ${variance}`).toBeLessThan(tolerance);
}
