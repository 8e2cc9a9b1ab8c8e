/** Response: is the lab ready to stop until protections are good enough. */
import { NO_DECISIONS, type Lab } from './lab';
import { gatingLevels } from './limits';
import { INTERNAL_USE, SERVICE, TRAINING } from './regions';
import type { LevelSet } from './setup';

/** Commitments bind: no competitor clause, or the lab leads its rival by enough. */
export function isBound(lab: Lab): boolean {
  return lab.trueCapability - lab.rivalCapability >= lab.setup.competitorClause;
}

/** Levels that ask for a pause: they gate training, and their security is missing. */
export function levelsLackingSecurity(lab: Lab): LevelSet {
  return gatingLevels(lab) & lab.setup.gatesTraining & ~lab.pauseSpent & ~lab.securityInPlace;
}

/** Levels that ask for a suspension: they gate internal use, and their use safeguards are missing. */
export function levelsLackingSafeguards(lab: Lab): LevelSet {
  return gatingLevels(lab) & lab.setup.gatesInternalUse & ~lab.safeguardsInPlace;
}

/** Those of the flagged levels that gate releases, are not abandoned, and lack their use safeguards. */
export function levelsAgainstRelease(lab: Lab, flags: LevelSet): LevelSet {
  return flags & lab.setup.gatesRelease & ~lab.exempt & ~lab.safeguardsInPlace;
}

/** Some of the flagged levels stands against a release. */
export function flaggedUnsafe(lab: Lab, flags: LevelSet): boolean {
  return levelsAgainstRelease(lab, flags) !== 0;
}

// Condition of the week's script.

/** Something is being done or decided, or a level lacks a protection that its warning asks for. */
export function responseMayChange(lab: Lab): boolean {
  return (
    lab.training !== TRAINING.active ||
    lab.internalUse !== INTERNAL_USE.open ||
    lab.service === SERVICE.withdrawn ||
    (gatingLevels(lab) & ~(lab.securityInPlace & lab.safeguardsInPlace)) !== 0 ||
    flaggedUnsafe(lab, lab.deployedFlags) ||
    lab.decisions !== NO_DECISIONS
  );
}

// Guards. The first three are decisions of the lab.

export function mustPause(lab: Lab): boolean {
  return (
    lab.decisions.pauseTraining ?? (lab.setup.pauses && levelsLackingSecurity(lab) !== 0 && isBound(lab))
  );
}

export function mustSuspend(lab: Lab): boolean {
  return (
    lab.decisions.suspendInternalUse ??
    (lab.setup.suspends && levelsLackingSafeguards(lab) !== 0 && isBound(lab))
  );
}

export function mustRecall(lab: Lab): boolean {
  return (
    lab.decisions.recallModel ?? (lab.setup.recalls && flaggedUnsafe(lab, lab.deployedFlags) && isBound(lab))
  );
}

export function mustPauseAtOnce(lab: Lab): boolean {
  return lab.setup.responseDelay === 0 && mustPause(lab);
}

export function mustSuspendAtOnce(lab: Lab): boolean {
  return lab.setup.responseDelay === 0 && mustSuspend(lab);
}

export function pauseNeedGone(lab: Lab): boolean {
  return !mustPause(lab);
}

export function suspensionNeedGone(lab: Lab): boolean {
  return !mustSuspend(lab);
}

export function recallNeedGone(lab: Lab): boolean {
  return !mustRecall(lab);
}

export function pauseDecided(lab: Lab): boolean {
  return lab.week >= lab.trainingDecisionWeek + lab.setup.responseDelay;
}

export function suspensionDecided(lab: Lab): boolean {
  return lab.week >= lab.internalUseDecisionWeek + lab.setup.responseDelay;
}

export function pauseExhausted(lab: Lab): boolean {
  const { maxPause } = lab.setup;
  return maxPause > 0 && lab.week >= lab.pauseStartWeek + maxPause;
}

// Actions.

export function considerPause(lab: Lab): void {
  lab.trainingDecisionWeek = lab.week;
}

export function beginPause(lab: Lab): void {
  lab.pauseStartWeek = lab.week;
  lab.pauses++;
}

/** The longest pause is over: it is spent for every level that still lacks security. */
export function spendPause(lab: Lab): void {
  lab.pauseSpent |= gatingLevels(lab) & ~lab.securityInPlace;
}

export function considerSuspension(lab: Lab): void {
  lab.internalUseDecisionWeek = lab.week;
}

export function countRecall(lab: Lab): void {
  lab.recalls++;
}
