/** Where a slider stops: an ascending list of values in the parameter's own unit. */
import type { NumberDefinition } from './definition';

/** Multiples that people say, within a decade. */
const roundNumbers = [
  1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.2, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 8, 9,
];

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Doublings of a multiple, to three decimals: enough for four digits of the multiple, and short in writing. */
export function doublingsOf(multiple: number): number {
  return thousandths(Math.log2(multiple));
}

/** Natural logarithm of a multiple, to three decimals. */
export function logOf(multiple: number): number {
  return thousandths(Math.log(multiple));
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

function stopsWithin({ unit, step }: NumberDefinition, low: number, high: number): number[] {
  switch (unit) {
    case 'doublings':
    case 'doublings/year':
    case 'doublings/√year':
      return roundMultiples(2 ** low, 2 ** high).map(doublingsOf);
    case 'log sd':
      return roundMultiples(Math.exp(low), Math.exp(high)).map(logOf);
    case 'factor':
      return roundMultiples(low, high);
    default:
      return steps(low, high, step);
  }
}

/** Doublings within which two multiples read alike, such as 1000x and 1024x. Round ones are twice as far apart. */
const ALIKE = 0.05;

function isAlike({ unit }: NumberDefinition, a: number, b: number): boolean {
  switch (unit) {
    case 'doublings':
    case 'doublings/year':
    case 'doublings/√year':
      return Math.abs(a - b) < ALIKE;
    case 'log sd':
      return Math.abs(a - b) < ALIKE * Math.LN2;
    case 'factor':
      return Math.abs(Math.log2(a / b)) < ALIKE;
    default:
      return a === b;
  }
}

/**
 * Stops of a parameter's slider: round multiples for doublings, spreads and factors, equal steps for all else, and
 * `landmark` (the scenario's own value) so that a slider can always be brought back. It stands in place of round
 * stops that read like it, save the slider's ends.
 */
export function sliderStops(definition: NumberDefinition, landmark: number | null): number[] {
  const [low, high] = definition.slider ?? [definition.min, definition.max];
  const stops = stopsWithin(definition, low, high);
  if (landmark === null || landmark < low || landmark > high) return stops;
  const isEnd = (stop: number): boolean => stop === stops[0] || stop === stops.at(-1);
  const kept = stops.filter(
    (stop) => stop !== landmark && (isEnd(stop) || !isAlike(definition, stop, landmark)),
  );
  return [...kept, landmark].sort((a, b) => a - b);
}

/** Index of the stop nearest to a value. */
export function nearestStop(stops: readonly number[], value: number): number {
  let nearest = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop - value) < Math.abs((stops[nearest] as number) - value)) nearest = index;
  });
  return nearest;
}

/** Where a value lies on a slider, from 0 to 1, also between two stops; beyond its ends, at the end. */
export function placeOnSlider(stops: readonly number[], value: number): number {
  const next = stops.findIndex((stop) => stop >= value);
  if (next <= 0) return next === 0 ? 0 : 1;
  const [before, after] = [stops[next - 1] as number, stops[next] as number];
  return (next - 1 + (value - before) / (after - before)) / (stops.length - 1);
}
