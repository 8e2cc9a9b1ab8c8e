import * as accountability from './accountability';
import * as evaluation from './evaluation';
import * as growth from './growth';
import type { Lab } from './lab';
import * as limits from './limits';
import * as protections from './protections';
import * as release from './release';
import * as response from './response';
import * as score from './score';

/**
 * A claim about the lab. `index` is the level for rules of a level, 2·level + kind for rules of a protection, and
 * meaningless for the others. Guards change nothing.
 */
export type Guard = (lab: Lab, index: number) => boolean;
/** An order to the lab: changes its numbers in place, never the state of a region. */
export type Action = (lab: Lab, index: number) => void;

/** Every guard of the statechart by name. */
export const guards = {
  protectedFromStart: protections.protectedFromStart,
  preparedFromStart: protections.preparedFromStart,
  readingNearAlert: protections.readingNearAlert,
  workProvesInadequate: protections.workProvesInadequate,
  workCompletes: protections.workCompletes,
  lapses: protections.lapses,
  isDiscovered: protections.isDiscovered,
  readingAtLimit: limits.readingAtLimit,
  readingAtAlert: limits.readingAtAlert,
  evaluationOver: evaluation.evaluationOver,
  evaluationIsOrdered: evaluation.evaluationIsOrdered,
  dueButSkipped: evaluation.dueButSkipped,
  evaluationDue: evaluation.evaluationDue,
  mustPauseAtOnce: response.mustPauseAtOnce,
  mustPause: response.mustPause,
  pauseNeedGone: response.pauseNeedGone,
  pauseDecided: response.pauseDecided,
  pauseExhausted: response.pauseExhausted,
  mustSuspendAtOnce: response.mustSuspendAtOnce,
  mustSuspend: response.mustSuspend,
  suspensionNeedGone: response.suspensionNeedGone,
  suspensionDecided: response.suspensionDecided,
  mustRecall: response.mustRecall,
  recallNeedGone: response.recallNeedGone,
  constrained: accountability.constrained,
  constraintGone: accountability.constraintGone,
  attemptIsVetoed: accountability.attemptIsVetoed,
  abandonsAtOnce: accountability.abandonsAtOnce,
  announcesAbandonment: accountability.announcesAbandonment,
  noticeOver: accountability.noticeOver,
  auditFindsOverdue: accountability.auditFindsOverdue,
  auditFindsExemption: accountability.auditFindsExemption,
  auditFindsFailure: accountability.auditFindsFailure,
  candidateDueForEvaluation: release.candidateDueForEvaluation,
  unevaluatedCandidateHeld: release.unevaluatedCandidateHeld,
  candidateDue: release.candidateDue,
  candidateHeld: release.candidateHeld,
  candidateFree: release.candidateFree,
  assessmentOver: release.assessmentOver,
  crossesDanger: score.crossesDanger,
} satisfies Record<string, Guard>;
export type GuardName = keyof typeof guards;

/** Every action of the statechart by name. */
export const actions = {
  grow: growth.grow,
  startBuilding: protections.startBuilding,
  startRework: protections.startRework,
  finishWork: protections.finishWork,
  watchForLapse: protections.watchForLapse,
  watchForDiscovery: protections.watchForDiscovery,
  replanWork: protections.replanWork,
  settleProtections: protections.settleProtections,
  raiseAlert: limits.raiseAlert,
  noteReached: limits.noteReached,
  startEvaluation: evaluation.startEvaluation,
  skipEvaluation: evaluation.skipEvaluation,
  reportRoutine: evaluation.reportRoutine,
  considerPause: response.considerPause,
  beginPause: response.beginPause,
  spendPause: response.spendPause,
  considerSuspension: response.considerSuspension,
  countRecall: response.countRecall,
  countVeto: accountability.countVeto,
  announceAbandonment: accountability.announceAbandonment,
  abandonCommitments: accountability.abandonCommitments,
  orderEvaluation: accountability.orderEvaluation,
  revokeExemptions: accountability.revokeExemptions,
  countFinding: accountability.countFinding,
  cutCandidate: release.cutCandidate,
  flagGatingLevels: release.flagGatingLevels,
  reportCandidate: release.reportCandidate,
  deployCandidate: release.deployCandidate,
  recordCrossing: score.recordCrossing,
  scoreWeek: score.scoreWeek,
} satisfies Record<string, Action>;
export type ActionName = keyof typeof actions;

/** Which file of this room holds each rule: the generated kernel imports it from there. */
export const ruleModules = {
  accountability,
  evaluation,
  growth,
  limits,
  protections,
  release,
  response,
  score,
} as const;
