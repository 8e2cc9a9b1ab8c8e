import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LivePlay, stepAt } from '../../../src/app/story/livePlay.svelte';
import { Moments } from '../../../src/app/story/moments';
import { simulateRun } from '../../../src/engine/simulateRun';
import * as stepperModule from '../../../src/engine/stepper';
import { preset } from '../../../src/scenario/presets';
import type { Scenario } from '../../../src/scenario/scenario';
import { eventfulScenario } from '../../support/eventfulScenario';

const { Stepper } = stepperModule;
const baseline = preset('baseline');

function stepsOf(scenario: Scenario, seed: string, run: number) {
  const stepper = new Stepper(scenario, seed, run);
  while (stepper.lab.week < stepper.horizon) stepper.playWeek();
  return stepper.steps;
}

describe('the step at which a moment stands', () => {
  test('has, in whatever future, that moment’s events behind it and its states', () => {
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(50), (scenario, run) => {
        const trace = simulateRun(scenario, 'm', run);
        const moments = new Moments(trace);
        const steps = stepsOf(scenario, 'm', run);
        expect(stepAt(steps, { week: 0, done: 0 })).toBe(steps[0]);
        for (let week = 0; week <= moments.horizon; week++) {
          const end = moments.endOf(week);
          const step = stepAt(steps, end)!;
          expect(step.week).toBe(week);
          expect(step.done).toBe(end.done);
          expect(step.states).toEqual(trace.weeks[week]!.states);
        }
        trace.events.forEach((entry, event) => {
          const moment = moments.after(event);
          const step = stepAt(steps, moment)!;
          expect([step.week, step.event]).toEqual([entry.week, entry.event]);
          const isTaken = step.transitions.some(
            ({ region, index, from, guard }) =>
              region === entry.region &&
              index === entry.index &&
              from === entry.from &&
              guard === entry.guard,
          );
          expect(isTaken).toBe(true);
          if (step.done === moment.done) expect(step.states).toEqual(moments.statesAt(moment));
        });
      }),
      { numRuns: 30, seed: 8 },
    );
  });

  test('is none of what has not been played', () => {
    const steps = stepsOf(baseline, '1', 0);
    const last = steps.at(-1)!;
    expect(stepAt(steps, { week: last.week, done: last.done + 1 })).toBeNull();
    expect(stepAt(steps, { week: last.week + 1, done: last.done })).toBeNull();
    expect(stepAt([], { week: 0, done: 0 })).toBeNull();
  });
});

describe('a future played while the page goes on', () => {
  test('gives every step at any moment, and says that its events are the simulator’s own', async () => {
    const play = new LivePlay();
    const end = { week: baseline.world.horizon, done: 0 };
    expect(play.stepAt(end)).toBeNull();
    await play.play(baseline, '1', 3);
    const trace = simulateRun(baseline, '1', 3);
    expect(play.failure).toBeNull();
    expect(play.agrees).toBe(true);
    expect(play.week).toBe(baseline.world.horizon);
    expect(play.done).toBe(trace.events.length);
    const moments = new Moments(trace);
    for (const week of [200, 3, 117, 0]) {
      expect(play.stepAt(moments.endOf(week))?.states).toEqual(trace.weeks[week]!.states);
    }
  });

  test('lets others have their turn, and shows nothing of a week before it is over', async () => {
    const play = new LivePlay();
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const weeks = new Set<number>();
    const watch = setInterval(() => {
      weeks.add(play.week);
      if (play.week >= 0) {
        expect(play.stepAt({ week: play.week, done: 0 })).not.toBeNull();
        expect(play.stepAt({ week: play.week + 1, done: 0 })).toBeNull();
      }
    }, 0);
    await play.play(baseline, '1', 0);
    clearInterval(timer);
    clearInterval(watch);
    expect(turns).toBeGreaterThan(2);
    expect(weeks.size).toBeGreaterThan(2);
  });

  test('is given up for another one, whatever was under way', async () => {
    const play = new LivePlay();
    const first = play.play(baseline, '1', 0);
    const second = play.play(preset('weak-policy'), 'x', 1);
    await Promise.all([first, second]);
    const trace = simulateRun(preset('weak-policy'), 'x', 1);
    const moments = new Moments(trace);
    expect(play.stepAt(moments.endOf(100))?.states).toEqual(trace.weeks[100]!.states);
    expect(play.agrees).toBe(true);
  });

  test('stops where it is no longer wanted', async () => {
    const play = new LivePlay();
    const played = play.play(baseline, '1', 0);
    play.stop();
    await played;
    expect(play.week).toBe(-1);
    expect(play.stepAt({ week: 0, done: 0 })).toBeNull();
  });

  test('says why it cannot be played', async () => {
    const play = new LivePlay(() => Promise.reject(new Error('no network')));
    await play.play(baseline, '1', 0);
    expect(play.failure).toBe('no network');
  });

  test('says so where its events are not the simulator’s own', async () => {
    class Another extends Stepper {
      constructor(scenario: Scenario, seed: string, run: number) {
        super(scenario, seed, run + 1);
      }
    }
    const play = new LivePlay(() => Promise.resolve({ ...stepperModule, Stepper: Another }));
    await play.play(baseline, '1', 0);
    expect(play.agrees).toBe(false);
  });
});
