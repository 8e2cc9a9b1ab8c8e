// Generated from src/model/labMachine.ts by `npm run generate`. Do not edit.
// One function for each event of the statechart; guards and actions are the model’s own.
import { abandonCommitments, abandonsAtOnce, announceAbandonment, announcesAbandonment, attemptIsVetoed, auditFindsExemption, auditFindsFailure, auditFindsOverdue, auditTakesPlace, commitmentsAreStrained, constrained, constraintGone, countFinding, countVeto, noticeOver, orderEvaluation, revokeExemptions } from '../model/accountability';
import { dueButSkipped, evaluationDue, evaluationIsCalledFor, evaluationIsOrdered, evaluationOver, reportRoutine, reportsAtOnce, routineReportArrived, skipEvaluation, startEvaluation } from '../model/evaluation';
import { grow } from '../model/growth';
import { noteReached, raiseAlert, readingAtAlert, readingAtLimit } from '../model/limits';
import { finishWork, isDiscovered, lapses, paceChanged, preparedFromStart, protectedFromStart, protectionIsDue, readingNearAlert, replanWork, settleProtections, startBuilding, startRework, watchForDiscovery, watchForLapse, workCompletes, workProvesInadequate } from '../model/protections';
import { assessmentOver, candidateDue, candidateDueForEvaluation, candidateFree, candidateHeld, candidateMayLeave, candidateReportArrived, cutCandidate, deployCandidate, deployedThisWeek, flagGatingLevels, reportCandidate, unevaluatedCandidateHeld } from '../model/release';
import { beginPause, considerPause, considerSuspension, countRecall, mustPause, mustPauseAtOnce, mustRecall, mustSuspend, mustSuspendAtOnce, pauseDecided, pauseExhausted, pauseNeedGone, recallNeedGone, responseMayChange, spendPause, suspensionDecided, suspensionNeedGone } from '../model/response';
import { crossesDanger, dangerPointReached, recordCrossing, scoreWeek } from '../model/score';
import { logEntry, type LoggedRow } from '../model/evidence';
import type { Lab } from '../model/lab';
import { enterCapability, enterProtection, enterWarning, leaveTrail } from '../model/register';
import { stateOffset, MOST_LEVELS } from '../model/regions';

