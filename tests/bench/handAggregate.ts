import type { Aggregate } from '../../src/engine/aggregate';
import { Hash64 } from '../../src/numbers/hash';
import { AT, FIRST_LEVEL_COLUMN } from '../oracle/handScenario';
import { newHandTally, type HandTally } from '../oracle/handTally';

/** What an ensemble keeps of each run and week, as plainly as the hand-written loop keeps its state. */
export interface HandAggregate {
  readonly tally: HandTally;
  readonly addRun: (row: Float64Array) => void;
  readonly runs: () => number;
}

const LEVEL_COLUMNS = 10;
const OUTCOMES = 7;
const MEASURES = 11;
const BINS_PER_DOUBLING = 256;
/** Bins of a measure; a larger value counts in the last. */
const BINS = 4096;

/** Bands, moves, outcomes, sums and histograms of the measures, level flags, leads and a fingerprint. */
export function handAggregate(like: Aggregate): HandAggregate {
  const { levels, horizon } = like;
  const rivalAxis = like.rival.beyond.length > 0 ? like.rival.axis : null;
  const tally = newHandTally(levels, horizon, like.capability.axis, rivalAxis);
  const outcomes = new Int32Array(OUTCOMES);
  const sums = new Float64Array(MEASURES);
  const histograms = new Int32Array(MEASURES * BINS);
  const flags = new Int32Array(levels * LEVEL_COLUMNS);
  const leads = new Int32Array(levels * (2 * horizon + 1));
  let fingerprint = 0;
  let runs = 0;
  const addRun = (row: Float64Array): void => {
    runs++;
    const outcome = row[AT.outcome]!;
    outcomes[outcome] = outcomes[outcome]! + 1;
    for (let measure = 0; measure < MEASURES; measure++) {
      const value = row[AT.pausedWeeks + measure]!;
      sums[measure] = sums[measure]! + value;
      const inBins = AT.pausedWeeks + measure === AT.foregoneDoublings ? value * BINS_PER_DOUBLING : value;
      const bin = measure * BINS + Math.min(BINS - 1, Math.round(inBins));
      histograms[bin] = histograms[bin]! + 1;
    }
    for (let k = 0; k < levels; k++) {
      const from = FIRST_LEVEL_COLUMN + k * LEVEL_COLUMNS;
      for (let column = 5; column < LEVEL_COLUMNS; column++) {
        const flag = k * LEVEL_COLUMNS + column;
        flags[flag] = flags[flag]! + row[from + column]!;
      }
      const lead = row[from + 4]!;
      if (lead !== lead) continue;
      const bin = k * (2 * horizon + 1) + lead + horizon;
      leads[bin] = leads[bin]! + 1;
    }
    const hash = new Hash64();
    for (let column = 1; column < AT.finalCapability; column++) hash.addInt(row[column]!);
    hash.addFloat(row[AT.finalCapability]!).addFloat(row[AT.finalRival]!);
    for (let column = FIRST_LEVEL_COLUMN; column < row.length - 2; column++) hash.addInt(row[column]!);
    fingerprint = (fingerprint + hash.low) | 0;
  };
  return { tally, addRun, runs: () => runs };
}
