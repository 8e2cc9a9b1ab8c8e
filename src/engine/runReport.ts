import type { Lab } from '../model/lab';
import { outcomeOf } from '../model/score';
import type { Hash64 } from '../numbers/hash';

/** Foregone capability is counted in whole 2^-20ths of a doubling, so that sums are exact. */
const FIXED_POINT = 1048576;
/** … and shown in 256ths of one. */
export const FOREGONE_BINS_PER_DOUBLING = 256;

/** A number that every run reports. Doublings are whole 2^-20ths of one. */
export interface Measure {
  readonly unit: 'weeks' | 'count' | 'doublings';
  readonly read: (lab: Lab) => number;
}

function foregone(lab: Lab): number {
  return Math.round((lab.unconstrainedCapability - lab.trueCapability) * FIXED_POINT);
}

/** The measures an ensemble summarises; ids and order are public. */
export const measures = {
  pausedWeeks: { unit: 'weeks', read: (lab) => lab.pausedWeeks },
  needlessPauseWeeks: { unit: 'weeks', read: (lab) => lab.needlessPauseWeeks },
  suspendedWeeks: { unit: 'weeks', read: (lab) => lab.suspendedWeeks },
  withheldWeeks: { unit: 'weeks', read: (lab) => lab.withheldWeeks },
  unsafeDeploymentWeeks: { unit: 'weeks', read: (lab) => lab.unsafeDeploymentWeeks },
  unsafeInternalUseWeeks: { unit: 'weeks', read: (lab) => lab.unsafeInternalUseWeeks },
  unsecuredWeeks: { unit: 'weeks', read: (lab) => lab.unsecuredWeeks },
  foregoneDoublings: { unit: 'doublings', read: foregone },
  rivalAheadWeeks: { unit: 'weeks', read: (lab) => lab.rivalAheadWeeks },
  evaluations: { unit: 'count', read: (lab) => lab.routineEvaluations + lab.releaseEvaluations },
  releases: { unit: 'count', read: (lab) => lab.releases },
} as const satisfies Record<string, Measure>;
export type MeasureId = keyof typeof measures;
export const measureIds = Object.keys(measures) as MeasureId[];

/** A sum of `measures` values in the measure's own unit. */
export function inUnit(measure: Measure, value: number): number {
  return measure.unit === 'doublings' ? value / FIXED_POINT : value;
}

/** The histogram bin of a measure's value: one week, one, or one 256th of a doubling (the nearest). */
export function binOf(measure: Measure, value: number): number {
  return measure.unit === 'doublings'
    ? Math.round(value / (FIXED_POINT / FOREGONE_BINS_PER_DOUBLING))
    : value;
}

function any(flags: Uint8Array): boolean {
  for (const flag of flags) if (flag === 1) return true;
  return false;
}

/** What may be said of a run as a whole, true or not; ids and order are public. */
export const flags = {
  missedWarning: (lab: Lab) => any(lab.missedWarning),
  falseAlarm: (lab: Lab) => any(lab.falseAlarm),
  pauseAbandoned: (lab: Lab) => lab.abandoned > 0,
  recalled: (lab: Lab) => lab.recalls > 0,
  evaluationSkipped: (lab: Lab) => lab.skippedEvaluations > 0,
  rivalFirst: (lab: Lab) => lab.rivalFirst === 1,
} as const;
export type FlagId = keyof typeof flags;
export const flagIds = Object.keys(flags) as FlagId[];

/** What may be said of a run's level k, true or not. */
export const levelFlags = {
  crossed: (lab: Lab, k: number) => lab.crossedWeek[k]! > 0,
  warned: (lab: Lab, k: number) => lab.alertWeek[k]! > 0,
  missedWarning: (lab: Lab, k: number) => lab.missedWarning[k] === 1,
  falseAlarm: (lab: Lab, k: number) => lab.falseAlarm[k] === 1,
  protectedAtCrossing: (lab: Lab, k: number) => lab.protectedAtCrossing[k] === 1,
} as const;
export type LevelFlagId = keyof typeof levelFlags;
export const levelFlagIds = Object.keys(levelFlags) as LevelFlagId[];

/** Weeks from alert to crossing of level k, negative if late; null unless both happened. */
export function leadWeeks(lab: Lab, k: number): number | null {
  const crossed = lab.crossedWeek[k]!;
  const alert = lab.alertWeek[k]!;
  return crossed > 0 && alert > 0 ? crossed - alert : null;
}

/** The first week at whose end training is paused; null: it never is. */
export function firstPauseWeek(lab: Lab): number | null {
  return lab.firstPauseWeek > 0 ? lab.firstPauseWeek : null;
}

/** Whole numbers a run reports besides its measures; part of the fingerprint and of the per-run table. */
export const counts = {
  pauses: (lab: Lab) => lab.pauses,
  routineEvaluations: (lab: Lab) => lab.routineEvaluations,
  releaseEvaluations: (lab: Lab) => lab.releaseEvaluations,
  skippedEvaluations: (lab: Lab) => lab.skippedEvaluations,
  recalls: (lab: Lab) => lab.recalls,
  vetoed: (lab: Lab) => lab.vetoed,
  abandoned: (lab: Lab) => lab.abandoned,
  auditFindings: (lab: Lab) => lab.auditFindings,
  unprotectedDeploymentWeeks: (lab: Lab) => lab.unprotectedDeploymentWeeks,
  unprotectedInternalUseWeeks: (lab: Lab) => lab.unprotectedInternalUseWeeks,
  unprotectedUnsecuredWeeks: (lab: Lab) => lab.unprotectedUnsecuredWeeks,
  anyUnsafeWeeks: (lab: Lab) => lab.anyUnsafeWeeks,
} as const;
export const countIds = Object.keys(counts) as (keyof typeof counts)[];

/** Foregone capability follows from two numbers hashed in full. */
const hashedMeasures: readonly Measure[] = measureIds
  .filter((id) => id !== 'foregoneDoublings')
  .map((id) => measures[id]);
const countReaders = countIds.map((id) => counts[id]);

/**
 * Takes what a finished run reports into a hash: final numbers, counts, levels, and the trail of all its changes of state,
 * which settles the rest (such as the week of the first pause).
 */
export function hashRun(lab: Lab, hash: Hash64): void {
  hash.addInt(outcomeOf(lab)).addInt(lab.trail);
  hash.addFloat(lab.trueCapability).addFloat(lab.unconstrainedCapability);
  hash.addFloat(lab.deployedCapability).addFloat(lab.rivalCapability);
  for (const { read } of hashedMeasures) hash.addInt(read(lab));
  for (const read of countReaders) hash.addInt(read(lab));
  hash.addInt(lab.rivalFirst);
  for (let k = 0; k < lab.setup.levels; k++) {
    hash.addInt(lab.crossedWeek[k]!).addInt(lab.alertWeek[k]!).addInt(lab.reachedWeek[k]!);
    hash.addInt(lab.missedWarning[k]! + 2 * lab.falseAlarm[k]! + 4 * lab.protectedAtCrossing[k]!);
  }
}