/** Every row of the statechart, by number. */
export const rows: readonly LoggedRow[] = [
  { event: 'respond', region: 'training', from: 'active', to: 'paused', guard: 'mustPauseAtOnce' },
  { event: 'respond', region: 'training', from: 'active', to: 'deciding', guard: 'mustPause' },
  { event: 'respond', region: 'training', from: 'deciding', to: 'active', guard: 'pauseNeedGone' },
  { event: 'respond', region: 'training', from: 'deciding', to: 'paused', guard: 'pauseDecided' },
  { event: 'respond', region: 'training', from: 'paused', to: 'active', guard: 'pauseNeedGone' },
  { event: 'respond', region: 'training', from: 'paused', to: 'active', guard: 'pauseExhausted' },
  { event: 'respond', region: 'internalUse', from: 'open', to: 'suspended', guard: 'mustSuspendAtOnce' },
  { event: 'respond', region: 'internalUse', from: 'open', to: 'deciding', guard: 'mustSuspend' },
  { event: 'respond', region: 'internalUse', from: 'deciding', to: 'open', guard: 'suspensionNeedGone' },
  { event: 'respond', region: 'internalUse', from: 'deciding', to: 'suspended', guard: 'suspensionDecided' },
  { event: 'respond', region: 'internalUse', from: 'suspended', to: 'open', guard: 'suspensionNeedGone' },
  { event: 'offer', region: 'release', from: 'idle', to: 'assessing', guard: 'candidateDueForEvaluation' },
  { event: 'offer', region: 'release', from: 'idle', to: 'withheld', guard: 'unevaluatedCandidateHeld' },
  { event: 'offer', region: 'release', from: 'idle', to: 'idle', guard: 'candidateDue' },
  { event: 'assess', region: 'release', from: 'assessing', to: 'assessing', guard: 'assessmentOver' },
  { event: 'decide', region: 'release', from: 'assessing', to: 'withheld', guard: 'candidateHeld' },
  { event: 'decide', region: 'release', from: 'assessing', to: 'idle', guard: 'candidateFree' },
  { event: 'offer', region: 'release', from: 'withheld', to: 'idle', guard: 'candidateFree' },
  { event: 'offer', region: 'release', from: 'withheld', to: 'assessing', guard: 'candidateDueForEvaluation' },
  { event: 'offer', region: 'release', from: 'withheld', to: 'withheld', guard: 'unevaluatedCandidateHeld' },
  { event: 'serve', region: 'service', from: 'none', to: 'live', guard: null },
  { event: 'respond', region: 'service', from: 'live', to: 'withdrawn', guard: 'mustRecall' },
  { event: 'respond', region: 'service', from: 'withdrawn', to: 'live', guard: 'recallNeedGone' },
  { event: 'serve', region: 'service', from: 'withdrawn', to: 'live', guard: null },
  { event: 'schedule', region: 'evaluation', from: 'waiting', to: 'running', guard: 'evaluationIsOrdered' },
  { event: 'schedule', region: 'evaluation', from: 'waiting', to: 'waiting', guard: 'dueButSkipped' },
  { event: 'schedule', region: 'evaluation', from: 'waiting', to: 'running', guard: 'evaluationDue' },
  { event: 'audit', region: 'evaluation', from: 'waiting', to: 'waiting', guard: 'auditFindsOverdue' },
  { event: 'report', region: 'evaluation', from: 'running', to: 'waiting', guard: 'evaluationOver' },
  { event: 'oversee', region: 'oversight', from: 'committed', to: 'committed', guard: 'attemptIsVetoed' },
  { event: 'oversee', region: 'oversight', from: 'committed', to: 'abandoned', guard: 'abandonsAtOnce' },
  { event: 'oversee', region: 'oversight', from: 'committed', to: 'notice', guard: 'announcesAbandonment' },
  { event: 'audit', region: 'oversight', from: 'committed', to: 'committed', guard: 'auditFindsExemption' },
  { event: 'oversee', region: 'oversight', from: 'notice', to: 'committed', guard: 'constraintGone' },
  { event: 'oversee', region: 'oversight', from: 'notice', to: 'abandoned', guard: 'noticeOver' },
  { event: 'audit', region: 'oversight', from: 'notice', to: 'committed', guard: 'auditFindsExemption' },
  { event: 'reconsider', region: 'oversight', from: 'abandoned', to: 'committed', guard: 'constrained' },
  { event: 'audit', region: 'oversight', from: 'abandoned', to: 'committed', guard: 'auditFindsExemption' },
  { event: 'cross', region: 'capability', from: 'below', to: 'crossed', guard: 'crossesDanger' },
  { event: 'read', region: 'warning', from: 'quiet', to: 'reached', guard: 'readingAtLimit' },
  { event: 'read', region: 'warning', from: 'quiet', to: 'alert', guard: 'readingAtAlert' },
  { event: 'read', region: 'warning', from: 'alert', to: 'reached', guard: 'readingAtLimit' },
  { event: 'begin', region: 'protection', from: 'absent', to: 'working', guard: 'protectedFromStart' },
  { event: 'begin', region: 'protection', from: 'absent', to: 'building', guard: 'preparedFromStart' },
  { event: 'read', region: 'protection', from: 'absent', to: 'building', guard: 'readingNearAlert' },
  { event: 'build', region: 'protection', from: 'building', to: 'failing', guard: 'workProvesInadequate' },
  { event: 'build', region: 'protection', from: 'building', to: 'working', guard: 'workCompletes' },
  { event: 'build', region: 'protection', from: 'working', to: 'failing', guard: 'lapses' },
  { event: 'build', region: 'protection', from: 'failing', to: 'rework', guard: 'isDiscovered' },
  { event: 'audit', region: 'protection', from: 'failing', to: 'rework', guard: 'auditFindsFailure' },
  { event: 'build', region: 'protection', from: 'rework', to: 'failing', guard: 'workProvesInadequate' },
  { event: 'build', region: 'protection', from: 'rework', to: 'working', guard: 'workCompletes' },
];

const capabilityOffset = Uint8Array.from({ length: MOST_LEVELS }, (_, i) => stateOffset('capability', i));
const warningOffset = Uint8Array.from({ length: MOST_LEVELS }, (_, i) => stateOffset('warning', i));
const protectionOffset = Uint8Array.from({ length: 2 * MOST_LEVELS }, (_, i) => stateOffset('protection', i));

