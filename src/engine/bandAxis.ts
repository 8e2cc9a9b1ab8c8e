import type { Setup } from '../model/setup';
import { WEEKS_PER_YEAR } from '../model/time';
import { exp } from '../numbers/exact';
import type { Uncertain } from '../scenario/scenario';

/** Equal bins of a capability axis, in doublings: bin b holds low + b / binsPerDoubling up to, not including, the next. */
export interface BandAxis {
  readonly low: number;
  /** A power of two, so that edges and bins are exact. */
  readonly binsPerDoubling: number;
  readonly bins: number;
}

/** At most this many bins: at 450 pixels a bin is less than one, and a quantile within it a tenth. */
const MOST_BINS = 1024;

/** Standard deviations above the mean within which, by Cantelli's inequality, at least 25/26 of runs stay. */
const CANTELLI_DEVIATIONS = 5;

const lowest = (value: Uncertain): number => (typeof value === 'number' ? value : value.low);
const highest = (value: Uncertain): number => (typeof value === 'number' ? value : value.high);

function axis(from: number, to: number): BandAxis {
  let binsPerDoubling = MOST_BINS;
  while (Math.floor(to * binsPerDoubling) - Math.floor(from * binsPerDoubling) + 1 > MOST_BINS) {
    binsPerDoubling /= 2;
  }
  const first = Math.floor(from * binsPerDoubling);
  const bins = Math.floor(to * binsPerDoubling) - first + 1;
  return { low: first / binsPerDoubling, binsPerDoubling, bins };
}

/**
 * The axis for true and deployed capability of a scenario. It depends on the scenario alone, and is wide enough
 * that the 95% quantile of true capability is on it whatever the luck; what lies above is counted in the last bin.
 */
export function capabilityAxis({ scenario: { world }, recorded, horizon }: Setup): BandAxis {
  const hasHistory = recorded.length > 0;
  const from = hasHistory ? recorded[0]! : lowest(world.initialCapability);
  const start = hasHistory ? recorded[recorded.length - 1]! : highest(world.initialCapability);
  const years = (horizon - (hasHistory ? recorded.length - 1 : 0)) / WEEKS_PER_YEAR;

  const growth = highest(world.growth);
  const smoothVariance = highest(world.growthVolatility) * highest(world.growthVolatility);
  const jumpGrowth = (highest(world.jumpShare) * growth) / WEEKS_PER_YEAR;
  const jumpProbability = 1 - exp(-jumpGrowth / highest(world.jumpSize));
  // A jump is exponential: its second moment is twice its mean squared.
  const jumpVariance =
    jumpProbability === 0 ? 0 : (WEEKS_PER_YEAR * 2 * jumpGrowth * jumpGrowth) / jumpProbability;
  const spread = CANTELLI_DEVIATIONS * Math.sqrt(years * (smoothVariance + jumpVariance));
  const gain = (highest(world.postDeploymentGain) * horizon) / WEEKS_PER_YEAR;
  return axis(from, start + growth * years + spread + gain);
}

/** The axis for the rival, whose path is a straight line in every run. */
export function rivalAxis({ scenario: { world }, recorded, horizon }: Setup): BandAxis {
  const hasHistory = recorded.length > 0;
  const from = hasHistory ? recorded[0]! : lowest(world.initialCapability);
  const start = hasHistory ? recorded[0]! : highest(world.initialCapability);
  const years = horizon / WEEKS_PER_YEAR;
  return axis(
    from + lowest(world.rivalLead),
    start + highest(world.rivalLead) + highest(world.rivalGrowth) * years,
  );
}
