import { messages } from '../../messages/messages';
import type { Distribution } from '../../results/summary';
import { activities, type Activity, type Result } from '../result';
import { directLabels, type DirectLabel } from './directLabels';
import { WIDE, line, lineChart, weeklyPoints, type LineConfiguration, type LineDataset } from './lineChart';
import type { ChartTheme } from './theme';
import { timeTicks } from './timeAxis';

const words = messages.page.activity;

/** Height of a share of 1 in a row of height 1; the rest keeps rows apart. */
const FULL = 0.86;

const measureOf = {
  paused: 'pausedWeeks',
  suspended: 'suspendedWeeks',
  withheld: 'withheldWeeks',
} as const satisfies Record<Activity, string>;

/** How long an activity lasts in a future: whole weeks. */
export interface ActivitySpan {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function spanOf(distribution: Distribution): ActivitySpan {
  const whole = (value: number | null): number => Math.round(value ?? 0);
  return { median: whole(distribution.q50), low: whole(distribution.q05), high: whole(distribution.q95) };
}

/** Median and 5 to 95% quantiles of the weeks an activity takes in a future. */
export function activitySpan({ summary }: Result, activity: Activity): ActivitySpan {
  return spanOf(summary.measures[measureOf[activity]]);
}

/** Rows from the top: training paused, internal use suspended, release held back; share of runs by week. */
export function activityChart(result: Result, theme: ChartTheme, width: number): LineConfiguration {
  const { scenario, activity } = result;
  const { horizon } = scenario.world;
  const rows = activities.length;
  const labels: DirectLabel[] = [];
  const level = (name: string, y: number): LineDataset =>
    line(
      name,
      [
        { x: 0, y },
        { x: horizon, y },
      ],
      { borderColor: theme.grid, borderWidth: 1 },
    );
  const datasets = activities.flatMap((id, row): LineDataset[] => {
    const base = rows - 1 - row;
    const { median, low, high } = activitySpan(result, id);
    labels.push({
      text: words.weeks(median),
      detail: words.range(low, high),
      colour: theme.ink,
      at: 'end',
      y: base + FULL / 2,
      strong: true,
    });
    labels.push({ text: words.rows[id], colour: theme.ink, at: 'start', y: base + FULL * 0.8 });
    return [
      level(`${id} none`, base),
      level(`${id} all`, base + FULL),
      line(id, weeklyPoints(activity[id].map((share) => base + share * FULL)), {
        borderColor: theme.held,
        borderWidth: 1.25,
        fill: { value: base },
        backgroundColor: theme.outerBand,
      }),
    ];
  });
  return lineChart({
    theme,
    horizon,
    isWide: width >= WIDE,
    xTicks: timeTicks(horizon, scenario.startDate),
    yTicks: [],
    yMin: 0,
    yMax: rows,
    datasets,
    plugins: [directLabels({ theme, labels })],
  });
}
