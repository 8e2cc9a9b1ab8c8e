import { messages } from '../../messages/messages';
import type { BandQuantiles } from '../../results/bands';
import type { Scenario } from '../../scenario/scenario';
import { capabilityText } from '../people/capabilityText';
import type { Result } from '../result';
import type { SampleRun } from '../sampleRun';
import { capabilityAxis, type CapabilityAxis } from './capabilityAxis';
import { directLabels, type DirectLabel, type PointLabel } from './directLabels';
import { WIDE, line, lineChart, weeklyPoints, type LineConfiguration, type LineDataset } from './lineChart';
import type { ChartTheme } from './theme';
import { timeTicks } from './timeAxis';

const words = messages.page.capability;

/** The least and the largest of weekly values, weeks without a value aside. */
function extent(values: Float64Array): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** The axis that shows everything the chart draws. */
export function fanAxis({ scenario, bands }: Result, sample: SampleRun): CapabilityAxis {
  const { q05, q95 } = bands.capability.quantiles;
  const levels = scenario.thresholds.map(({ limit, danger }) => limit ?? danger);
  const lows = [q05, bands.rival.quantiles.q50].map((values) => extent(values)[0]);
  const highs = [q95, bands.rival.quantiles.q50, sample.capability].map((values) => extent(values)[1]);
  return capabilityAxis(Math.min(...lows), Math.max(...highs, ...levels), scenario.scale);
}

interface LevelLine {
  readonly y: number;
  readonly kind: 'limit' | 'alert' | 'danger';
  readonly label: string;
}

/** Horizontal lines of a scenario: each level's limit and alert, and its danger point where that is not the limit. */
export function levelLines(scenario: Scenario, isWide: boolean): LevelLine[] {
  const { thresholds, policy, scale } = scenario;
  const { safetyBuffer } = policy.limits;
  return thresholds.flatMap(({ name, limit, danger }) => {
    const text = (value: number): string => {
      const inWords = capabilityText(value, scale);
      // A level that is named by its own limit ("8 hours") need not say it twice.
      const isInName = name.startsWith(`${inWords.split(' ')[0] ?? ''} `);
      return isWide && !isInName ? ` ${inWords}` : '';
    };
    const lines: LevelLine[] = [];
    if (limit !== null) {
      lines.push({ y: limit, kind: 'limit', label: words.limit(name) + text(limit) });
      if (safetyBuffer > 0) {
        const y = limit - safetyBuffer;
        lines.push({ y, kind: 'alert', label: words.alert(name) + text(y) });
      }
    }
    if (limit !== danger) {
      lines.push({ y: danger, kind: 'danger', label: words.danger(name) + text(danger) });
    }
    return lines;
  });
}

/** Labels of level lines; lines at one height share theirs, or on narrow charts leave it to the limit. */
function levelLabels(
  lines: readonly LevelLine[],
  axis: CapabilityAxis,
  theme: ChartTheme,
  isWide: boolean,
): DirectLabel[] {
  const colours = { limit: theme.ink, alert: theme.muted, danger: theme.danger };
  const byHeight = new Map<number, LevelLine[]>();
  for (const each of lines) {
    if (each.y < axis.min || each.y > axis.max) continue;
    const height = Math.round(each.y * 20);
    byHeight.set(height, [...(byHeight.get(height) ?? []), each]);
  }
  return [...byHeight.values()].map((group) => {
    const strongest = group.find(({ kind }) => kind !== 'alert') ?? group[0];
    const kind = strongest?.kind ?? 'alert';
    const ordered = group.toSorted((a, b) => Number(a.kind === 'alert') - Number(b.kind === 'alert'));
    return {
      text: (isWide ? ordered : ordered.slice(0, 1)).map(({ label }) => label).join(words.sameLine),
      colour: colours[kind],
      at: 'start',
      side: kind === 'alert' ? 'below' : 'above',
      y: strongest?.y ?? 0,
      strong: kind !== 'alert',
    };
  });
}

function levelDataset({ y, kind, label }: LevelLine, horizon: number, theme: ChartTheme): LineDataset {
  const style = {
    limit: { borderColor: theme.ink, borderWidth: 1 },
    alert: { borderColor: theme.muted, borderWidth: 1, borderDash: [1, 3] },
    danger: { borderColor: theme.danger, borderWidth: 1, borderDash: [6, 3] },
  }[kind];
  return line(
    label,
    [
      { x: 0, y },
      { x: horizon, y },
    ],
    style,
  );
}

