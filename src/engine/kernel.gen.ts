// Generated from src/model/labMachine.ts by `npm run generate`. Do not edit.
// One function for each event of the statechart; guards and actions are the model’s own.
import { abandonCommitments, abandonsAtOnce, announceAbandonment, announcesAbandonment, attemptIsVetoed, auditFindsExemption, auditFindsFailure, auditFindsOverdue, auditTakesPlace, constrained, constraintGone, countFinding, countVeto, noticeOver, orderEvaluation, revokeExemptions } from '../model/accountability';
import { dueButSkipped, evaluationDue, evaluationIsOrdered, evaluationOver, reportRoutine, reportsAtOnce, routineReportArrived, skipEvaluation, startEvaluation } from '../model/evaluation';
import { grow } from '../model/growth';
import { noteReached, raiseAlert, readingAtAlert, readingAtLimit } from '../model/limits';
import { finishWork, isDiscovered, keepBuilding, lapses, preparedFromStart, protectedFromStart, readingNearAlert, settleExemptions, someDutySuspended, startBuilding, startRework, watchForDiscovery, watchForLapse, workCompletes, workProvesInadequate } from '../model/protections';
import { assessmentOver, candidateDue, candidateDueForEvaluation, candidateFree, candidateHeld, candidateReportArrived, cutCandidate, deployCandidate, deployedThisWeek, flagGatingLevels, reportCandidate, unevaluatedCandidateHeld } from '../model/release';
import { beginPause, considerPause, considerSuspension, countRecall, mustPause, mustPauseAtOnce, mustRecall, mustSuspend, mustSuspendAtOnce, pauseDecided, pauseExhausted, pauseNeedGone, recallNeedGone, spendPause, suspensionDecided, suspensionNeedGone } from '../model/response';
import { crossesDanger, dangerPointReached, recordCrossing, scoreWeek } from '../model/score';
import { logEntry, type LoggedRow } from '../model/evidence';
import { leaveTrail, type Lab } from '../model/lab';
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
  { event: 'build', region: 'protection', from: 'building', to: 'building', guard: null },
  { event: 'build', region: 'protection', from: 'working', to: 'failing', guard: 'lapses' },
  { event: 'build', region: 'protection', from: 'failing', to: 'rework', guard: 'isDiscovered' },
  { event: 'audit', region: 'protection', from: 'failing', to: 'rework', guard: 'auditFindsFailure' },
  { event: 'build', region: 'protection', from: 'rework', to: 'failing', guard: 'workProvesInadequate' },
  { event: 'build', region: 'protection', from: 'rework', to: 'working', guard: 'workCompletes' },
  { event: 'build', region: 'protection', from: 'rework', to: 'rework', guard: null },
];

const capabilityRows = new Int16Array(MOST_LEVELS);
const capabilityOffset = Uint8Array.from({ length: MOST_LEVELS }, (_, i) => stateOffset('capability', i));
const warningRows = new Int16Array(MOST_LEVELS);
const warningOffset = Uint8Array.from({ length: MOST_LEVELS }, (_, i) => stateOffset('warning', i));
const protectionRows = new Int16Array(2 * MOST_LEVELS);
const protectionOffset = Uint8Array.from({ length: 2 * MOST_LEVELS }, (_, i) => stateOffset('protection', i));

