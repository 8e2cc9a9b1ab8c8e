import { log2 } from '../numbers/exact';
import type { Scenario, SimulatedScenario } from '../scenario/scenario';
import { hasUncertainWorld } from './worldOfRun';

/** A set of levels: bit k is level k. */
export type LevelSet = number;

/**
 * A scenario in the form the rules read: flat numbers, columns per level, switches as booleans.
 * Capabilities in doublings, times in weeks. A missing limit is `Infinity`: no reading ever reaches it.
 */
export interface Setup {
  readonly scenario: SimulatedScenario;
  readonly levels: number;
  /** Does the world differ from run to run? */
  readonly uncertainWorld: boolean;
  readonly horizon: number;
  readonly toleranceWeeks: number;
  readonly releaseInterval: number;
  readonly releaseLag: number;
  /** Recorded capability of each week 0 … last week of the history; empty without one. */
  readonly recorded: Float64Array;

  readonly danger: Float64Array;
  readonly leadTime: Float64Array;
  readonly protectedAtStart: Uint8Array;
  /** Noise draw shared by the levels of one domain: 0 for the first domain named, and so on. */
  readonly domain: Uint8Array;

  readonly limit: Float64Array;
  /** limit - safety buffer: a reading from here on is an alert. */
  readonly line: Float64Array;
  /** A reading from here on starts the protections of the level. */
  readonly preparationLine: Float64Array;
  /** A reading of a candidate or deployed model from here on flags it. */
  readonly flagLine: Float64Array;
  readonly gatesTraining: LevelSet;
  readonly gatesInternalUse: LevelSet;
  readonly gatesRelease: LevelSet;

  readonly alertGates: boolean;
  readonly preparesFromStart: boolean;
  readonly buildSpeed: number;
  readonly evaluationInterval: number;
  /** Growth in doublings after which an evaluation is due; `Infinity`: never by compute. */
  readonly computeTrigger: number;
  readonly preDeployment: boolean;
  readonly evaluationDuration: number;
  readonly reportNoise: number;
  readonly pauses: boolean;
  readonly suspends: boolean;
  readonly withholds: boolean;
  readonly recalls: boolean;
  readonly responseDelay: number;
  readonly maxPause: number;
  readonly pauseSpeedup: number;
  /** Lead over the rival from which commitments bind; `-Infinity`: always. */
  readonly competitorClause: number;
  readonly thirdParty: boolean;
  readonly auditInterval: number;
  readonly auditPower: number;
  readonly noticePeriod: number;
  readonly oversightVeto: number;
}

/** Compiles a decoded scenario for the rules. Pure; the scenario is kept by reference. */
export function compileSetup(scenario: SimulatedScenario): Setup {
  const { world, thresholds, policy } = scenario;
  const { limits, protections, evaluation, response, accountability } = policy;
  const columns = <T>(read: (threshold: Scenario['thresholds'][number]) => T): T[] => thresholds.map(read);
  const levelsThat = (holds: (threshold: Scenario['thresholds'][number]) => boolean): LevelSet =>
    thresholds.reduce((set, threshold, k) => (holds(threshold) ? set | (1 << k) : set), 0);
  const limit = Float64Array.from(columns((threshold) => threshold.limit ?? Infinity));
  const line = limit.map((value) => value - limits.safetyBuffer);
  const domains = [...new Set(columns((threshold) => threshold.domain))];
  return {
    scenario,
    levels: thresholds.length,
    uncertainWorld: hasUncertainWorld(world),
    horizon: world.horizon,
    toleranceWeeks: scenario.report.toleranceWeeks,
    releaseInterval: world.releaseInterval,
    releaseLag: world.releaseLag,
    recorded: recordedPath(world.history ?? [], world.historyShape, world.horizon),

    danger: Float64Array.from(columns((threshold) => threshold.danger)),
    leadTime: Float64Array.from(
      thresholds.flatMap(({ leadTime }) => [leadTime.security ?? Infinity, leadTime.deployment ?? Infinity]),
    ),
    protectedAtStart: Uint8Array.from(columns((threshold) => Number(threshold.protectedAtStart))),
    domain: Uint8Array.from(columns((threshold) => domains.indexOf(threshold.domain))),

    limit,
    line,
    preparationLine: line.map((value) => value - (protections.preparationMargin ?? 0)),
    flagLine: limits.atAlert === 'act' ? line : limit,
    gatesTraining: levelsThat(({ gates }) => gates.training),
    gatesInternalUse: levelsThat(({ gates }) => gates.internalUse),
    // A level without a limit holds no release, even where a reading has flagged it.
    gatesRelease: levelsThat(({ gates, limit: named }) => gates.release && named !== null),

    alertGates: limits.atAlert === 'act',
    preparesFromStart: protections.preparationMargin === null,
    buildSpeed: protections.buildSpeed,
    evaluationInterval: evaluation.interval,
    computeTrigger: evaluation.computeMultiple === 0 ? Infinity : log2(evaluation.computeMultiple),
    preDeployment: evaluation.preDeployment,
    evaluationDuration: evaluation.duration,
    reportNoise: evaluation.noise / Math.sqrt(evaluation.repeats),
    pauses: response.training === 'pause',
    suspends: response.internalUse === 'suspend',
    withholds: response.release === 'withhold',
    recalls: response.recall,
    responseDelay: response.delay,
    maxPause: response.maxPause,
    pauseSpeedup: response.pauseSpeedup,
    competitorClause: response.competitorClause ?? -Infinity,
    thirdParty: accountability.thirdPartyEvaluation,
    auditInterval: accountability.auditInterval,
    auditPower: accountability.auditPower,
    noticePeriod: accountability.noticePeriod,
    oversightVeto: accountability.oversightVeto,
  };
}

function recordedPath(
  history: NonNullable<Scenario['world']['history']>,
  shape: Scenario['world']['historyShape'],
  horizon: number,
): Float64Array {
  const last = history.at(-1);
  if (last === undefined) return new Float64Array(0);
  const path = new Float64Array(Math.min(last.week, horizon) + 1);
  let point = 0;
  for (let week = 0; week < path.length; week++) {
    while (point + 1 < history.length && history[point + 1]!.week <= week) point++;
    const from = history[point]!;
    const to = history[point + 1];
    const done = shape === 'linear' && to !== undefined ? (week - from.week) / (to.week - from.week) : 0;
    path[week] =
      to === undefined ? from.capability : from.capability + done * (to.capability - from.capability);
  }
  return path;
}
