import type { Letter, PinnedResult } from '../compare/letters';
import type { Scenario } from '../../scenario/scenario';
import type { ChartTheme, PolicyColours } from './theme';

/** Policies drawn beside the present one. */
export interface Comparison {
  readonly compared: readonly PinnedResult[];
  /** Of the present policy; null where none is compared with it. */
  readonly letter: Letter | null;
}

export const nothingCompared: Comparison = { compared: [], letter: null };

/** The comparison, and where it is still the same as before, the very same object, so that nothing is drawn for it. */
export function comparisonOf(
  compared: readonly PinnedResult[],
  letter: Letter | null,
  before: Comparison,
): Comparison {
  const isSame =
    letter === before.letter &&
    compared.length === before.compared.length &&
    compared.every((policy, i) => {
      const other = before.compared[i];
      return policy.letter === other?.letter && policy.result === other.result;
    });
  return isSame ? before : { compared, letter };
}

/** Dashes of each policy's line, in pixels, so that lines differ without their colours. */
export const dashes: Readonly<Record<Letter, readonly number[]>> = {
  A: [9, 3],
  B: [9, 3, 2, 3],
  C: [4, 2],
  D: [9, 3, 2, 3, 2, 3],
};

/** Those of the compared policies that can be drawn on the same axis. */
export function onScaleOf({ scale }: Scenario, { compared }: Comparison): readonly PinnedResult[] {
  return compared.filter(({ result }) => result.scenario.scale === scale);
}

/** Letters of the compared policies whose capability is on another scale. */
export function onOtherScale({ scale }: Scenario, { compared }: Comparison): Letter[] {
  return compared.filter(({ result }) => result.scenario.scale !== scale).map(({ letter }) => letter);
}

export function colourOfPresent(theme: ChartTheme, { letter }: Comparison): PolicyColours {
  return letter === null ? theme.present : theme.policies[letter];
}

/** Weekly values as far as another future's time goes. */
export function upTo(horizon: number, values: Float64Array): Float64Array {
  return values.subarray(0, horizon + 1);
}

/** The value at the end, or at the end of another scenario's shorter time. */
export function atEnd(horizon: number, values: Float64Array): number {
  return upTo(horizon, values).at(-1) ?? NaN;
}
