/**
 * Protections: what must be in place to contain a level's risk, and how it is built, fails and is repaired.
 * Protection i = 2·level + kind.
 */
import { NEVER, type Lab } from './lab';
import { STREAM } from './luck';
import { MOST_LEVELS, PROTECTION, TRAINING } from './regions';

/** Draws of one protection are this far apart from draw to draw. */
const STRIDE = 2 * MOST_LEVELS;

/** Work done in a week, in weeks at unit speed. */
export function buildPace(lab: Lab): number {
  const { buildSpeed, pauseSpeedup } = lab.setup;
  return lab.training === TRAINING.paused ? buildSpeed * pauseSpeedup : buildSpeed;
}

/** What is left of the work in protection i before this week's, in weeks at unit speed: week by week at the planned pace. */
export function remainingWork(lab: Lab, i: number): number {
  let work = lab.plannedWork[i]!;
  for (let week = lab.planWeek[i]! + 1; week < lab.week; week++) work -= lab.plannedPace;
  return work;
}

/** Plans the work in protection i, which goes on after `week`: sets the week in which it is done at the planned pace. */
function planWork(lab: Lab, i: number, work: number, week: number): void {
  lab.plannedWork[i] = work;
  lab.planWeek[i] = week;
  // Subtracted, not divided: the same rounding, whether or not the pace changes on the way.
  let left = work;
  let done = week;
  while (done < lab.setup.horizon) {
    done++;
    left -= lab.plannedPace;
    if (left <= 0) {
      setDue(lab, i, done);
      return;
    }
  }
  setDue(lab, i, NEVER);
}

/** Protection i changes by itself in `week`. */
function setDue(lab: Lab, i: number, week: number): void {
  lab.dueWeek[i] = week;
  if (week < lab.firstDueWeek) lab.firstDueWeek = week;
}

function isDue(lab: Lab, i: number): boolean {
  return lab.dueWeek[i] === lab.week;
}

function isWorkedOn(lab: Lab, i: number): boolean {
  const state = lab.protection[i];
  return state === PROTECTION.building || state === PROTECTION.rework;
}

// Conditions of the week's script.

/** A pause has begun or ended: work goes on at another pace. */
export function paceChanged(lab: Lab): boolean {
  return lab.plannedPace !== buildPace(lab);
}

/** Some protection is done, lapses or is found out this week. */
export function protectionIsDue(lab: Lab): boolean {
  return lab.week >= lab.firstDueWeek;
}

// Guards.

export function protectedFromStart(lab: Lab, i: number): boolean {
  return lab.setup.protectedAtStart[i >> 1] === 1;
}

export function preparedFromStart(lab: Lab, i: number): boolean {
  return lab.setup.preparesFromStart && lab.setup.limit[i >> 1]! < Infinity;
}

export function readingNearAlert(lab: Lab, i: number): boolean {
  const k = i >> 1;
  return (
    lab.reading[k]! >= lab.setup.preparationLine[k]! || lab.deployedReading[k]! >= lab.setup.flagLine[k]!
  );
}

export function workCompletes(lab: Lab, i: number): boolean {
  return isDue(lab, i);
}

/** The work is done and, unseen, does not do what it should. */
export function workProvesInadequate(lab: Lab, i: number): boolean {
  return (
    workCompletes(lab, i) &&
    lab.luck.uniform(STREAM.inadequacy, i + STRIDE * lab.timesFinished[i]!) < lab.world.inadequacy
  );
}

export function lapses(lab: Lab, i: number): boolean {
  return isDue(lab, i);
}

export function isDiscovered(lab: Lab, i: number): boolean {
  return isDue(lab, i);
}

// Actions.

/** Counts all work anew at the pace from this week on. */
export function replanWork(lab: Lab): void {
  const left = lab.plannedWork;
  for (let i = 0; i < left.length; i++) if (isWorkedOn(lab, i)) left[i] = remainingWork(lab, i);
  lab.plannedPace = buildPace(lab);
  for (let i = 0; i < left.length; i++) if (isWorkedOn(lab, i)) planWork(lab, i, left[i]!, lab.week - 1);
}

export function startBuilding(lab: Lab, i: number): void {
  planWork(lab, i, lab.work[i]!, lab.week);
}

export function startRework(lab: Lab, i: number): void {
  planWork(lab, i, lab.work[i]! / 2, lab.week);
}

export function finishWork(lab: Lab, i: number): void {
  lab.timesFinished[i] = lab.timesFinished[i]! + 1;
}

/** Finds the first week after this one in which the protection, if it works then, lapses. */
export function watchForLapse(lab: Lab, i: number): void {
  while (lab.nextLapseWeek[i]! <= lab.week) {
    const wait = lab.luck.geometric(
      STREAM.lapseGap,
      i + STRIDE * lab.lapsesDrawn[i]!,
      lab.world.lapseProbability,
    );
    lab.nextLapseWeek[i] = lab.nextLapseWeek[i]! + wait;
    lab.lapsesDrawn[i] = lab.lapsesDrawn[i]! + 1;
  }
  setDue(lab, i, lab.nextLapseWeek[i]!);
}

/** Finds the first week after this one in which the protection, if it fails unseen then, is found out. */
export function watchForDiscovery(lab: Lab, i: number): void {
  while (lab.nextDiscoveryWeek[i]! <= lab.week) {
    const wait = lab.luck.geometric(
      STREAM.discoveryGap,
      i + STRIDE * lab.discoveriesDrawn[i]!,
      lab.world.discoveryProbability,
    );
    lab.nextDiscoveryWeek[i] = lab.nextDiscoveryWeek[i]! + wait;
    lab.discoveriesDrawn[i] = lab.discoveriesDrawn[i]! + 1;
  }
  setDue(lab, i, lab.nextDiscoveryWeek[i]!);
}

/** After changes: ends an exemption where both protections are in place, a spent pause where security is, and looks for the next change. */
export function settleProtections(lab: Lab): void {
  lab.pauseSpent &= ~lab.securityInPlace;
  lab.exempt &= ~(lab.securityInPlace & lab.safeguardsInPlace);
  lab.firstDueWeek = NEVER;
  for (const week of lab.dueWeek) if (week < lab.firstDueWeek) lab.firstDueWeek = week;
}
