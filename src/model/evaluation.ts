/** Evaluation: how early warning signs are caught. The routine evaluation, and the readings that any evaluation makes. */
import { NEVER, type Lab } from './lab';
import { STREAM } from './luck';
import { MOST_LEVELS, SERVICE } from './regions';

// Guards.

export function evaluationOver(lab: Lab): boolean {
  return lab.week >= lab.lastEvaluationStart + lab.setup.evaluationDuration;
}

export function evaluationIsOrdered(lab: Lab): boolean {
  return lab.evaluationOrdered === 1;
}

/** By calendar, or by expected growth since the last one. */
export function evaluationDue(lab: Lab): boolean {
  return lab.week >= lab.nextEvaluationWeek || lab.growthSinceEvaluation >= lab.setup.computeTrigger;
}

export function dueButSkipped(lab: Lab): boolean {
  return evaluationDue(lab) && lab.luck.uniform(STREAM.skip, lab.week) < lab.world.skipProbability;
}

// Conditions of the week's script.

export function evaluationIsCalledFor(lab: Lab): boolean {
  return evaluationDue(lab) || evaluationIsOrdered(lab);
}

/** A routine report came in this week. */
export function routineReportArrived(lab: Lab): boolean {
  return lab.reportWeek === lab.week;
}

/** An evaluation that takes no time started this week: it reports this week too. */
export function reportsAtOnce(lab: Lab): boolean {
  return lab.setup.evaluationDuration === 0 && lab.lastEvaluationStart === lab.week;
}

// Actions.

export function startEvaluation(lab: Lab): void {
  lab.lastEvaluationStart = lab.week;
  lab.evaluationOrdered = 0;
  lab.capabilityAtStart = lab.trueCapability;
  lab.deployedAtStart = lab.deployedCapability;
  lab.modelAtStart = lab.deployedModel;
  resetEvaluationClocks(lab);
}

export function skipEvaluation(lab: Lab): void {
  lab.skippedEvaluations++;
  resetEvaluationClocks(lab);
}

function resetEvaluationClocks(lab: Lab): void {
  const { evaluationInterval } = lab.setup;
  lab.nextEvaluationWeek = evaluationInterval === 0 ? NEVER : lab.week + evaluationInterval;
  lab.growthSinceEvaluation = 0;
}

/** The routine report: readings of the internal model as it was at the start, and of the deployed model of that week if it is still the deployed one. */
export function reportRoutine(lab: Lab): void {
  const stillDeployed =
    lab.modelAtStart > 0 && lab.modelAtStart === lab.deployedModel && lab.service !== SERVICE.none;
  takeReadings(
    lab,
    lab.capabilityAtStart,
    STREAM.ownEvaluation,
    STREAM.thirdEvaluation,
    lab.lastEvaluationStart,
  );
  for (let k = 0; k < lab.setup.levels; k++) {
    const error = lab.reading[k]! - lab.capabilityAtStart;
    lab.deployedReading[k] = stillDeployed ? lab.deployedAtStart + error : -Infinity;
    if (lab.deployedReading[k]! >= lab.setup.flagLine[k]!) lab.deployedFlags |= 1 << k;
  }
  lab.reportWeek = lab.week;
  lab.routineEvaluations++;
}

/**
 * Reads a model of capability `value` (doublings) on every level: value + the larger, over the teams, of
 * persistent error + independent error. `startWeek` names the draws.
 */
export function takeReadings(
  lab: Lab,
  value: number,
  ownStream: number,
  thirdStream: number,
  startWeek: number,
): void {
  lab.reportedValue = value;
  for (let k = 0; k < lab.setup.levels; k++) {
    lab.reading[k] = value + readingError(lab, k, ownStream, thirdStream, startWeek);
  }
}

/**
 * Independent error of one evaluation on level k, in doublings; levels of one domain share it. Pure: the same each time
 * it is asked.
 */
export function independentError(lab: Lab, k: number, stream: number, startWeek: number): number {
  const { luck, setup } = lab;
  return setup.reportNoise * luck.normal(stream, startWeek * MOST_LEVELS + setup.domain[k]!);
}

/** How far a reading on level k is from the truth, in doublings: the error of the team that reads higher. Pure. */
export function readingError(
  lab: Lab,
  k: number,
  ownStream: number,
  thirdStream: number,
  startWeek: number,
): number {
  const own = lab.ownSuiteError + independentError(lab, k, ownStream, startWeek);
  if (!lab.setup.thirdParty) return own;
  const third = lab.thirdSuiteError + independentError(lab, k, thirdStream, startWeek);
  return third > own ? third : own;
}
