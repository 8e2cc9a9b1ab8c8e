import type { Chart } from 'chart.js';
import type { LinePlugin } from './lineChart';
import { placeLabels } from './placeLabels';
import { fittedText, textWidth } from './textWidth';
import type { ChartTheme } from './theme';

/** A text beside what it names. */
export interface DirectLabel {
  readonly text: string;
  readonly colour: string;
  /** Right of the plot, or inside it at its left edge. */
  readonly at: 'end' | 'start';
  /** In the chart's own values. */
  readonly y: number;
  /** Where the label stands to that height; centred on it if absent. */
  readonly side?: 'above' | 'below';
  readonly strong?: boolean;
  /** Lines of lighter text below. */
  readonly detail?: readonly string[];
  /** Where there is no room: those with the largest number go first, those without one never. */
  readonly optional?: number;
}

/** A point with its name up and to the left. */
export interface PointLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour?: string;
  readonly strong?: boolean;
}

export interface LabelsOfChart {
  readonly labels: readonly DirectLabel[];
  readonly points?: readonly PointLabel[];
  readonly theme: ChartTheme;
  /** Pixels left free at the plot's left edge. */
  readonly indent?: number;
}

const FONT_SIZE = 12;
const LINE = 14;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

type Context = Chart['ctx'];

/** Text with a rim in the colour of the paper, legible on bands and lines. */
function write(context: Context, text: string, x: number, y: number, colour: string, paper: string): void {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = paper;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function font(theme: ChartTheme, strong: boolean, size = FONT_SIZE): string {
  return `${strong ? '600 ' : ''}${size}px ${theme.fontFamily}`;
}

const lift = { above: -LINE / 2 - 1, below: LINE / 2 + 1 } as const;

/** The part of the plot's width that a text in it may take: what it lies on is to be seen too. */
const WIDEST = 0.8;

/** How far labels may stand from what they name: those in the plot near their line, those beside it anywhere. */
const reach = { start: 5, end: Infinity } as const;

function drawDirect(chart: Chart, { labels, theme, indent = 0 }: LabelsOfChart, taken: Box[]): void {
  const { ctx: context, chartArea } = chart;
  const yScale = chart.scales['y'];
  if (yScale === undefined) return;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const at of ['end', 'start'] as const) {
    const x = at === 'end' ? chartArea.right + 8 : chartArea.left + 6 + indent;
    const own = labels.filter((label) => label.at === at);
    const gap = LINE * (1 + Math.max(0, ...own.map(({ detail = [] }) => detail.length)));
    const half = gap / 2;
    const placed = placeLabels(
      own.map(({ y, side, optional = 0 }) => ({
        wanted: yScale.getPixelForValue(y) + (side === undefined ? 0 : lift[side]),
        optional,
      })),
      { gap, low: chartArea.top + half - 4, high: chartArea.bottom - half + 4, reach: reach[at] },
    );
    own.forEach(({ text, detail = [], colour, strong = false }, i) => {
      const y = placed[i] ?? null;
      if (y === null) return;
      const first = y - (detail.length * LINE) / 2;
      const ownFont = font(theme, strong);
      const said = at === 'end' ? text : fittedText(context, ownFont, text, chartArea.width * WIDEST);
      const width = textWidth(context, ownFont, said);
      write(context, said, x, first, colour, theme.paper);
      taken.push({ left: x, right: x + width, top: y - half, bottom: y + half });
      context.font = font(theme, false);
      detail.forEach((line, below) => {
        write(context, line, x, first + (below + 1) * LINE, theme.muted, theme.paper);
      });
    });
  }
}

/** Names points from the last to the first, leaving out those whose name would lie on another. */
function drawPoints(chart: Chart, { points = [], theme }: LabelsOfChart, taken: Box[]): void {
  const { ctx: context } = chart;
  const { x: xScale, y: yScale } = chart.scales;
  if (xScale === undefined || yScale === undefined) return;
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  for (const { x: week, y: value, text, colour = theme.ink, strong = false } of points.toReversed()) {
    const x = xScale.getPixelForValue(week) - 5;
    const y = yScale.getPixelForValue(value) - 4;
    const ownFont = font(theme, strong, strong ? FONT_SIZE : 11);
    const said = fittedText(context, ownFont, text, chart.chartArea.width * WIDEST);
    const width = textWidth(context, ownFont, said);
    const box = { left: x - width - 2, right: x + 2, top: y - 11, bottom: y + 2 };
    if (box.left < chart.chartArea.left || taken.some((other) => overlaps(box, other))) continue;
    taken.push(box);
    write(context, said, x, y, colour, theme.paper);
  }
}

/** Chart.js plugin that writes names beside lines and points instead of a legend. */
export function directLabels(content: LabelsOfChart): LinePlugin {
  return {
    id: 'directLabels',
    afterDatasetsDraw(chart) {
      const { ctx: context } = chart;
      context.save();
      const taken: Box[] = [];
      drawDirect(chart, content, taken);
      drawPoints(chart, content, taken);
      context.restore();
    },
  };
}
