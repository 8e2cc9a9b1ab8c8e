/** The timeline's chart of capability as shapes in pixels: curves, readings, lines of levels, axes. */
import { storyMessages } from '../../messages/storyMessages';
import type { Lab } from '../../model/lab';
import type { Scenario } from '../../scenario/scenario';
import { capabilityAxis, type AxisTick, type CapabilityAxis } from '../charts/capabilityAxis';
import { placeLabels } from '../charts/placeLabels';
import { shortened } from '../charts/textWidth';
import { timeTicks } from '../charts/timeAxis';
import { middleOf as likeliest } from '../settings/uncertainValue';
import type { ToldFuture } from './toldFuture';

const words = storyMessages.timeline.lines;

/** Where weeks and capabilities stand, in pixels from the top left corner. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly horizon: number;
}

/** Narrower pages have no room for labels beside the chart. */
const NARROW = 560;
const WIDE_MARGINS = { left: 116, right: 120 };
const NARROW_MARGINS = { left: 84, right: 10 };
const TOP = 10;
const HEIGHT = { wide: 260, narrow: 220 };

function isNarrow(width: number): boolean {
  return width < NARROW;
}

export function frameOf(width: number, horizon: number): Frame {
  const { left, right } = isNarrow(width) ? NARROW_MARGINS : WIDE_MARGINS;
  const height = isNarrow(width) ? HEIGHT.narrow : HEIGHT.wide;
  return { left, right: Math.max(width - right, left + 1), top: TOP, bottom: TOP + height, horizon };
}

/** The left edge of a week; the end of the last one is that of week horizon + 1. */
export function xOf({ left, right, horizon }: Frame, week: number): number {
  return left + (week / (horizon + 1)) * (right - left);
}

/** The middle of a week, where its numbers stand. */
export function middleOf(frame: Frame, week: number): number {
  return xOf(frame, week + 0.5);
}

/** The week at a place, within the future. */
export function weekAt({ left, right, horizon }: Frame, x: number): number {
  const week = Math.floor(((x - left) / (right - left)) * (horizon + 1));
  return Math.min(Math.max(week, 0), horizon);
}

export interface Curve {
  readonly kind: 'capability' | 'deployed' | 'rival';
  /** Of an SVG path. */
  readonly path: string;
}

export interface Reading {
  readonly week: number;
  readonly event: number;
  readonly x: number;
  readonly y: number;
  /** Ends of its error bar, within the plot. */
  readonly low: number;
  readonly high: number;
  readonly isCandidate: boolean;
  /** Domains by number, in the order in which the levels name them. */
  readonly domain: number;
  /** Its mark, as the path of an SVG: a shape for each domain. */
  readonly mark: string;
}

export interface LevelLine {
  readonly kind: 'limit' | 'alert' | 'danger';
  readonly y: number;
}

export interface EdgeLabel {
  readonly text: string;
  readonly y: number;
  readonly kind: LevelLine['kind'] | Curve['kind'];
}

export interface TimelinePlot {
  readonly frame: Frame;
  readonly axis: CapabilityAxis;
  readonly yTicks: readonly (AxisTick & { readonly y: number })[];
  readonly xTicks: readonly (AxisTick & { readonly x: number })[];
  readonly curves: readonly Curve[];
  readonly readings: readonly Reading[];
  readonly lines: readonly LevelLine[];
  readonly labels: readonly EdgeLabel[];
}

/** Standard deviations of a normal distribution within which 95 of 100 values lie. */
const NINETY_FIVE = 1.96;

/** Half of an error bar, in doublings: chance from one evaluation to the next, and what sets one maker of suites apart. */
export function readingReach({ policy, world }: Scenario): number {
  const { noise, repeats } = policy.evaluation;
  const suite = likeliest(world.suiteError);
  return NINETY_FIVE * Math.sqrt((noise * noise) / repeats + suite * suite);
}

