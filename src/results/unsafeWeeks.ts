/** In which weeks of one run, and on which levels, the lab is unsafe: what the score counts, week by week. */
import type { RunTrace, WeekRecord } from '../engine/simulateRun';
import type { Outcome } from '../model/score';
import type { LevelSet } from '../model/setup';

/** The ways of being unsafe that are counted by week, the worst first. */
export const unsafeStates = ['deployment', 'internalUse', 'unsecured'] as const;
export type UnsafeState = (typeof unsafeStates)[number];

/** Of one week: on which levels the lab is unsafe in each way. */
export type UnsafeLevels = Readonly<Record<UnsafeState, LevelSet>>;

function levelsWhere(levels: number, holds: (k: number) => boolean): LevelSet {
  let set = 0;
  for (let k = 0; k < levels; k++) if (holds(k)) set |= 1 << k;
  return set;
}

function unsafeLevels({ states, deployed }: WeekRecord, dangerPoint: Float64Array): UnsafeLevels {
  const levels = dangerPoint.length;
  const isCrossed = (k: number): boolean => states[`capability${k + 1}`] === 'crossed';
  const lacks = (kind: 'security' | 'deployment', k: number): boolean =>
    states[`${kind}${k + 1}`] !== 'working';
  const isLive = states['service'] === 'live' && deployed !== null;
  const isUsed = states['internalUse'] !== 'suspended';
  return {
    deployment: levelsWhere(levels, (k) => isLive && deployed >= dangerPoint[k]! && lacks('deployment', k)),
    internalUse: levelsWhere(levels, (k) => isUsed && isCrossed(k) && lacks('deployment', k)),
    unsecured: levelsWhere(levels, (k) => isCrossed(k) && lacks('security', k)),
  };
}

/** By week, from 0 on. Week 0 is not scored, so nothing is unsafe in it. */
export function unsafeWeeks({ weeks, lab }: Pick<RunTrace, 'weeks' | 'lab'>): readonly UnsafeLevels[] {
  return weeks.map((week) => {
    if (week.week === 0) return { deployment: 0, internalUse: 0, unsecured: 0 };
    return unsafeLevels(week, lab.dangerPoint);
  });
}

/** How a run first comes to end as it does, where it ends in a failure. */
export interface FirstFailure {
  readonly state: UnsafeState;
  /** The first week in which it is so … */
  readonly week: number;
  /** … and the lowest level that it is about, from 0. */
  readonly level: number;
  /** In how many weeks the lab is unsafe in this way, whatever the level and the cause. */
  readonly weeks: number;
}

const stateOfOutcome: Partial<Readonly<Record<Outcome, UnsafeState>>> = {
  'unsafe-deployment': 'deployment',
  'unsafe-internal-use': 'internalUse',
  unsecured: 'unsecured',
};

/** Levels whose protection against a state has never been finished. */
function unfinished({ states }: WeekRecord, state: UnsafeState, levels: number): LevelSet {
  const kind = state === 'unsecured' ? 'security' : 'deployment';
  return levelsWhere(levels, (k) => ['absent', 'building'].includes(states[`${kind}${k + 1}`] ?? ''));
}

function lowest(set: LevelSet): number {
  return 31 - Math.clz32(set & -set);
}

/** The failure that a run's outcome names: null where it ends in none. */
export function firstFailure(trace: RunTrace): FirstFailure | null {
  const { outcome, weeks, lab } = trace;
  const named = stateOfOutcome[outcome];
  if (named === undefined && outcome !== 'protection-failed') return null;
  const unsafe = unsafeWeeks(trace);
  const states = named === undefined ? unsafeStates : [named];
  for (const week of weeks) {
    for (const state of states) {
      const all = unsafe[week.week]?.[state] ?? 0;
      const set = named === undefined ? all : all & unfinished(week, state, lab.setup.levels);
      if (set === 0) continue;
      const count = unsafe.filter((each) => each[state] !== 0).length;
      return { state, week: week.week, level: lowest(set), weeks: count };
    }
  }
  throw new Error(`Run ${trace.run} ends as ${outcome}, and no week of it is so`);
}
