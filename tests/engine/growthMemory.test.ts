import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Aggregate } from '../../src/engine/aggregate';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { GrowthMemory } from '../../src/engine/growthMemory';
import { preset } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { differences } from '../support/differences';
import { eventfulScenario } from '../support/eventfulScenario';

function simulated(
  scenario: Scenario,
  seed: string,
  from: number,
  to: number,
  memory?: GrowthMemory,
): Aggregate {
  const simulator = new EnsembleSimulator(scenario, seed, memory);
  const aggregate = simulator.newAggregate();
  simulator.simulate({ from, to }, aggregate);
  return aggregate;
}

const baseline = preset('baseline');
const withDelay = (scenario: Scenario, delay: number): Scenario => ({
  ...scenario,
  policy: { ...scenario.policy, response: { ...scenario.policy.response, delay } },
});

describe('remembered growth', () => {
  test('changes no bit of any policy’s results, whatever is asked in between', () => {
    fc.assert(
      fc.property(
        fc.array(eventfulScenario(), { minLength: 2, maxLength: 3 }),
        fc.array(
          fc.record({
            which: fc.nat(2),
            delay: fc.nat(20),
            seed: fc.constantFrom('one', 'two'),
            from: fc.integer({ min: 0, max: 40 }),
            runs: fc.nat(30),
          }),
          { minLength: 4, maxLength: 8 },
        ),
        (scenarios, asked) => {
          const memory = new GrowthMemory();
          for (const { which, delay, seed, from, runs } of asked) {
            const scenario = withDelay(scenarios[which % scenarios.length]!, delay);
            const remembered = simulated(scenario, seed, from, from + runs, memory);
            expect(differences(simulated(scenario, seed, from, from + runs), remembered)).toEqual([]);
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  test('is that of one world and seed, from the second time in a row on', () => {
    const memory = new GrowthMemory();
    const world = { ...baseline, world: { ...baseline.world, growth: 3 } };
    expect(memory.recall(baseline, 'a')).toBeNull();
    const runs = memory.recall(withDelay(baseline, 9), 'a');
    expect(runs).not.toBeNull();
    expect(memory.recall(world, 'a')).toBeNull();
    expect(memory.recall(baseline, 'a')).toBe(runs);
    expect(memory.recall(baseline, 'b')).toBeNull();
    expect(memory.recall(baseline, 'b')).not.toBe(runs);
    expect(memory.recall(baseline, 'a')).toBeNull();
  });

  test('is taken from memory, and of the first 2,000 runs only', () => {
    const memory = new GrowthMemory();
    simulated(baseline, 'a', 0, 0, memory);
    simulated(baseline, 'a', 1990, 2010, memory);
    const runs = memory.recall(baseline, 'a')!;
    expect(Object.keys(runs)).toEqual(Array.from({ length: 10 }, (_, i) => String(1990 + i)));
    const known = runs[1995]!;
    runs[1995] = { ...known, capability: known.capability.map((value) => value + 1) };
    const before = simulated(baseline, 'a', 1995, 1996);
    expect(differences(before, simulated(baseline, 'a', 1995, 1996, memory))).not.toEqual([]);
  });
});
