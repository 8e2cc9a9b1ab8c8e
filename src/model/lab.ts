import type { LogEntry } from './evidence';
import { STREAM, type Luck } from './luck';
import {
  CAPABILITY,
  PROTECTION,
  SERVICE,
  TRAINING,
  INTERNAL_USE,
  RELEASE,
  EVALUATION,
  OVERSIGHT,
  WARNING,
  stateCount,
} from './regions';
import type { LevelSet, Setup } from './setup';
import {
  drawUnconstrainedGrowth,
  newUnconstrainedGrowth,
  type UnconstrainedGrowth,
} from './unconstrainedGrowth';
import { drawWorld, type WorldOfRun } from './worldOfRun';

/** Decisions of the lab that a person may take in its stead; one not given follows the policy's rule. */
export interface Decisions {
  readonly pauseTraining?: boolean;
  readonly suspendInternalUse?: boolean;
  readonly withholdRelease?: boolean;
  readonly recallModel?: boolean;
  readonly abandonCommitment?: boolean;
}

export const NO_DECISIONS: Decisions = {};

/** Never: a week that no run reaches. */
export const NEVER = Infinity;

/**
 * One run of the model: the context of the statechart. Capabilities in doublings, times in weeks (week 0 is the
 * start). Columns have one entry per level, or per protection i = 2·level + kind.
 *
 * The fields named after regions hold the code of the state each region is in. XState's guards cannot read the
 * configuration, so every state's entry action writes its code here (register.ts).
 */
export class Lab {
  readonly setup: Setup;
  readonly luck: Luck;
  /** Number of states of all regions. */
  readonly stateCount: number;
  world: WorldOfRun;
  decisions: Decisions = NO_DECISIONS;
  /** Where the kernel writes what happened; null: nowhere. */
  log: LogEntry[] | null = null;
  week = 0;

  // States of the regions.
  training = TRAINING.active;
  internalUse = INTERNAL_USE.open;
  release = RELEASE.idle;
  service = SERVICE.none;
  evaluation = EVALUATION.waiting;
  oversight = OVERSIGHT.committed;
  readonly capability: Uint8Array;
  readonly warning: Uint8Array;
  readonly protection: Uint8Array;

  // The same per level as sets, for rules about several levels at once.
  crossedLevels: LevelSet = 0;
  /** Warning at alert or reached. */
  alertedLevels: LevelSet = 0;
  reachedLevels: LevelSet = 0;
  /** By kind of protection. In place: working or failing. Never finished: absent or building. */
  securityInPlace: LevelSet = 0;
  securityWorking: LevelSet = 0;
  securityFinished: LevelSet = 0;
  safeguardsInPlace: LevelSet = 0;
  safeguardsWorking: LevelSet = 0;
  safeguardsFinished: LevelSet = 0;

  // Growth.
  /** c: capability of the best internal model. */
  trueCapability = 0;
  /** c⁰: the same had nothing ever been paused or suspended. */
  unconstrainedCapability = 0;
  rivalCapability = 0;
  /** d: capability of the deployed model; meaningless before the first release. */
  deployedCapability = 0;
  /** Expected growth since the last routine evaluation started or was skipped. */
  growthSinceEvaluation = 0;
  /** What no policy changes; copies of the lab share it. */
  unconstrained: UnconstrainedGrowth;
  /** Where it is drawn if it is not known already. */
  readonly drawnGrowth: UnconstrainedGrowth;
  /** c at the end of each week so far, for candidates that lag behind. */
  readonly capabilityPath: Float64Array;

  // Drawn once a run.
  /** θ: where protections truly become necessary. */
  readonly dangerPoint: Float64Array;
  /** The lowest danger point, and the lowest not crossed so far. */
  lowestDanger = 0;
  nextDanger = 0;
  /** Time each protection takes at unit speed. */
  readonly work: Float64Array;
  ownSuiteError = 0;
  thirdSuiteError = 0;

