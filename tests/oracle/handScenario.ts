/** What the hand-written loop works from: a scenario's numbers, its levels as bits, and the places of what a run reports. */
import { log2 } from '../../src/numbers/exact';
import type { HistoryPoint, Scenario, Threshold, Uncertain } from '../../src/scenario/scenario';

/** Places of a run's numbers in its row; those of its levels follow. */
export const AT = {
  run: 0,
  outcome: 1,
  pausedWeeks: 2,
  needlessPauseWeeks: 3,
  suspendedWeeks: 4,
  withheldWeeks: 5,
  unsafeDeploymentWeeks: 6,
  unsafeInternalUseWeeks: 7,
  unsecuredWeeks: 8,
  foregoneDoublings: 9,
  rivalAheadWeeks: 10,
  evaluations: 11,
  releases: 12,
  pauses: 13,
  routineEvaluations: 14,
  releaseEvaluations: 15,
  skippedEvaluations: 16,
  recalls: 17,
  vetoed: 18,
  abandoned: 19,
  auditFindings: 20,
  unprotectedDeploymentWeeks: 21,
  unprotectedInternalUseWeeks: 22,
  unprotectedUnsecuredWeeks: 23,
  anyUnsafeWeeks: 24,
  missedWarning: 25,
  falseAlarm: 26,
  pauseAbandoned: 27,
  recalled: 28,
  evaluationSkipped: 29,
  rivalFirst: 30,
  firstPauseWeek: 31,
  finalCapability: 32,
  finalRival: 33,
} as const;
export const FIRST_LEVEL_COLUMN = 34;

const levelColumns = [
  ...['dangerPoint', 'crossedWeek', 'alertWeek', 'reachedWeek', 'leadWeeks', 'crossed', 'warned'],
  ...['missedWarning', 'falseAlarm', 'protectedAtCrossing'],
];

/** Names of a row's numbers: those of the per-run table, then two that only the comparison reads. */
export function handColumns(levels: number): readonly string[] {
  const ofLevels = Array.from({ length: levels }, (_, k) => levelColumns.map((id) => `t${k + 1}.${id}`));
  return [...Object.keys(AT), ...ofLevels.flat(), 'finalUnconstrained', 'finalDeployed'];
}

/** The recorded path, week by week up to its last point. */
function recordedPath(points: readonly HistoryPoint[], shape: 'steps' | 'linear'): Float64Array {
  const path = new Float64Array(points.at(-1)!.week + 1);
  points.forEach((point, index) => {
    path[point.week] = point.capability;
    const next = points[index + 1];
    if (next === undefined) return;
    const slope = shape === 'linear' ? (next.capability - point.capability) / (next.week - point.week) : 0;
    for (let week = point.week + 1; week < next.week; week++) {
      path[week] = point.capability + slope * (week - point.week);
    }
  });
  return path;
}

/** Everything about a scenario that is the same in all its runs. */
export function readScenario({ world, thresholds, policy }: Scenario) {
  /** Bits 2k of the levels k for which something holds. */
  const bits = (holds: (threshold: Threshold) => boolean): number =>
    thresholds.reduce((sum, threshold, k) => (holds(threshold) ? sum | (1 << (2 * k)) : sum), 0);
  const { preparationMargin } = policy.protections;
  const { evaluation, response } = policy;

  const limited = bits((threshold) => threshold.limit !== null);
  const protectedAtStart = bits((threshold) => threshold.protectedAtStart) * 3;
  const limit = Float64Array.from(thresholds, (threshold) => threshold.limit ?? Infinity);
  const line = limit.map((at) => at - policy.limits.safetyBuffer);
  const act = policy.limits.atAlert === 'act';
  const domainNames = [...new Set(thresholds.map((threshold) => threshold.domain))];
  const path = world.history === null ? null : recordedPath(world.history, world.historyShape);
  const worldValues = [
    ...[world.initialCapability, world.growth, world.growthVolatility, world.jumpShare, world.jumpSize],
    ...[world.pausedGrowth, world.internalUseBoost, world.postDeploymentGain, world.dangerUncertainty],
    ...[world.elicitationGap, world.suiteError, world.assessorBias, world.skipProbability],
    ...[world.leadTimeSpread, world.inadequacy, world.lapseRate, world.discoveryRate],
    ...[world.rivalLead, world.rivalGrowth, world.pressure],
  ] satisfies Uncertain[];
  return {
    limited,
    trainingGates: bits((threshold) => threshold.gates.training),
    internalGates: bits((threshold) => threshold.gates.internalUse),
    releaseGates: limited & bits((threshold) => threshold.gates.release),
    protectedAtStart,
    buildAtStart: preparationMargin === null ? (limited * 3) & ~protectedAtStart : 0,
    limit,
    line,
    prepares: preparationMargin !== null,
    prepareLine: line.map((at) => at - (preparationMargin ?? 0)),
    act,
    flagLine: act ? line : limit,
    domains: domainNames.length,
    domain: Int32Array.from(thresholds, (threshold) => domainNames.indexOf(threshold.domain)),
    computeTrigger: evaluation.computeMultiple > 0 ? log2(evaluation.computeMultiple) : Infinity,
    rootRepeats: Math.sqrt(evaluation.repeats),
    pauses: response.training === 'pause',
    suspends: response.internalUse === 'suspend',
    withholds: response.release === 'withhold',
    clause: response.competitorClause ?? -Infinity,
    path,
    pathEnd: path === null ? 0 : path.length - 1,
    /** In the order of their draws. */
    worldValues,
  };
}
