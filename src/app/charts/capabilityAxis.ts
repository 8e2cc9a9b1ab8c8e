import type { Scale } from '../../scenario/scenario';
import { briefCapabilityText, capabilityText } from '../people/capabilityText';

export interface AxisTick {
  readonly value: number;
  readonly label: string;
}

/** An axis of doublings with ticks where people have words for a capability. */
export interface CapabilityAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly AxisTick[];
}

const DECADE = Math.log2(10);
const YEAR = Math.log2(2000);

/** Working time that people have words for: seconds, minutes, a working day, week, month and year; in hours. */
const taskTimes = [
  ...[0.001, 0.01, 0.1, 1, 4, 15, 60, 240, 900].map((seconds) => seconds / 3600),
  ...[1, 8, 40, 167, 2000],
].map(Math.log2);

/** Ticks this part of an axis apart do not collide, whatever the chart's height. */
const CLOSEST = 1 / 9;

/** A tick at every power of ten, every second, third, … */
const powerSteps = [1, 2, 3, 5, 10, 20, 30, 50];

/** Round multiples from the last at or below `low` to the first at or above `high`. */
function computeTicks(low: number, high: number): number[] {
  const gap = (high - low) * CLOSEST;
  const step = (powerSteps.find((powers) => powers * DECADE >= gap) ?? 100) * DECADE;
  const first = Math.floor(low / step);
  const powers = Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, i) => (first + i) * step);
  // Where doublings stand apart, so do 1, 2 and 5.
  return gap > 1 ? powers : powers.flatMap((power) => [power, power + 1, power + Math.log2(5)]);
}

/** Times that people have words for, then ten, a hundred, … years, as far as the first at or above `high`. */
function taskTicks(low: number, high: number): number[] {
  const decades = Math.max(0, Math.ceil((high - YEAR) / DECADE));
  const all = [...taskTimes, ...Array.from({ length: decades }, (_, i) => YEAR + (i + 1) * DECADE)];
  const top = all.findIndex((time) => time >= high);
  const gap = (high - low) * CLOSEST;
  const ticks: number[] = [];
  for (const time of all.slice(0, top + 1).toReversed()) {
    if (ticks[0] === undefined || ticks[0] - time >= gap) ticks.unshift(time);
  }
  return ticks;
}

/** Letters that stand beside the plot of the narrowest chart. */
const MOST_LETTERS = 12;

/** What ticks are called, all of them briefly where one is too long. */
function labelsOf(values: readonly number[], scale: Scale): string[] {
  const labels = values.map((value) => capabilityText(value, scale));
  const fit = labels.every(({ length }) => length <= MOST_LETTERS);
  return fit ? labels : values.map((value) => briefCapabilityText(value, scale));
}

/** Space below the lowest value, in doublings. */
const SPACE_BELOW = 0.4;
/** A value this little above a tick does not call for the next one. */
const SPILL = 0.15;

/**
 * The axis that shows values from `low` to `high` doublings. It ends on a tick, so that it stands still while the
 * values move a little, and has another one below.
 */
export function capabilityAxis(low: number, high: number, scale: Scale): CapabilityAxis {
  const [from, to] = [low - SPACE_BELOW, high - SPILL];
  const values = scale === 'task-horizon' ? taskTicks(from, to) : computeTicks(from, to);
  const top = values.findIndex((value) => value >= to);
  const max = values[top] ?? high;
  const min = Math.min(from, values[top - 1] ?? max - 1);
  const shown = values.filter((value) => value >= min && value <= max);
  const labels = labelsOf(shown, scale);
  return { min, max, ticks: shown.map((value, i) => ({ value, label: labels[i] as string })) };
}
