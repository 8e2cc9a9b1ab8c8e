/** What a scenario's levels are on an axis of capability: lines, zones and buffers, and what they are called. */
import type { Chart } from 'chart.js';
import { messages } from '../../messages/messages';
import type { Scenario } from '../../scenario/scenario';
import { capabilityText } from '../people/capabilityText';
import { middleOf } from '../settings/uncertainValue';
import type { CapabilityAxis } from './capabilityAxis';
import type { DirectLabel } from './directLabels';
import type { LinePlugin } from './lineChart';
import { shortened } from './textWidth';
import type { ChartTheme } from './theme';

const words = messages.page.capability;

/** A stretch of an axis, in doublings. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** From an alert's line to its limit; `lane` counts from the plot's edge, so that buffers stand beside each other. */
export interface Buffer extends Stretch {
  readonly lane: number;
}

export interface LevelLine {
  readonly y: number;
  readonly kind: 'limit' | 'alert' | 'danger';
  readonly label: string;
}

/** Letters of a level's name that a line has room for; lists and tables have all of them. */
const MOST_LETTERS = { wide: 24, narrow: 12 } as const;

/** Horizontal lines of a scenario: each level's limit and alert, and its danger point where that is not the limit. */
export function levelLines(scenario: Scenario, isWide: boolean): LevelLine[] {
  const { thresholds, policy, scale } = scenario;
  const { safetyBuffer } = policy.limits;
  return thresholds.flatMap(({ name: fullName, limit, danger }) => {
    const name = shortened(fullName, MOST_LETTERS[isWide ? 'wide' : 'narrow']);
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

/** Standard deviations of a normal distribution within which 90 of 100 values lie. */
const NINETY = 1.645;

/** Where danger points lie in 90 of 100 futures, from the lowest; zones that touch are one. None where they are known. */
export function dangerZones({ world, thresholds }: Scenario): Stretch[] {
  const reach = NINETY * middleOf(world.dangerUncertainty);
  if (reach === 0) return [];
  const zones: Stretch[] = [];
  for (const danger of thresholds.map((level) => level.danger).sort((a, b) => a - b)) {
    const before = zones.at(-1);
    const zone = { low: danger - reach, high: danger + reach };
    if (before === undefined || before.high < zone.low) zones.push(zone);
    else zones[zones.length - 1] = { low: before.low, high: zone.high };
  }
  return zones;
}

/** The buffer below each limit; where two would touch, the second one stands farther from the edge. */
export function buffers({ policy, thresholds }: Scenario): Buffer[] {
  const { safetyBuffer } = policy.limits;
  if (safetyBuffer === 0) return [];
  const found: Buffer[] = [];
  for (const { limit } of thresholds) {
    if (limit === null) continue;
    const low = limit - safetyBuffer;
    const beside = found.filter((other) => other.low <= limit && low <= other.high);
    const lane = found.map((_, i) => i).find((i) => beside.every((other) => other.lane !== i));
    found.push({ low, high: limit, lane: lane ?? found.length });
  }
  return found;
}

/** Pixels from one lane to the next. */
const LANE = 6;

/** Pixels at the plot's left edge that buffers take. */
export function bufferSpace(all: readonly Buffer[]): number {
  return all.length === 0 ? 0 : LANE * (Math.max(...all.map(({ lane }) => lane)) + 1);
}

const optional = { limit: 0, danger: 1, alert: 2 } as const;

/** Labels of level lines; lines at one height share theirs, or on narrow charts leave it to the limit. */
export function levelLabels(
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
  return [...byHeight.values()].map((group): DirectLabel => {
    const ordered = group.toSorted((a, b) => optional[a.kind] - optional[b.kind]);
    const { kind, y } = ordered[0] as LevelLine;
    return {
      text: (isWide ? ordered : ordered.slice(0, 1)).map(({ label }) => label).join(words.sameLine),
      colour: colours[kind],
      at: 'start',
      side: kind === 'alert' ? 'below' : 'above',
      y,
      strong: kind !== 'alert',
      optional: optional[kind],
    };
  });
}

export interface LevelMarks {
  readonly lines: readonly LevelLine[];
  readonly zones: readonly Stretch[];
  readonly buffers: readonly Buffer[];
  readonly theme: ChartTheme;
  /** The lines lie below this dataset and those after it. */
  readonly below: number;
}

type Context = Chart['ctx'];
type Scale = NonNullable<Chart['scales'][string]>;

/** Draws within the plot. */
function inPlot(chart: Chart, draw: (context: Context, y: Scale) => void): void {
  const { ctx: context, chartArea } = chart;
  const yScale = chart.scales['y'];
  if (yScale === undefined) return;
  context.save();
  context.beginPath();
  context.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
  context.clip();
  draw(context, yScale);
  context.restore();
}

function drawLines(chart: Chart, { lines, theme }: LevelMarks): void {
  const { left, right } = chart.chartArea;
  const colours = { limit: theme.ink, alert: theme.muted, danger: theme.danger };
  const dashes = { limit: [], alert: [1, 3], danger: [6, 3] };
  inPlot(chart, (context, yScale) => {
    context.lineWidth = 1;
    for (const { y: value, kind } of lines) {
      const y = yScale.getPixelForValue(value);
      context.strokeStyle = colours[kind];
      context.setLineDash(dashes[kind]);
      context.beginPath();
      context.moveTo(left, y);
      context.lineTo(right, y);
      context.stroke();
    }
  });
}

function drawZones(chart: Chart, { zones, theme }: LevelMarks): void {
  const { left, width } = chart.chartArea;
  inPlot(chart, (context, yScale) => {
    context.fillStyle = theme.dangerZone;
    for (const { low, high } of zones) {
      const top = yScale.getPixelForValue(high);
      context.fillRect(left, top, width, yScale.getPixelForValue(low) - top);
    }
  });
}

/** A bracket from the alert's line to the limit's. */
function drawBuffers(chart: Chart, { buffers: all, theme }: LevelMarks): void {
  const { left } = chart.chartArea;
  inPlot(chart, (context, yScale) => {
    context.lineWidth = 1.5;
    context.strokeStyle = theme.muted;
    for (const { low, high, lane } of all) {
      const x = left + 2 + lane * LANE;
      const top = yScale.getPixelForValue(high) + 1;
      const bottom = yScale.getPixelForValue(low) - 1;
      context.beginPath();
      context.moveTo(x + 3, top);
      context.lineTo(x, top);
      context.lineTo(x, bottom);
      context.lineTo(x + 3, bottom);
      context.stroke();
    }
  });
}

/** Chart.js plugin that draws levels: zones behind everything, lines above the bands, buffers at the left edge. */
export function levelMarks(marks: LevelMarks): LinePlugin {
  return {
    id: 'levelMarks',
    beforeDraw: (chart) => drawZones(chart, marks),
    beforeDatasetDraw(chart, { index }) {
      if (index === marks.below) drawLines(chart, marks);
    },
    afterDatasetsDraw: (chart) => drawBuffers(chart, marks),
  };
}
