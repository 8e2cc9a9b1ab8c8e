/** Limits: what is read of a level, and whether it binds the lab. */
import type { Lab } from './lab';
import type { LevelSet } from './setup';

/** Levels whose limit binds: reached (or at alert, where an alert counts as reached) and not abandoned. */
export function gatingLevels(lab: Lab): LevelSet {
  return (lab.setup.alertGates ? lab.alertedLevels : lab.reachedLevels) & ~lab.exempt;
}

// Guards. A level without a limit has an infinite line and never warns.

export function readingAtLimit(lab: Lab, k: number): boolean {
  return lab.reading[k]! >= lab.setup.limit[k]!;
}

export function readingAtAlert(lab: Lab, k: number): boolean {
  return lab.reading[k]! >= lab.setup.line[k]!;
}

// Actions.

/** Notes the first alert, and whether it is false: the model read was in truth still below the line. */
export function raiseAlert(lab: Lab, k: number): void {
  lab.alertWeek[k] = lab.week;
  if (lab.reportedValue < lab.setup.line[k]!) lab.falseAlarm[k] = 1;
}

export function noteReached(lab: Lab, k: number): void {
  lab.reachedWeek[k] = lab.week;
}
