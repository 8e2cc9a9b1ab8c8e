import type { Aggregate, Band } from '../engine/aggregate';
import type { Setup } from '../model/setup';
import { WEEKS_PER_YEAR } from '../model/time';
import { quantileIds, quantileLevels, quantileOfCounts, totalOf, type QuantileId } from './quantile';

/** Quantiles of a capability for weeks 0 … horizon, in doublings; NaN in weeks without a value. */
export interface BandQuantiles {
  readonly quantiles: Readonly<Record<QuantileId, Float64Array>>;
  /** Runs with a value, per week. */
  readonly runs: Int32Array;
}

export interface CapabilityBands {
  readonly capability: BandQuantiles;
  /** Over the runs with a model live in that week. */
  readonly deployed: BandQuantiles;
  readonly rival: BandQuantiles;
}

/** Within a bin values are taken as evenly spread; the bins are far narrower than a pixel of any chart. */
function quantilesOf(band: Band, weeks: number): BandQuantiles {
  const { low, binsPerDoubling, bins } = band.axis;
  const runs = new Int32Array(weeks);
  const quantiles = Object.fromEntries(
    quantileIds.map((id) => [id, new Float64Array(weeks).fill(NaN)]),
  ) as Record<QuantileId, Float64Array>;
  for (let week = 0; week < weeks; week++) {
    const from = week * bins;
    const total = totalOf(band.counts, from, bins);
    runs[week] = total;
    if (total === 0) continue;
    const beyond = band.beyond[week]!;
    const valueAt = (bin: number, rank: number, of: number): number => {
      const start = low + bin / binsPerDoubling;
      const end = bin === bins - 1 && beyond > start ? beyond : start + 1 / binsPerDoubling;
      return start + ((rank + 0.5) / of) * (end - start);
    };
    for (const id of quantileIds) {
      quantiles[id][week] = quantileOfCounts(band.counts, from, bins, total, quantileLevels[id], valueAt);
    }
  }
  return { quantiles, runs };
}

/** A rival that is the same in every run: its straight line, from week 0. */
function knownRival({ recorded, scenario: { world } }: Setup, runs: number, weeks: number): BandQuantiles {
  const start = recorded.length > 0 ? recorded[0]! : (world.initialCapability as number);
  const step = (world.rivalGrowth as number) / WEEKS_PER_YEAR;
  const path = Float64Array.from(
    { length: weeks },
    (_, week) => start + (world.rivalLead as number) + week * step,
  );
  const quantiles = Object.fromEntries(quantileIds.map((id) => [id, path])) as Record<
    QuantileId,
    Float64Array
  >;
  return { quantiles, runs: new Int32Array(weeks).fill(runs) };
}

/** Weekly quantiles of true capability, deployed capability and the rival. */
export function capabilityBands(aggregate: Aggregate, setup: Setup): CapabilityBands {
  const weeks = aggregate.horizon + 1;
  return {
    capability: quantilesOf(aggregate.capability, weeks),
    deployed: quantilesOf(aggregate.deployed, weeks),
    rival:
      aggregate.rival.beyond.length > 0
        ? quantilesOf(aggregate.rival, weeks)
        : knownRival(setup, aggregate.runs, weeks),
  };
}