/** Rows taken on the event at hand, and for which instance of their region. */
const instances = 6 + 4 * MOST_LEVELS;
const takenRow = new Uint8Array(instances);
const takenIndex = new Uint8Array(instances);

function record(lab: Lab, row: number, index: number): void {
  lab.log!.push(logEntry(lab, rows[row]!, index));
}

/**
 * A region changes its state. `occupancy` counts, for each week and state (`stateOffset`), runs that come to
 * be in the state in that week less those that leave it.
 */
function move(lab: Lab, occupancy: Int32Array, from: number, to: number): void {
  const row = lab.week * lab.stateCount;
  occupancy[row + from] = occupancy[row + from]! - 1;
  occupancy[row + to] = occupancy[row + to]! + 1;
  leaveTrail(lab, to);
}

function respond(lab: Lab, occupancy: Int32Array): void {
  let taken = 0;
  switch (lab.training) {
    case 0: {
      if (mustPauseAtOnce(lab)) {
        takenRow[taken] = 0;
        takenIndex[taken++] = 0;
      } else if (mustPause(lab)) {
        takenRow[taken] = 1;
        takenIndex[taken++] = 0;
      }
      break;
    }
    case 1: {
      if (pauseNeedGone(lab)) {
        takenRow[taken] = 2;
        takenIndex[taken++] = 0;
      } else if (pauseDecided(lab)) {
        takenRow[taken] = 3;
        takenIndex[taken++] = 0;
      }
      break;
    }
    case 2: {
      if (pauseNeedGone(lab)) {
        takenRow[taken] = 4;
        takenIndex[taken++] = 0;
      } else if (pauseExhausted(lab)) {
        takenRow[taken] = 5;
        takenIndex[taken++] = 0;
      }
      break;
    }
  }
  switch (lab.internalUse) {
    case 0: {
      if (mustSuspendAtOnce(lab)) {
        takenRow[taken] = 6;
        takenIndex[taken++] = 0;
      } else if (mustSuspend(lab)) {
        takenRow[taken] = 7;
        takenIndex[taken++] = 0;
      }
      break;
    }
    case 1: {
      if (suspensionNeedGone(lab)) {
        takenRow[taken] = 8;
        takenIndex[taken++] = 0;
      } else if (suspensionDecided(lab)) {
        takenRow[taken] = 9;
        takenIndex[taken++] = 0;
      }
      break;
    }
    case 2: {
      if (suspensionNeedGone(lab)) {
        takenRow[taken] = 10;
        takenIndex[taken++] = 0;
      }
      break;
    }
  }
  switch (lab.service) {
    case 1: {
      if (mustRecall(lab)) {
        takenRow[taken] = 21;
        takenIndex[taken++] = 0;
      }
      break;
    }
    case 2: {
      if (recallNeedGone(lab)) {
        takenRow[taken] = 22;
        takenIndex[taken++] = 0;
      }
      break;
    }
  }
  if (taken === 0) return;
  if (lab.log !== null) {
    for (let t = 0; t < taken; t++) record(lab, takenRow[t]!, takenIndex[t]!);
  }
  for (let t = 0; t < taken; t++) {
    switch (takenRow[t]) {
      case 0: {
        beginPause(lab);
        break;
      }
      case 1: {
        considerPause(lab);
        break;
      }
      case 3: {
        beginPause(lab);
        break;
      }
      case 5: {
        spendPause(lab);
        break;
      }
      case 7: {
        considerSuspension(lab);
        break;
      }
      case 21: {
        countRecall(lab);
        break;
      }
    }
  }
  for (let t = 0; t < taken; t++) {
    switch (takenRow[t]) {
      case 0: {
        lab.training = 2;
        move(lab, occupancy, 0, 2);
        break;
      }
      case 1: {
        lab.training = 1;
        move(lab, occupancy, 0, 1);
        break;
      }
      case 2: {
        lab.training = 0;
        move(lab, occupancy, 1, 0);
        break;
      }
      case 3: {
        lab.training = 2;
        move(lab, occupancy, 1, 2);
        break;
      }
      case 4: {
        lab.training = 0;
        move(lab, occupancy, 2, 0);
        break;
      }
      case 5: {
        lab.training = 0;
        move(lab, occupancy, 2, 0);
        break;
      }
      case 6: {
        lab.internalUse = 2;
        move(lab, occupancy, 3, 5);
        break;
      }
      case 7: {
        lab.internalUse = 1;
        move(lab, occupancy, 3, 4);
        break;
      }
      case 8: {
        lab.internalUse = 0;
        move(lab, occupancy, 4, 3);
        break;
      }
      case 9: {
        lab.internalUse = 2;
        move(lab, occupancy, 4, 5);
        break;
      }
      case 10: {
        lab.internalUse = 0;
        move(lab, occupancy, 5, 3);
        break;
      }
      case 21: {
        lab.service = 2;
        move(lab, occupancy, 10, 11);
        break;
      }
      case 22: {
        lab.service = 1;
        move(lab, occupancy, 11, 10);
        break;
      }
    }
  }
}

