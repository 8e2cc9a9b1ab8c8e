import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulateRun } from '../../src/engine/simulateRun';
import { Stepper, type Step } from '../../src/engine/stepper';
import { regionName } from '../../src/model/regions';
import { readChart } from '../../src/build/kernelChart';
import { labDefinition } from '../../src/model/labDefinition';
import { labMachine, machineOf } from '../../src/model/labMachine';
import { actions, guards } from '../../src/model/rules';
import { regionStates } from '../../src/model/regions';
import { week as script } from '../../src/model/week';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { eventfulScenario } from '../support/eventfulScenario';
import { labNumbers } from '../support/labNumbers';

function played(scenario: Scenario, seed: string, run: number, reloaded = false): Stepper {
  const levels = scenario.thresholds.length;
  const copy = JSON.parse(JSON.stringify(labDefinition(levels))) as ReturnType<typeof labDefinition>;
  const stepper = reloaded
    ? new Stepper(scenario, seed, run, machineOf(copy))
    : new Stepper(scenario, seed, run);
  while (stepper.lab.week < stepper.horizon) stepper.playWeek();
  return stepper;
}

/** Actions of each row of the statechart, by what tells it from all others. */
const actionsOf = new Map(
  readChart(labMachine(1)).rows.map(({ region, from, to, event, guard, actions: orders }) => [
    [region, regionStates[region][from], regionStates[region][to], event, guard].join(' '),
    orders,
  ]),
);

/** Holds the steps of a run to the kernel's event log and week records. */
function expectSteps(scenario: Scenario, seed: string, run: number): void {
  const trace = simulateRun(scenario, seed, run);
  const { steps } = played(scenario, seed, run);
  let before: Step | undefined;
  const logged: string[] = [];
  for (const step of steps) {
    const after = { ...before?.states };
    for (const { region, index, from, to, guard, actions: orders } of step.transitions) {
      const name = regionName({ region, index });
      expect(after[name]).toBe(from);
      after[name] = to;
      expect(actionsOf.get([region, from, to, step.event, guard].join(' '))).toEqual(orders);
      if (guard !== null || from !== to)
        logged.push(`${step.week} ${step.event} ${region}${index} ${from} ${to} ${guard}`);
    }
    if (before !== undefined) expect(step.states).toEqual(after);
    if (step.transitions.every(({ from, to }) => from === to) && before !== undefined) {
      expect(step.states).toBe(before.states);
    }
    expect(step.done).toBe(logged.length);
    before = step;
  }
  expect(logged).toEqual(
    trace.events.map((e) => `${e.week} ${e.event} ${e.region}${e.index} ${e.from} ${e.to} ${e.guard}`),
  );
  for (const { week, states } of trace.weeks) {
    const last = steps.findLast((step) => step.week === week);
    expect(last?.states).toEqual(states);
  }
}

describe('the steps that XState took', () => {
  test.each(presetIds)('agree with the kernel’s log and weeks: %s', (id) => {
    expectSteps(preset(id), 'steps', 0);
  });

  test('agree with them in eventful scenarios', () => {
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(50), (scenario, run) => expectSteps(scenario, 's', run)),
      { numRuns: 40, seed: 5 },
    );
  });

  test('are those of the script, week by week, after the start and the first event', () => {
    const { steps, horizon } = played(preset('baseline'), '1', 0);
    expect(steps.slice(0, 2).map(({ week, phase, event }) => [week, phase, event])).toEqual([
      [0, null, null],
      [0, null, 'begin'],
    ]);
    for (let week = 1; week <= horizon; week++) {
      let place = 0;
      for (const step of steps.filter((each) => each.week === week)) {
        place = script.findIndex(
          ({ phase, event }, at) => at >= place && phase === step.phase && event === step.event,
        );
        expect(place).toBeGreaterThanOrEqual(0);
        place++;
      }
      expect(place).toBe(script.length);
    }
  });

  test('hold rules of the model, not the writing of states', () => {
    const { steps } = played(preset('baseline'), '1', 0);
    const orders = steps.flatMap(({ transitions }) => transitions.flatMap((each) => each.actions));
    expect(orders.length).toBeGreaterThan(10);
    expect(orders).not.toContain('enter');
  });
});

describe('the definition as JSON', () => {
  test('holds every state, guard and action by name, and nothing but data', () => {
    const definition = labDefinition(6);
    const text = JSON.stringify(definition);
    expect(JSON.parse(text)).toEqual(definition);
    for (const name of [...Object.keys(guards), ...Object.keys(actions), 'enter']) {
      expect(text).toContain(`"type":"${name}"`);
    }
    for (const states of Object.values(regionStates)) {
      for (const state of states) expect(text).toContain(`"${state}":{"entry"`);
    }
    expect(Object.keys(definition.states)).toHaveLength(6 + 6 * 4);
  });

  function expectSame(scenario: Scenario, run: number): void {
    const [own, reloaded] = [played(scenario, 'json', run), played(scenario, 'json', run, true)];
    expect(reloaded.steps).toEqual(own.steps);
    expect(reloaded.events).toEqual(own.events);
    expect(labNumbers(reloaded.lab)).toEqual(labNumbers(own.lab));
  }

  test.each(presetIds)('gives, reloaded, the same futures: %s', (id) => expectSame(preset(id), 1));

  test('gives, reloaded, the same futures of eventful scenarios', () => {
    fc.assert(fc.property(eventfulScenario(), fc.nat(50), expectSame), { numRuns: 30, seed: 6 });
  });
});