  // Protections.
  /** Work that was left at the end of `planWeek`, in weeks at unit speed. */
  readonly plannedWork: Float64Array;
  readonly planWeek: Float64Array;
  /** Work done a week, as plans have it. */
  plannedPace = 0;
  /** Week in which each protection next changes by itself, at the planned pace: is done, lapses or is found out. */
  readonly dueWeek: Float64Array;
  /** No later than the first of them. */
  firstDueWeek = NEVER;
  readonly timesFinished: Uint16Array;
  /** Weeks in which a working protection would lapse, or a failing one be found out, whatever state it is in. */
  readonly nextLapseWeek: Float64Array;
  readonly lapsesDrawn: Uint16Array;
  readonly nextDiscoveryWeek: Float64Array;
  readonly discoveriesDrawn: Uint16Array;

  // Evaluation.
  nextEvaluationWeek = NEVER;
  /** Week of the last routine start; week 0 counts as one. */
  lastEvaluationStart = 0;
  evaluationOrdered = 0;
  capabilityAtStart = 0;
  deployedAtStart = 0;
  /** Serial number of the model deployed when the evaluation started; 0: none. */
  modelAtStart = 0;
  reportWeek = -1;
  /** True capability of the model last reported on, and what was read of it, per level. */
  reportedValue = 0;
  readonly reading: Float64Array;
  /** Reading of the deployed model in the last report; -Infinity where it has none. */
  readonly deployedReading: Float64Array;

  // Response.
  trainingDecisionWeek = 0;
  internalUseDecisionWeek = 0;
  pauseStartWeek = 0;
  pauseSpent: LevelSet = 0;

  // Accountability.
  exempt: LevelSet = 0;
  noticeWeek = 0;

  // Release.
  lastCutWeek = 0;
  candidateCapability = 0;
  assessmentWeek = -1;
  candidateFlags: LevelSet = 0;
  deployedFlags: LevelSet = 0;
  /** Number of the deployed model; 0: none yet. */
  deployedModel = 0;
  deploymentWeek = -1;

  // What the run reports.
  pauses = 0;
  routineEvaluations = 0;
  releaseEvaluations = 0;
  skippedEvaluations = 0;
  releases = 0;
  recalls = 0;
  vetoed = 0;
  abandoned = 0;
  auditFindings = 0;
  pausedWeeks = 0;
  /** The first week at whose end training is paused; 0: none. */
  firstPauseWeek = 0;
  needlessPauseWeeks = 0;
  suspendedWeeks = 0;
  withheldWeeks = 0;
  unsafeDeploymentWeeks = 0;
  unprotectedDeploymentWeeks = 0;
  unsafeInternalUseWeeks = 0;
  unprotectedInternalUseWeeks = 0;
  unsecuredWeeks = 0;
  unprotectedUnsecuredWeeks = 0;
  anyUnsafeWeeks = 0;
  rivalAheadWeeks = 0;
  rivalFirst = 0;
  /** Weeks of crossing, first alert and limit reached, per level; 0: not in this run. */
  readonly crossedWeek: Uint16Array;
  readonly alertWeek: Uint16Array;
  readonly reachedWeek: Uint16Array;
  readonly missedWarning: Uint8Array;
  readonly falseAlarm: Uint8Array;
  readonly protectedAtCrossing: Uint8Array;
  /** Hash of every change of state so far, in order. */
  trail = 0;