function record(lab: Lab, row: number, index: number): void {
  const entry = logEntry(lab, rows[row]!, index);
  if (entry !== null) lab.log!.push(entry);
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
  let trainingRow = -1;
  switch (lab.training) {
    case 0: {
      if (mustPauseAtOnce(lab)) {
        trainingRow = 0;
      } else if (mustPause(lab)) {
        trainingRow = 1;
      }
      break;
    }
    case 1: {
      if (pauseNeedGone(lab)) {
        trainingRow = 2;
      } else if (pauseDecided(lab)) {
        trainingRow = 3;
      }
      break;
    }
    case 2: {
      if (pauseNeedGone(lab)) {
        trainingRow = 4;
      } else if (pauseExhausted(lab)) {
        trainingRow = 5;
      }
      break;
    }
  }
  let internalUseRow = -1;
  switch (lab.internalUse) {
    case 0: {
      if (mustSuspendAtOnce(lab)) {
        internalUseRow = 6;
      } else if (mustSuspend(lab)) {
        internalUseRow = 7;
      }
      break;
    }
    case 1: {
      if (suspensionNeedGone(lab)) {
        internalUseRow = 8;
      } else if (suspensionDecided(lab)) {
        internalUseRow = 9;
      }
      break;
    }
    case 2: {
      if (suspensionNeedGone(lab)) {
        internalUseRow = 10;
      }
      break;
    }
  }
  let serviceRow = -1;
  switch (lab.service) {
    case 1: {
      if (mustRecall(lab)) {
        serviceRow = 21;
      }
      break;
    }
    case 2: {
      if (recallNeedGone(lab)) {
        serviceRow = 22;
      }
      break;
    }
  }
  if ((trainingRow & internalUseRow & serviceRow) === -1) return;
  if (lab.log !== null) {
    if (trainingRow >= 0) record(lab, trainingRow, 0);
    if (internalUseRow >= 0) record(lab, internalUseRow, 0);
    if (serviceRow >= 0) record(lab, serviceRow, 0);
  }
  switch (trainingRow) {
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
  }
  switch (internalUseRow) {
    case 7: {
      considerSuspension(lab);
      break;
    }
  }
  switch (serviceRow) {
    case 21: {
      countRecall(lab);
      break;
    }
  }
  switch (trainingRow) {
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
  }
  switch (internalUseRow) {
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
  }
  switch (serviceRow) {
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
  let evaluationRow = -1;
  switch (lab.evaluation) {
    case 0: {
      if (auditFindsOverdue(lab)) {
        evaluationRow = 27;
      }
      break;
    }
  }
  let oversightRow = -1;
  switch (lab.oversight) {
    case 0: {
      if (auditFindsExemption(lab)) {
        oversightRow = 32;
      }
      break;
    }
    case 1: {
      if (auditFindsExemption(lab)) {
        oversightRow = 35;
      }
      break;
    }
    case 2: {
      if (auditFindsExemption(lab)) {
        oversightRow = 37;
      }
      break;
    }
  }
  const { levels } = lab.setup;
  let chosen = -1;
  for (let i = 0; i < 2 * levels; i++) {
    let row = -1;
    switch (lab.protection[i]) {
      case 3: {
        if (auditFindsFailure(lab, i)) {
          row = 50;
        }
        break;
      }
    }
    protectionRows[i] = row;
    chosen &= row;
  }
  if ((evaluationRow & oversightRow & chosen) === -1) return;
  if (lab.log !== null) {
    if (evaluationRow >= 0) record(lab, evaluationRow, 0);
    if (oversightRow >= 0) record(lab, oversightRow, 0);
    for (let i = 0; i < 2 * levels; i++) {
      if (protectionRows[i]! >= 0) record(lab, protectionRows[i]!, i);
    }
  }
  switch (evaluationRow) {
    case 27: {
      orderEvaluation(lab);
      countFinding(lab);
      break;
    }
  }
  switch (oversightRow) {
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
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (protectionRows[i]) {
      case 50: {
        startRework(lab, i);
        countFinding(lab);
        break;
      }
    }
  }
  switch (oversightRow) {
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
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (protectionRows[i]) {
      case 50: {
        lab.protection[i] = 4;
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
  const { levels } = lab.setup;
  let chosen = -1;
  for (let i = 0; i < levels; i++) {
    let row = -1;
    switch (lab.capability[i]) {
      case 0: {
        if (crossesDanger(lab, i)) {
          row = 38;
        }
        break;
      }
    }
    capabilityRows[i] = row;
    chosen &= row;
  }
  if (chosen === -1) return;
  if (lab.log !== null) {
    for (let i = 0; i < levels; i++) {
      if (capabilityRows[i]! >= 0) record(lab, capabilityRows[i]!, i);
    }
  }
  for (let i = 0; i < levels; i++) {
    switch (capabilityRows[i]) {
      case 38: {
        recordCrossing(lab, i);
        break;
      }
    }
  }
  for (let i = 0; i < levels; i++) {
    switch (capabilityRows[i]) {
      case 38: {
        lab.capability[i] = 1;
        move(lab, occupancy, capabilityOffset[i]! + 0, capabilityOffset[i]! + 1);
        break;
      }
    }
  }
}

function read(lab: Lab, occupancy: Int32Array): void {
  const { levels } = lab.setup;
  let chosen = -1;
  for (let i = 0; i < levels; i++) {
    let row = -1;
    switch (lab.warning[i]) {
      case 0: {
        if (readingAtLimit(lab, i)) {
          row = 39;
        } else if (readingAtAlert(lab, i)) {
          row = 40;
        }
        break;
      }
      case 1: {
        if (readingAtLimit(lab, i)) {
          row = 41;
        }
        break;
      }
    }
    warningRows[i] = row;
    chosen &= row;
  }
  for (let i = 0; i < 2 * levels; i++) {
    let row = -1;
    switch (lab.protection[i]) {
      case 0: {
        if (readingNearAlert(lab, i)) {
          row = 44;
        }
        break;
      }
    }
    protectionRows[i] = row;
    chosen &= row;
  }
  if (chosen === -1) return;
  if (lab.log !== null) {
    for (let i = 0; i < levels; i++) {
      if (warningRows[i]! >= 0) record(lab, warningRows[i]!, i);
    }
    for (let i = 0; i < 2 * levels; i++) {
      if (protectionRows[i]! >= 0) record(lab, protectionRows[i]!, i);
    }
  }
  for (let i = 0; i < levels; i++) {
    switch (warningRows[i]) {
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
    }
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (protectionRows[i]) {
      case 44: {
        startBuilding(lab, i);
        break;
      }
    }
  }
  for (let i = 0; i < levels; i++) {
    switch (warningRows[i]) {
      case 39: {
        lab.warning[i] = 2;
        move(lab, occupancy, warningOffset[i]! + 0, warningOffset[i]! + 2);
        break;
      }
      case 40: {
        lab.warning[i] = 1;
        move(lab, occupancy, warningOffset[i]! + 0, warningOffset[i]! + 1);
        break;
      }
      case 41: {
        lab.warning[i] = 2;
        move(lab, occupancy, warningOffset[i]! + 1, warningOffset[i]! + 2);
        break;
      }
    }
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (protectionRows[i]) {
      case 44: {
        lab.protection[i] = 1;
        move(lab, occupancy, protectionOffset[i]! + 0, protectionOffset[i]! + 1);
        break;
      }
    }
  }
}

function begin(lab: Lab, occupancy: Int32Array): void {
  const { levels } = lab.setup;
  let chosen = -1;
  for (let i = 0; i < 2 * levels; i++) {
    let row = -1;
    switch (lab.protection[i]) {
      case 0: {
        if (protectedFromStart(lab, i)) {
          row = 42;
        } else if (preparedFromStart(lab, i)) {
          row = 43;
        }
        break;
      }
    }
    protectionRows[i] = row;
    chosen &= row;
  }
  if (chosen === -1) return;
  if (lab.log !== null) {
    for (let i = 0; i < 2 * levels; i++) {
      if (protectionRows[i]! >= 0) record(lab, protectionRows[i]!, i);
    }
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (protectionRows[i]) {
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
  for (let i = 0; i < 2 * levels; i++) {
    switch (protectionRows[i]) {
      case 42: {
        lab.protection[i] = 2;
        move(lab, occupancy, protectionOffset[i]! + 0, protectionOffset[i]! + 2);
        break;
      }
      case 43: {
        lab.protection[i] = 1;
        move(lab, occupancy, protectionOffset[i]! + 0, protectionOffset[i]! + 1);
        break;
      }
    }
  }
}

function build(lab: Lab, occupancy: Int32Array): void {
  const { levels } = lab.setup;
  let chosen = -1;
  for (let i = 0; i < 2 * levels; i++) {
    let row = -1;
    switch (lab.protection[i]) {
      case 1: {
        if (workProvesInadequate(lab, i)) {
          row = 45;
        } else if (workCompletes(lab, i)) {
          row = 46;
        } else {
          row = 47;
        }
        break;
      }
      case 2: {
        if (lapses(lab, i)) {
          row = 48;
        }
        break;
      }
      case 3: {
        if (isDiscovered(lab, i)) {
          row = 49;
        }
        break;
      }
      case 4: {
        if (workProvesInadequate(lab, i)) {
          row = 51;
        } else if (workCompletes(lab, i)) {
          row = 52;
        } else {
          row = 53;
        }
        break;
      }
    }
    protectionRows[i] = row;
    chosen &= row;
  }
  if (chosen === -1) return;
  if (lab.log !== null) {
    for (let i = 0; i < 2 * levels; i++) {
      if (protectionRows[i]! >= 0) record(lab, protectionRows[i]!, i);
    }
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (protectionRows[i]) {
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
        keepBuilding(lab, i);
        break;
      }
      case 48: {
        watchForDiscovery(lab, i);
        break;
      }
      case 49: {
        startRework(lab, i);
        break;
      }
      case 51: {
        finishWork(lab, i);
        watchForDiscovery(lab, i);
        break;
      }
      case 52: {
        finishWork(lab, i);
        watchForLapse(lab, i);
        break;
      }
      case 53: {
        keepBuilding(lab, i);
        break;
      }
    }
  }
  for (let i = 0; i < 2 * levels; i++) {
    switch (protectionRows[i]) {
      case 45: {
        lab.protection[i] = 3;
        move(lab, occupancy, protectionOffset[i]! + 1, protectionOffset[i]! + 3);
        break;
      }
      case 46: {
        lab.protection[i] = 2;
        move(lab, occupancy, protectionOffset[i]! + 1, protectionOffset[i]! + 2);
        break;
      }
      case 48: {
        lab.protection[i] = 3;
        move(lab, occupancy, protectionOffset[i]! + 2, protectionOffset[i]! + 3);
        break;
      }
      case 49: {
        lab.protection[i] = 4;
        move(lab, occupancy, protectionOffset[i]! + 3, protectionOffset[i]! + 4);
        break;
      }
      case 51: {
        lab.protection[i] = 3;
        move(lab, occupancy, protectionOffset[i]! + 4, protectionOffset[i]! + 3);
        break;
      }
      case 52: {
        lab.protection[i] = 2;
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
  build(lab, occupancy);
  if (someDutySuspended(lab)) settleExemptions(lab);
  // evaluate
  if (lab.evaluation === 1) report(lab, occupancy);
  if (routineReportArrived(lab)) read(lab, occupancy);
  if (lab.evaluation === 0) schedule(lab, occupancy);
  if (reportsAtOnce(lab)) report(lab, occupancy);
  if (reportsAtOnce(lab)) read(lab, occupancy);
  // respond
  respond(lab, occupancy);
  // oversee
  if (lab.oversight === 2) reconsider(lab, occupancy);
  if (lab.oversight === 0 || lab.oversight === 1) oversee(lab, occupancy);
  if (auditTakesPlace(lab)) audit(lab, occupancy);
  // release
  if (lab.release === 0 || lab.release === 2) offer(lab, occupancy);
  if (lab.release === 1) assess(lab);
  if (candidateReportArrived(lab)) read(lab, occupancy);
  if (candidateReportArrived(lab)) decide(lab, occupancy);
  if (deployedThisWeek(lab)) serve(lab, occupancy);
  // score
  if (dangerPointReached(lab)) cross(lab, occupancy);
  scoreWeek(lab);
}
