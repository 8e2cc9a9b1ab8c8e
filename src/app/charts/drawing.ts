/** The only module that runs Chart.js: for the page, for pictures and for paper. */
import {
  BasicPlatform,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import type { ChartPoint, LineConfiguration, LinePlugin } from './lineChart';
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
  { type, data, options }: LineConfiguration,
  plugins: readonly LinePlugin[],
  { width, height, pixelRatio }: ChartSize,
): LineChart {
  // Chart.js reads the size in CSS pixels here, and multiplies it by the ratio.
  canvas.width = width;
  canvas.height = height;
  return new Chart(canvas, {
    type,
    data,
    options: { ...options, devicePixelRatio: pixelRatio },
    plugins: [...plugins],
    // This platform neither watches nor needs the page: a canvas that is not shown is drawn like any other.
    platform: BasicPlatform,
  });
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
  const chart = newChart(canvas, configuration, configuration.plugins, size);
  return () => chart.destroy();
}

/** A chart that is drawn anew whenever what it shows changes. */
export class LiveChart {
  readonly #canvas: HTMLCanvasElement;
  #chart: LineChart | null = null;
  #size: ChartSize | null = null;
  #frame = '';
  #plugins: readonly LinePlugin[] = [];
  /** Stands for the plugins of the present configuration, which Chart.js would otherwise read only with everything else. */
  readonly #content: LinePlugin = {
    id: 'content',
    beforeDraw: (...hook) => this.#plugins.forEach((plugin) => plugin.beforeDraw?.(...hook)),
    beforeDatasetDraw: (...hook) => this.#plugins.forEach((plugin) => plugin.beforeDatasetDraw?.(...hook)),
    afterDatasetsDraw: (...hook) => this.#plugins.forEach((plugin) => plugin.afterDatasetsDraw?.(...hook)),
  };

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Draws the axes alone: the first half of the first drawing, which takes longest. */
  drawAxes(configuration: LineConfiguration, size: ChartSize): void {
    this.#update({ ...configuration, data: { datasets: [] }, plugins: [], frame: 'axes' }, size);
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
    const hasSameFrame = this.#frame === configuration.frame;
    this.#size = size;
    this.#frame = configuration.frame;
    this.#plugins = configuration.plugins;
    if (before?.pixelRatio !== size.pixelRatio) this.destroy();
    if (this.#chart === null) {
      this.#chart = newChart(this.#canvas, configuration, [this.#content], size);
      return this.#chart;
    }
    const chart = this.#chart;
    const hasSameSize = before?.width === size.width && before.height === size.height;
    if (hasSameSize && hasSameFrame) {
      drawValues(chart, configuration);
      return chart;
    }
    chart.data = configuration.data;
    chart.options = { ...configuration.options, devicePixelRatio: size.pixelRatio };
    // A new size brings an update of its own.
    if (hasSameSize) chart.update('none');
    else chart.resize(size.width, size.height);
    return chart;
  }
}

/** Draws other values in the frame that a chart has: axes and styles, which take longest, are not worked out again. */
function drawValues(chart: LineChart, { data }: LineConfiguration): void {
  chart.data.datasets.forEach((dataset, index) => {
    dataset.data = data.datasets[index]?.data ?? [];
    const { controller } = chart.getDatasetMeta(index);
    controller.buildOrUpdateElements();
    controller.update('none');
  });
  chart.draw();
}
