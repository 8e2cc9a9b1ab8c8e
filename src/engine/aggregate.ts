import type { Lab } from '../model/lab';
import { stateCount } from '../model/regions';
import { outcomeOf, outcomes } from '../model/score';
import type { Setup } from '../model/setup';
import { Hash64, add64, type Word64 } from '../numbers/hash';
import { capabilityAxis, rivalAxis, type BandAxis } from './bandAxis';
import { addCounts, count, mergeHistogram, newHistogram, type Histogram } from './histogram';
import {
  FOREGONE_BINS_PER_DOUBLING,
  binOf,
  firstPauseWeek,
  flagIds,
  flags,
  hashRun,
  leadWeeks,
  levelFlagIds,
  levelFlags,
  measureIds,
  measures,
  type FlagId,
  type LevelFlagId,
  type Measure,
  type MeasureId,
} from './runReport';
import type { RunWeeks } from './runWeeks';

/** Runs per week and bin of an axis: row w holds the bins of week w = 0 … horizon. */
export interface Band {
  readonly axis: BandAxis;
  readonly counts: Int32Array;
  /** Per week, the largest value beyond the axis, counted in the last bin; -Infinity: none. */
  readonly beyond: Float64Array;
}

export interface MeasureTotal {
  /** Exact sum of whole numbers (2^-20ths of a doubling for doublings). */
  sum: number;
  readonly histogram: Histogram;
}

export interface LevelTotal {
  readonly flags: Record<LevelFlagId, number>;
  leadSum: number;
  /** Weeks from alert to crossing, over the runs with both. */
  readonly lead: Histogram;
}

/**
 * What is kept of any number of runs: whole-number counts and sums, so that adding runs in any order and merging in
 * any grouping gives the same bits. Plain data, made to be transferred between threads.
 */
export interface Aggregate {
  readonly horizon: number;
  readonly levels: number;
  runs: number;
  readonly outcomes: Int32Array;
  readonly flags: Record<FlagId, number>;
  readonly measures: Record<MeasureId, MeasureTotal>;
  /** Over the runs that pause. */
  readonly firstPauseWeek: MeasureTotal;
  /** Weeks of a run with unsafe deployment, unsafe internal use or both. */
  readonly unsafeUseWeeks: MeasureTotal;
  readonly thresholds: LevelTotal[];
  readonly capability: Band;
  /** Of the runs with a model live in that week. */
  readonly deployed: Band;
  readonly rival: Band;
  /** Per week and state, runs that come to be in the state less runs that leave it (row 0: start). */
  readonly occupancy: Int32Array;
  /** Per week, runs with unsafe deployment, unsafe internal use or both. */
  readonly unsafeUse: Int32Array;
  /** Sum modulo 2^64 of a hash of each run. */
  fingerprint: Word64;
}

function newBand(axis: BandAxis, horizon: number): Band {
  return {
    axis,
    counts: new Int32Array((horizon + 1) * axis.bins),
    beyond: new Float64Array(horizon + 1).fill(-Infinity),
  };
}

function zeros<Id extends string>(ids: readonly Id[]): Record<Id, number> {
  return Object.fromEntries(ids.map((id) => [id, 0])) as Record<Id, number>;
}

/** An aggregate of no runs. */
export function newAggregate(setup: Setup): Aggregate {
  const { horizon, levels } = setup;
  const axis = capabilityAxis(setup);
  return {
    horizon,
    levels,
    runs: 0,
    outcomes: new Int32Array(outcomes.length),
    flags: zeros(flagIds),
    measures: Object.fromEntries(
      measureIds.map((id): [MeasureId, MeasureTotal] => {
        const size = measures[id].unit === 'doublings' ? FOREGONE_BINS_PER_DOUBLING : horizon + 1;
        return [id, { sum: 0, histogram: newHistogram(0, size) }];
      }),
    ) as Record<MeasureId, MeasureTotal>,
    firstPauseWeek: { sum: 0, histogram: newHistogram(0, horizon + 1) },
    unsafeUseWeeks: { sum: 0, histogram: newHistogram(0, horizon + 1) },
    thresholds: Array.from({ length: levels }, () => ({
      flags: zeros(levelFlagIds),
      leadSum: 0,
      lead: newHistogram(-horizon, 2 * horizon + 1),
    })),
    capability: newBand(axis, horizon),
    deployed: newBand(axis, horizon),
    rival: newBand(rivalAxis(setup), setup.uncertainWorld ? horizon : -1),
    occupancy: new Int32Array((horizon + 1) * stateCount(levels)),
    unsafeUse: new Int32Array(horizon + 1),
    fingerprint: { high: 0, low: 0 },
  };
}

