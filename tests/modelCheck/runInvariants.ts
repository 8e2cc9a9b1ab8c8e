/** What is true of every single run, whatever the scenario. */
import type { RuleId } from '../../src/app/method/modelCheck';
import { runColumns } from '../../src/engine/runTable';
import type { Lab } from '../../src/model/lab';
import { outcomeOf, outcomes, type Outcome } from '../../src/model/score';
import { thresholdCount } from '../../src/parameters/parameters';

/** A rule about one finished run: what breaks it, in a few words, or null. */
type RunRule = (lab: Lab) => string | null;

function firstBroken(claims: Readonly<Record<string, boolean>>): string | null {
  return Object.keys(claims).find((claim) => claims[claim] === false) ?? null;
}

function weeksWithinHorizon(lab: Lab): string | null {
  const { horizon } = lab.setup;
  const weeks = {
    pausedWeeks: lab.pausedWeeks,
    needlessPauseWeeks: lab.needlessPauseWeeks,
    suspendedWeeks: lab.suspendedWeeks,
    withheldWeeks: lab.withheldWeeks,
    unsafeDeploymentWeeks: lab.unsafeDeploymentWeeks,
    unsafeInternalUseWeeks: lab.unsafeInternalUseWeeks,
    unsecuredWeeks: lab.unsecuredWeeks,
    anyUnsafeWeeks: lab.anyUnsafeWeeks,
    rivalAheadWeeks: lab.rivalAheadWeeks,
    firstPauseWeek: lab.firstPauseWeek,
  };
  for (const [name, value] of Object.entries(weeks)) {
    if (!(Number.isInteger(value) && value >= 0 && value <= horizon)) return `${name} ${value}`;
  }
  for (const name of ['crossedWeek', 'alertWeek', 'reachedWeek'] as const) {
    const late = lab[name].find((week) => week > horizon);
    if (late !== undefined) return `${name} ${late}`;
  }
  return null;
}

/** Columns by number of levels; those of dates and leads have no number in a run without them. */
const columnsOf = Array.from({ length: thresholdCount.max + 1 }, (_, levels) =>
  runColumns(levels).map((column) => ({ ...column, mayLack: /(Week|leadWeeks)$/.test(column.id) })),
);

function numbersAreNumbers(lab: Lab): string | null {
  for (const { id, read, mayLack } of columnsOf[lab.setup.levels]!) {
    const value = read(lab, 0);
    if (!Number.isFinite(value) && !(mayLack && Number.isNaN(value))) return `${id} ${value}`;
  }
  return null;
}

function weeksAddUp(lab: Lab): string | null {
  const { unsafeDeploymentWeeks, unsafeInternalUseWeeks, unsecuredWeeks, anyUnsafeWeeks } = lab;
  const each = [unsafeDeploymentWeeks, unsafeInternalUseWeeks, unsecuredWeeks];
  return firstBroken({
    'needless weeks of pause beyond those of pause': lab.needlessPauseWeeks <= lab.pausedWeeks,
    'more pauses than weeks of pause': lab.pauses <= lab.pausedWeeks,
    'a first week of pause without a pause, or none with one':
      lab.pauses > 0 === lab.firstPauseWeek > 0 && lab.pauses > 0 === lab.pausedWeeks > 0,
    'unprotected weeks beyond unsafe ones':
      lab.unprotectedDeploymentWeeks <= unsafeDeploymentWeeks &&
      lab.unprotectedInternalUseWeeks <= unsafeInternalUseWeeks &&
      lab.unprotectedUnsecuredWeeks <= unsecuredWeeks,
    'weeks with anything unsafe fewer than those of one kind': anyUnsafeWeeks >= Math.max(...each),
    'weeks with anything unsafe more than those of all kinds':
      anyUnsafeWeeks <= unsafeDeploymentWeeks + unsafeInternalUseWeeks + unsecuredWeeks,
    'a rival first that was never ahead': lab.rivalFirst === 0 || lab.rivalAheadWeeks > 0,
  });
}

