import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  levelAfter,
  shownRegionsOfLab,
  shownRegionsOfLevel,
  type ShownRegion,
} from '../../../src/app/story/statechartRegions';
import { plain, takenLines, type TakenStep } from '../../../src/app/story/statechartText';
import { Stepper, type Step } from '../../../src/engine/stepper';
import { labRegions, regionStates } from '../../../src/model/regions';
import { eventfulScenario } from '../../support/eventfulScenario';
import { preset } from '../../../src/scenario/presets';

const levels = ['CBRN-3', 'CBRN-4', 'AI R&D-4'];
const isSentence = /^\S[^]*[.]$/;
const isBroken = /undefined|NaN|null|\[object| {2}|\.\.|\.;|\.,/;

const shown = (step: Step, level: number, isWhole: boolean): readonly ShownRegion[] => {
  const moment = { states: step.states, taken: step, isWhole };
  return [...shownRegionsOfLab(moment), ...shownRegionsOfLevel(level, moment)];
};

const takenIn = (regions: readonly ShownRegion[]): string[] =>
  regions.flatMap(({ id, parts }) =>
    parts.flatMap((part) => (part.kind === 'edge' && part.isTaken ? [`${id} ${part.key}`] : [])),
  );

const litIn = ({ parts }: ShownRegion): string[] =>
  parts.flatMap((part) => (part.kind === 'state' && part.isNow ? [part.key] : []));

const pause: TakenStep = {
  event: 'respond',
  transitions: [
    {
      region: 'training',
      index: 0,
      from: 'active',
      to: 'deciding',
      guard: 'mustPause',
      actions: ['considerPause'],
    },
  ],
};

const failure: TakenStep = {
  event: 'build',
  transitions: [
    {
      region: 'protection',
      index: 3,
      from: 'building',
      to: 'failing',
      guard: 'workProvesInadequate',
      actions: ['finishWork', 'watchForDiscovery'],
    },
  ],
};

describe('the statechart at a moment', () => {
  test('in whatever future lights one state of each region and every transition taken, in words too', () => {
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(50), (scenario, run) => {
        const names = scenario.thresholds.map((_, k) => `Level ${k + 1}`);
        const stepper = new Stepper(scenario, 'c', run);
        while (stepper.lab.week < stepper.horizon) stepper.playWeek();
        const told = stepper.steps.filter(({ transitions }) => transitions.length > 0);
        for (const step of [stepper.steps[0]!, stepper.steps.at(-1)!, ...told.slice(0, 60)]) {
          const all = names.flatMap((_, level) => shown(step, level, true));
          for (const region of all) {
            expect(litIn(region)).toEqual([step.states[region.id]]);
            expect(region.parts[region.current!]).toMatchObject({ isNow: true });
          }
          const distinct = new Set(takenIn(all));
          expect(distinct.size).toBe(step.transitions.length);
          for (const isWhole of [true, false]) {
            for (const line of takenLines(step, names, isWhole)) {
              expect(plain(line)).toMatch(isSentence);
              expect(plain(line)).not.toMatch(isBroken);
            }
          }
        }
      }),
      { numRuns: 25, seed: 9 },
    );
  });

  test('names what was taken: event, region, states, guard and actions', () => {
    expect(takenLines(pause, levels, true).map(plain)).toEqual([
      'Event respond: Training, from “going on” to “deciding”, because mustPause: a limit that gates training binds, ' +
        'its security is not in place, and no clause about competitors frees the lab; and the lab begins to decide on a pause.',
    ]);
    expect(takenLines(failure, levels, true).map(plain)).toEqual([
      'Event build: CBRN-4, safeguards, from “being built” to “failing unseen”, because workProvesInadequate: ' +
        'the work is done and, unseen, the protection does not do what it should; and the lab finishes the work and may ' +
        'find the failure out one day.',
    ]);
    expect(takenLines({ event: 'score', transitions: [] }, levels, true).map(plain)).toEqual([
      'Event score: The week is counted. No state changes.',
    ]);
  });

  test('hides what the lab could not know, where it is asked to', () => {
    const states = {
      ...new Stepper(preset('baseline'), '1', 0).states,
      security2: 'working',
      deployment2: 'failing',
    };
    const moment = { states, taken: failure, isWhole: false };
    const regions = shownRegionsOfLevel(1, moment);
    expect(regions.map(({ id }) => id)).toEqual(['warning2', 'security2', 'deployment2']);
    expect(litIn(regions[2]!)).toEqual(['working']);
    expect(takenIn(regions)).toEqual([]);
    const whole = shownRegionsOfLevel(1, { ...moment, isWhole: true });
    expect(whole.map(({ id }) => id)).toEqual(['capability2', 'warning2', 'security2', 'deployment2']);
    expect(litIn(whole[3]!)).toEqual(['failing']);
    expect(takenIn(whole)).toEqual(['deployment2 building failing']);
    const hidden: TakenStep = { event: 'cross', transitions: [failure.transitions[0]!] };
    expect(takenLines(hidden, levels, false).map(plain)).toEqual([
      'Nothing that the lab could know happens.',
    ]);
  });

  test('lights nothing while nothing is known', () => {
    for (const region of shownRegionsOfLab({ states: {}, taken: null, isWhole: true })) {
      expect(litIn(region)).toEqual([]);
      expect(region.current).toBeNull();
    }
  });

  test('says of every state and transition what it is and what leads out of it', () => {
    const step = new Stepper(preset('baseline'), '1', 0).steps[0]!;
    const regions = shown(step, 0, true);
    expect(regions.map(({ id }) => id)).toEqual([
      ...labRegions,
      'capability1',
      'warning1',
      'security1',
      'deployment1',
    ]);
    const said = regions.flatMap(({ parts }) => parts.map(({ spoken }) => spoken));
    for (const text of said) {
      expect(text).toMatch(isSentence);
      expect(text).not.toMatch(isBroken);
    }
    const [training] = regions;
    expect(training!.parts.filter(({ kind }) => kind === 'state').map(({ key }) => key)).toEqual(
      regionStates.training,
    );
    expect(training!.parts.map(({ spoken }) => spoken)[0]).toBe(
      'Training: “going on”. It is so now. It begins here. From here: ' +
        'On respond, if mustPauseAtOnce (training must pause, and the policy gives no time to decide): to “paused”; ' +
        'and the lab pauses training. ' +
        'On respond, if mustPause (a limit that gates training binds, its security is not in place, and no clause about ' +
        'competitors frees the lab): to “deciding”; and the lab begins to decide on a pause.',
    );
  });

  test('follows the level to which something happens', () => {
    expect(levelAfter(2, { taken: pause, isWhole: true })).toBe(2);
    expect(levelAfter(0, { taken: failure, isWhole: true })).toBe(1);
    expect(levelAfter(0, { taken: failure, isWhole: false })).toBe(0);
    expect(levelAfter(1, { taken: null, isWhole: true })).toBe(1);
  });
});
