/** Score: what a run reports, counted on the state at the end of each week. */
import type { Lab } from './lab';
import { INTERNAL_USE, RELEASE, SERVICE, TRAINING, WARNING } from './regions';
import type { LevelSet } from './setup';

/** A run has one outcome: the first of these that holds. The order is frozen. */
export const outcomes = [
  'unsafe-deployment',
  'unsafe-internal-use',
  'unsecured',
  'protection-failed',
  'paused-in-time',
  'protected',
  'not-reached',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Condition of the week's script: a danger point is crossed for the first time. */
export function dangerPointReached(lab: Lab): boolean {
  return lab.trueCapability >= lab.nextDanger;
}

// Guard.

export function crossesDanger(lab: Lab, k: number): boolean {
  return lab.trueCapability >= lab.dangerPoint[k]!;
}

// Actions.

export function recordCrossing(lab: Lab, k: number): void {
  lab.crossedWeek[k] = lab.week;
  lab.nextDanger = Infinity;
  for (let other = 0; other < lab.setup.levels; other++) {
    const danger = lab.dangerPoint[other]!;
    if (danger > lab.trueCapability && danger < lab.nextDanger) lab.nextDanger = danger;
  }
  if (lab.warning[k] === WARNING.quiet && lab.setup.limit[k]! < Infinity) lab.missedWarning[k] = 1;
  if (((lab.securityWorking & lab.safeguardsWorking) >> k) & 1) lab.protectedAtCrossing[k] = 1;
}

/** Levels whose danger point lies at or below a capability. */
function levelsBelow(lab: Lab, capability: number): LevelSet {
  let set = 0;
  if (capability < lab.lowestDanger) return set;
  for (let k = 0; k < lab.setup.levels; k++) if (capability >= lab.dangerPoint[k]!) set |= 1 << k;
  return set;
}

/** Phase 7: the week's counts. */
export function scoreWeek(lab: Lab): void {
  const crossed = lab.crossedLevels;
  if (lab.training === TRAINING.paused) {
    if (lab.pausedWeeks === 0) lab.firstPauseWeek = lab.week;
    lab.pausedWeeks++;
    if ((crossed & ~lab.securityInPlace) === 0) lab.needlessPauseWeeks++;
  }
  const suspended = lab.internalUse === INTERNAL_USE.suspended;
  if (suspended) lab.suspendedWeeks++;
  if (lab.release === RELEASE.withheld) lab.withheldWeeks++;
  if (lab.rivalCapability > lab.trueCapability) {
    lab.rivalAheadWeeks++;
    if (lab.rivalFirst === 0 && (levelsBelow(lab, lab.rivalCapability) & ~crossed) !== 0) lab.rivalFirst = 1;
  }

  const insecure = crossed & ~lab.securityWorking;
  const usedUnsafely = suspended ? 0 : crossed & ~lab.safeguardsWorking;
  const deployedUnsafely =
    lab.service === SERVICE.live ? levelsBelow(lab, lab.deployedCapability) & ~lab.safeguardsWorking : 0;
  if ((insecure | usedUnsafely | deployedUnsafely) === 0) return;
  lab.anyUnsafeWeeks++;
  // Unprotected: a protection was never finished, as against failing or in rework.
  if (deployedUnsafely !== 0) {
    lab.unsafeDeploymentWeeks++;
    if ((deployedUnsafely & ~lab.safeguardsFinished) !== 0) lab.unprotectedDeploymentWeeks++;
  }
  if (usedUnsafely !== 0) {
    lab.unsafeInternalUseWeeks++;
    if ((usedUnsafely & ~lab.safeguardsFinished) !== 0) lab.unprotectedInternalUseWeeks++;
  }
  if (insecure !== 0) {
    lab.unsecuredWeeks++;
    if ((insecure & ~lab.securityFinished) !== 0) lab.unprotectedUnsecuredWeeks++;
  }
}

/** Index in `outcomes` of a finished run's outcome. */
export function outcomeOf(lab: Lab): number {
  const tolerance = lab.setup.toleranceWeeks;
  if (lab.unprotectedDeploymentWeeks >= tolerance) return 0;
  if (lab.unprotectedInternalUseWeeks >= tolerance) return 1;
  if (lab.unprotectedUnsecuredWeeks >= tolerance) return 2;
  if (lab.anyUnsafeWeeks >= tolerance) return 3;
  if (lab.pauses > 0) return 4;
  return lab.crossedLevels === 0 ? 6 : 5;
}
