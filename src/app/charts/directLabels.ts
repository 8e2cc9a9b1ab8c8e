import type { Chart, Plugin } from 'chart.js';
import { spread } from './spread';
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
  /** In smaller letters below. */
  readonly detail?: string;
}

/** A point with its name up and to the left. */
export interface PointLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface LabelsOfChart {
  readonly labels: readonly DirectLabel[];
  readonly points?: readonly PointLabel[];
  readonly theme: ChartTheme;
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

function drawDirect(chart: Chart, { labels, theme }: LabelsOfChart, taken: Box[]): void {
  const { ctx: context, chartArea } = chart;
  const yScale = chart.scales['y'];
  if (yScale === undefined) return;
  const columns = { end: chartArea.right + 8, start: chartArea.left + 6 };
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const [at, x] of Object.entries(columns)) {
    const own = labels.filter((label) => label.at === at);
    const height = own.some(({ detail }) => detail !== undefined) ? 2 * LINE : LINE;
    const half = height / 2;
    const wanted = own.map(
      ({ y, side }) => yScale.getPixelForValue(y) + (side === undefined ? 0 : lift[side]),
    );
    const placed = spread(wanted, height, chartArea.top + half - 4, chartArea.bottom - half + 4);
    own.forEach((label, i) => {
      const { detail } = label;
      const y = placed[i] as number;
      const first = detail === undefined ? y : y - LINE / 2;
      context.font = font(theme, label.strong === true);
      write(context, label.text, x, first, label.colour, theme.paper);
      const width = context.measureText(label.text).width;
      taken.push({ left: x, right: x + width, top: y - half, bottom: y + half });
      if (detail === undefined) return;
      context.font = font(theme, false);
      write(context, detail, x, first + LINE, theme.muted, theme.paper);
    });
  }
}

/** Names points from the last to the first, leaving out those whose name would lie on another. */
function drawPoints(chart: Chart, { points = [], theme }: LabelsOfChart, taken: Box[]): void {
  const { ctx: context } = chart;
  const { x: xScale, y: yScale } = chart.scales;
  if (xScale === undefined || yScale === undefined) return;
  context.font = font(theme, false, 11);
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  for (const point of points.toReversed()) {
    const x = xScale.getPixelForValue(point.x) - 5;
    const y = yScale.getPixelForValue(point.y) - 4;
    const box = {
      left: x - context.measureText(point.text).width - 2,
      right: x + 2,
      top: y - 11,
      bottom: y + 2,
    };
    if (box.left < chart.chartArea.left || taken.some((other) => overlaps(box, other))) continue;
    taken.push(box);
    write(context, point.text, x, y, theme.ink, theme.paper);
  }
}

/** Chart.js plugin that writes names beside lines and points instead of a legend. */
export function directLabels(content: LabelsOfChart): Plugin<'line'> {
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
