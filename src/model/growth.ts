/** Growth: the capability of the lab's best internal model, of its deployed model and of its rival. */
import type { Lab } from './lab';
import { STREAM } from './luck';
import { INTERNAL_USE, SERVICE, TRAINING } from './regions';

/** Share of growth that goes on under the lab's present constraints. */
export function growthFactor(lab: Lab): number {
  const { world } = lab;
  const whileTraining = lab.training === TRAINING.paused ? world.pausedGrowth : 1;
  return lab.internalUse === INTERNAL_USE.suspended
    ? whileTraining * (1 - world.internalUseBoost)
    : whileTraining;
}

/** Phase 1: a week passes. */
export function grow(lab: Lab): void {
  const { luck, setup, world } = lab;
  const week = ++lab.week;
  const factor = growthFactor(lab);
  const unimpeded = factor === 1 && lab.trueCapability === lab.unconstrainedCapability;

  const jump = jumpOfWeek(lab);
  let step: number;
  let expected: number;
  if (week < setup.recorded.length) {
    step = setup.recorded[week]! - setup.recorded[week - 1]!;
    expected = step;
    lab.unconstrainedCapability = setup.recorded[week]!;
  } else {
    step = world.smoothStep * luck.meanOneLognormal(STREAM.growth, week, world.smoothLogSd) + jump;
    expected = world.growthPerWeek;
    lab.unconstrainedCapability += step;
  }
  // A lab never constrained is exactly on the unconstrained path, not within rounding of it.
  if (unimpeded) lab.trueCapability = lab.unconstrainedCapability;
  else lab.trueCapability += factor * step;
  lab.capabilityPath[week] = lab.trueCapability;
  lab.growthSinceEvaluation += factor * expected;
  lab.rivalCapability += world.rivalGrowthPerWeek;
  if (lab.service !== SERVICE.none) lab.deployedCapability += world.gainPerWeek;
}

/** The jump that falls in this week, 0 in most. Jumps come at geometric intervals, whatever the lab does. */
function jumpOfWeek(lab: Lab): number {
  const { luck, world, week } = lab;
  if (world.jumpProbability === 0) return 0;
  if (lab.nextJumpWeek < week) {
    lab.nextJumpWeek += luck.geometric(STREAM.jumpGap, lab.jumpsDrawn, world.jumpProbability);
    lab.jumpsDrawn++;
  }
  if (lab.nextJumpWeek > week) return 0;
  return world.jumpMean * luck.exponential(STREAM.jumpSize, lab.jumpsDrawn);
}