function offer(lab: Lab, occupancy: Int32Array): void {
  switch (lab.release) {
    case 0: {
      if (candidateDueForEvaluation(lab)) {
        if (lab.log !== null) record(lab, 11, 0);
        cutCandidate(lab);
        lab.release = 1;
        move(lab, occupancy, 6, 7);
      } else if (unevaluatedCandidateHeld(lab)) {
        if (lab.log !== null) record(lab, 12, 0);
        cutCandidate(lab);
        flagGatingLevels(lab);
        lab.release = 2;
        move(lab, occupancy, 6, 8);
      } else if (candidateDue(lab)) {
        if (lab.log !== null) record(lab, 13, 0);
        cutCandidate(lab);
        flagGatingLevels(lab);
        deployCandidate(lab);
      }
      break;
    }
    case 2: {
      if (candidateFree(lab)) {
        if (lab.log !== null) record(lab, 17, 0);
        deployCandidate(lab);
        lab.release = 0;
        move(lab, occupancy, 8, 6);
      } else if (candidateDueForEvaluation(lab)) {
        if (lab.log !== null) record(lab, 18, 0);
        cutCandidate(lab);
        lab.release = 1;
        move(lab, occupancy, 8, 7);
      } else if (unevaluatedCandidateHeld(lab)) {
        if (lab.log !== null) record(lab, 19, 0);
        cutCandidate(lab);
        flagGatingLevels(lab);
      }
      break;
    }
  }
}

function assess(lab: Lab): void {
  switch (lab.release) {
    case 1: {
      if (assessmentOver(lab)) {
        if (lab.log !== null) record(lab, 14, 0);
        reportCandidate(lab);
      }
      break;
    }
  }
}

function decide(lab: Lab, occupancy: Int32Array): void {
  switch (lab.release) {
    case 1: {
      if (candidateHeld(lab)) {
        if (lab.log !== null) record(lab, 15, 0);
        lab.release = 2;
        move(lab, occupancy, 7, 8);
      } else if (candidateFree(lab)) {
        if (lab.log !== null) record(lab, 16, 0);
        deployCandidate(lab);
        lab.release = 0;
        move(lab, occupancy, 7, 6);
      }
      break;
    }
  }
}

function serve(lab: Lab, occupancy: Int32Array): void {
  switch (lab.service) {
    case 0: {
      if (lab.log !== null) record(lab, 20, 0);
      lab.service = 1;
      move(lab, occupancy, 9, 10);
      break;
    }
    case 2: {
      if (lab.log !== null) record(lab, 23, 0);
      lab.service = 1;
      move(lab, occupancy, 11, 10);
      break;
    }
  }
}

function schedule(lab: Lab, occupancy: Int32Array): void {
  switch (lab.evaluation) {
    case 0: {
      if (evaluationIsOrdered(lab)) {
        if (lab.log !== null) record(lab, 24, 0);
        startEvaluation(lab);
        lab.evaluation = 1;
        move(lab, occupancy, 12, 13);
      } else if (dueButSkipped(lab)) {
        if (lab.log !== null) record(lab, 25, 0);
        skipEvaluation(lab);
      } else if (evaluationDue(lab)) {
        if (lab.log !== null) record(lab, 26, 0);
        startEvaluation(lab);
        lab.evaluation = 1;
        move(lab, occupancy, 12, 13);
      }
      break;
    }
  }
}

