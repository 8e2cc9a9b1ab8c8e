import type { Lab } from '../model/lab';
import { outcomeOf } from '../model/score';
import {
  countIds,
  counts,
  firstPauseWeek,
  flagIds,
  flags,
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

/**
 * Columns of the per-run table for a scenario with `levels` thresholds; ids are public, the outcome is its index in
 * `outcomes`, what may be true is 0 or 1.
 */
export function runColumns(levels: number): readonly RunColumn[] {
  return [
    { id: 'run', read: (_, run) => run },
    { id: 'outcome', read: outcomeOf },
    ...measureIds.map((id) => ({ id, read: (lab: Lab) => inUnit(measures[id], measures[id].read(lab)) })),
    ...countIds.map((id) => ({ id, read: counts[id] })),
    ...flagIds.map((id) => ({ id, read: (lab: Lab) => Number(flags[id](lab)) })),
    { id: 'firstPauseWeek', read: (lab) => firstPauseWeek(lab) ?? NaN },
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

/** The columns of those ids, in their order; without `ids`, all. Throws a RangeError naming an id that is none. */
export function chosenColumns(levels: number, ids?: readonly string[]): readonly RunColumn[] {
  const columns = runColumns(levels);
  return (
    ids?.map((id) => {
      const column = columns.find((each) => each.id === id);
      if (column === undefined) throw new RangeError(`No column of the per-run table: ${id}`);
      return column;
    }) ?? columns
  );
}
