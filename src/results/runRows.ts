import { flagIds, type FlagId, type MeasureId } from '../engine/runReport';

/** Measures in which two policies are compared run by run. */
export const comparedMeasures = [
  'pausedWeeks',
  'suspendedWeeks',
  'withheldWeeks',
  'unsafeDeploymentWeeks',
  'unsafeInternalUseWeeks',
  'unsecuredWeeks',
  'foregoneDoublings',
  'releases',
] as const satisfies MeasureId[];
export type ComparedMeasure = (typeof comparedMeasures)[number];

/** Columns of the per-run table that a comparison needs: those of a job whose rows a `RowsCollector` takes. */
export type ComparedColumn = 'run' | 'outcome' | FlagId | ComparedMeasure;
export const comparedColumns: readonly ComparedColumn[] = ['run', 'outcome', ...flagIds, ...comparedMeasures];

/**
 * Runs 0 … runs-1 of an ensemble, column by column: `outcome` as its index in `outcomes`, flags as 0 or 1, measures in
 * weeks, doublings or counts.
 */
export interface RunRows {
  readonly runs: number;
  readonly columns: Readonly<Record<ComparedColumn, Float64Array>>;
}

function columnsOf(column: (id: ComparedColumn) => Float64Array): RunRows['columns'] {
  return Object.fromEntries(comparedColumns.map((id) => [id, column(id)])) as Record<
    ComparedColumn,
    Float64Array
  >;
}

/**
 * Collects the runs of one question from 0 on, in any number of jobs. Each starts at `rows.runs` or before, as one does
 * that was cancelled or failed and is done again: a run met twice is the same run.
 */
export class RowsCollector {
  #runs = 0;
  #columns = columnsOf(() => new Float64Array(0));

  /**
   * Takes what a runner delivers for a job whose columns are `comparedColumns`. Throws a RangeError at part of a row, and
   * at a run that leaves out others before it.
   */
  readonly onRows = (rows: Float64Array): void => {
    const width = comparedColumns.length;
    if (rows.length % width !== 0)
      throw new RangeError(`RowsCollector: ${rows.length} numbers in rows of ${width}`);
    let runs = this.#runs;
    for (let at = 0; at < rows.length; at += width) {
      const run = rows[at]!;
      if (!(Number.isInteger(run) && run >= 0 && run <= runs)) {
        throw new RangeError(`RowsCollector: run ${run} after ${runs} runs`);
      }
      runs = Math.max(runs, run + 1);
    }
    this.#reserve(runs);
    comparedColumns.forEach((id, place) => {
      const column = this.#columns[id];
      for (let at = 0; at < rows.length; at += width) column[rows[at]!] = rows[at + place]!;
    });
    this.#runs = runs;
  };

  /** The runs so far. They stay as they are when more come. */
  get rows(): RunRows {
    return { runs: this.#runs, columns: columnsOf((id) => this.#columns[id].subarray(0, this.#runs)) };
  }

  #reserve(runs: number): void {
    const { length } = this.#columns.run;
    if (runs <= length) return;
    this.#columns = columnsOf((id) => {
      const column = new Float64Array(Math.max(1024, 2 * length, runs));
      column.set(this.#columns[id]);
      return column;
    });
  }
}
