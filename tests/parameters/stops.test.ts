import { expect, test } from 'vitest';
import { doublingsOf, sliderStops } from '../../src/parameters/stops';
import { parameterOf, type NumberDefinition, type ParameterId } from '../../src/parameters/parameters';

function definitionOf(id: ParameterId): NumberDefinition {
  const definition = parameterOf(id)?.definition;
  if (definition?.kind !== 'number') throw new Error(`${id} is no number`);
  return definition;
}

test('a landmark stands in place of a round stop that reads like it', () => {
  const limit = definitionOf('threshold.limit');
  const without = sliderStops(limit, null);
  expect(without).toContain(doublingsOf(1000));
  const stops = sliderStops(limit, 10);
  expect(stops).toContain(10);
  expect(stops).not.toContain(doublingsOf(1000));
  expect(stops.length).toBe(without.length);
  // One that reads otherwise stands beside its neighbours.
  const between = (doublingsOf(1000) + doublingsOf(1100)) / 2;
  expect(sliderStops(limit, between).length).toBe(without.length + 1);
});

test('no two stops beside a landmark read alike, save at the ends', () => {
  const distances: readonly [ParameterId, (a: number, b: number) => number][] = [
    ['threshold.danger', (a, b) => b - a],
    ['leadTimeSpread', (a, b) => (b - a) / Math.LN2],
    ['protections.buildSpeed', (a, b) => Math.log2(b / a)],
  ];
  for (const [id, distance] of distances) {
    const definition = definitionOf(id);
    const [low, high] = definition.slider ?? [definition.min, definition.max];
    for (let k = 1; k < 200; k++) {
      const landmark = low + ((high - low) * k) / 200;
      const stops = sliderStops(definition, landmark).slice(1, -1);
      stops.slice(1).forEach((stop, i) => {
        expect(distance(stops[i]!, stop), `${id} ${landmark}`).toBeGreaterThanOrEqual(0.0499);
      });
    }
  }
});

test('the ends of a slider stay, whatever is near them', () => {
  const definition = definitionOf('limits.safetyBuffer');
  const stops = sliderStops(definition, null);
  const near = sliderStops(definition, stops[0]! + 0.01);
  expect([near[0], near.at(-1)]).toEqual([stops[0], stops.at(-1)]);
  expect(near).toHaveLength(stops.length + 1);
});
