import type { RunTrace } from '../../src/engine/simulateRun';
import type { Scenario } from '../../src/scenario/scenario';
import { simulateRun } from './bundledEngine';

/** Run 0 of a scenario in which nothing is left to chance. */
export function onlyRun(scenario: Scenario): RunTrace {
  return simulateRun(scenario, 'no chance', 0);
}

/**
 * What changed from the end of one week to the end of the next, as '12 training: active → paused', in order of week
 * and region. Changes that a week undoes don't show.
 */
export function changesOf(trace: RunTrace): string[] {
  return trace.weeks.flatMap(({ week, states }, i) => {
    const before = trace.weeks[i - 1]?.states ?? {};
    return Object.entries(states)
      .filter(([region, state]) => i > 0 && before[region] !== state)
      .map(([region, state]) => `${week} ${region}: ${before[region]} → ${state}`);
  });
}

/** Weeks in which a region is in a state at the week's end. */
export function weeksIn(trace: RunTrace, region: string, state: string): number[] {
  return trace.weeks.filter(({ states }) => states[region] === state).map(({ week }) => week);
}

/** The numbers from … to, both included. */
export function weeks(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
