import { describe, expect, test } from 'vitest';
import { labelWidth } from '../../src/build/labelWidth';
import { storyMessages } from '../../src/messages/storyMessages';
import { labMachine } from '../../src/model/labMachine';
import { regionStates, type Region } from '../../src/model/regions';
import drawings from '../../src/app/story/statechart.gen.json';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Every point that a path names. */
function pointsOf(path: string): Point[] {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
  expect(numbers.every(Number.isFinite) && numbers.length % 2 === 0).toBe(true);
  return numbers.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: numbers[at + 1]! }] : []));
}

/** Whether two boxes have a point in common; `apart`: or are nearer than so much. */
function meet(one: Box, other: Box, apart = 0): boolean {
  return (
    one.x < other.x + other.width + apart &&
    other.x < one.x + one.width + apart &&
    one.y < other.y + other.height + apart &&
    other.y < one.y + one.height + apart
  );
}

const boxOfLine = (from: Point, to: Point): Box => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
});

/** Whether a point lies on the edge of a box, to half a pixel. */
const touches = (point: Point, box: Box): boolean =>
  meet({ ...point, width: 0, height: 0 }, box, 0.5) &&
  !meet(
    { ...point, width: 0, height: 0 },
    { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 },
  );

/** Rows of the machine's own first instance of a region: "respond mustPause active deciding considerPause". */
function rowsOfMachine(region: Region): string[] {
  const nodes = Object.values(labMachine(1).root.states);
  const node = nodes.find((each) => (each.meta as { region: string }).region === region)!;
  return Object.values(node.states).flatMap((state) =>
    [...state.transitions.values()].flat().map(({ eventType, guard, target, actions }) => {
      const nameOf = (rule: unknown): string => (rule as { type: string }).type;
      return [
        eventType,
        guard === undefined ? 'always' : nameOf(guard),
        state.key,
        target?.[0]?.key ?? state.key,
        ...actions.map(nameOf),
      ].join(' ');
    }),
  );
}

describe.each(Object.keys(regionStates) as Region[])('the drawing of %s', (region) => {
  const { width, height, initial, states, edges } = drawings[region];
  const frame: Box = { x: 0, y: 0, width, height };
  const boxOf = (name: string): Box => states.find((state) => state.name === name)!;

  test('has a place for every state and every transition of the machine, and for nothing else', () => {
    expect(states.map(({ name }) => name)).toEqual(regionStates[region]);
    const drawn = edges.flatMap(({ from, to, rows }) =>
      rows.map(({ event, guard, actions }) =>
        [event, guard ?? 'always', from, to, ...(actions as string[])].join(' '),
      ),
    );
    expect(drawn.toSorted()).toEqual(rowsOfMachine(region).toSorted());
    const ends = edges.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(ends).size).toBe(ends.length);
    // A transition that was taken is found again by these.
    const ways = edges.flatMap(({ from, to, rows }) =>
      rows.map(({ event, guard }) => `${from} ${to} ${event} ${guard}`),
    );
    expect(new Set(ways).size).toBe(ways.length);
  });

  test('is within its frame, its boxes apart from one another and wide enough for their labels', () => {
    const paths = [initial, ...edges].flatMap(({ line, head }) => [line, head]);
    for (const { x, y } of paths.flatMap(pointsOf)) {
      expect(x >= 0 && y >= 0 && x <= width && y <= height).toBe(true);
    }
    states.forEach((state, at) => {
      expect(state.x >= 0 && state.y >= 0).toBe(true);
      expect(state.x + state.width <= frame.width && state.y + state.height <= frame.height).toBe(true);
      for (const other of states.slice(at + 1)) expect(meet(state, other, 12)).toBe(false);
      const labels: Readonly<Record<string, string>> = storyMessages.timeline.states[region];
      expect(labelWidth(labels[state.name]!) * 12.6).toBeLessThanOrEqual(state.width - 10);
    });
  });

  test('has edges that lead from box to box and past all others', () => {
    for (const { from, to, line, head } of edges) {
      const points = pointsOf(line);
      const [start, tip] = [points[0]!, pointsOf(head)[0]!];
      expect(touches(start, boxOf(from))).toBe(true);
      expect(touches(tip, boxOf(to))).toBe(true);
      const corners = [...points, tip];
      for (const { name, ...box } of states) {
        const inner = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
        corners.slice(1).forEach((corner, at) => {
          expect(meet(boxOfLine(corners[at]!, corner), inner), `${from} to ${to} through ${name}`).toBe(
            false,
          );
        });
      }
    }
    expect(touches(pointsOf(initial.head)[0]!, boxOf(regionStates[region][0]))).toBe(true);
  });
});