  constructor(setup: Setup, luck: Luck) {
    const { levels } = setup;
    this.setup = setup;
    this.luck = luck;
    this.stateCount = stateCount(levels);
    this.world = drawWorld(setup.scenario.world, luck);
    this.capability = new Uint8Array(levels);
    this.warning = new Uint8Array(levels);
    this.protection = new Uint8Array(2 * levels);
    this.drawnGrowth = newUnconstrainedGrowth(setup.horizon);
    this.unconstrained = this.drawnGrowth;
    this.capabilityPath = new Float64Array(setup.horizon + 1);
    this.dangerPoint = new Float64Array(levels);
    this.work = new Float64Array(2 * levels);
    this.plannedWork = new Float64Array(2 * levels);
    this.planWeek = new Float64Array(2 * levels);
    this.dueWeek = new Float64Array(2 * levels);
    this.timesFinished = new Uint16Array(2 * levels);
    this.nextLapseWeek = new Float64Array(2 * levels);
    this.lapsesDrawn = new Uint16Array(2 * levels);
    this.nextDiscoveryWeek = new Float64Array(2 * levels);
    this.discoveriesDrawn = new Uint16Array(2 * levels);
    this.reading = new Float64Array(levels);
    this.deployedReading = new Float64Array(levels);
    this.crossedWeek = new Uint16Array(levels);
    this.alertWeek = new Uint16Array(levels);
    this.reachedWeek = new Uint16Array(levels);
    this.missedWarning = new Uint8Array(levels);
    this.falseAlarm = new Uint8Array(levels);
    this.protectedAtCrossing = new Uint8Array(levels);
    drawRun(this, null);
  }
}

/**
 * Puts a lab back at week 0, with everything drawn anew from luck's current run: the same as a new one, without the allocation.
 * @param growth what was drawn for this run in this world before; null: nothing is known
 */
export function restart(lab: Lab, growth: UnconstrainedGrowth | null = null): void {
  if (lab.setup.uncertainWorld) lab.world = drawWorld(lab.setup.scenario.world, lab.luck);
  lab.decisions = NO_DECISIONS;
  lab.week = 0;
  lab.training = TRAINING.active;
  lab.internalUse = INTERNAL_USE.open;
  lab.release = RELEASE.idle;
  lab.service = SERVICE.none;
  lab.evaluation = EVALUATION.waiting;
  lab.oversight = OVERSIGHT.committed;
  lab.growthSinceEvaluation = 0;
  lab.deployedCapability = 0;
  lab.lastEvaluationStart = 0;
  lab.evaluationOrdered = 0;
  lab.capabilityAtStart = 0;
  lab.deployedAtStart = 0;
  lab.modelAtStart = 0;
  lab.reportWeek = -1;
  lab.reportedValue = 0;
  lab.trainingDecisionWeek = 0;
  lab.internalUseDecisionWeek = 0;
  lab.pauseStartWeek = 0;
  lab.noticeWeek = 0;
  lab.crossedLevels = 0;
  lab.alertedLevels = 0;
  lab.reachedLevels = 0;
  lab.securityInPlace = 0;
  lab.securityWorking = 0;
  lab.securityFinished = 0;
  lab.safeguardsInPlace = 0;
  lab.safeguardsWorking = 0;
  lab.safeguardsFinished = 0;
  lab.pauseSpent = 0;
  lab.exempt = 0;
  lab.candidateFlags = 0;
  lab.deployedFlags = 0;
  lab.lastCutWeek = 0;
  lab.candidateCapability = 0;
  lab.assessmentWeek = -1;
  lab.deployedModel = 0;
  lab.deploymentWeek = -1;
  lab.pauses = 0;
  lab.routineEvaluations = 0;
  lab.releaseEvaluations = 0;
  lab.skippedEvaluations = 0;
  lab.releases = 0;
  lab.recalls = 0;
  lab.vetoed = 0;
  lab.abandoned = 0;
  lab.auditFindings = 0;
  lab.pausedWeeks = 0;
  lab.firstPauseWeek = 0;
  lab.needlessPauseWeeks = 0;
  lab.suspendedWeeks = 0;
  lab.withheldWeeks = 0;
  lab.unsafeDeploymentWeeks = 0;
  lab.unprotectedDeploymentWeeks = 0;
  lab.unsafeInternalUseWeeks = 0;
  lab.unprotectedInternalUseWeeks = 0;
  lab.unsecuredWeeks = 0;
  lab.unprotectedUnsecuredWeeks = 0;
  lab.anyUnsafeWeeks = 0;
  lab.rivalAheadWeeks = 0;
  lab.rivalFirst = 0;
  lab.trail = 0;
  for (let k = 0; k < lab.setup.levels; k++) {
    lab.capability[k] = CAPABILITY.below;
    lab.warning[k] = WARNING.quiet;
    lab.reading[k] = 0;
    lab.deployedReading[k] = 0;
    lab.crossedWeek[k] = 0;
    lab.alertWeek[k] = 0;
    lab.reachedWeek[k] = 0;
    lab.missedWarning[k] = 0;
    lab.falseAlarm[k] = 0;
    lab.protectedAtCrossing[k] = 0;
  }
  for (let i = 0; i < 2 * lab.setup.levels; i++) {
    lab.protection[i] = PROTECTION.absent;
    lab.plannedWork[i] = 0;
    lab.planWeek[i] = 0;
    lab.timesFinished[i] = 0;
    lab.nextLapseWeek[i] = 0;
    lab.lapsesDrawn[i] = 0;
    lab.nextDiscoveryWeek[i] = 0;
    lab.discoveriesDrawn[i] = 0;
  }
  drawRun(lab, growth);
}