function audit(lab: Lab, occupancy: Int32Array): void {
  let taken = 0;
  const { levels } = lab.setup;
  switch (lab.evaluation) {
    case 0: {
      if (auditFindsOverdue(lab)) {
        takenRow[taken] = 27;
        takenIndex[taken++] = 0;
      }
      break;
    }
  }
  switch (lab.oversight) {
    case 0: {
      if (auditFindsExemption(lab)) {
        takenRow[taken] = 32;
        takenIndex[taken++] = 0;
      }
      break;
    }
    case 1: {
      if (auditFindsExemption(lab)) {
        takenRow[taken] = 35;
        takenIndex[taken++] = 0;
      }
      break;
    }
    case 2: {
      if (auditFindsExemption(lab)) {
        takenRow[taken] = 37;
        takenIndex[taken++] = 0;
      }
      break;
    }
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (lab.protection[i]) {
      case 3: {
        if (auditFindsFailure(lab, i)) {
          takenRow[taken] = 49;
          takenIndex[taken++] = i;
        }
        break;
      }
    }
  }
  if (taken === 0) return;
  if (lab.log !== null) {
    for (let t = 0; t < taken; t++) record(lab, takenRow[t]!, takenIndex[t]!);
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 27: {
        orderEvaluation(lab);
        countFinding(lab);
        break;
      }
      case 32: {
        revokeExemptions(lab);
        countFinding(lab);
        break;
      }
      case 35: {
        revokeExemptions(lab);
        countFinding(lab);
        break;
      }
      case 37: {
        revokeExemptions(lab);
        countFinding(lab);
        break;
      }
      case 49: {
        startRework(lab, i);
        countFinding(lab);
        break;
      }
    }
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 35: {
        lab.oversight = 0;
        move(lab, occupancy, 15, 14);
        break;
      }
      case 37: {
        lab.oversight = 0;
        move(lab, occupancy, 16, 14);
        break;
      }
      case 49: {
        enterProtection(lab, i, 4);
        move(lab, occupancy, protectionOffset[i]! + 3, protectionOffset[i]! + 4);
        break;
      }
    }
  }
}

function report(lab: Lab, occupancy: Int32Array): void {
  switch (lab.evaluation) {
    case 1: {
      if (evaluationOver(lab)) {
        if (lab.log !== null) record(lab, 28, 0);
        reportRoutine(lab);
        lab.evaluation = 0;
        move(lab, occupancy, 13, 12);
      }
      break;
    }
  }
}

function oversee(lab: Lab, occupancy: Int32Array): void {
  switch (lab.oversight) {
    case 0: {
      if (attemptIsVetoed(lab)) {
        if (lab.log !== null) record(lab, 29, 0);
        countVeto(lab);
      } else if (abandonsAtOnce(lab)) {
        if (lab.log !== null) record(lab, 30, 0);
        abandonCommitments(lab);
        lab.oversight = 2;
        move(lab, occupancy, 14, 16);
      } else if (announcesAbandonment(lab)) {
        if (lab.log !== null) record(lab, 31, 0);
        announceAbandonment(lab);
        lab.oversight = 1;
        move(lab, occupancy, 14, 15);
      }
      break;
    }
    case 1: {
      if (constraintGone(lab)) {
        if (lab.log !== null) record(lab, 33, 0);
        lab.oversight = 0;
        move(lab, occupancy, 15, 14);
      } else if (noticeOver(lab)) {
        if (lab.log !== null) record(lab, 34, 0);
        abandonCommitments(lab);
        lab.oversight = 2;
        move(lab, occupancy, 15, 16);
      }
      break;
    }
  }
}

function reconsider(lab: Lab, occupancy: Int32Array): void {
  switch (lab.oversight) {
    case 2: {
      if (constrained(lab)) {
        if (lab.log !== null) record(lab, 36, 0);
        lab.oversight = 0;
        move(lab, occupancy, 16, 14);
      }
      break;
    }
  }
}

function cross(lab: Lab, occupancy: Int32Array): void {
  let taken = 0;
  const { levels } = lab.setup;
  for (let i = 0; i < levels; i++) {
    switch (lab.capability[i]) {
      case 0: {
        if (crossesDanger(lab, i)) {
          takenRow[taken] = 38;
          takenIndex[taken++] = i;
        }
        break;
      }
    }
  }
  if (taken === 0) return;
  if (lab.log !== null) {
    for (let t = 0; t < taken; t++) record(lab, takenRow[t]!, takenIndex[t]!);
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 38: {
        recordCrossing(lab, i);
        break;
      }
    }
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 38: {
        enterCapability(lab, i, 1);
        move(lab, occupancy, capabilityOffset[i]! + 0, capabilityOffset[i]! + 1);
        break;
      }
    }
  }
}

