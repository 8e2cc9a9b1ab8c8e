/** What each guard looked at when it held: the numbers that an explanation of the event needs. */
import type { Lab } from './lab';
import { gatingLevels } from './limits';
import { buildPace, remainingWork } from './protections';
import { levelsAgainstRelease, levelsLackingSafeguards, levelsLackingSecurity } from './response';
import type { GuardName } from './rules';

/** Named numbers: capabilities in doublings, times in weeks; `levels` is a set of levels, bit k for level k. */
export type Evidence = Readonly<Record<string, number>>;
type Sees = (lab: Lab, index: number) => Evidence;

const reading: Sees = (lab, k) => ({
  reading: lab.reading[k]!,
  line: lab.setup.line[k]!,
  limit: lab.setup.limit[k]!,
  trueValue: lab.reportedValue,
  dangerPoint: lab.dangerPoint[k]!,
  ownSuiteError: lab.ownSuiteError,
});

const readingOfProtection: Sees = (lab, i) => ({
  reading: lab.reading[i >> 1]!,
  preparationLine: lab.setup.preparationLine[i >> 1]!,
  deployedReading: lab.deployedReading[i >> 1]!,
  flagLine: lab.setup.flagLine[i >> 1]!,
  work: lab.work[i]!,
});

const workDone: Sees = (lab, i) => ({ remainingWork: remainingWork(lab, i), pace: buildPace(lab) });

const race: Sees = (lab) => ({
  capability: lab.trueCapability,
  rival: lab.rivalCapability,
  competitorClause: lab.setup.competitorClause,
});

const pause: Sees = (lab, index) => ({
  ...race(lab, index),
  levels: levelsLackingSecurity(lab),
  delay: lab.setup.responseDelay,
  decisionWeek: lab.trainingDecisionWeek,
});

const endOfPause: Sees = (lab, index) => ({
  ...race(lab, index),
  pauseStartWeek: lab.pauseStartWeek,
  maxPause: lab.setup.maxPause,
});

const suspension: Sees = (lab, index) => ({
  ...race(lab, index),
  levels: levelsLackingSafeguards(lab),
  delay: lab.setup.responseDelay,
  decisionWeek: lab.internalUseDecisionWeek,
});

const service: Sees = (lab, index) => ({
  ...race(lab, index),
  levels: levelsAgainstRelease(lab, lab.deployedFlags),
  deployedCapability: lab.deployedCapability,
  model: lab.deployedModel,
});

const candidate: Sees = (lab, index) => ({
  ...race(lab, index),
  levels: levelsAgainstRelease(lab, lab.candidateFlags),
  candidateCapability: lab.candidateCapability,
  lastCutWeek: lab.lastCutWeek,
});

const evaluationClock: Sees = (lab) => ({
  nextEvaluationWeek: lab.nextEvaluationWeek,
  lastEvaluationStart: lab.lastEvaluationStart,
  growthSinceEvaluation: lab.growthSinceEvaluation,
  computeTrigger: lab.setup.computeTrigger,
});

const attempt: Sees = (lab, index) => ({
  ...race(lab, index),
  pressurePerWeek: lab.world.pressurePerWeek,
  oversightVeto: lab.setup.oversightVeto,
  noticePeriod: lab.setup.noticePeriod,
});

const notice: Sees = (lab) => ({ noticeWeek: lab.noticeWeek, noticePeriod: lab.setup.noticePeriod });
const nothing: Sees = () => ({});

/** By guard: its evidence, taken from the lab as it was before the event. */
export const sees: Readonly<Record<GuardName, Sees>> = {
  protectedFromStart: nothing,
  preparedFromStart: (lab, i) => ({ work: lab.work[i]! }),
  readingNearAlert: readingOfProtection,
  workProvesInadequate: workDone,
  workCompletes: workDone,
  lapses: nothing,
  isDiscovered: (lab, i) => ({ work: lab.work[i]! }),
  readingAtLimit: reading,
  readingAtAlert: reading,
  evaluationOver: (lab) => ({
    lastEvaluationStart: lab.lastEvaluationStart,
    duration: lab.setup.evaluationDuration,
    capabilityAtStart: lab.capabilityAtStart,
  }),
  evaluationIsOrdered: evaluationClock,
  dueButSkipped: evaluationClock,
  evaluationDue: evaluationClock,
  mustPauseAtOnce: pause,
  mustPause: pause,
  pauseNeedGone: endOfPause,
  pauseDecided: pause,
  pauseExhausted: endOfPause,
  mustSuspendAtOnce: suspension,
  mustSuspend: suspension,
  suspensionNeedGone: suspension,
  suspensionDecided: suspension,
  mustRecall: service,
  recallNeedGone: service,
  constrained: race,
  constraintGone: notice,
  attemptIsVetoed: attempt,
  abandonsAtOnce: attempt,
  announcesAbandonment: attempt,
  noticeOver: notice,
  auditFindsOverdue: (lab) => ({
    lastEvaluationStart: lab.lastEvaluationStart,
    interval: lab.setup.evaluationInterval,
    auditPower: lab.setup.auditPower,
  }),
  auditFindsExemption: (lab) => ({ auditPower: lab.setup.auditPower }),
  auditFindsFailure: (lab, i) => ({ auditPower: lab.setup.auditPower, work: lab.work[i]! }),
  candidateDueForEvaluation: candidate,
  unevaluatedCandidateHeld: (lab, index) => ({
    ...candidate(lab, index),
    levels: levelsAgainstRelease(lab, gatingLevels(lab)),
  }),
  candidateDue: candidate,
  candidateHeld: candidate,
  candidateFree: candidate,
  assessmentOver: candidate,
  crossesDanger: (lab, k) => ({ capability: lab.trueCapability, dangerPoint: lab.dangerPoint[k]! }),
};

/** The change of a region's state, or the guarded order to it, that an event brought about. */
export interface LogEntry {
  readonly week: number;
  readonly event: string;
  readonly region: string;
  /** Level for regions of a level, 2·level + kind for protections, else 0. */
  readonly index: number;
  readonly from: string;
  readonly to: string;
  /** The guard that fired; null where the event alone was enough. */
  readonly guard: GuardName | null;
  readonly numbers: Evidence;
}

/** A row of the statechart as the log names it. */
export interface LoggedRow {
  readonly event: string;
  readonly region: string;
  readonly from: string;
  readonly to: string;
  readonly guard: GuardName | null;
}

/** The log entry of a row taken by the lab, seen before the event. */
export function logEntry(lab: Lab, row: LoggedRow, index: number): LogEntry {
  const numbers = row.guard === null ? {} : sees[row.guard](lab, index);
  return { week: lab.week, ...row, index, numbers };
}
