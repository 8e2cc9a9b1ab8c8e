import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryScenario } from '../support/arbitraryScenario';
import { compareEngines } from '../support/compareEngines';
import { livelyScenario } from '../support/livelyScenario';

const anySeed = fc.string({ maxLength: 8 });
const anyRun = fc.nat(0xffffffff);

test('the kernel is the statechart in thousands of random scenarios over the whole input ranges', () => {
  fc.assert(
    fc.property(arbitraryScenario({ maxHorizon: 90 }), anySeed, anyRun, (scenario, seed, run) => {
      expect(compareEngines(scenario, seed, run).difference).toBeUndefined();
    }),
    { numRuns: 2000, seed: 11 },
  );
});

test('… and in thousands of eventful ones', () => {
  fc.assert(
    fc.property(livelyScenario(80), anySeed, anyRun, (scenario, seed, run) => {
      expect(compareEngines(scenario, seed, run).difference).toBeUndefined();
    }),
    { numRuns: 3000, seed: 12 },
  );
});
