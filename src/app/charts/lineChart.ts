import type { ChartConfiguration, ChartDataset, ChartOptions, Plugin, Scale } from 'chart.js';
import type { AxisTick } from './capabilityAxis';
import type { ChartTheme } from './theme';

/** A point of a line: week and value. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface LineConfiguration extends Omit<ChartConfiguration<'line', ChartPoint[]>, 'plugins'> {
  /** Axes and styles as text: of two configurations with the same, only values and what plugins draw differ. */
  readonly frame: string;
  readonly plugins: readonly LinePlugin[];
}
/** What a plugin may do to a chart: draw on it. */
export type LinePlugin = Pick<
  Plugin<'line'>,
  'id' | 'beforeDraw' | 'beforeDatasetDraw' | 'afterDatasetsDraw'
>;
export type LineDataset = ChartDataset<'line', ChartPoint[]>;

/** Width that a chart is drawn for. Below it labels are shorter and the gutters narrower. */
export const WIDE = 560;

/** More points on a line than this can't be told apart. */
const MOST_POINTS = 300;

/** Weekly values as points of a line, a point for every week or, of long futures, every second or third and the last. */
export function weeklyPoints(values: ArrayLike<number>): ChartPoint[] {
  const last = values.length - 1;
  const step = Math.ceil(values.length / MOST_POINTS);
  const points: ChartPoint[] = [];
  for (let week = 0; week < last; week += step) points.push({ x: week, y: values[week] as number });
  if (last >= 0) points.push({ x: last, y: values[last] as number });
  return points;
}

/** A line without points, animation or legend entry. */
export function line(name: string, data: ChartPoint[], style: Partial<LineDataset>): LineDataset {
  return { label: name, data, pointRadius: 0, borderWidth: 1.5, fill: false, ...style };
}

interface Frame {
  readonly theme: ChartTheme;
  readonly horizon: number;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  readonly yMin: number;
  readonly yMax: number;
  readonly isWide: boolean;
  /** From the lowest to the one on top. */
  readonly datasets: LineDataset[];
  readonly plugins: readonly LinePlugin[];
}

function ticksOf(ticks: readonly AxisTick[]): Pick<NonNullable<ScaleOptions>, 'afterBuildTicks'> {
  return {
    afterBuildTicks(axis: Scale) {
      axis.ticks = ticks.map(({ value, label }) => ({ value, label }));
    },
  };
}

type ScaleOptions = NonNullable<ChartOptions<'line'>['scales']>[string];

/** A chart over weeks with ticks of our own, margins that charts below each other share, and nothing that moves. */
export function lineChart(frame: Frame): LineConfiguration {
  const { theme, horizon, isWide, datasets, plugins, ...axes } = frame;
  const styles = datasets.map(({ data: _, ...style }) => style);
  const font = { family: theme.fontFamily, size: 12 };
  // By value: some ticks may be left out.
  const labelOf = (ticks: readonly AxisTick[]) => {
    const labels = new Map<unknown, string>(ticks.map(({ value, label }) => [value, label]));
    return (value: unknown) => labels.get(value) ?? '';
  };
  const axisWidth = isWide ? 76 : 68;
  return {
    type: 'line',
    // Chart.js draws the first on top unless it is told an order.
    data: { datasets: datasets.map((dataset, index) => ({ ...dataset, order: -index })) },
    plugins,
    frame: JSON.stringify([theme, horizon, isWide, axes, styles]),
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      layout: { autoPadding: false, padding: { top: 4, right: isWide ? 96 : 86, bottom: 0, left: 0 } },
      elements: { line: { borderJoinStyle: 'round' } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: horizon,
          border: { color: theme.muted },
          grid: { color: theme.grid, drawTicks: true, tickLength: 4 },
          ticks: {
            color: theme.muted,
            font,
            maxRotation: 0,
            autoSkip: true,
            autoSkipPadding: 12,
            // The first may be a word, the others are as wide as each other.
            sampleSize: 2,
            callback: labelOf(frame.xTicks),
          },
          ...ticksOf(frame.xTicks),
        },
        y: {
          type: 'linear',
          min: frame.yMin,
          max: frame.yMax,
          border: { display: false },
          grid: { color: theme.grid, drawTicks: false },
          ticks: {
            color: theme.muted,
            font,
            padding: 8,
            autoSkip: true,
            // Labels are as high as each other, and the axis is as wide as it is told: one says it all.
            sampleSize: 1,
            callback: labelOf(frame.yTicks),
          },
          ...ticksOf(frame.yTicks),
          afterFit(axis: Scale) {
            axis.width = axisWidth;
          },
        },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
  };
}