function read(lab: Lab, occupancy: Int32Array): void {
  let taken = 0;
  const { levels } = lab.setup;
  for (let i = 0; i < levels; i++) {
    switch (lab.warning[i]) {
      case 0: {
        if (readingAtLimit(lab, i)) {
          takenRow[taken] = 39;
          takenIndex[taken++] = i;
        } else if (readingAtAlert(lab, i)) {
          takenRow[taken] = 40;
          takenIndex[taken++] = i;
        }
        break;
      }
      case 1: {
        if (readingAtLimit(lab, i)) {
          takenRow[taken] = 41;
          takenIndex[taken++] = i;
        }
        break;
      }
    }
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (lab.protection[i]) {
      case 0: {
        if (readingNearAlert(lab, i)) {
          takenRow[taken] = 44;
          takenIndex[taken++] = i;
        }
        break;
      }
    }
  }
  if (taken === 0) return;
  if (lab.log !== null) {
    for (let t = 0; t < taken; t++) record(lab, takenRow[t]!, takenIndex[t]!);
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 39: {
        raiseAlert(lab, i);
        noteReached(lab, i);
        break;
      }
      case 40: {
        raiseAlert(lab, i);
        break;
      }
      case 41: {
        noteReached(lab, i);
        break;
      }
      case 44: {
        startBuilding(lab, i);
        break;
      }
    }
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 39: {
        enterWarning(lab, i, 2);
        move(lab, occupancy, warningOffset[i]! + 0, warningOffset[i]! + 2);
        break;
      }
      case 40: {
        enterWarning(lab, i, 1);
        move(lab, occupancy, warningOffset[i]! + 0, warningOffset[i]! + 1);
        break;
      }
      case 41: {
        enterWarning(lab, i, 2);
        move(lab, occupancy, warningOffset[i]! + 1, warningOffset[i]! + 2);
        break;
      }
      case 44: {
        enterProtection(lab, i, 1);
        move(lab, occupancy, protectionOffset[i]! + 0, protectionOffset[i]! + 1);
        break;
      }
    }
  }
}

function begin(lab: Lab, occupancy: Int32Array): void {
  let taken = 0;
  const { levels } = lab.setup;
  for (let i = 0; i < 2 * levels; i++) {
    switch (lab.protection[i]) {
      case 0: {
        if (protectedFromStart(lab, i)) {
          takenRow[taken] = 42;
          takenIndex[taken++] = i;
        } else if (preparedFromStart(lab, i)) {
          takenRow[taken] = 43;
          takenIndex[taken++] = i;
        }
        break;
      }
    }
  }
  if (taken === 0) return;
  if (lab.log !== null) {
    for (let t = 0; t < taken; t++) record(lab, takenRow[t]!, takenIndex[t]!);
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 42: {
        watchForLapse(lab, i);
        break;
      }
      case 43: {
        startBuilding(lab, i);
        break;
      }
    }
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 42: {
        enterProtection(lab, i, 2);
        move(lab, occupancy, protectionOffset[i]! + 0, protectionOffset[i]! + 2);
        break;
      }
      case 43: {
        enterProtection(lab, i, 1);
        move(lab, occupancy, protectionOffset[i]! + 0, protectionOffset[i]! + 1);
        break;
      }
    }
  }
}

