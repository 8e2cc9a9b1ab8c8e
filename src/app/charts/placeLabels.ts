import { spread } from './spread';

/** Where a label wants to stand, in pixels, and whether it may be left out: first those with the largest number. */
export interface Placeable {
  readonly wanted: number;
  readonly optional: number;
}

export interface Room {
  /** From the middle of a label to that of its neighbour. */
  readonly gap: number;
  readonly low: number;
  readonly high: number;
  /** Farther than this from where it wants to stand a label says little; optional ones beside it then make room. */
  readonly reach: number;
}

interface Placed extends Placeable {
  readonly index: number;
  readonly at: number;
}

const shift = ({ at, wanted }: Placed): number => Math.abs(at - wanted);

/** Those that push each other, in order of place. */
function blocksOf(placed: readonly Placed[], gap: number): Placed[][] {
  const blocks: Placed[][] = [];
  for (const label of placed.toSorted((a, b) => a.at - b.at)) {
    const block = blocks.at(-1);
    const before = block?.at(-1);
    if (block !== undefined && before !== undefined && label.at - before.at <= gap + 0.01) block.push(label);
    else blocks.push([label]);
  }
  return blocks;
}

/** The label to leave out next: a most optional one, nearest to the label that stands farthest from its place. */
function toLeaveOut(block: readonly Placed[]): Placed | undefined {
  const most = Math.max(...block.map(({ optional }) => optional));
  if (most === 0) return undefined;
  const trouble = block.reduce((one, other) => (shift(other) > shift(one) ? other : one));
  const distance = ({ wanted }: Placed): number => Math.abs(wanted - trouble.wanted);
  return block
    .filter(({ optional }) => optional === most)
    .reduce((one, other) => (distance(other) < distance(one) ? other : one));
}

/**
 * Places labels so that none lies on another: their middles in the order given, null for those left out. Labels that
 * are not optional all stay, and only where they alone are too many for the room do they overlap.
 */
export function placeLabels(
  labels: readonly Placeable[],
  { gap, low, high, reach }: Room,
): (number | null)[] {
  let kept = labels.map((label, index) => ({ ...label, index }));
  for (;;) {
    const positions = spread(
      kept.map(({ wanted }) => wanted),
      gap,
      low,
      high,
    );
    const placed = kept.map((label, i): Placed => ({ ...label, at: positions[i] as number }));
    const isFull = (kept.length - 1) * gap > high - low;
    const crowded = isFull
      ? [placed]
      : blocksOf(placed, gap).filter((block) => block.some((label) => shift(label) > reach));
    const left = crowded.map(toLeaveOut).filter((label) => label !== undefined);
    if (left.length === 0) {
      const places = new Map(placed.map(({ index, at }) => [index, at]));
      return labels.map((_, index) => places.get(index) ?? null);
    }
    kept = kept.filter(({ index }) => left.every((label) => label.index !== index));
  }
}
