/** Where a slider stops: an ascending list of values in the parameter's own unit. */
import type { NumberDefinition } from '../../parameters/parameters';

/** Multiples that people say, within a decade. */
const roundNumbers = [
  1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.2, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 8, 9,
];

/** Doublings of a multiple, to three decimals: enough for four digits of the multiple, and short in writing. */
export function doublingsOf(multiple: number): number {
  return Math.round(Math.log2(multiple) * 1000) / 1000;
}

/** Round multiples from `low` to `high`, both above 0. */
export function roundMultiples(low: number, high: number): number[] {
  const multiples: number[] = [];
  for (let decade = Math.floor(Math.log10(low)); 10 ** decade <= high; decade++) {
    for (const number of roundNumbers) {
      const multiple = Number((number * 10 ** decade).toPrecision(2));
      if (multiple >= low && multiple <= high) multiples.push(multiple);
    }
  }
  return multiples;
}

function steps(low: number, high: number, step: number): number[] {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, i) => Number((low + i * step).toFixed(4)));
}

/**
 * Stops of a parameter's slider: round multiples for doublings and factors, equal steps for all else, and
 * `landmark` (the scenario's own value) so that a slider can always be brought back.
 */
export function sliderStops(definition: NumberDefinition, landmark: number | null): number[] {
  const [low, high] = definition.slider ?? [definition.min, definition.max];
  const { unit } = definition;
  let stops: number[];
  if (unit === 'doublings') stops = roundMultiples(2 ** low, 2 ** high).map(doublingsOf);
  else if (unit === 'factor') stops = roundMultiples(low, high);
  else stops = steps(low, high, definition.step);
  const all = landmark === null || landmark < low || landmark > high ? stops : [...stops, landmark];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Index of the stop nearest to a value. */
export function nearestStop(stops: readonly number[], value: number): number {
  let nearest = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop - value) < Math.abs((stops[nearest] as number) - value)) nearest = index;
  });
  return nearest;
}
