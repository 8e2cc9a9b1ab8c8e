/** What the charts show, in a sentence and in tables. */
import { messages } from '../../messages/messages';
import { capabilityText } from '../people/capabilityText';
import { perHundredShort } from '../people/shareText';
import { activities, type Result } from '../result';
import { activitySpan } from './activityChart';
import { tableWeeks, weekText } from './timeAxis';

const { capability: capabilityWords, activity: activityWords, time } = messages.page;

/** A table: headings, and rows of a heading and cells. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly heading: string; readonly cells: readonly string[] }[];
}

const last = (values: Float64Array): number => values.at(-1) ?? NaN;

/** "3,700x today's frontier": where the middle future ends. */
export function capabilityTitle({ scenario, bands }: Result): string {
  const { scale } = scenario;
  const end = capabilityText(last(bands.capability.quantiles.q50), scale);
  return capabilityWords.title(capabilityWords.on[scale](end));
}

export function capabilityNote({ scenario }: Result): string {
  const axis = scenario.startDate === null ? '' : time.xAxisDates;
  return capabilityWords.note(capabilityWords.scales[scenario.scale], axis);
}

/** The fan chart in a few sentences. */
export function describeCapability({ scenario, bands }: Result): string {
  const { scale, thresholds, world } = scenario;
  const text = (values: Float64Array): string => capabilityText(last(values), scale);
  const { q05, q50, q95 } = bands.capability.quantiles;
  return capabilityWords.describe({
    weeks: world.horizon,
    median: text(q50),
    low: text(q05),
    high: text(q95),
    rival: text(bands.rival.quantiles.q50),
    limits: thresholds.flatMap(({ name, limit }) =>
      limit === null ? [] : [`${name} ${capabilityText(limit, scale)}`],
    ),
  });
}

/** Quantiles of capability every half year. */
export function capabilityTable({ scenario, bands }: Result): ChartTable {
  const { scale, startDate, world } = scenario;
  const { columns, none } = capabilityWords;
  const { quantiles } = bands.capability;
  const series = [
    quantiles.q05,
    quantiles.q25,
    quantiles.q50,
    quantiles.q75,
    quantiles.q95,
    bands.deployed.quantiles.q50,
    bands.rival.quantiles.q50,
  ];
  return {
    columns: Object.values(columns),
    rows: tableWeeks(world.horizon).map((week) => ({
      heading: weekText(week, startDate),
      cells: series.map((values) => {
        const value = values[week] ?? NaN;
        return Number.isNaN(value) ? none : capabilityText(value, scale);
      }),
    })),
  };
}

/** How long training is paused, as a title. */
export function activityTitle(result: Result): string {
  const { median, low, high } = activitySpan(result, 'paused');
  const weeks = messages.page.units.weeks;
  if (result.summary.measures.pausedWeeks.mean === 0) return activityWords.titleNever;
  return activityWords.titlePaused(weeks(median), String(low), String(high));
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
  return activityWords.describe(rows);
}

/** Shares of futures every half year, of 100. */
export function activityTable({ scenario, activity }: Result): ChartTable {
  return {
    columns: [activityWords.time, ...activities.map((id) => activityWords.rows[id])],
    rows: tableWeeks(scenario.world.horizon).map((week) => ({
      heading: weekText(week, scenario.startDate),
      cells: activities.map((id) => perHundredShort(activity[id][week] as number)),
    })),
  };
}
