/** Writes the states of regions into the lab, where the rules can read them. Nothing else does. */
import { mix32 } from '../numbers/hash';
import type { Lab } from './lab';
import { CAPABILITY, PROTECTION, WARNING, stateOffset, type Region } from './regions';
import type { LevelSet } from './setup';

/** Folds a change of state into the run's trail: order and week count. `state` is the position of the new state (`stateOffset`). */
export function leaveTrail(lab: Lab, state: number): void {
  // The offset keeps state 0 of week 0 from leaving a trail of nothing.
  lab.trail = mix32(lab.trail ^ (lab.week * 256 + state + 1));
}

function withLevel(set: LevelSet, k: number, member: boolean): LevelSet {
  return member ? set | (1 << k) : set & ~(1 << k);
}

/** Level k's capability is in `state`. */
export function enterCapability(lab: Lab, k: number, state: number): void {
  lab.capability[k] = state;
  lab.crossedLevels = withLevel(lab.crossedLevels, k, state === CAPABILITY.crossed);
}

/** Level k's warning is in `state`. */
export function enterWarning(lab: Lab, k: number, state: number): void {
  lab.warning[k] = state;
  lab.alertedLevels = withLevel(lab.alertedLevels, k, state !== WARNING.quiet);
  lab.reachedLevels = withLevel(lab.reachedLevels, k, state === WARNING.reached);
}

/** Protection i = 2·level + kind is in `state`. */
export function enterProtection(lab: Lab, i: number, state: number): void {
  lab.protection[i] = state;
  const k = i >> 1;
  const working = state === PROTECTION.working;
  const inPlace = working || state === PROTECTION.failing;
  const finished = inPlace || state === PROTECTION.rework;
  if (i % 2 === 0) {
    lab.securityInPlace = withLevel(lab.securityInPlace, k, inPlace);
    lab.securityWorking = withLevel(lab.securityWorking, k, working);
    lab.securityFinished = withLevel(lab.securityFinished, k, finished);
  } else {
    lab.safeguardsInPlace = withLevel(lab.safeguardsInPlace, k, inPlace);
    lab.safeguardsWorking = withLevel(lab.safeguardsWorking, k, working);
    lab.safeguardsFinished = withLevel(lab.safeguardsFinished, k, finished);
  }
}

/** Any region's instance `index` is in `state`. */
export function enterRegion(lab: Lab, region: Region, index: number, state: number): void {
  switch (region) {
    case 'capability':
      enterCapability(lab, index, state);
      break;
    case 'warning':
      enterWarning(lab, index, state);
      break;
    case 'protection':
      enterProtection(lab, index, state);
      break;
    default:
      lab[region] = state;
  }
  leaveTrail(lab, stateOffset(region, index) + state);
}
