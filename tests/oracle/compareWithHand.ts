import { EnsembleSimulator, type RunRange } from '../../src/engine/ensemble';
import { runColumns } from '../../src/engine/runTable';
import type { Scenario } from '../../src/scenario/scenario';
import { newHandTally } from './handTally';
import { handColumns } from './handScenario';
import { simulateByHand } from './handWritten';

/** Sums are taken in different orders; beyond this, a difference is one of meaning. */
const ROUNDING = 1e-9;
/** Counted in whole 2^-20ths, so that rounding may move it by one. */
const FOREGONE_STEP = 1 / 1048576;

function same(id: string, kernel: number, hand: number): boolean {
  if (Object.is(kernel, hand)) return true;
  if (id === 'foregoneDoublings') return Math.abs(kernel - hand) <= 1.01 * FOREGONE_STEP;
  if (!/^final|dangerPoint$/.test(id)) return false;
  return Math.abs(kernel - hand) <= ROUNDING * Math.max(1, Math.abs(kernel));
}

export interface HandComparison {
  /** Where the two first part; undefined: nowhere. */
  readonly difference: string | undefined;
  /** Columns of the per-run table in which some run has more than 0. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Holds the kernel against the hand-written loop over a range of runs: every column of every run, and for every week
 * the number of runs that come to be in each state.
 */
export function compareWithHand(scenario: Scenario, seed: string, range: RunRange): HandComparison {
  const levels = scenario.thresholds.length;
  const simulator = new EnsembleSimulator(scenario, seed);
  const aggregate = simulator.newAggregate();
  const columns = runColumns(levels);
  const ids = handColumns(levels);
  const rows: Float64Array[] = [];
  const tally = newHandTally(levels, scenario.world.horizon, aggregate.capability.axis, aggregate.rival.axis);
  simulateByHand(scenario, seed, range.from, range.to, (row) => rows.push(row.slice()), tally);

  const differences: string[] = [];
  simulator.simulate(range, aggregate, (run, lab) => {
    const hand = rows[run - range.from]!;
    const note = (id: string, kernel: number, at: number): void => {
      if (same(id, kernel, hand[at]!)) return;
      differences.push(`run ${run}, ${id}: kernel ${kernel}, hand ${hand[at]}`);
    };
    columns.forEach(({ id, read }, at) => {
      if (ids[at] !== id) throw new Error(`column ${at}: ${id} and ${ids[at]}`);
      note(id, read(lab, run), at);
    });
    note('finalUnconstrained', lab.unconstrainedCapability, columns.length);
    const deployed = hand[columns.length + 1]!;
    if (deployed === deployed) note('finalDeployed', lab.deployedCapability, columns.length + 1);
  });
  const at = aggregate.occupancy.findIndex((moves, cell) => moves !== tally.moves[cell]);
  if (at >= 0 || aggregate.occupancy.length !== tally.moves.length) {
    const place = `week ${Math.floor(at / tally.cells)}, state ${at % tally.cells}`;
    differences.push(`${place}: kernel ${aggregate.occupancy[at]}, hand ${tally.moves[at]}`);
  }
  const seen = new Set(ids.filter((_, column) => rows.some((row) => row[column]! > 0)));
  return { difference: differences.length > 0 ? differences.slice(0, 10).join('\n') : undefined, seen };
}
