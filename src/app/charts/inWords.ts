/** What the charts show, in a sentence and in tables. */
import { messages } from '../../messages/messages';
import { duration } from '../../results/amounts';
import type { Scenario } from '../../scenario/scenario';
import { capabilityText } from '../people/capabilityText';
import { perHundredShort } from '../people/shareText';
import { activities, type Result } from '../result';
import { activitySpan } from './activityChart';
import { atEnd, nothingCompared, onOtherScale, onScaleOf } from './compared';
import { dangerZones } from './levelMarks';
import { tableWeeks, weekText } from './timeAxis';

const { capability: capabilityWords, activity: activityWords, time } = messages.page;

/** A table: headings, and rows of a heading and cells. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly heading: string; readonly cells: readonly string[] }[];
}

const last = (values: Float64Array): number => values.at(-1) ?? NaN;

/** A capability in words, or a dash in weeks without one. */
function textOf(value: number | undefined, { scale }: Scenario): string {
  return value === undefined || Number.isNaN(value) ? capabilityWords.none : capabilityText(value, scale);
}

/** "3,700x today's frontier": where the middle future ends. */
export function capabilityTitle({ scenario, bands }: Result): string {
  const { scale } = scenario;
  const end = capabilityText(last(bands.capability.quantiles.q50), scale);
  return capabilityWords.title(capabilityWords.on[scale](end));
}

/** What the axes and shades are, and which compared policies are missing. */
export function capabilityNote({ scenario }: Result, comparison = nothingCompared): string {
  const missing = onOtherScale(scenario, comparison);
  return capabilityWords.note(capabilityWords.scales[scenario.scale], [
    ...(scenario.startDate === null ? [] : [time.xAxisDates]),
    ...(dangerZones(scenario).length === 0 ? [] : [capabilityWords.zones]),
    ...(missing.length === 0 ? [] : [capabilityWords.reading.onOtherScale(missing)]),
  ]);
}

/** The fan chart in a few sentences. */
export function describeCapability({ scenario, bands }: Result, comparison = nothingCompared): string {
  const { scale, thresholds, world } = scenario;
  const text = (values: Float64Array): string => capabilityText(last(values), scale);
  const { q05, q50, q95 } = bands.capability.quantiles;
  const description = capabilityWords.describe({
    weeks: world.horizon,
    median: text(q50),
    low: text(q05),
    high: text(q95),
    rival: text(bands.rival.quantiles.q50),
    limits: thresholds.flatMap(({ name, limit }) =>
      limit === null ? [] : [`${name} ${capabilityText(limit, scale)}`],
    ),
  });
  const ends = onScaleOf(scenario, comparison).map(({ letter, result }) =>
    capabilityWords.comparedEnd(
      letter,
      capabilityText(atEnd(world.horizon, result.bands.capability.quantiles.q50), scale),
    ),
  );
  return ends.length === 0 ? description : `${description} ${capabilityWords.describeCompared(ends)}`;
}

/** Quantiles of capability every half year. */
export function capabilityTable({ scenario, bands }: Result, comparison = nothingCompared): ChartTable {
  const { startDate, world } = scenario;
  const { columns, comparedColumn } = capabilityWords;
  const compared = onScaleOf(scenario, comparison);
  const { quantiles } = bands.capability;
  const series = [
    quantiles.q05,
    quantiles.q25,
    quantiles.q50,
    quantiles.q75,
    quantiles.q95,
    bands.deployed.quantiles.q50,
    bands.rival.quantiles.q50,
    ...compared.map(({ result }) => result.bands.capability.quantiles.q50),
  ];
  return {
    columns: [...Object.values(columns), ...compared.map(({ letter }) => comparedColumn(letter))],
    rows: tableWeeks(world.horizon).map((week) => ({
      heading: weekText(week, startDate),
      cells: series.map((values) => textOf(values[week], scenario)),
    })),
  };
}

/** When training first pauses in the middle of the futures that pause: "in about 14 months". */
function firstPause(week: number): string {
  return week < 1 ? activityWords.first.atOnce : activityWords.first.in(duration(week));
}

/** When training first pauses and for how long it is paused, as a title. */
export function activityTitle(result: Result): string {
  const { q50 } = result.summary.firstPauseWeek;
  if (q50 === null) return activityWords.titleNever;
  const { median } = activitySpan(result, 'paused');
  if (median === 0) return activityWords.titleSeldom(firstPause(q50));
  return activityWords.titlePaused(firstPause(q50), messages.page.units.weeks(median));
}

function describeFirstPause({ summary }: Result): string {
  const { q05, q50, q95 } = summary.firstPauseWeek;
  if (q05 === null || q50 === null || q95 === null) return '';
  return activityWords.describeFirst(Math.round(q50), Math.round(q05), Math.round(q95));
}

/** The activity chart in a few sentences. */
export function describeActivity(result: Result): string {
  const rows = activities.map((id) => {
    const shares = result.activity[id];
    let peak = 0;
    shares.forEach((share, week) => {
      if (share > (shares[peak] as number)) peak = week;
    });
    const { median, low, high } = activitySpan(result, id);
    const most = perHundredShort(shares[peak] as number);
    return activityWords.describeRow(activityWords.rows[id], most, peak, median, low, high);
  });
  return activityWords.describe(describeFirstPause(result), rows);
}

/** Shares of futures every half year, of 100. */
export function activityTable({ scenario, activity }: Result, { compared } = nothingCompared): ChartTable {
  const { comparedColumn, rows } = activityWords;
  const share = (value: number | undefined): string =>
    value === undefined ? capabilityWords.none : perHundredShort(value);
  return {
    columns: [
      activityWords.time,
      ...activities.map((id) => rows[id]),
      ...compared.flatMap(({ letter }) => activities.map((id) => comparedColumn(letter, rows[id]))),
    ],
    rows: tableWeeks(scenario.world.horizon).map((week) => ({
      heading: weekText(week, scenario.startDate),
      cells: [{ result: { activity } }, ...compared].flatMap(({ result }) =>
        activities.map((id) => share(result.activity[id][week])),
      ),
    })),
  };
}
