/** Release: candidates, their evaluation before deployment, and the model in users' hands. */
import { takeReadings } from './evaluation';
import type { Lab } from './lab';
import { gatingLevels } from './limits';
import { STREAM } from './luck';
import { RELEASE } from './regions';
import { flaggedUnsafe, isBound } from './response';

function withholds(lab: Lab, unsafe: boolean): boolean {
  return lab.decisions.withholdRelease ?? (lab.setup.withholds && unsafe && isBound(lab));
}

// Guards.

export function candidateDue(lab: Lab): boolean {
  return lab.week - lab.lastCutWeek >= lab.setup.releaseInterval;
}

export function candidateDueForEvaluation(lab: Lab): boolean {
  return lab.setup.preDeployment && candidateDue(lab);
}

/** The candidate must be withheld. A decision of the lab. */
export function candidateHeld(lab: Lab): boolean {
  return withholds(lab, flaggedUnsafe(lab, lab.candidateFlags));
}

export function candidateFree(lab: Lab): boolean {
  return !candidateHeld(lab);
}

/** A candidate that nobody evaluates counts as past every level that binds today. */
export function unevaluatedCandidateHeld(lab: Lab): boolean {
  return candidateDue(lab) && withholds(lab, flaggedUnsafe(lab, gatingLevels(lab)));
}

export function assessmentOver(lab: Lab): boolean {
  return lab.week >= lab.lastCutWeek + lab.setup.evaluationDuration;
}

// Conditions of the week's script.

/** A new candidate is due, or one is withheld. */
export function candidateMayLeave(lab: Lab): boolean {
  return candidateDue(lab) || lab.release === RELEASE.withheld;
}

/** A report on the candidate came in this week. */
export function candidateReportArrived(lab: Lab): boolean {
  return lab.assessmentWeek === lab.week;
}

export function deployedThisWeek(lab: Lab): boolean {
  return lab.deploymentWeek === lab.week;
}

// Actions.

/** A new candidate: the internal model of `releaseLag` weeks ago. It replaces any held one. */
export function cutCandidate(lab: Lab): void {
  const cutFrom = lab.week - lab.setup.releaseLag;
  lab.candidateCapability = lab.capabilityPath[cutFrom > 0 ? cutFrom : 0]!;
  lab.candidateFlags = 0;
  lab.lastCutWeek = lab.week;
}

export function flagGatingLevels(lab: Lab): void {
  lab.candidateFlags = gatingLevels(lab);
}

/** The report on the candidate: it flags levels, and warns and starts protections like a routine one. */
export function reportCandidate(lab: Lab): void {
  takeReadings(lab, lab.candidateCapability, STREAM.ownAssessment, STREAM.thirdAssessment, lab.lastCutWeek);
  for (let k = 0; k < lab.setup.levels; k++) {
    lab.deployedReading[k] = -Infinity;
    if (lab.reading[k]! >= lab.setup.flagLine[k]!) lab.candidateFlags |= 1 << k;
  }
  lab.assessmentWeek = lab.week;
  lab.releaseEvaluations++;
}

export function deployCandidate(lab: Lab): void {
  lab.deployedCapability = lab.candidateCapability;
  lab.deployedFlags = lab.candidateFlags;
  lab.deployedModel++;
  lab.deploymentWeek = lab.week;
  lab.releases++;
}
