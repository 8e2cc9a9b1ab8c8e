import { messages } from '../../messages/messages';
import type { BandQuantiles } from '../../results/bands';
import type { Scenario } from '../../scenario/scenario';
import type { Result } from '../result';
import type { SampleRun } from '../../engine/sampleRun';
import { capabilityAxis, type CapabilityAxis } from './capabilityAxis';
import {
  atEnd,
  colourOfPresent,
  dashes,
  nothingCompared,
  onScaleOf,
  upTo,
  type Comparison,
} from './compared';
import { directLabels, type DirectLabel, type PointLabel } from './directLabels';
import { bufferSpace, buffers, dangerZones, levelLabels, levelLines, levelMarks } from './levelMarks';
import { WIDE, line, lineChart, weeklyPoints, type LineConfiguration, type LineDataset } from './lineChart';
import type { ChartTheme, PolicyColours } from './theme';
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

/** Doublings above the highest limit that the axis shows at least, so that the limit can be dragged up. */
const ROOM_ABOVE_LIMIT = 0.5;

/** The axis that shows everything the chart draws. */
export function fanAxis(result: Result, sample: SampleRun, comparison = nothingCompared): CapabilityAxis {
  const { scenario, bands } = result;
  const { q05, q95 } = bands.capability.quantiles;
  const rival = bands.rival.quantiles.q50;
  const limits = scenario.thresholds.flatMap(({ limit }) => limit ?? []);
  const unlimited = scenario.thresholds.flatMap(({ limit, danger }) => (limit === null ? danger : []));
  const others = onScaleOf(scenario, comparison).map(({ result: { bands: other } }) =>
    extent(upTo(scenario.world.horizon, other.capability.quantiles.q50)),
  );
  const lows = [extent(q05)[0], extent(rival)[0], ...others.map(([low]) => low), ...limits];
  const highs = [
    ...[q95, rival, sample.capability].map((values) => extent(values)[1]),
    ...others.map(([, high]) => high),
    ...unlimited,
    ...limits.map((limit) => limit + ROOM_ABOVE_LIMIT),
  ];
  return capabilityAxis(Math.min(...lows), Math.max(...highs), scenario.scale);
}

/** How many datasets the bands are. */
const BANDS = 4;

function bandDatasets({ quantiles }: BandQuantiles, { innerBand, outerBand }: PolicyColours): LineDataset[] {
  const edge = (name: string, values: Float64Array, fill: string | false): LineDataset =>
    line(name, weeklyPoints(values), {
      borderWidth: 0,
      fill,
      backgroundColor: name === 'q75' ? innerBand : outerBand,
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
  { scenario, bands }: Result,
  sample: SampleRun,
  axis: CapabilityAxis,
  theme: ChartTheme,
  comparison: Comparison,
): DirectLabel[] {
  const { horizon } = scenario.world;
  const { q50, q75, q95 } = bands.capability.quantiles;
  const { letter } = comparison;
  const present = colourOfPresent(theme, comparison).line;
  const median = letter === null ? words.median : words.reading.ofPolicy(letter, words.median);
  const end = (text: string, values: Float64Array, colour: string, rest: Partial<DirectLabel> = {}) =>
    ({ text, colour, at: 'end', y: atEnd(horizon, values), ...rest }) as const;
  const labels: DirectLabel[] = [
    end(words.nineTenths, q95, theme.muted, { optional: 2 }),
    end(words.middleHalf, q75, theme.muted, { optional: 2 }),
    end(median, q50, present, { strong: true }),
    end(words.deployed, bands.deployed.quantiles.q50, present, { optional: 1 }),
    end(words.rival, bands.rival.quantiles.q50, theme.muted, { optional: 1 }),
    end(words.oneFuture, sample.capability, theme.ink, { strong: true, optional: 1 }),
    ...onScaleOf(scenario, comparison).map((policy) =>
      end(policy.letter, policy.result.bands.capability.quantiles.q50, theme.policies[policy.letter].line, {
        strong: true,
      }),
    ),
  ];
  return labels.filter(({ y }) => y >= axis.min && y <= axis.max);
}

/** The medians of compared policies. */
function comparedDatasets(scenario: Scenario, comparison: Comparison, theme: ChartTheme): LineDataset[] {
  return onScaleOf(scenario, comparison).map(({ letter, result }) =>
    line(letter, weeklyPoints(upTo(scenario.world.horizon, result.bands.capability.quantiles.q50)), {
      borderColor: theme.policies[letter].line,
      borderWidth: 2.25,
      borderDash: [...dashes[letter]],
    }),
  );
}

interface FanOptions {
  readonly comparison?: Comparison;
  /** The axis to draw on where it is not to follow the values. */
  readonly axis?: CapabilityAxis;
}

/**
 * True capability in bands, the medians of deployed capability, the rival and compared policies, limits, alerts and
 * danger points, and one run on top.
 * @param width of the chart in CSS pixels
 */
export function fanChart(
  result: Result,
  sample: SampleRun,
  theme: ChartTheme,
  width: number,
  { comparison = nothingCompared, axis = fanAxis(result, sample, comparison) }: FanOptions = {},
): LineConfiguration {
  const { scenario, bands } = result;
  const { horizon } = scenario.world;
  const isWide = width >= WIDE;
  const lines = levelLines(scenario, isWide);
  const points = recordPoints(scenario);
  const present = colourOfPresent(theme, comparison);
  const median = (band: BandQuantiles, style: Partial<LineDataset>, name: string): LineDataset =>
    line(name, weeklyPoints(band.quantiles.q50), style);
  const ownBuffers = buffers(scenario);
  return lineChart({
    theme,
    horizon,
    isWide,
    xTicks: timeTicks(horizon, scenario.startDate),
    yTicks: axis.ticks,
    yMin: axis.min,
    yMax: axis.max,
    datasets: [
      ...bandDatasets(bands.capability, present),
      median(bands.rival, { borderColor: theme.muted, borderWidth: 1.5, borderDash: [2, 3] }, words.rival),
      median(
        bands.deployed,
        { borderColor: present.line, borderWidth: 1.75, borderDash: [7, 4] },
        words.deployed,
      ),
      ...comparedDatasets(scenario, comparison, theme),
      median(bands.capability, { borderColor: present.line, borderWidth: 2.25 }, words.median),
      ...sampleDatasets(sample, theme),
      ...(points.length > 0 ? [recordDataset(points, theme)] : []),
    ],
    plugins: [
      levelMarks({ lines, zones: dangerZones(scenario), buffers: ownBuffers, theme, below: BANDS }),
      directLabels({
        theme,
        indent: bufferSpace(ownBuffers),
        labels: [
          ...levelLabels(lines, axis, theme, isWide),
          ...endLabels(result, sample, axis, theme, comparison),
        ],
        points,
      }),
    ],
  });
}