function bandDatasets({ quantiles }: BandQuantiles, theme: ChartTheme): LineDataset[] {
  const edge = (name: string, values: Float64Array, fill: string | false): LineDataset =>
    line(name, weeklyPoints(values), {
      borderWidth: 0,
      fill,
      backgroundColor: name === 'q75' ? theme.innerBand : theme.outerBand,
    });
  return [
    edge('q05', quantiles.q05, false),
    edge('q25', quantiles.q25, '-1'),
    edge('q75', quantiles.q75, '-1'),
    edge('q95', quantiles.q95, '-1'),
  ];
}

/** The run drawn on top, and over it a thick line where training is paused. */
function sampleDatasets({ capability, paused }: SampleRun, theme: ChartTheme): LineDataset[] {
  const data = weeklyPoints(capability);
  const inPause = data.map(({ x, y }) => ({ x, y: paused[x] === 1 ? y : NaN }));
  const style = { borderColor: theme.ink } as const;
  return [
    line(words.oneFuture, data, { ...style, borderWidth: 1.25 }),
    line(words.inPause, inPause, { ...style, borderWidth: 3.5 }),
  ];
}

function recordDataset(points: readonly PointLabel[], theme: ChartTheme): LineDataset {
  return line(
    'record',
    points.map(({ x, y }) => ({ x, y })),
    { showLine: false, pointRadius: 2.5, pointBackgroundColor: theme.ink, pointBorderWidth: 0 },
  );
}

/** The recorded path, as far as it is shown; drawn where the record is, whether or not a pause held the lab back. */
function recordPoints({ world }: Scenario): PointLabel[] {
  return (world.history ?? [])
    .filter(({ week }) => week <= world.horizon)
    .map(({ week, capability, label }) => ({ x: week, y: capability, text: label }));
}

function endLabels(
  { bands }: Result,
  sample: SampleRun,
  axis: CapabilityAxis,
  theme: ChartTheme,
): DirectLabel[] {
  const last = (values: Float64Array): number => values.at(-1) ?? NaN;
  const { q50, q75, q95 } = bands.capability.quantiles;
  const labels: DirectLabel[] = [
    { text: words.nineTenths, colour: theme.muted, at: 'end', y: last(q95) },
    { text: words.middleHalf, colour: theme.muted, at: 'end', y: last(q75) },
    { text: words.median, colour: theme.truth, at: 'end', y: last(q50), strong: true },
    { text: words.deployed, colour: theme.truth, at: 'end', y: last(bands.deployed.quantiles.q50) },
    { text: words.rival, colour: theme.muted, at: 'end', y: last(bands.rival.quantiles.q50) },
    { text: words.oneFuture, colour: theme.ink, at: 'end', y: last(sample.capability), strong: true },
  ];
  return labels.filter(({ y }) => y >= axis.min && y <= axis.max);
}

/**
 * True capability in bands, the medians of deployed capability and the rival, limits and alerts, and one run on top.
 * @param width of the chart in CSS pixels
 */
export function fanChart(
  result: Result,
  sample: SampleRun,
  theme: ChartTheme,
  width: number,
): LineConfiguration {
  const { scenario, bands } = result;
  const { horizon } = scenario.world;
  const isWide = width >= WIDE;
  const axis = fanAxis(result, sample);
  const lines = levelLines(scenario, isWide);
  const points = recordPoints(scenario);
  const { truth, muted } = theme;
  const median = (band: BandQuantiles, style: Partial<LineDataset>, name: string): LineDataset =>
    line(name, weeklyPoints(band.quantiles.q50), style);
  return lineChart({
    theme,
    horizon,
    isWide,
    xTicks: timeTicks(horizon, scenario.startDate),
    yTicks: axis.ticks,
    yMin: axis.min,
    yMax: axis.max,
    datasets: [
      ...bandDatasets(bands.capability, theme),
      ...lines.map((each) => levelDataset(each, horizon, theme)),
      median(bands.rival, { borderColor: muted, borderWidth: 1.5, borderDash: [2, 3] }, words.rival),
      median(bands.deployed, { borderColor: truth, borderWidth: 1.75, borderDash: [7, 4] }, words.deployed),
      median(bands.capability, { borderColor: truth, borderWidth: 2.25 }, words.median),
      ...sampleDatasets(sample, theme),
      ...(points.length > 0 ? [recordDataset(points, theme)] : []),
    ],
    plugins: [
      directLabels({
        theme,
        labels: [...levelLabels(lines, axis, theme, isWide), ...endLabels(result, sample, axis, theme)],
        points,
      }),
    ],
  });
}
