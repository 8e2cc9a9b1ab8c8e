/** Numbers of the world that each future draws for itself. */
import type { NumberDefinition, Triangular, Uncertain } from '../../parameters/parameters';
import { evidenceRange } from './evidenceRange';

export const corners = ['low', 'mode', 'high'] as const satisfies readonly (keyof Triangular)[];
export type Corner = (typeof corners)[number];

/** A distribution as the text of a setting. */
export function triangularText({ low, mode, high }: Triangular): string {
  return `${low}/${mode}/${high}`;
}

export function ascends({ low, mode, high }: Triangular): boolean {
  return low <= mode && mode <= high;
}

/** Part of the slider by which a distribution without evidence reaches to either side of its middle. */
const REACH = 0.15;

/** Around a number, a distribution to start from: the evidence's range where there is one and it holds the number. */
export function spreadAround(mode: number, definition: NumberDefinition): Triangular {
  const [least, most] = definition.slider ?? [definition.min, definition.max];
  const range = evidenceRange(definition);
  if (range !== null) return { low: Math.min(range.low, mode), mode, high: Math.max(range.high, mode) };
  const reach = Math.round((REACH * (most - least)) / definition.step) * definition.step;
  const low = Math.max(definition.min, mode - reach);
  const high = Math.min(definition.max, mode + reach);
  return { low: Number(low.toFixed(3)), mode, high: Number(high.toFixed(3)) };
}

/** The number that stands for a value that may differ from future to future: its most likely one. */
export function middleOf(value: Uncertain): number {
  return typeof value === 'number' ? value : value.mode;
}
