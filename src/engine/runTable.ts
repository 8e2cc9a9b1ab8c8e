import type { Lab } from '../model/lab';
import { outcomeOf } from '../model/score';
import {
  countIds,
  counts,
  inUnit,
  leadWeeks,
  levelFlagIds,
  levelFlags,
  measureIds,
  measures,
} from './runReport';

/** A column of the table with one row per run: a number, or NaN where the run has none. */
export interface RunColumn {
  readonly id: string;
  readonly read: (lab: Lab, run: number) => number;
}

/** Columns of the per-run table for a scenario with `levels` thresholds; ids are public, the outcome is its index in `outcomes`. */
export function runColumns(levels: number): readonly RunColumn[] {
  return [
    { id: 'run', read: (_, run) => run },
    { id: 'outcome', read: outcomeOf },
    ...measureIds.map((id) => ({ id, read: (lab: Lab) => inUnit(measures[id], measures[id].read(lab)) })),
    ...countIds.map((id) => ({ id, read: counts[id] })),
    { id: 'finalCapability', read: (lab) => lab.trueCapability },
    { id: 'finalRival', read: (lab) => lab.rivalCapability },
    ...Array.from({ length: levels }, (_, k): RunColumn[] => [
      { id: `t${k + 1}.dangerPoint`, read: (lab) => lab.dangerPoint[k]! },
      { id: `t${k + 1}.crossedWeek`, read: (lab) => lab.crossedWeek[k]! || NaN },
      { id: `t${k + 1}.alertWeek`, read: (lab) => lab.alertWeek[k]! || NaN },
      { id: `t${k + 1}.reachedWeek`, read: (lab) => lab.reachedWeek[k]! || NaN },
      { id: `t${k + 1}.leadWeeks`, read: (lab) => leadWeeks(lab, k) ?? NaN },
      ...levelFlagIds.map((id) => ({
        id: `t${k + 1}.${id}`,
        read: (lab: Lab) => Number(levelFlags[id](lab, k)),
      })),
    ]).flat(),
  ];
}
