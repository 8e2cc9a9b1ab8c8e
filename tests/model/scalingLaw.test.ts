import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lab } from '../../src/model/lab';
import type { ScalesAs } from '../../src/parameters/definition';
import { parsePublicId, publicIds, scenarioKeys } from '../../src/parameters/publicId';
import { definitionOf } from '../../src/parameters/registry';
import { valueAt, withValueAt } from '../../src/scenario/path';
import { preset, presetIds } from '../../src/scenario/presets';
import type { HistoryPoint, Scenario } from '../../src/scenario/scenario';
import { simulateRun } from '../support/bundledEngine';
import { eventfulScenario } from '../support/eventfulScenario';
import { happenings, labNumbers } from '../support/labNumbers';
import { quietScenario } from '../support/quietScenario';

/** Changes every number of a parameter's value: the value itself, the corners of a triangle, the points of a path. */
function eachNumber(value: unknown, change: (number: number) => number): unknown {
  if (typeof value === 'number') return change(value);
  if (Array.isArray(value)) {
    return (value as HistoryPoint[]).map((point) => ({ ...point, capability: change(point.capability) }));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each as number)]));
}

/** A copy of a scenario with every number changed, by how its parameter scales. */
function eachParameter(scenario: Scenario, change: (number: number, scalesAs: ScalesAs) => number): Scenario {
  return publicIds(scenario.thresholds.length).reduce((before, publicId) => {
    const parsed = parsePublicId(publicId)!;
    const { scalesAs } = definitionOf(parsed.id);
    if (scalesAs === 'none') return before;
    const keys = scenarioKeys(parsed);
    const value = eachNumber(valueAt(before, keys), (number) => change(number, scalesAs));
    return withValueAt(before, keys, value);
  }, scenario);
}

const scales: Record<ScalesAs, (number: number) => number> = {
  doublings: (number) => 2 * number,
  square: (number) => number * number,
  half: (number) => number / 2,
  none: (number) => number,
};

function scaled(scenario: Scenario): Scenario {
  return eachParameter(scenario, (number, scalesAs) => scales[scalesAs](number));
}

/**
 * The scenario as doubling and halving change it without rounding: multiples are powers of two, and no number is so
 * small that a part of it would be subnormal.
 */
function withExactScaling(scenario: Scenario): Scenario {
  return eachParameter(scenario, (number, scalesAs) => {
    if (Math.abs(number) < 1e-150) return 0;
    return scalesAs === 'square' ? Math.max(2, 2 ** Math.round(Math.log2(number))) : number;
  });
}

/** Numbers of a run in doublings; all others are weeks, counts, codes and flags. */
const inDoublings = [
  'trueCapability',
  'unconstrainedCapability',
  'rivalCapability',
  'deployedCapability',
  'growthSinceEvaluation',
  'capabilityPath',
  'dangerPoint',
  'lowestDanger',
  'nextDanger',
  'ownSuiteError',
  'thirdSuiteError',
  'capabilityAtStart',
  'deployedAtStart',
  'reportedValue',
  'reading',
  'deployedReading',
  'candidateCapability',
] as const satisfies readonly (keyof Lab)[];

/** Checks the law for one run; returns how much happened. */
function expectScaling(scenario: Scenario, seed: string, run: number): number {
  const once = simulateRun(scenario, seed, run);
  const twice = simulateRun(scaled(scenario), seed, run);
  expect(happenings(twice)).toEqual(happenings(once));
  expect(labNumbers(twice.lab, inDoublings)).toEqual(labNumbers(once.lab, inDoublings));
  const numbers = labNumbers(once.lab);
  const doubled = labNumbers(twice.lab);
  for (const name of inDoublings) {
    const value = numbers[name]!;
    expect(doubled[name], name).toEqual(
      typeof value === 'number' ? 2 * value : value.map((each) => 2 * each),
    );
  }
  return once.events.length;
}

describe('twice every quantity in doublings gives the same weeks, and every capability exactly doubled', () => {
  test.each(presetIds)('in %s', (id) => {
    for (let run = 0; run < 20; run++) expectScaling(preset(id), 'scaling', run);
  });

  test('in random scenarios', () => {
    let events = 0;
    fc.assert(
      fc.property(eventfulScenario(), fc.string({ maxLength: 4 }), fc.nat(1000), (scenario, seed, run) => {
        events += expectScaling(withExactScaling(scenario), seed, run);
      }),
      { numRuns: 500, seed: 71 },
    );
    expect(events).toBeGreaterThan(5000);
  });

  test('where growth is far below its volatility', () => {
    for (const growth of [1e-9, 3e-100]) {
      const scenario = quietScenario({ world: { growth, growthVolatility: 0.1 } });
      for (let run = 0; run < 20; run++) expectScaling(scenario, 'scaling', run);
    }
  });

  test('though not where one quantity is left out', () => {
    const scenario = preset('baseline');
    const half = { ...scaled(scenario), policy: scenario.policy };
    expect(happenings(simulateRun(half, 'scaling', 0))).not.toEqual(
      happenings(simulateRun(scenario, 'scaling', 0)),
    );
  });
});
