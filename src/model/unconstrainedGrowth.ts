/** Growth as it would be had nothing ever been paused or suspended: a run's luck alone decides it, whatever the policy. */
import { STREAM, type Luck } from './luck';
import type { Setup } from './setup';
import type { WorldOfRun } from './worldOfRun';

/** By week; doublings. */
export interface UnconstrainedGrowth {
  /** Growth in each week from 1: recorded, or smooth part and jump. */
  readonly step: Float64Array;
  /** c⁰ at the end of each week from 0. */
  readonly capability: Float64Array;
}

export function newUnconstrainedGrowth(horizon: number): UnconstrainedGrowth {
  return { step: new Float64Array(horizon + 1), capability: new Float64Array(horizon + 1) };
}

/**
 * Draws all weeks of luck's current run into `growth`; `start` is c(0). Jumps come at geometric intervals from week 1
 * on; those that fall in recorded weeks count for nothing.
 */
export function drawUnconstrainedGrowth(
  growth: UnconstrainedGrowth,
  { recorded, horizon }: Setup,
  { smoothStep, smoothLogSd, jumpProbability, jumpMean }: WorldOfRun,
  luck: Luck,
  start: number,
): void {
  const { step, capability } = growth;
  const firstDrawn = Math.max(1, recorded.length);
  for (let week = firstDrawn; week <= horizon; week++) {
    step[week] = smoothStep * luck.meanOneLognormal(STREAM.growth, week, smoothLogSd);
  }
  if (jumpProbability > 0) {
    let drawn = 1;
    let week = luck.geometric(STREAM.jumpGap, 0, jumpProbability);
    while (week <= horizon) {
      if (week >= firstDrawn) {
        step[week] = step[week]! + jumpMean * luck.exponential(STREAM.jumpSize, drawn);
      }
      week += luck.geometric(STREAM.jumpGap, drawn, jumpProbability);
      drawn++;
    }
  }
  capability[0] = start;
  for (let week = 1; week < firstDrawn; week++) {
    step[week] = recorded[week]! - recorded[week - 1]!;
    capability[week] = recorded[week]!;
  }
  for (let week = firstDrawn; week <= horizon; week++) capability[week] = capability[week - 1]! + step[week]!;
}
