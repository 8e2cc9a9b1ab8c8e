/** Lines of a drawing, as paths of an SVG. Lengths are in pixels. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ArrowPath {
  /** The line, with rounded corners, to the foot of its head. */
  readonly line: string;
  readonly head: string;
}

const CORNER = 6;
const HEAD_LENGTH = 7;
const HEAD_HALF_WIDTH = 3.5;

/** A tenth of a pixel is finer than is seen. */
export function roundedLength(length: number): number {
  return Math.round(length * 10) / 10;
}

const at = ({ x, y }: Point): string => `${roundedLength(x)} ${roundedLength(y)}`;

function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** The point at a distance from one point towards another. */
function towards(from: Point, to: Point, length: number): Point {
  const part = length / distance(from, to);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** An arrow through two or more points. Throws where there are fewer. */
export function arrowPath(points: readonly Point[]): ArrowPath {
  const [start, ...rest] = points;
  const [tip, last] = [points.at(-1), points.at(-2)];
  if (start === undefined || tip === undefined || last === undefined)
    throw new Error('An arrow of no length');
  const foot = towards(tip, last, HEAD_LENGTH);
  let line = `M${at(start)}`;
  let before = start;
  for (const [index, corner] of rest.slice(0, -1).entries()) {
    const next = rest[index + 1] ?? tip;
    const radius = Math.min(CORNER, distance(before, corner) / 2, distance(corner, next) / 2);
    line += `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, next, radius))}`;
    before = corner;
  }
  // Half of the head's foot, at a right angle to its length.
  const aside = {
    x: (-(tip.y - foot.y) / HEAD_LENGTH) * HEAD_HALF_WIDTH,
    y: ((tip.x - foot.x) / HEAD_LENGTH) * HEAD_HALF_WIDTH,
  };
  const left = { x: foot.x + aside.x, y: foot.y + aside.y };
  const right = { x: foot.x - aside.x, y: foot.y - aside.y };
  return { line: `${line}L${at(foot)}`, head: `M${at(tip)}L${at(left)}L${at(right)}Z` };
}
