/**
 * Protections: what must be in place to contain a level's risk, and how it is built, fails and is repaired.
 * Protection i = 2·level + kind.
 */
import type { Lab } from './lab';
import { STREAM } from './luck';
import { MOST_LEVELS, TRAINING } from './regions';

/** Draws of one protection are this far apart from draw to draw. */
const STRIDE = 2 * MOST_LEVELS;

/** Work done in a week, in weeks at unit speed. */
export function buildPace(lab: Lab): number {
  const { buildSpeed, pauseSpeedup } = lab.setup;
  return lab.training === TRAINING.paused ? buildSpeed * pauseSpeedup : buildSpeed;
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
  return lab.remainingWork[i]! - buildPace(lab) <= 0;
}

/** The work is done and, unseen, does not do what it should. */
export function workProvesInadequate(lab: Lab, i: number): boolean {
  return (
    workCompletes(lab, i) &&
    lab.luck.uniform(STREAM.inadequacy, i + STRIDE * lab.timesFinished[i]!) < lab.world.inadequacy
  );
}

export function lapses(lab: Lab, i: number): boolean {
  return lab.nextLapseWeek[i] === lab.week;
}

export function isDiscovered(lab: Lab, i: number): boolean {
  return lab.nextDiscoveryWeek[i] === lab.week;
}

// Actions.

export function startBuilding(lab: Lab, i: number): void {
  lab.remainingWork[i] = lab.work[i]!;
}

export function keepBuilding(lab: Lab, i: number): void {
  lab.remainingWork[i] = lab.remainingWork[i]! - buildPace(lab);
}

export function startRework(lab: Lab, i: number): void {
  lab.remainingWork[i] = lab.work[i]! / 2;
}

export function finishWork(lab: Lab, i: number): void {
  lab.remainingWork[i] = 0;
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
}

/** Ends an exemption where both protections are in place, a spent pause where security is. */
export function settleExemptions(lab: Lab): void {
  lab.pauseSpent &= ~lab.securityInPlace;
  lab.exempt &= ~(lab.securityInPlace & lab.safeguardsInPlace);
}
