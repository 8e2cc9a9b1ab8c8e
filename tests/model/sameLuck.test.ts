import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Aggregate } from '../../src/engine/aggregate';
import * as engine from '../../src/engine/ensemble';
import { runColumns } from '../../src/engine/runTable';
import { summarise } from '../../src/results/summary';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { EnsembleSimulator, mergeAggregate, simulateRun } from '../support/bundledEngine';
import { differences } from '../support/differences';
import { eventfulScenario } from '../support/eventfulScenario';
import { labNumbers } from '../support/labNumbers';

function aggregateOf(scenario: Scenario, seed: string, from: number, to: number): Aggregate {
  const simulator = new EnsembleSimulator(scenario, seed);
  const aggregate = simulator.newAggregate();
  simulator.simulate({ from, to }, aggregate);
  return aggregate;
}

/** A row for each of the first runs: everything the per-run table holds. */
function rowsOf(scenario: Scenario, seed: string, runs: number): Float64Array {
  const columns = runColumns(scenario.thresholds.length);
  const rows = new Float64Array(runs * columns.length);
  const simulator = new EnsembleSimulator(scenario, seed);
  simulator.simulate({ from: 0, to: runs }, simulator.newAggregate(), (run, lab) => {
    columns.forEach(({ read }, i) => (rows[run * columns.length + i] = read(lab, run)));
  });
  return rows;
}

/** Deep equality to the last bit; much faster than the test framework's on long columns. */
function expectSame(after: Aggregate, before: Aggregate): void {
  expect(differences(before, after)).toEqual([]);
}

describe('the same scenario under the same seed', () => {
  test.each(presetIds)('differs from itself by nothing: %s', (id) => {
    const first = aggregateOf(preset(id), 'again', 0, 500);
    const second = aggregateOf(preset(id), 'again', 0, 500);
    expectSame(second, first);
    expect(summarise(second, preset(id), 'again')).toEqual(summarise(first, preset(id), 'again'));
  });

  test('differs from itself by nothing in random scenarios, whatever was simulated in between', () => {
    fc.assert(
      fc.property(
        eventfulScenario(),
        eventfulScenario(),
        fc.string({ maxLength: 4 }),
        (scenario, other, seed) => {
          const simulator = new EnsembleSimulator(scenario, seed);
          const first = simulator.newAggregate();
          simulator.simulate({ from: 0, to: 20 }, first);
          aggregateOf(other, seed, 0, 5);
          const again = simulator.newAggregate();
          simulator.simulate({ from: 0, to: 20 }, again);
          expectSame(again, first);
          expectSame(aggregateOf(scenario, seed, 0, 20), first);
        },
      ),
      { numRuns: 60, seed: 101 },
    );
  });

  test('is the same whether its modules are bundled or not', () => {
    const simulator = new engine.EnsembleSimulator(preset('baseline'), 'bundle');
    const unbundled = simulator.newAggregate();
    simulator.simulate({ from: 0, to: 100 }, unbundled);
    expectSame(aggregateOf(preset('baseline'), 'bundle', 0, 100), unbundled);
  });

  test('differs under another seed', () => {
    const fingerprints = ['1', '11', '111', 'A', 'Ł', ''].map(
      (seed) => summarise(aggregateOf(preset('baseline'), seed, 0, 5), preset('baseline'), seed).fingerprint,
    );
    expect(new Set(fingerprints).size).toBe(6);
  });
});

describe('a run', () => {
  test('is the same alone, with its log, as in an ensemble', () => {
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(30), (scenario, run) => {
        const alone = labNumbers(simulateRun(scenario, 'alone', run).lab);
        let inEnsemble: unknown;
        const simulator = new EnsembleSimulator(scenario, 'alone');
        simulator.simulate({ from: 0, to: run + 1 }, simulator.newAggregate(), (at, lab) => {
          if (at === run) inEnsemble = labNumbers(lab);
        });
        expect(inEnsemble).toEqual(alone);
      }),
      { numRuns: 150, seed: 102 },
    );
  });

  test('does not change when more runs follow: the first 2,000 of 10,000', () => {
    const scenario = preset('baseline');
    const few = rowsOf(scenario, 'more', 2000);
    const many = rowsOf(scenario, 'more', 10_000);
    expect(differences(few, many.subarray(0, few.length))).toEqual([]);
    expect(few.every((value) => value === 0)).toBe(false);
  });
});

/** Ways to divide runs among any number of threads, chunk by chunk, and to merge what they found in any order. */
interface Division {
  /** Where the chunks end, but for the last. */
  readonly cuts: readonly number[];
  /** Chunk by chunk, which of the aggregates takes it. */
  readonly takers: readonly number[];
  /** Pairs of aggregates to merge, until one is left: positions in the list of those left. */
  readonly merges: readonly number[];
}

const RUNS = 60;

function arbitraryDivision(): fc.Arbitrary<Division> {
  return fc.record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: RUNS - 1 }), { maxLength: 20 }),
    takers: fc.array(fc.nat(4), { minLength: 21, maxLength: 21 }),
    merges: fc.array(fc.nat(100), { minLength: 10, maxLength: 10 }),
  });
}

function divided(scenario: Scenario, { cuts, takers, merges }: Division): Aggregate {
  const simulators = takers.map(() => new EnsembleSimulator(scenario, 'divided'));
  let aggregates = simulators.slice(0, 5).map((simulator) => simulator.newAggregate());
  // Chunks are taken in the order of their last digits, so that late runs come before early ones.
  const ends = [...cuts, RUNS].sort((a, b) => a - b);
  const chunks = ends.map((to, i) => ({ from: ends[i - 1] ?? 0, to }));
  chunks.sort((a, b) => (a.to % 10) - (b.to % 10));
  chunks.forEach((range, i) => {
    const taker = takers[i]!;
    simulators[taker]!.simulate(range, aggregates[taker]!);
  });
  for (let n = 0; aggregates.length > 1; n += 2) {
    const into = aggregates[merges[n]! % aggregates.length]!;
    const others = aggregates.filter((each) => each !== into);
    const from = others[merges[n + 1]! % others.length]!;
    mergeAggregate(into, from);
    aggregates = aggregates.filter((each) => each !== from);
  }
  return aggregates[0]!;
}

describe('an ensemble', () => {
  test('is the same however its runs are divided, and whatever is merged first', () => {
    fc.assert(
      fc.property(eventfulScenario(), arbitraryDivision(), (scenario, division) => {
        expectSame(divided(scenario, division), aggregateOf(scenario, 'divided', 0, RUNS));
      }),
      { numRuns: 150, seed: 103 },
    );
  });

  test('starts at any run', () => {
    const scenario = preset('metr-ideal');
    const whole = aggregateOf(scenario, 'any', 0, 300);
    const late = aggregateOf(scenario, 'any', 100, 300);
    mergeAggregate(late, aggregateOf(scenario, 'any', 0, 100));
    expectSame(late, whole);
  });
});
