import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { hashRun } from '../../src/engine/runReport';
import { simulateRun } from '../../src/engine/simulateRun';
import type { LogEntry } from '../../src/model/evidence';
import type { Lab } from '../../src/model/lab';
import { regionStates, stateOffset, type Region } from '../../src/model/regions';
import { Hash64, hex64, mix32 } from '../../src/numbers/hash';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { arbitraryScenario } from '../support/arbitraryScenario';
import { livelyScenario } from '../support/livelyScenario';

function hashOf(lab: Lab): string {
  const hash = new Hash64();
  hashRun(lab, hash);
  return hex64(hash);
}

/** The hash of every change of state, in order, made of nothing but the event log. */
function trailOf(events: readonly LogEntry[]): number {
  return events
    .filter(({ from, to }) => from !== to)
    .reduce((trail, { region, index, to, week }) => {
      const states: readonly string[] = regionStates[region as Region];
      const state = stateOffset(region as Region, index) + states.indexOf(to);
      return mix32(trail ^ (week * 256 + state + 1));
    }, 0);
}

/** Runs of a batch, and the same runs told one by one: by number what is not the same. */
function differences(scenario: Scenario, seed: string, from: number, runs: number): number[] {
  const simulator = new EnsembleSimulator(scenario, seed);
  const different: number[] = [];
  simulator.simulate({ from, to: from + runs }, simulator.newAggregate(), (run, lab) => {
    const { lab: told, events } = simulateRun(scenario, seed, run);
    if (hashOf(told) !== hashOf(lab) || trailOf(events) !== lab.trail) different.push(run);
  });
  return different;
}

describe('a future told by itself is the one of the batch: the same events, the same report', () => {
  test.each(presetIds)('in %s', (id) => {
    expect(differences(preset(id), 'replay', 0, 60)).toEqual([]);
  });

  test('in thousands of random scenarios, seeds and numbers', { timeout: 120_000 }, () => {
    const anyScenario = fc.oneof(arbitraryScenario({ maxHorizon: 120 }), livelyScenario(120));
    fc.assert(
      fc.property(anyScenario, fc.string({ maxLength: 8 }), fc.nat(9_999_990), (scenario, seed, from) => {
        expect(differences(scenario, seed, from, 4)).toEqual([]);
      }),
      { numRuns: 600, seed: 5 },
    );
  });

  test('and a log with one event more, less or in another week is not', () => {
    const { events, lab } = simulateRun(preset('baseline'), 'replay', 0);
    expect(trailOf(events)).toBe(lab.trail);
    const changes = events.filter(({ from, to }) => from !== to);
    expect(trailOf(changes.slice(1))).not.toBe(lab.trail);
    expect(trailOf([...changes, changes[0]!])).not.toBe(lab.trail);
    expect(
      trailOf(changes.map((entry, i) => (i === 3 ? { ...entry, week: entry.week + 1 } : entry))),
    ).not.toBe(lab.trail);
  });
});
