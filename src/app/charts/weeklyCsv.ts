/**
 * What a chart shows as a rectangular table, a row for every week: numbers first, then columns, the same in every row,
 * that say where the row comes from, so that tables of several scenarios can be put below each other and filtered.
 */
import { messages } from '../../messages/messages';
import { line as csvLine, type Cell } from '../../results/csv';
import { quantileIds } from '../../results/quantile';
import type { Scenario } from '../../scenario/scenario';
import { activities, type Result } from '../result';
import type { SampleRun } from '../../engine/sampleRun';
import { nothingCompared, onScaleOf } from './compared';
import { scenarioName } from './source';
import { dateOfWeek } from './timeAxis';

const { capability: capabilityWords, activity: activityWords } = messages.page;

/** A column by week. */
export interface Column {
  readonly head: string;
  readonly at: (week: number) => Cell;
}

/** A column that is the same in every week. */
export const constant = (head: string, value: Cell): Column => ({ head, at: () => value });

function timeColumns({ startDate }: Scenario): Column[] {
  const { week: weekHead, date } = capabilityWords.download.columns;
  const weeks: Column = { head: weekHead, at: (week) => week };
  if (startDate === null) return [weeks];
  const isoDate = (week: number): string => dateOfWeek(startDate, week).toISOString().slice(0, 10);
  return [weeks, { head: date, at: isoDate }];
}

function sourceColumns(result: Result): Column[] {
  const { source } = capabilityWords.download.columns;
  const { seed, runs, fingerprint, modelVersion } = result.summary;
  return [
    constant(source.scenario, scenarioName(result)),
    constant(source.seed, seed),
    constant(source.runs, runs),
    constant(source.fingerprint, fingerprint),
    constant(source.model, modelVersion),
  ];
}

/** A table of columns with a row for every week of a scenario, its number and date first. */
export function weeklyTable(scenario: Scenario, columns: readonly Column[]): string {
  const all = [...timeColumns(scenario), ...columns];
  const weeks = Array.from({ length: scenario.world.horizon + 1 }, (_, week) => week);
  return [all.map(({ head }) => head), ...weeks.map((week) => all.map(({ at }) => at(week)))]
    .map(csvLine)
    .join('');
}

function csv(result: Result, columns: readonly Column[]): string {
  return weeklyTable(result.scenario, [...columns, ...sourceColumns(result)]);
}

/** A quantile's bin is 1/1024 of a doubling or wider: more digits of the multiple would say nothing. */
const DIGITS = 6;

/** The multiple, or the hours of work, that a number of doublings stands for; null where there is none. */
export function multiple(doublings: number | null | undefined): number | null {
  if (doublings === null || doublings === undefined || Number.isNaN(doublings)) return null;
  return Number((2 ** doublings).toPrecision(DIGITS));
}

/** Bands, medians, limits, danger points and the future drawn on top, as multiples of today's frontier or in hours. */
export function capabilityCsv(result: Result, sample: SampleRun, comparison = nothingCompared): string {
  const { scenario, bands } = result;
  const words = capabilityWords.download.columns;
  const unit = words.units[scenario.scale];
  const weekly = (name: string, values: Float64Array): Column => ({
    head: words.in(name, unit),
    at: (week) => multiple(values[week]),
  });
  const level = (name: string, value: number | null): Column =>
    constant(words.in(name, unit), multiple(value));
  return csv(result, [
    ...quantileIds.map((id) => weekly(words.quantiles[id], bands.capability.quantiles[id])),
    weekly(words.deployed, bands.deployed.quantiles.q50),
    weekly(words.rival, bands.rival.quantiles.q50),
    weekly(words.future(String(sample.run)), sample.capability),
    ...onScaleOf(scenario, comparison).map(({ letter, result: other }) =>
      weekly(words.compared(letter, scenarioName(other)), other.bands.capability.quantiles.q50),
    ),
    ...scenario.thresholds.flatMap(({ name, limit, danger }) => [
      level(words.limit(name), limit),
      level(words.danger(name), danger),
    ]),
  ]);
}

/** Shares of futures in which a model is deployed or used unsafely or the lab is held back, from 0 to 1. */
export function activityCsv(result: Result, { compared } = nothingCompared): string {
  const words = activityWords.download.columns;
  const weekly = (head: string, values: Float64Array): Column => ({
    head,
    at: (week) => values[week] ?? null,
  });
  return csv(result, [
    ...activities.map((id) => weekly(words.share(activityWords.rows[id]), result.activity[id])),
    ...compared.flatMap(({ letter, result: other }) =>
      activities.map((id) =>
        weekly(words.compared(letter, activityWords.rows[id], scenarioName(other)), other.activity[id]),
      ),
    ),
  ]);
}
