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
  const { luck, setup } = lab;
  lab.reportedValue = value;
  for (let k = 0; k < setup.levels; k++) {
    const draw = startWeek * MOST_LEVELS + setup.domain[k]!;
    let error = lab.ownSuiteError + setup.reportNoise * luck.normal(ownStream, draw);
    if (setup.thirdParty) {
      const third = lab.thirdSuiteError + setup.reportNoise * luck.normal(thirdStream, draw);
      if (third > error) error = third;
    }
    lab.reading[k] = value + error;
  }
}
