import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { preset, presetIds } from '../../src/scenario/presets';
import { arbitraryScenario } from '../support/arbitraryScenario';
import { livelyScenario } from '../support/livelyScenario';
import { compareWithHand } from './compareWithHand';
import { handColumns } from './handScenario';
import { tiedScenario } from './tiedScenario';

const anyRange = fc
  .tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 8 }))
  .map(([from, runs]) => ({ from, to: from + runs }));
const anySeed = fc.string({ maxLength: 8 });

describe('the kernel and a loop written by hand from the description give the same runs', () => {
  test.each(presetIds)('in %s', (id) => {
    expect(compareWithHand(preset(id), 'hand', { from: 0, to: 100 }).difference).toBeUndefined();
  });

  test('over the horizon of ten years', () => {
    const scenario = { ...preset('baseline'), world: { ...preset('baseline').world, horizon: 520 } };
    expect(compareWithHand(scenario, 'hand', { from: 0, to: 40 }).difference).toBeUndefined();
  });

  test('in random scenarios, between which everything that is reported happens', () => {
    const seen = new Set<string>();
    for (const scenarios of [arbitraryScenario({ maxHorizon: 120 }), livelyScenario(120), tiedScenario(80)]) {
      fc.assert(
        fc.property(scenarios, anySeed, anyRange, (scenario, seed, range) => {
          const comparison = compareWithHand(scenario, seed, range);
          expect(comparison.difference).toBeUndefined();
          for (const id of comparison.seen) seen.add(id);
        }),
        { numRuns: 200, seed: 1 },
      );
    }
    expect(handColumns(6).filter((id) => !seen.has(id))).toEqual([]);
  });
});
