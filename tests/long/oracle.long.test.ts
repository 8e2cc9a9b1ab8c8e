import fc from 'fast-check';
import { expect, test } from 'vitest';
import { preset, presetIds } from '../../src/scenario/presets';
import { compareWithHand } from '../oracle/compareWithHand';
import { tiedScenario } from '../oracle/tiedScenario';
import { arbitraryScenario } from '../support/arbitraryScenario';
import { livelyScenario } from '../support/livelyScenario';

const anyRange = fc
  .tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 10 }))
  .map(([from, runs]) => ({ from, to: from + runs }));

test.each([
  ['all over the input ranges', arbitraryScenario({ maxHorizon: 120 }), 10_000],
  [
    'all over the input ranges, up to ten years',
    arbitraryScenario({ maxHorizon: 520, maxHistory: 60 }),
    1_000,
  ],
  ['in which much happens', livelyScenario(120), 5_000],
  ['in which much happens, over ten years', livelyScenario(520), 500],
  ['in which lines are met exactly', tiedScenario(120), 10_000],
] as const)('kernel and hand-written loop agree in scenarios %s', (_, scenarios, numRuns) => {
  fc.assert(
    fc.property(scenarios, fc.string({ maxLength: 8 }), anyRange, (scenario, seed, range) => {
      expect(compareWithHand(scenario, seed, range).difference).toBeUndefined();
    }),
    { numRuns },
  );
});

test.each(presetIds)('kernel and hand-written loop agree in 10,000 runs of %s', (id) => {
  expect(compareWithHand(preset(id), 'long', { from: 0, to: 10_000 }).difference).toBeUndefined();
});
