import type { Scale } from '../../scenario/scenario';
import { capabilityText } from '../people/capabilityText';

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

/** Hours of work that people have words for: seconds, minutes, a working day, week, month and year. */
const taskHours = [
  1 / 3600,
  4 / 3600,
  15 / 3600,
  1 / 60,
  4 / 60,
  15 / 60,
  1,
  8,
  40,
  167,
  2000,
  20_000,
  200_000,
] as const;

const lowestPower = -6;
const highestPower = 18;

function tickValues(scale: Scale): number[] {
  if (scale === 'task-horizon') return taskHours.map((hours) => Math.log2(hours));
  const powers = Array.from({ length: highestPower - lowestPower + 1 }, (_, i) => lowestPower + i);
  return powers.map((power) => power * Math.log2(10));
}

/** Space below the lowest value, in doublings. */
const SPACE_BELOW = 0.4;
/** A value this little above a tick does not call for the next one. */
const SPILL = 0.15;

/**
 * The axis that shows values from `low` to `high` doublings. It ends on a tick, so that it stands still while the
 * values move a little.
 */
export function capabilityAxis(low: number, high: number, scale: Scale): CapabilityAxis {
  const values = tickValues(scale);
  const min = low - SPACE_BELOW;
  const max = values.find((value) => value >= high - SPILL) ?? high;
  const ticks = values
    .filter((value) => value >= min && value <= max)
    .map((value) => ({ value, label: capabilityText(value, scale) }));
  return { min, max: Math.max(max, min + 1), ticks };
}
