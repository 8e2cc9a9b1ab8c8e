import type { ChartTheme, PolicyColours } from '../../src/app/charts/theme';
import type { Letter, PinnedResult } from '../../src/app/compare/letters';
import { resultOf, type Result } from '../../src/app/result';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { columnsOf } from '../../src/engine/runner';
import { rowCollector } from '../../src/engine/threadProtocol';
import { comparedColumns, RowsCollector } from '../../src/results/runRows';
import { applySettings } from '../../src/scenario/applySettings';
import { preset, type PresetId } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';

const policy = (name: string): PolicyColours => ({
  line: name,
  innerBand: `${name} inner`,
  outerBand: `${name} outer`,
});

/** A theme whose colours are their names. */
export const theme: ChartTheme = {
  ink: 'ink',
  muted: 'muted',
  grid: 'grid',
  paper: 'paper',
  danger: 'danger',
  dangerZone: 'zone',
  unsafe: 'unsafe',
  present: policy('present'),
  policies: { A: policy('a'), B: policy('b'), C: policy('c'), D: policy('d') },
  fontFamily: 'sans-serif',
};

/** What the page shows of some runs of a scenario. */
export function answer(scenario: Scenario, runs = 200): Result {
  const simulator = new EnsembleSimulator(scenario, '1');
  const aggregate = simulator.newAggregate();
  const job = { scenario, seed: '1', from: 0, to: runs, columns: comparedColumns };
  const table = rowCollector(columnsOf(job), 0, runs);
  simulator.simulate(job, aggregate, table.onRun);
  const collector = new RowsCollector();
  collector.onRows(table.rows);
  return resultOf(job, { aggregate, rows: collector.rows, sample: null }, true);
}

/** A preset with some settings changed. */
export function changed(id: PresetId, settings: Readonly<Record<string, string>>): Scenario {
  const decoded = applySettings(
    preset(id),
    Object.entries(settings).map(([key, text]) => ({ id: key, text })),
  );
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
  return decoded.scenario;
}

export function pinned(letter: Letter, result: Result): PinnedResult {
  return { letter, result };
}
