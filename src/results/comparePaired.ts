/** Two policies compared run by run, under the same luck. */
import { flagIds, type FlagId } from '../engine/runReport';
import { outcomes, type Outcome } from '../model/score';
import { pairedDifference, pairedMean, type PairedInterval } from './paired';
import { comparedMeasures, type ComparedMeasure, type RunRows } from './runRows';
import { wilsonShare, type Share } from './share';
import { unsafeOutcomes } from './unsafe';

/**
 * How safely a run ends: more is safer. The order is that of the outcomes; whether the lab paused, was ready or met no
 * danger makes it no safer, so that these three are equal.
 */
export const safetyRanks: Readonly<Record<Outcome, number>> = {
  'unsafe-deployment': 0,
  'unsafe-internal-use': 1,
  unsecured: 2,
  'protection-failed': 3,
  'paused-in-time': 4,
  protected: 4,
  'not-reached': 4,
};

/** How often something is so in A and in B, and the difference, B less A. */
export interface ComparedShare extends PairedInterval {
  readonly a: Share;
  readonly b: Share;
}

/** Mean over runs in A and in B, and the difference, B less A. */
export interface ComparedMean extends PairedInterval {
  readonly a: number;
  readonly b: number;
}

export interface PairedComparison {
  /** Runs that both have. */
  readonly runs: number;
  /** Runs that end more safely in B than in A, less safely, and as safely (`safetyRanks`). */
  readonly better: Share;
  readonly worse: Share;
  readonly same: Share;
  /** The three unsafe outcomes together. */
  readonly unsafe: ComparedShare;
  readonly outcomes: Readonly<Record<Outcome, ComparedShare>>;
  readonly flags: Readonly<Record<FlagId, ComparedShare>>;
  readonly measures: Readonly<Record<ComparedMeasure, ComparedMean>>;
  /** Runs by outcome in A (row) and in B (column), both in the order of `outcomes`. */
  readonly table: readonly (readonly number[])[];
}

function record<Id extends string, Value>(
  ids: readonly Id[],
  value: (id: Id, place: number) => Value,
): Record<Id, Value> {
  return Object.fromEntries(ids.map((id, place) => [id, value(id, place)])) as Record<Id, Value>;
}

/** Runs by value in A (row) and in B (column), values being 0 … size - 1. */
function crossTable(a: Float64Array, b: Float64Array, runs: number, size: number): number[][] {
  const table = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let run = 0; run < runs; run++) table[a[run]!]![b[run]!]!++;
  return table;
}

/** Runs of those cells of a table of which `holds` is true. */
function countWhere(
  table: readonly (readonly number[])[],
  holds: (inA: number, inB: number) => boolean,
): number {
  return table.reduce(
    (sum, row, inA) => row.reduce((part, count, inB) => (holds(inA, inB) ? part + count : part), sum),
    0,
  );
}

/** How often a value is one of those with the property. */
function comparedShare(
  table: readonly (readonly number[])[],
  runs: number,
  has: (value: number) => boolean,
): ComparedShare {
  const both = countWhere(table, (inA, inB) => has(inA) && has(inB));
  const onlyA = countWhere(table, (inA, inB) => has(inA) && !has(inB));
  const onlyB = countWhere(table, (inA, inB) => !has(inA) && has(inB));
  return {
    a: wilsonShare(both + onlyA, runs),
    b: wilsonShare(both + onlyB, runs),
    ...pairedDifference(onlyA, onlyB, runs),
  };
}

function mean(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value, 0) / column.length;
}

/**
 * B against A over the runs both have, which must be at least two of the same seed, so that each run meets the same
 * luck in both. Throws a RangeError where there are fewer.
 */
export function comparePaired(a: RunRows, b: RunRows): PairedComparison {
  const runs = Math.min(a.runs, b.runs);
  if (runs < 2) throw new RangeError(`comparePaired: ${a.runs} and ${b.runs} runs`);
  const table = crossTable(a.columns.outcome, b.columns.outcome, runs, outcomes.length);
  const ranks = outcomes.map((id) => safetyRanks[id]);
  const ended = (isSo: (inA: number, inB: number) => boolean): Share =>
    wilsonShare(
      countWhere(table, (inA, inB) => isSo(ranks[inA]!, ranks[inB]!)),
      runs,
    );
  const unsafe = unsafeOutcomes.map((id) => outcomes.indexOf(id));
  return {
    runs,
    better: ended((inA, inB) => inB > inA),
    worse: ended((inA, inB) => inB < inA),
    same: ended((inA, inB) => inB === inA),
    unsafe: comparedShare(table, runs, (value) => unsafe.includes(value)),
    outcomes: record(outcomes, (_, outcome) => comparedShare(table, runs, (value) => value === outcome)),
    flags: record(flagIds, (id) =>
      comparedShare(crossTable(a.columns[id], b.columns[id], runs, 2), runs, (value) => value === 1),
    ),
    measures: record(comparedMeasures, (id) => {
      const [inA, inB] = [a.columns[id].subarray(0, runs), b.columns[id].subarray(0, runs)];
      return { a: mean(inA), b: mean(inB), ...pairedMean(inA, inB) };
    }),
    table,
  };
}
