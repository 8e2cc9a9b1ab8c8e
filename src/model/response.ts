/** Response: is the lab ready to stop until protections are good enough. */
import type { Lab } from './lab';
import { isGating } from './limits';
import { safeguardsInPlace, securityInPlace } from './protections';

/** Commitments bind: no competitor clause, or the lab leads its rival by enough. */
export function isBound(lab: Lab): boolean {
  return lab.trueCapability - lab.rivalCapability >= lab.setup.competitorClause;
}

function needsSecurity(lab: Lab): boolean {
  const { setup } = lab;
  for (let k = 0; k < setup.levels; k++) {
    if (
      isGating(lab, k) &&
      setup.gatesTraining[k] === 1 &&
      lab.pauseSpent[k] === 0 &&
      !securityInPlace(lab, k)
    ) {
      return true;
    }
  }
  return false;
}

function needsSafeguards(lab: Lab): boolean {
  const { setup } = lab;
  for (let k = 0; k < setup.levels; k++) {
    if (isGating(lab, k) && setup.gatesInternalUse[k] === 1 && !safeguardsInPlace(lab, k)) return true;
  }
  return false;
}

/** Some flagged level that the policy names, that gates releases and is not abandoned lacks its use safeguards. */
export function flaggedUnsafe(lab: Lab, flags: Uint8Array): boolean {
  const { setup } = lab;
  for (let k = 0; k < setup.levels; k++) {
    if (
      flags[k] === 1 &&
      setup.limit[k]! < Infinity &&
      setup.gatesRelease[k] === 1 &&
      lab.exempt[k] === 0 &&
      !safeguardsInPlace(lab, k)
    ) {
      return true;
    }
  }
  return false;
}

// Guards. The first three are decisions of the lab.

export function mustPause(lab: Lab): boolean {
  return lab.decisions.pauseTraining ?? (lab.setup.pauses && needsSecurity(lab) && isBound(lab));
}

export function mustSuspend(lab: Lab): boolean {
  return lab.decisions.suspendInternalUse ?? (lab.setup.suspends && needsSafeguards(lab) && isBound(lab));
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
  for (let k = 0; k < lab.setup.levels; k++) {
    if (isGating(lab, k) && !securityInPlace(lab, k)) {
      lab.pauseSpent[k] = 1;
      lab.somePauseSpent = 1;
    }
  }
}

export function considerSuspension(lab: Lab): void {
  lab.internalUseDecisionWeek = lab.week;
}

export function countRecall(lab: Lab): void {
  lab.recalls++;
}
