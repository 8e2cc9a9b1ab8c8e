import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../src/app/charts/spread';

const close = 1e-6;

test('labels that do not touch stay where they are', () => {
  expect(spread([50, 10, 90], 14, 0, 100)).toEqual([50, 10, 90]);
});

test('two labels at one height part evenly', () => {
  expect(spread([50, 50], 14, 0, 100)).toEqual([43, 57]);
});

test('labels at the rim are pushed inwards', () => {
  expect(spread([-5, 2], 14, 0, 100)).toEqual([0, 14]);
  expect(spread([99, 200], 14, 0, 100)).toEqual([86, 100]);
});

test('labels are apart, in order and within bounds, whatever is wanted', () => {
  const wanted = fc.array(fc.double({ min: -100, max: 500, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(wanted, fc.integer({ min: 1, max: 30 }), (heights, gap) => {
      const placed = spread(heights, gap, 0, 400);
      const room = Math.min(gap, heights.length > 1 ? 400 / (heights.length - 1) : gap);
      const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]! || a - b);
      order.forEach((label, i) => {
        expect(placed[label]!).toBeGreaterThanOrEqual(-close);
        expect(placed[label]!).toBeLessThanOrEqual(400 + close);
        if (i > 0) expect(placed[label]! - placed[order[i - 1]!]!).toBeGreaterThanOrEqual(room - close);
      });
    }),
  );
});