function capabilityHoldsTogether(lab: Lab): string | null {
  const held = lab.pauses > 0 || lab.suspendedWeeks > 0;
  const crossed = lab.dangerPoint.every(
    (danger, k) => lab.trueCapability >= danger === lab.crossedWeek[k]! > 0,
  );
  return firstBroken({
    'more capability than without a policy': lab.trueCapability <= lab.unconstrainedCapability,
    'capability foregone without pause or suspension':
      held || lab.trueCapability === lab.unconstrainedCapability,
    'a crossing without the capability, or the capability without a crossing': crossed,
    'unsecured or used unsafely without a crossing':
      lab.crossedLevels !== 0 || lab.unsecuredWeeks + lab.unsafeInternalUseWeeks === 0,
  });
}

function warningsHoldTogether(lab: Lab): string | null {
  for (let k = 0; k < lab.setup.levels; k++) {
    const [crossed, alert, reached] = [lab.crossedWeek[k]!, lab.alertWeek[k]!, lab.reachedWeek[k]!];
    const named = lab.setup.scenario.thresholds[k]!.limit !== null;
    const quiet = alert === 0 || alert > crossed;
    const broken = firstBroken({
      'a warning of a level without a limit': named || alert + reached === 0,
      'reached before the alert': reached === 0 || (alert > 0 && alert <= reached),
      'a missed warning that was not missed, or one that was not counted':
        (lab.missedWarning[k] === 1) === (named && crossed > 0 && quiet),
      'a false alarm without an alert': lab.falseAlarm[k] === 0 || alert > 0,
      'protected at a crossing that never came': lab.protectedAtCrossing[k] === 0 || crossed > 0,
    });
    if (broken !== null) return `level ${k + 1}: ${broken}`;
  }
  return null;
}

function settingsAreObeyed(lab: Lab): string | null {
  const { policy, world } = lab.setup.scenario;
  const { response, accountability, evaluation } = policy;
  return firstBroken({
    'a pause where training continues': response.training === 'pause' || lab.pauses === 0,
    'a suspension where internal use continues':
      response.internalUse === 'suspend' || lab.suspendedWeeks === 0,
    'a model withheld where it is released': response.release === 'withhold' || lab.withheldWeeks === 0,
    'a recall without recall': response.recall || lab.recalls === 0,
    'an evaluation of a candidate without any': evaluation.preDeployment || lab.releaseEvaluations === 0,
    'a skipped evaluation without skipping': world.skipProbability !== 0 || lab.skippedEvaluations === 0,
    'a commitment abandoned without pressure': world.pressure !== 0 || lab.abandoned + lab.vetoed === 0,
    'a veto without a right to it': accountability.oversightVeto > 0 || lab.vetoed === 0,
    'a commitment abandoned against a sure veto': accountability.oversightVeto < 1 || lab.abandoned === 0,
    'an audit without audits': accountability.auditInterval > 0 || lab.auditFindings === 0,
  });
}

/** The outcome, said again from the run's numbers. */
function outcomeAgain(lab: Lab): Outcome {
  const enough = (weeks: number): boolean => weeks >= lab.setup.scenario.report.toleranceWeeks;
  if (enough(lab.unprotectedDeploymentWeeks)) return 'unsafe-deployment';
  if (enough(lab.unprotectedInternalUseWeeks)) return 'unsafe-internal-use';
  if (enough(lab.unprotectedUnsecuredWeeks)) return 'unsecured';
  if (enough(lab.anyUnsafeWeeks)) return 'protection-failed';
  if (lab.pausedWeeks > 0) return 'paused-in-time';
  return lab.crossedWeek.some((week) => week > 0) ? 'protected' : 'not-reached';
}

function outcomeFollows(lab: Lab): string | null {
  const [own, again] = [outcomes[outcomeOf(lab)], outcomeAgain(lab)];
  return own === again ? null : `${String(own)} instead of ${again}`;
}

export const runRules = {
  'weeks-within-horizon': weeksWithinHorizon,
  'numbers-are-numbers': numbersAreNumbers,
  'weeks-add-up': weeksAddUp,
  'capability-holds-together': capabilityHoldsTogether,
  'warnings-hold-together': warningsHoldTogether,
  'settings-are-obeyed': settingsAreObeyed,
  'outcome-follows': outcomeFollows,
} as const satisfies Partial<Record<RuleId, RunRule>>;
