import type { Aggregate } from '../engine/aggregate';
import { regionStates, stateCount, stateOffset, type Region, type StateOf } from '../model/regions';

/**
 * Share of runs in each state of a region at the end of each week 0 … horizon (rows sum to 1). `index` is 0 for the
 * lab's own regions, the level for `capability` and `warning`, 2·level + kind for `protection`.
 */
export function stateShares<R extends Region>(
  aggregate: Aggregate,
  region: R,
  index = 0,
): Record<StateOf<R>, Float64Array> {
  const width = stateCount(aggregate.levels);
  const offset = stateOffset(region, index);
  const names = regionStates[region] as readonly StateOf<R>[];
  const shares = names.map((_, state) => {
    // Every run starts in the first state; from there the moves are counted.
    let present = state === 0 ? aggregate.runs : 0;
    return Float64Array.from({ length: aggregate.horizon + 1 }, (_, week) => {
      present += aggregate.occupancy[week * width + offset + state]!;
      return present / aggregate.runs;
    });
  });
  return Object.fromEntries(names.map((name, state) => [name, shares[state]!])) as Record<
    StateOf<R>,
    Float64Array
  >;
}