/** Marks of readings around a place, one for each domain: circle, square, diamond, triangle, and again. */
const marks: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 3.2} ${y}a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0Z`,
  (x, y) => `M${x - 3} ${y - 3}h6v6h-6Z`,
  (x, y) => `M${x} ${y - 4}l4 4l-4 4l-4 -4Z`,
  (x, y) => `M${x} ${y - 3.6}l3.8 6.6h-7.6Z`,
];

/** One level of each domain, by place: all levels of a domain are read alike. */
function levelsByDomain({ thresholds }: Scenario): readonly number[] {
  const domains = [...new Set(thresholds.map(({ domain }) => domain))];
  return domains.map((domain) => thresholds.findIndex((level) => level.domain === domain));
}

function pathOf(values: readonly (number | null)[], frame: Frame, y: (value: number) => number): string {
  let path = '';
  let isDrawn = false;
  values.forEach((value, week) => {
    if (value !== null) {
      path += `${isDrawn ? 'L' : 'M'}${middleOf(frame, week).toFixed(1)} ${y(value).toFixed(1)}`;
    }
    isDrawn = value !== null;
  });
  return path;
}

/** Letters of a level's name beside the chart. */
const MOST_LETTERS = 12;

interface Line {
  readonly kind: LevelLine['kind'];
  readonly value: number;
  readonly text: string;
}

function linesOf({ thresholds }: Scenario, { setup, dangerPoint }: Lab, isWhole: boolean): Line[] {
  return thresholds.flatMap(({ name: fullName }, k): Line[] => {
    const name = shortened(fullName, MOST_LETTERS);
    const limit = setup.limit[k] ?? Infinity;
    const alert = setup.line[k] ?? Infinity;
    const lines: Line[] = [{ kind: 'limit', value: limit, text: words.limit(name) }];
    if (alert < limit) lines.push({ kind: 'alert', value: alert, text: words.alert(name) });
    if (isWhole) lines.push({ kind: 'danger', value: dangerPoint[k] ?? Infinity, text: words.danger(name) });
    return lines.filter(({ value }) => value < Infinity);
  });
}

/** Room of a label beside the chart, and how far it may stand from its line, in pixels. */
const LABEL_GAP = 15;
const LABEL_REACH = 12;
const optional = { capability: 0, deployed: 0, rival: 0, limit: 1, danger: 2, alert: 3 } as const;

function labelsOf(wanted: readonly EdgeLabel[], { top, bottom }: Frame): EdgeLabel[] {
  const places = placeLabels(
    wanted.map(({ y, kind }) => ({ wanted: y, optional: optional[kind] })),
    { gap: LABEL_GAP, low: top, high: bottom, reach: LABEL_REACH },
  );
  return wanted.flatMap((label, i) => {
    const y = places[i];
    return y == null ? [] : [{ ...label, y }];
  });
}

/** Pixels that the label of a week needs. */
const TICK_ROOM = 58;

/** As many ticks as have room, evenly. */
function spaced<Tick extends { readonly x: number }>(ticks: readonly Tick[]): Tick[] {
  const [first, second] = ticks;
  if (first === undefined || second === undefined) return [...ticks];
  const every = Math.max(1, Math.ceil(TICK_ROOM / (second.x - first.x)));
  return ticks.filter((_, i) => i % every === 0);
}

export interface TimelineView {
  /** With what the lab could not know. */
  readonly isWhole: boolean;
  /** Pixels that there are. */
  readonly width: number;
}

/** Lays the chart out. Pure. */
export function timelinePlot(
  { trace, reports, scenario }: ToldFuture,
  { isWhole, width }: TimelineView,
): TimelinePlot {
  const { weeks, lab } = trace;
  const frame = frameOf(width, weeks.length - 1);
  const series = isWhole
    ? ([
        ['capability', weeks.map(({ capability }) => capability)],
        ['deployed', weeks.map(({ deployed }) => deployed)],
        ['rival', weeks.map(({ rival }) => rival)],
      ] as const)
    : [];
  const byDomain = levelsByDomain(scenario);
  const read = reports.flatMap(({ readings, ...report }) =>
    byDomain.map((level, domain) => ({ ...report, domain, value: readings[level] ?? NaN })),
  );
  const lines = linesOf(scenario, lab, isWhole);

  const values = [...series.flatMap(([, each]) => each), ...read.map(({ value }) => value)];
  const shown = values.filter((value) => value !== null);
  // A lab that never evaluates sees nothing but the policy's lines.
  const all = shown.length > 0 ? shown : [0, ...lines.map(({ value }) => value)];
  const low = Math.min(...all);
  const high = Math.max(...all);
  // The next line above is worth seeing; those far above are not.
  const above = lines.map(({ value }) => value).filter((value) => value > high);
  const axis = capabilityAxis(
    low,
    above.length === 0 ? high : Math.min(high + 3, Math.min(...above)),
    scenario.scale,
  );

  const y = (value: number): number =>
    frame.bottom - ((value - axis.min) / (axis.max - axis.min)) * (frame.bottom - frame.top);
  const isInside = (value: number): boolean => value >= axis.min && value <= axis.max;
  const within = (value: number): number => Math.min(Math.max(y(value), frame.top), frame.bottom);
  const reach = readingReach(scenario);
  const shownLines = lines.filter(({ value }) => isInside(value));
  const ends = series.flatMap(([kind, values]): EdgeLabel[] => {
    const last = values.at(-1);
    return last == null ? [] : [{ kind, text: words[kind], y: within(last) }];
  });
  const lineLabels = shownLines.map(({ kind, value, text }): EdgeLabel => ({ kind, text, y: y(value) }));

  return {
    frame,
    axis,
    yTicks: axis.ticks.map((tick) => ({ ...tick, y: y(tick.value) })),
    xTicks: spaced(
      timeTicks(frame.horizon, scenario.startDate).map((tick) => ({ ...tick, x: xOf(frame, tick.value) })),
    ),
    curves: series.map(([kind, values]) => ({ kind, path: pathOf(values, frame, y) })),
    readings: read.map(({ value, model, startWeek, event, domain }) => {
      const place = { x: middleOf(frame, startWeek), y: within(value) };
      return {
        week: startWeek,
        event,
        ...place,
        low: within(value - reach),
        high: within(value + reach),
        isCandidate: model === 'candidate',
        domain,
        mark: marks[domain % marks.length]?.(place.x, place.y) ?? '',
      };
    }),
    lines: shownLines.map(({ kind, value }) => ({ kind, y: y(value) })),
    labels: isNarrow(width) ? [] : labelsOf([...ends, ...lineLabels], frame),
  };
}
