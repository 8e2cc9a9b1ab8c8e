/** The only module that runs Chart.js: for the page, for pictures and for paper. */
import {
  BasicPlatform,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Plugin,
} from 'chart.js';
import type { ChartPoint, LineConfiguration } from './lineChart';
import type { PlotArea } from './plotArea';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);

/** In CSS pixels, and how many of the canvas's pixels make one of them. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

type LineChart = Chart<'line', ChartPoint[]>;

function newChart(
  canvas: HTMLCanvasElement,
  configuration: LineConfiguration,
  { width, height, pixelRatio }: ChartSize,
): LineChart {
  // Chart.js reads the size in CSS pixels here, and multiplies it by the ratio.
  canvas.width = width;
  canvas.height = height;
  const options = { ...configuration.options, devicePixelRatio: pixelRatio };
  // This platform neither watches nor needs the page: a canvas that is not shown is drawn like any other.
  return new Chart(canvas, { ...configuration, options, platform: BasicPlatform });
}

/**
 * Draws a chart at once, whether or not the canvas is displayed. Returns what releases the chart, which also clears
 * the canvas.
 */
export function drawOn(
  canvas: HTMLCanvasElement,
  configuration: LineConfiguration,
  size: ChartSize,
): () => void {
  const chart = newChart(canvas, configuration, size);
  return () => chart.destroy();
}

/** A chart that is drawn anew whenever what it shows changes. */
export class LiveChart {
  readonly #canvas: HTMLCanvasElement;
  #chart: LineChart | null = null;
  #size: ChartSize | null = null;
  // Chart.js keeps the list it was made with and reads it anew at each update.
  readonly #plugins: Plugin<'line'>[] = [];

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Draws the axes alone: the first half of the first drawing, which takes longest. */
  drawAxes({ data, ...configuration }: LineConfiguration, size: ChartSize): void {
    this.#update({ ...configuration, data: { ...data, datasets: [] }, plugins: [] }, size);
  }

  /** Draws at once. Returns where the plot lies on the canvas. */
  draw(configuration: LineConfiguration, size: ChartSize): PlotArea {
    const chart = this.#update(configuration, size);
    const { left, top, right, bottom } = chart.chartArea;
    return { left, top, width: right - left, height: bottom - top };
  }

  destroy(): void {
    this.#chart?.destroy();
    this.#chart = null;
  }

  #update(configuration: LineConfiguration, size: ChartSize): LineChart {
    const before = this.#size;
    this.#size = size;
    this.#plugins.splice(0, this.#plugins.length, ...(configuration.plugins ?? []));
    if (before?.pixelRatio !== size.pixelRatio) this.destroy();
    if (this.#chart === null) {
      this.#chart = newChart(this.#canvas, { ...configuration, plugins: this.#plugins }, size);
      return this.#chart;
    }
    const chart = this.#chart;
    chart.data = configuration.data;
    chart.options = { ...configuration.options, devicePixelRatio: size.pixelRatio };
    // A new size brings an update of its own.
    if (before?.width !== size.width || before.height !== size.height) chart.resize(size.width, size.height);
    else chart.update('none');
    return chart;
  }
}