/** Counts the values of weeks 0 … horizon, each in its week's row; beyond the axis, in its last bin; NaN not at all. */
function addPath({ axis, counts, beyond }: Band, path: Float64Array): void {
  const { low, binsPerDoubling, bins } = axis;
  for (let week = 0, row = 0; week < beyond.length; week++, row += bins) {
    const value = path[week]!;
    if (value !== value) continue;
    let bin = Math.floor((value - low) * binsPerDoubling);
    if (bin >= bins) {
      bin = bins - 1;
      if (value > beyond[week]!) beyond[week] = value;
    }
    counts[row + bin] = counts[row + bin]! + 1;
  }
}

/** Counts weeks of unsafe use, from their number up to each week; returns how many there are. */
function addUnsafeWeeks(counts: Int32Array, soFar: Uint16Array): number {
  let weeks = 0;
  for (let week = 1; week < counts.length; week++) {
    if (soFar[week] === soFar[week - 1]) continue;
    counts[week] = counts[week]! + 1;
    weeks++;
  }
  return weeks;
}

/** Adds finished runs and their weeks to an aggregate: what it finds by name, it finds once. */
export function runAdder(aggregate: Aggregate): (lab: Lab, weeks: RunWeeks) => void {
  const runMeasures = measureIds.map((id): [Measure, MeasureTotal] => [measures[id], aggregate.measures[id]]);
  return (lab, weeks) => {
    aggregate.runs++;
    addPath(aggregate.capability, lab.capabilityPath);
    addPath(aggregate.deployed, weeks.deployed);
    addPath(aggregate.rival, weeks.rival);
    const unsafeUseWeeks = addUnsafeWeeks(aggregate.unsafeUse, weeks.unsafeUse);
    const outcome = outcomeOf(lab);
    aggregate.outcomes[outcome] = aggregate.outcomes[outcome]! + 1;
    for (const id of flagIds) if (flags[id](lab)) aggregate.flags[id]++;
    for (const [measure, total] of runMeasures) {
      const value = measure.read(lab);
      total.sum += value;
      count(total.histogram, binOf(measure, value));
    }
    aggregate.unsafeUseWeeks.sum += unsafeUseWeeks;
    count(aggregate.unsafeUseWeeks.histogram, unsafeUseWeeks);
    const firstPause = firstPauseWeek(lab);
    if (firstPause !== null) {
      aggregate.firstPauseWeek.sum += firstPause;
      count(aggregate.firstPauseWeek.histogram, firstPause);
    }
    for (let k = 0; k < aggregate.levels; k++) {
      const level = aggregate.thresholds[k]!;
      for (const id of levelFlagIds) if (levelFlags[id](lab, k)) level.flags[id]++;
      const lead = leadWeeks(lab, k);
      if (lead === null) continue;
      level.leadSum += lead;
      count(level.lead, lead);
    }
    const hash = new Hash64();
    hashRun(lab, hash);
    aggregate.fingerprint = add64(aggregate.fingerprint, hash);
  };
}

function mergeTotal(into: MeasureTotal, from: MeasureTotal): void {
  into.sum += from.sum;
  mergeHistogram(into.histogram, from.histogram);
}

function mergeBand(into: Band, from: Band): void {
  addCounts(into.counts, from.counts);
  for (let week = 0; week < into.beyond.length; week++) {
    if (from.beyond[week]! > into.beyond[week]!) into.beyond[week] = from.beyond[week]!;
  }
}

/** Adds the runs of `from`, an aggregate of other runs of the same scenario. */
export function mergeAggregate(into: Aggregate, from: Aggregate): void {
  into.runs += from.runs;
  addCounts(into.outcomes, from.outcomes);
  for (const id of flagIds) into.flags[id] += from.flags[id];
  for (const id of measureIds) mergeTotal(into.measures[id], from.measures[id]);
  mergeTotal(into.firstPauseWeek, from.firstPauseWeek);
  mergeTotal(into.unsafeUseWeeks, from.unsafeUseWeeks);
  into.thresholds.forEach((level, k) => {
    const other = from.thresholds[k]!;
    for (const id of levelFlagIds) level.flags[id] += other.flags[id];
    level.leadSum += other.leadSum;
    mergeHistogram(level.lead, other.lead);
  });
  mergeBand(into.capability, from.capability);
  mergeBand(into.deployed, from.deployed);
  mergeBand(into.rival, from.rival);
  addCounts(into.occupancy, from.occupancy);
  addCounts(into.unsafeUse, from.unsafeUse);
  into.fingerprint = add64(into.fingerprint, from.fingerprint);
}

/** The buffers of an aggregate, to be transferred rather than copied. */
export function buffersOf(aggregate: Aggregate): ArrayBuffer[] {
  const arrays = [
    aggregate.outcomes,
    aggregate.occupancy,
    aggregate.unsafeUse,
    ...[aggregate.capability, aggregate.deployed, aggregate.rival].flatMap((band) => [
      band.counts,
      band.beyond,
    ]),
    ...[...Object.values(aggregate.measures), aggregate.firstPauseWeek, aggregate.unsafeUseWeeks].map(
      (total) => total.histogram.counts,
    ),
    ...aggregate.thresholds.map((level) => level.lead.counts),
  ];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}
