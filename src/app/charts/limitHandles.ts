/** Where limits dragged on the chart stop, and where their handles stand. */
import { parameterOf } from '../../parameters/parameters';
import { doublingsOf, nearestStop, roundMultiples } from '../../parameters/stops';

function limitRange(): { readonly min: number; readonly max: number } {
  const definition = parameterOf('t1.limit')?.definition;
  if (definition?.kind !== 'number') throw new Error('threshold.limit is not a number');
  return definition;
}

const { min, max } = limitRange();
const roundStops: readonly number[] = roundMultiples(2 ** min, 2 ** max).map(doublingsOf);

/** Doublings within which two multiples read alike in two digits: 1,000x and 1,024x. */
const ALIKE = 0.05;

/**
 * Doublings at which a limit stops, ascending: round multiples, and the level's danger point instead of those that
 * read like it.
 */
export function limitStops(danger: number): number[] {
  const apart = roundStops.filter((stop) => Math.abs(stop - danger) >= ALIKE);
  return [...apart, danger].sort((a, b) => a - b);
}

/** The stop nearest to a place on the axis, of those on it. */
export function snappedLimit(
  place: number,
  danger: number,
  axis: { readonly min: number; readonly max: number },
): number {
  const stops = limitStops(danger).filter((stop) => stop >= axis.min && stop <= axis.max);
  return stops[nearestStop(stops, place)] ?? place;
}

/** Less than the least distance of two stops. */
const NEXT = ALIKE / 2;

/**
 * The limit `steps` stops above (or, where negative, below) another: always a different one, except at the ends of
 * what a limit can be.
 */
export function steppedLimit(limit: number, danger: number, steps: number): number {
  const stops = limitStops(danger);
  if (steps > 0) {
    const above = stops.filter((stop) => stop > limit + NEXT);
    return above[Math.min(steps, above.length) - 1] ?? limit;
  }
  const below = stops.filter((stop) => stop < limit - NEXT);
  return below[Math.max(below.length + steps, 0)] ?? limit;
}

/**
 * Columns, counted from the plot's edge, in which handles stand without covering each other: `heights` are their
 * middles in pixels, `size` their own height.
 */
export function handleColumns(heights: readonly number[], size: number): number[] {
  const columns: number[] = [];
  heights.forEach((height, i) => {
    const near = columns.filter((_, other) => Math.abs((heights[other] as number) - height) < size);
    let column = 0;
    while (near.includes(column)) column++;
    columns[i] = column;
  });
  return columns;
}
