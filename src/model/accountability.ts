/** Accountability: how commitments are abandoned, and how anyone can tell that they are carried out. */
import type { Lab } from './lab';
import { gatingLevels } from './limits';
import { STREAM } from './luck';
import { INTERNAL_USE, OVERSIGHT, RELEASE, SERVICE, TRAINING } from './regions';

/** Draws of one audit: the overdue evaluation, the abandoned commitment, then each protection. */
const AUDIT_DRAWS = 16;
const OVERDUE_DRAW = 0;
const EXEMPTION_DRAW = 1;
const FIRST_PROTECTION_DRAW = 2;

/** An evaluation is overdue after this many intervals. */
const OVERDUE_INTERVALS = 1.5;

function auditFinds(lab: Lab, draw: number): boolean {
  return lab.luck.uniform(STREAM.audit, lab.week * AUDIT_DRAWS + draw) < lab.setup.auditPower;
}

// Conditions of the week's script.

/** A commitment binds right now, or is being abandoned or was. */
export function commitmentsAreStrained(lab: Lab): boolean {
  return lab.oversight !== OVERSIGHT.committed || constrained(lab);
}

export function auditTakesPlace(lab: Lab): boolean {
  const { auditInterval } = lab.setup;
  return auditInterval > 0 && lab.week % auditInterval === 0;
}

// Guards.

/** A commitment binds right now. */
export function constrained(lab: Lab): boolean {
  return (
    lab.training === TRAINING.paused ||
    lab.internalUse === INTERNAL_USE.suspended ||
    lab.release === RELEASE.withheld ||
    lab.service === SERVICE.withdrawn
  );
}

/** The rival leads, and this week the lab gives in to the pressure. A decision of the lab. */
function attemptsToAbandon(lab: Lab): boolean {
  if (!constrained(lab)) return false;
  const hazard = lab.world.pressurePerWeek * (lab.rivalCapability - lab.trueCapability);
  return (
    lab.decisions.abandonCommitment ?? (hazard > 0 && lab.luck.happens(STREAM.attempt, lab.week, hazard))
  );
}

export function attemptIsVetoed(lab: Lab): boolean {
  const { oversightVeto } = lab.setup;
  return (
    oversightVeto > 0 && attemptsToAbandon(lab) && lab.luck.uniform(STREAM.veto, lab.week) < oversightVeto
  );
}

export function abandonsAtOnce(lab: Lab): boolean {
  return lab.setup.noticePeriod === 0 && attemptsToAbandon(lab);
}

export function announcesAbandonment(lab: Lab): boolean {
  return lab.setup.noticePeriod > 0 && attemptsToAbandon(lab);
}

export function constraintGone(lab: Lab): boolean {
  return !constrained(lab);
}

export function noticeOver(lab: Lab): boolean {
  return lab.week >= lab.noticeWeek + lab.setup.noticePeriod;
}

export function auditFindsOverdue(lab: Lab): boolean {
  const { evaluationInterval } = lab.setup;
  return (
    evaluationInterval > 0 &&
    lab.week - lab.lastEvaluationStart >= OVERDUE_INTERVALS * evaluationInterval &&
    auditFinds(lab, OVERDUE_DRAW)
  );
}

export function auditFindsExemption(lab: Lab): boolean {
  return lab.exempt !== 0 && auditFinds(lab, EXEMPTION_DRAW);
}

export function auditFindsFailure(lab: Lab, i: number): boolean {
  return auditFinds(lab, FIRST_PROTECTION_DRAW + i);
}

// Actions.

export function countVeto(lab: Lab): void {
  lab.vetoed++;
}

export function announceAbandonment(lab: Lab): void {
  lab.noticeWeek = lab.week;
}

/** Exempts every level that binds and lacks a protection from all gates. */
export function abandonCommitments(lab: Lab): void {
  lab.abandoned++;
  lab.exempt |= gatingLevels(lab) & ~(lab.securityInPlace & lab.safeguardsInPlace);
}

export function orderEvaluation(lab: Lab): void {
  lab.evaluationOrdered = 1;
}

export function revokeExemptions(lab: Lab): void {
  lab.exempt = 0;
}

export function countFinding(lab: Lab): void {
  lab.auditFindings++;
}
