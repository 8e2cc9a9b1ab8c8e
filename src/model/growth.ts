/** Growth: the capability of the lab's best internal model, of its deployed model and of its rival. */
import type { Lab } from './lab';
import { INTERNAL_USE, SERVICE, TRAINING } from './regions';

/** Share of growth that goes on under the lab's present constraints. */
function growthFactor(lab: Lab): number {
  const { world } = lab;
  const whileTraining = lab.training === TRAINING.paused ? world.pausedGrowth : 1;
  return lab.internalUse === INTERNAL_USE.suspended
    ? whileTraining * (1 - world.internalUseBoost)
    : whileTraining;
}

/** Phase 1: a week passes. */
export function grow(lab: Lab): void {
  const { setup, unconstrained, world } = lab;
  const week = ++lab.week;
  const factor = growthFactor(lab);
  const step = unconstrained.step[week]!;
  // A lab never constrained is exactly on the unconstrained path, not within rounding of it.
  if (factor === 1 && lab.trueCapability === lab.unconstrainedCapability) {
    lab.trueCapability = unconstrained.capability[week]!;
  } else lab.trueCapability += factor * step;
  lab.unconstrainedCapability = unconstrained.capability[week]!;
  lab.capabilityPath[week] = lab.trueCapability;
  lab.growthSinceEvaluation += factor * (week < setup.recorded.length ? step : world.growthPerWeek);
  lab.rivalCapability += world.rivalGrowthPerWeek;
  if (lab.service !== SERVICE.none) lab.deployedCapability += world.gainPerWeek;
}
