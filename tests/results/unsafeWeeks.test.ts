import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulateRun, type RunTrace } from '../../src/engine/simulateRun';
import { outcomes } from '../../src/model/score';
import { firstFailure, unsafeStates, unsafeWeeks } from '../../src/results/unsafeWeeks';
import { preset, presetIds } from '../../src/scenario/presets';
import { eventfulScenario } from '../support/eventfulScenario';

const failures = outcomes.slice(0, 4);

function checkCounts(trace: RunTrace): void {
  const { lab } = trace;
  const unsafe = unsafeWeeks(trace);
  const count = (state: (typeof unsafeStates)[number]): number =>
    unsafe.filter((week) => week[state] !== 0).length;
  expect([count('deployment'), count('internalUse'), count('unsecured')]).toEqual([
    lab.unsafeDeploymentWeeks,
    lab.unsafeInternalUseWeeks,
    lab.unsecuredWeeks,
  ]);
}

function checkFailure(trace: RunTrace): void {
  const failure = firstFailure(trace);
  expect(failure === null).toBe(!failures.includes(trace.outcome));
  if (failure === null) return;
  const { state, week, level, weeks } = failure;
  const unsafe = unsafeWeeks(trace);
  expect(((unsafe[week]?.[state] ?? 0) >> level) & 1).toBe(1);
  expect(weeks).toBe(unsafe.filter((each) => each[state] !== 0).length);
  if (trace.outcome === 'protection-failed') {
    const isSafe = (each: (typeof unsafe)[number]): boolean => unsafeStates.every((one) => each[one] === 0);
    expect(unsafe.slice(0, week).every(isSafe)).toBe(true);
  } else {
    const kind = state === 'unsecured' ? 'security' : 'deployment';
    expect(['absent', 'building']).toContain(trace.weeks[week]?.states[`${kind}${level + 1}`]);
  }
}

describe('unsafe weeks of one future', () => {
  test.each(presetIds)(
    'are as many as the score counts, and the failure is the one that the outcome names: %s',
    (id) => {
      for (let run = 0; run < 40; run++) {
        const trace = simulateRun(preset(id), 'unsafe', run);
        checkCounts(trace);
        checkFailure(trace);
      }
    },
  );

  test('in eventful scenarios, in which every failure occurs', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(50), (scenario, run) => {
        const trace = simulateRun(scenario, 'unsafe', run);
        seen.add(trace.outcome);
        checkCounts(trace);
        checkFailure(trace);
      }),
      { numRuns: 600, seed: 3 },
    );
    expect(failures.filter((outcome) => !seen.has(outcome))).toEqual([]);
  });
});
