import type { Aggregate, LevelTotal, MeasureTotal } from '../engine/aggregate';
import type { Histogram } from '../engine/histogram';
import {
  FOREGONE_BINS_PER_DOUBLING,
  flagIds,
  inUnit,
  levelFlagIds,
  measureIds,
  measures,
  type FlagId,
  type LevelFlagId,
  type Measure,
  type MeasureId,
} from '../engine/runReport';
import { MODEL_VERSION } from '../model/modelVersion';
import { outcomes, type Outcome } from '../model/score';
import { hex64 } from '../numbers/hash';
import { contentHash } from '../scenario/contentHash';
import type { Scenario } from '../scenario/scenario';
import { quantileIds, quantileLevels, quantileOfCounts, totalOf, type QuantileId } from './quantile';
import { wilsonShare, type Share } from './share';

/** Mean and quantiles over runs; all null when no run has a value. */
export type Distribution = Readonly<Record<'mean' | QuantileId, number | null>>;

export type LevelSummary = Readonly<Record<LevelFlagId, Share>> & {
  readonly name: string;
  /** Weeks from alert to crossing, over the runs with both; negative: late. */
  readonly leadWeeks: Distribution;
};

/** What an ensemble says: the public result, the same from the page and the command line. Shares are of all runs. */
export interface EnsembleSummary {
  readonly modelVersion: string;
  readonly schemaVersion: number;
  readonly scenario: { readonly id: string; readonly title: string; readonly hash: string };
  readonly seed: string;
  readonly runs: number;
  /** 16 hexadecimal digits; equal wherever the same runs were simulated. */
  readonly fingerprint: string;
  readonly outcomes: Readonly<Record<Outcome, Share>>;
  readonly flags: Readonly<Record<FlagId, Share>>;
  readonly measures: Readonly<Record<MeasureId, Distribution>>;
  /** The first week at whose end training is paused, over the runs that pause. */
  readonly firstPauseWeek: Distribution;
  readonly thresholds: readonly LevelSummary[];
}

function record<Id extends string, Value>(ids: readonly Id[], value: (id: Id) => Value): Record<Id, Value> {
  return Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<Id, Value>;
}

function distribution(
  sum: number,
  { from, counts }: Histogram,
  inValue: (bin: number) => number,
): Distribution {
  const total = totalOf(counts);
  if (total === 0) return { mean: null, q05: null, q25: null, q50: null, q75: null, q95: null };
  const quantile = (id: QuantileId): number =>
    quantileOfCounts(counts, 0, counts.length, total, quantileLevels[id], (bin) => inValue(from + bin));
  return { mean: sum / total, ...record(quantileIds, quantile) };
}

function measureDistribution(measure: Measure, total: MeasureTotal): Distribution {
  const binsPerUnit = measure.unit === 'doublings' ? FOREGONE_BINS_PER_DOUBLING : 1;
  return distribution(inUnit(measure, total.sum), total.histogram, (bin) => bin / binsPerUnit);
}

/** Distribution of whole weeks. */
export function weeksOf(sum: number, histogram: Histogram): Distribution {
  return distribution(sum, histogram, (week) => week);
}

function levelSummary(name: string, level: LevelTotal, runs: number): LevelSummary {
  return {
    name,
    ...record(levelFlagIds, (id) => wilsonShare(level.flags[id], runs)),
    leadWeeks: weeksOf(level.leadSum, level.lead),
  };
}

/** Summary of the runs of `scenario` under `seed` in an aggregate of at least one run. */
export function summarise(aggregate: Aggregate, scenario: Scenario, seed: string): EnsembleSummary {
  const { runs, firstPauseWeek } = aggregate;
  return {
    modelVersion: MODEL_VERSION,
    schemaVersion: scenario.schemaVersion,
    scenario: { id: scenario.id, title: scenario.title, hash: contentHash(scenario) },
    seed,
    runs,
    fingerprint: hex64(aggregate.fingerprint),
    outcomes: record(outcomes, (id) => wilsonShare(aggregate.outcomes[outcomes.indexOf(id)]!, runs)),
    flags: record(flagIds, (id) => wilsonShare(aggregate.flags[id], runs)),
    measures: record(measureIds, (id) => measureDistribution(measures[id], aggregate.measures[id])),
    firstPauseWeek: weeksOf(firstPauseWeek.sum, firstPauseWeek.histogram),
    thresholds: scenario.thresholds.map(({ name }, k) => levelSummary(name, aggregate.thresholds[k]!, runs)),
  };
}
