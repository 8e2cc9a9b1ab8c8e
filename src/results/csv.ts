/** Results as comma-separated values, RFC 4180: a header, lines ended by CR LF, quotes only where needed. */
import { flagIds, levelFlagIds, measureIds } from '../engine/runReport';
import { runColumns } from '../engine/runTable';
import { outcomes } from '../model/score';
import type { Share } from './share';
import type { Distribution, EnsembleSummary } from './summary';

export type Cell = string | number | null;

const END_OF_LINE = '\r\n';

/** Numbers in the shortest form that reads back as the same number; nothing for null. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One line of a table. */
export function line(cells: readonly Cell[]): string {
  return cells.map(cellText).join(',') + END_OF_LINE;
}

/** The header line of the table with one row per run. */
export function runTableHeader(levels: number): string {
  return line(runColumns(levels).map(({ id }) => id));
}

/**
 * Lines of the table with one row per run, from `rows` as a runner's `onRows` gives them: the values of `runColumns`,
 * row by row. The outcome is written as its id; what a run does not have (NaN) is left empty.
 */
export function runTableLines(rows: Float64Array, levels: number): string {
  const columns = runColumns(levels);
  const outcomeColumn = columns.findIndex(({ id }) => id === 'outcome');
  let text = '';
  for (let at = 0; at < rows.length; at += columns.length) {
    for (let column = 0; column < columns.length; column++) {
      const value = rows[at + column]!;
      if (column > 0) text += ',';
      if (column === outcomeColumn) text += outcomes[value]!;
      else if (!Number.isNaN(value)) text += String(value);
    }
    text += END_OF_LINE;
  }
  return text;
}

function shareCells(prefix: readonly Cell[], { count, share, low, high }: Share): Cell[][] {
  const statistics = { count, share, low, high };
  return Object.entries(statistics).map(([statistic, value]) => [...prefix, statistic, value]);
}

function distributionCells(prefix: readonly Cell[], distribution: Distribution): Cell[][] {
  return Object.entries(distribution).map(([statistic, value]) => [...prefix, statistic, value]);
}

/**
 * A summary as a long table: columns group, id, level, statistic, value. Groups: `ensemble` (what was simulated),
 * `outcome`, `flag`, `measure` (among them the week of the first pause), `threshold` (whose levels are numbered from 1;
 * empty elsewhere).
 */
export function summaryCsv(summary: EnsembleSummary): string {
  const { scenario, thresholds } = summary;
  const about: Record<string, Cell> = {
    modelVersion: summary.modelVersion,
    schemaVersion: summary.schemaVersion,
    scenarioId: scenario.id,
    scenarioTitle: scenario.title,
    scenarioHash: scenario.hash,
    seed: summary.seed,
    runs: summary.runs,
    fingerprint: summary.fingerprint,
  };
  const table: Cell[][] = [
    ['group', 'id', 'level', 'statistic', 'value'],
    ...Object.entries(about).map(([id, value]): Cell[] => ['ensemble', id, null, null, value]),
    ...outcomes.flatMap((id) => shareCells(['outcome', id, null], summary.outcomes[id])),
    ...flagIds.flatMap((id) => shareCells(['flag', id, null], summary.flags[id])),
    ...measureIds.flatMap((id) => distributionCells(['measure', id, null], summary.measures[id])),
    ...distributionCells(['measure', 'firstPauseWeek', null], summary.firstPauseWeek),
    ...thresholds.flatMap((level, k) => [
      ['threshold', 'name', k + 1, null, level.name],
      ...levelFlagIds.flatMap((id) => shareCells(['threshold', id, k + 1], level[id])),
      ...distributionCells(['threshold', 'leadWeeks', k + 1], level.leadWeeks),
    ]),
  ];
  return table.map(line).join('');
}