function build(lab: Lab, occupancy: Int32Array): void {
  let taken = 0;
  const { levels } = lab.setup;
  for (let i = 0; i < 2 * levels; i++) {
    switch (lab.protection[i]) {
      case 1: {
        if (workProvesInadequate(lab, i)) {
          takenRow[taken] = 45;
          takenIndex[taken++] = i;
        } else if (workCompletes(lab, i)) {
          takenRow[taken] = 46;
          takenIndex[taken++] = i;
        }
        break;
      }
      case 2: {
        if (lapses(lab, i)) {
          takenRow[taken] = 47;
          takenIndex[taken++] = i;
        }
        break;
      }
      case 3: {
        if (isDiscovered(lab, i)) {
          takenRow[taken] = 48;
          takenIndex[taken++] = i;
        }
        break;
      }
      case 4: {
        if (workProvesInadequate(lab, i)) {
          takenRow[taken] = 50;
          takenIndex[taken++] = i;
        } else if (workCompletes(lab, i)) {
          takenRow[taken] = 51;
          takenIndex[taken++] = i;
        }
        break;
      }
    }
  }
  if (taken === 0) return;
  if (lab.log !== null) {
    for (let t = 0; t < taken; t++) record(lab, takenRow[t]!, takenIndex[t]!);
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 45: {
        finishWork(lab, i);
        watchForDiscovery(lab, i);
        break;
      }
      case 46: {
        finishWork(lab, i);
        watchForLapse(lab, i);
        break;
      }
      case 47: {
        watchForDiscovery(lab, i);
        break;
      }
      case 48: {
        startRework(lab, i);
        break;
      }
      case 50: {
        finishWork(lab, i);
        watchForDiscovery(lab, i);
        break;
      }
      case 51: {
        finishWork(lab, i);
        watchForLapse(lab, i);
        break;
      }
    }
  }
  for (let t = 0; t < taken; t++) {
    const i = takenIndex[t]!;
    switch (takenRow[t]) {
      case 45: {
        enterProtection(lab, i, 3);
        move(lab, occupancy, protectionOffset[i]! + 1, protectionOffset[i]! + 3);
        break;
      }
      case 46: {
        enterProtection(lab, i, 2);
        move(lab, occupancy, protectionOffset[i]! + 1, protectionOffset[i]! + 2);
        break;
      }
      case 47: {
        enterProtection(lab, i, 3);
        move(lab, occupancy, protectionOffset[i]! + 2, protectionOffset[i]! + 3);
        break;
      }
      case 48: {
        enterProtection(lab, i, 4);
        move(lab, occupancy, protectionOffset[i]! + 3, protectionOffset[i]! + 4);
        break;
      }
      case 50: {
        enterProtection(lab, i, 3);
        move(lab, occupancy, protectionOffset[i]! + 4, protectionOffset[i]! + 3);
        break;
      }
      case 51: {
        enterProtection(lab, i, 2);
        move(lab, occupancy, protectionOffset[i]! + 4, protectionOffset[i]! + 2);
        break;
      }
    }
  }
}

/** Week 0: what is there from the start. */
export function beginRun(lab: Lab, occupancy: Int32Array): void {
  begin(lab, occupancy);
}

/** One week of the lab: its seven phases, in order. `occupancy`: see `move`. */
export function simulateWeek(lab: Lab, occupancy: Int32Array): void {
  // grow
  grow(lab);
  // build
  if (paceChanged(lab)) replanWork(lab);
  if (protectionIsDue(lab)) build(lab, occupancy);
  if (protectionIsDue(lab)) settleProtections(lab);
  // evaluate
  if (lab.evaluation === 1) report(lab, occupancy);
  if (routineReportArrived(lab)) read(lab, occupancy);
  if (lab.evaluation === 0 && evaluationIsCalledFor(lab)) schedule(lab, occupancy);
  if (lab.evaluation === 1 && reportsAtOnce(lab)) report(lab, occupancy);
  if (reportsAtOnce(lab)) read(lab, occupancy);
  // respond
  if (responseMayChange(lab)) respond(lab, occupancy);
  // oversee
  if (lab.oversight === 2) reconsider(lab, occupancy);
  if ((lab.oversight === 0 || lab.oversight === 1) && commitmentsAreStrained(lab)) oversee(lab, occupancy);
  if (auditTakesPlace(lab)) audit(lab, occupancy);
  // release
  if ((lab.release === 0 || lab.release === 2) && candidateMayLeave(lab)) offer(lab, occupancy);
  if (lab.release === 1) assess(lab);
  if (candidateReportArrived(lab)) read(lab, occupancy);
  if (lab.release === 1 && candidateReportArrived(lab)) decide(lab, occupancy);
  if ((lab.service === 0 || lab.service === 2) && deployedThisWeek(lab)) serve(lab, occupancy);
  // score
  if (dangerPointReached(lab)) cross(lab, occupancy);
  scoreWeek(lab);
}