/** Everything that is drawn once a run, and the numbers that follow from it. */
function drawRun(lab: Lab, growth: UnconstrainedGrowth | null): void {
  const { luck, setup, world } = lab;
  const start = setup.recorded.length > 0 ? setup.recorded[0]! : world.initialCapability;
  lab.trueCapability = start;
  lab.unconstrainedCapability = start;
  lab.rivalCapability = start + world.rivalLead;
  lab.plannedPace = setup.buildSpeed;
  lab.dueWeek.fill(NEVER);
  lab.firstDueWeek = NEVER;
  // Weeks after 0 are written before they are read.
  lab.capabilityPath[0] = start;
  if (growth === null) drawUnconstrainedGrowth(lab.drawnGrowth, setup, world, luck, start);
  lab.unconstrained = growth ?? lab.drawnGrowth;

  const dangerError =
    world.dangerUncertainty === 0 ? 0 : world.dangerUncertainty * luck.normal(STREAM.danger, 0);
  lab.ownSuiteError =
    world.suiteError * luck.normal(STREAM.suite, 0) - world.elicitationGap - world.assessorBias;
  lab.thirdSuiteError = world.suiteError * luck.normal(STREAM.suite, 1) - world.elicitationGap;
  lab.lowestDanger = Infinity;
  for (let k = 0; k < setup.levels; k++) {
    const danger = setup.danger[k]! + dangerError;
    lab.dangerPoint[k] = danger;
    if (danger < lab.lowestDanger) lab.lowestDanger = danger;
  }
  lab.nextDanger = lab.lowestDanger;
  for (let i = 0; i < 2 * setup.levels; i++) {
    lab.work[i] = setup.leadTime[i]! * luck.lognormal(STREAM.work, i, world.leadTimeSpread);
  }
  lab.nextEvaluationWeek =
    setup.evaluationInterval === 0
      ? NEVER
      : 1 + Math.floor(setup.evaluationInterval * luck.uniform(STREAM.calendar, 0));
}

let columnNames: string[] | undefined;

function columnsOf(lab: Lab): string[] {
  columnNames ??= Object.entries(lab).flatMap(([name, value]) => (ArrayBuffer.isView(value) ? [name] : []));
  return columnNames;
}

/** An independent copy; setup, luck, world, decisions and unconstrained growth, which no rule changes, are shared. */
export function cloneLab(lab: Lab): Lab {
  const copy = Object.assign(Object.create(Lab.prototype) as Lab, lab);
  const fields = copy as unknown as Record<string, unknown>;
  for (const name of columnsOf(lab)) fields[name] = (fields[name] as Float64Array).slice();
  return copy;
}
