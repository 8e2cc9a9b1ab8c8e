/** Score: what a run reports, counted on the state at the end of each week. */
import type { Lab } from './lab';
import { securityInPlace } from './protections';
import {
  DEPLOYMENT,
  INTERNAL_USE,
  PROTECTION,
  RELEASE,
  SECURITY,
  SERVICE,
  TRAINING,
  WARNING,
} from './regions';

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
  const security = lab.protection[2 * k + SECURITY];
  const safeguards = lab.protection[2 * k + DEPLOYMENT];
  if (security === PROTECTION.working && safeguards === PROTECTION.working) lab.protectedAtCrossing[k] = 1;
}

/** Never been finished, as against failing or in rework. */
function neverFinished(state: number): boolean {
  return state === PROTECTION.absent || state === PROTECTION.building;
}

/** Phase 7: the week's counts. */
export function scoreWeek(lab: Lab): void {
  const paused = lab.training === TRAINING.paused;
  const suspended = lab.internalUse === INTERNAL_USE.suspended;
  const live = lab.service === SERVICE.live;
  const { trueCapability, deployedCapability, rivalCapability } = lab;
  if (suspended) lab.suspendedWeeks++;
  if (lab.release === RELEASE.withheld) lab.withheldWeeks++;
  if (rivalCapability > trueCapability) lab.rivalAheadWeeks++;
  const { lowestDanger } = lab;
  if (trueCapability < lowestDanger && deployedCapability < lowestDanger && rivalCapability < lowestDanger) {
    if (paused) {
      lab.pausedWeeks++;
      lab.needlessPauseWeeks++;
    }
    return;
  }
  // 0: safe; 1: only finished protections that fail; 2: some protection never finished.
  let deployment = 0;
  let internalUse = 0;
  let unsecured = 0;
  let needed = false;
  for (let k = 0; k < lab.setup.levels; k++) {
    const danger = lab.dangerPoint[k]!;
    const beyond = trueCapability >= danger;
    if (beyond) {
      const security = lab.protection[2 * k + SECURITY]!;
      if (!securityInPlace(lab, k)) needed = true;
      if (security !== PROTECTION.working) unsecured = Math.max(unsecured, neverFinished(security) ? 2 : 1);
    } else if (rivalCapability >= danger) lab.rivalFirst = 1;
    const deployedBeyond = live && deployedCapability >= danger;
    if (!(deployedBeyond || (beyond && !suspended))) continue;
    const safeguards = lab.protection[2 * k + DEPLOYMENT]!;
    if (safeguards === PROTECTION.working) continue;
    const cause = neverFinished(safeguards) ? 2 : 1;
    if (deployedBeyond) deployment = Math.max(deployment, cause);
    if (beyond && !suspended) internalUse = Math.max(internalUse, cause);
  }
  if (paused) {
    lab.pausedWeeks++;
    if (!needed) lab.needlessPauseWeeks++;
  }
  if ((deployment | internalUse | unsecured) === 0) return;
  lab.anyUnsafeWeeks++;
  if (deployment > 0) lab.unsafeDeploymentWeeks++;
  if (deployment === 2) lab.unprotectedDeploymentWeeks++;
  if (internalUse > 0) lab.unsafeInternalUseWeeks++;
  if (internalUse === 2) lab.unprotectedInternalUseWeeks++;
  if (unsecured > 0) lab.unsecuredWeeks++;
  if (unsecured === 2) lab.unprotectedUnsecuredWeeks++;
}

/** Index in `outcomes` of a finished run's outcome. */
export function outcomeOf(lab: Lab): number {
  const tolerance = lab.setup.toleranceWeeks;
  if (lab.unprotectedDeploymentWeeks >= tolerance) return 0;
  if (lab.unprotectedInternalUseWeeks >= tolerance) return 1;
  if (lab.unprotectedUnsecuredWeeks >= tolerance) return 2;
  if (lab.anyUnsafeWeeks >= tolerance) return 3;
  if (lab.pauses > 0) return 4;
  for (let k = 0; k < lab.setup.levels; k++) if (lab.crossedWeek[k]! > 0) return 5;
  return 6;
}
