import type { Locator } from 'playwright-core';

/** Where a slider's thumb can be put by hand. */
export interface Track {
  readonly stops: number;
  readonly position: number;
  /** Where the thumb's middle is at a stop. */
  readonly x: (stop: number) => number;
  readonly y: number;
}

/** Half of a slider's thumb, in CSS pixels. */
const HALF_THUMB = 9;

/** The track of a slider that is shown. */
export async function trackOf(slider: Locator): Promise<Track> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider is not shown');
  const { max, position } = await slider.evaluate((input: HTMLInputElement) => ({
    max: Number(input.max),
    position: input.valueAsNumber,
  }));
  const reach = box.width - 2 * HALF_THUMB;
  const x = (stop: number): number => box.x + HALF_THUMB + (stop / max) * reach;
  return { stops: max + 1, position, x, y: box.y + box.height / 2 };
}

/**
 * Stops of a thumb that wanders to and fro on the longer side of where it stood at first, one stop a move, from a stop
 * on. It does not come back to that place, to which the page keeps the answer.
 */
export function wander({ stops, position }: Track, from: number, moves: number): number[] {
  const [low, high] = position < stops / 2 ? [position + 1, stops - 1] : [0, position - 1];
  let at = from;
  let step = at < high ? 1 : -1;
  return Array.from({ length: moves }, () => {
    if (at + step > high || at + step < low) step = -step;
    return (at += step);
  });
}
