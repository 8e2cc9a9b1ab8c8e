import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Moments, phasesOf, stepUnits, type Moment } from '../../../src/app/story/moments';
import { simulateRun } from '../../../src/engine/simulateRun';
import { Stepper } from '../../../src/engine/stepper';
import { week as script, type Phase } from '../../../src/model/week';
import { preset } from '../../../src/scenario/presets';
import type { Scenario } from '../../../src/scenario/scenario';
import { eventfulScenario } from '../../support/eventfulScenario';

const all = (): boolean => true;

/** Phase of each event, and the states after each, as the statechart's actor goes through them. */
function asStepped(scenario: Scenario, seed: string, run: number) {
  const stepper = new Stepper(scenario, seed, run);
  const phases: (Phase | null)[] = stepper.events.map(() => null);
  const states = new Map<number, Record<string, string>>([[stepper.events.length, stepper.states]]);
  while (stepper.lab.week < stepper.horizon) {
    for (const scripted of script) {
      stepper.step(scripted);
      while (phases.length < stepper.events.length) phases.push(scripted.phase);
      states.set(stepper.events.length, stepper.states);
    }
  }
  return { phases, states };
}

describe('moments of a future', () => {
  test('phases of events and states between them are those of the statechart', { timeout: 60_000 }, () => {
    const check = (scenario: Scenario, run: number): void => {
      const trace = simulateRun(scenario, 'moments', run);
      const moments = new Moments(trace);
      const { phases, states } = asStepped(scenario, 'moments', run);
      expect(phasesOf(trace.events)).toEqual(phases);
      // Events of one sending change several regions at once: states are known after the last of them.
      for (const [done, expected] of states) {
        if (done > 0) expect(moments.statesAt(moments.after(done - 1))).toEqual(expected);
      }
    };
    check(preset('baseline'), 0);
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(20), (scenario, run) => check(scenario, run)),
      { numRuns: 40, seed: 4 },
    );
  });

  test('at the end of a week the states are those of the week', () => {
    const trace = simulateRun(preset('baseline'), 'moments', 1);
    const moments = new Moments(trace);
    for (const { week, states } of trace.weeks) {
      const moment = moments.endOf(week);
      expect(moments.isEndOfWeek(moment)).toBe(true);
      expect(moments.statesAt(moment)).toEqual(states);
    }
    expect(() => moments.endOf(261)).toThrow(RangeError);
    expect(() => moments.after(trace.events.length)).toThrow(RangeError);
  });

  test.each(stepUnits)('steps by %s lead from one end to the other and back by the same stops', (unit) => {
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(20), (scenario, run) => {
        const trace = simulateRun(scenario, 'moments', run);
        const moments = new Moments(trace);
        const walk = (from: Moment, by: 1 | -1): Moment[] => {
          const stops = [from];
          for (;;) {
            const last = stops.at(-1)!;
            const next = moments.step(last, unit, by, all);
            if (next.week === last.week && next.done === last.done) return stops;
            expect(by * (next.done - last.done)).toBeGreaterThanOrEqual(0);
            stops.push(next);
          }
        };
        const forward = walk(unit === 'week' ? moments.endOf(0) : { week: 0, done: 0 }, 1);
        const end = moments.endOf(moments.horizon);
        expect(forward.at(-1)).toEqual(end);
        const back = walk(end, -1);
        // At the end of a week with no event before the next, a step back leads to the event itself.
        const inner = (stops: Moment[]): string[] =>
          stops.slice(1, -1).map(({ week, done }) => `${week}:${done}`);
        expect(inner(back).toReversed()).toEqual(expect.arrayContaining(inner(forward)));
        if (unit === 'event') expect(forward.length).toBeGreaterThanOrEqual(trace.events.length);
        if (unit === 'week') expect(back.at(-1)).toEqual(moments.endOf(0));
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  test('a step by event passes over those that are not told', () => {
    const trace = simulateRun(preset('baseline'), 'moments', 2);
    const moments = new Moments(trace);
    const isTold = (event: number): boolean => event % 5 === 0;
    let moment: Moment = { week: 0, done: 0 };
    const stops: number[] = [];
    for (let step = 0; step < 10; step++) {
      moment = moments.step(moment, 'event', 1, isTold);
      stops.push(moment.done - 1);
    }
    expect(stops).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45]);
    expect(moments.step(moment, 'event', -1, isTold).done).toBe(41);
  });
});
