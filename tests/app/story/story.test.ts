import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfStory, sentenceOf, storyOf, weeksOfStory } from '../../../src/app/story/story';
import { simulateRun } from '../../../src/engine/simulateRun';
import { storyMessages } from '../../../src/messages/storyMessages';
import { guards } from '../../../src/model/rules';
import { preset, presetIds } from '../../../src/scenario/presets';
import { eventfulScenario } from '../../support/eventfulScenario';

/** One or more whole sentences, with no number that is none. */
const isSentence = /^\S[^]*[.]$/;
const isBroken = /undefined|NaN|Infinity|null|\[object|−?∞| {2}|\.\./;

describe('a future told event by event', () => {
  test.each(presetIds)('%s: every event has its sentence', (id) => {
    const scenario = preset(id);
    for (let run = 0; run < 20; run++) {
      const trace = simulateRun(scenario, 'story', run);
      const story = storyOf(trace, scenario, true);
      expect(story).toHaveLength(trace.events.length);
      for (const { sentence } of story) {
        expect(sentence).toMatch(isSentence);
        expect(sentence).not.toMatch(isBroken);
      }
      expect(endOfStory(trace)).toMatch(isSentence);
    }
  });

  test('in eventful scenarios every rule of the machine is told', { timeout: 120_000 }, () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(20), (drawn, run) => {
        // Names may be of any letters, which are no part of the sentence.
        const thresholds = drawn.thresholds.map((level, k) => ({ ...level, name: `Level ${k + 1}` }));
        const scenario = { ...drawn, thresholds };
        const trace = simulateRun(scenario, 'story', run);
        for (const entry of trace.events) {
          if (entry.guard !== null) told.add(entry.guard);
          for (const isWhole of [true, false]) {
            const sentence = sentenceOf(entry, scenario, isWhole);
            expect(sentence).toMatch(isSentence);
            expect(sentence).not.toMatch(isBroken);
          }
        }
      }),
      { seed: 23, numRuns: 600 },
    );
    expect(Object.keys(guards).filter((guard) => !told.has(guard))).toEqual([]);
  });

  test('no sentence is of nothing', () => {
    expect(Object.keys(storyMessages.guards).toSorted()).toEqual(Object.keys(guards).toSorted());
  });

  test('what the lab could not know is told only where it is asked for', () => {
    const scenario = preset('anthropic-rsp-v1');
    const trace = simulateRun(scenario, '1', 0);
    const [whole, known] = [storyOf(trace, scenario, true), storyOf(trace, scenario, false)];
    const text = (story: typeof whole): string => story.map(({ sentence }) => sentence).join(' ');
    expect(text(whole)).toMatch(/past the danger point/);
    expect(text(whole)).toMatch(/In truth the model is [\d.]+x (more|less) able than it reads/);
    expect(text(known)).not.toMatch(/danger point|In truth/);
    expect(known.length).toBeLessThan(whole.length);
    expect(known.some(({ isHidden }) => isHidden)).toBe(false);
  });

  test('the numbers are those that the rule acted on', () => {
    const scenario = preset('baseline');
    const entry = simulateRun(scenario, '1', 0).events.find(({ guard }) => guard === 'readingAtAlert')!;
    const read = Math.round(2 ** entry.numbers['reading']!);
    expect(sentenceOf(entry, scenario, false)).toBe(
      `CBRN-3: an alert. The evaluation reads ${read}x, past the alert line of 5.3x.`,
    );
    const apart = (2 ** (entry.numbers['trueValue']! - entry.numbers['reading']!)).toPrecision(2);
    expect(sentenceOf(entry, scenario, true)).toContain(
      `In truth the model is ${apart}x more able than it reads`,
    );
  });

  test('weeks come in order, each once, and routine only where it is asked for', () => {
    const scenario = preset('baseline');
    const story = storyOf(simulateRun(scenario, '1', 0), scenario, true);
    for (const withRoutine of [true, false]) {
      const weeks = weeksOfStory(story, withRoutine);
      const numbers = weeks.map(({ week }) => week);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
      const shown = weeks.flatMap(({ events }) => events);
      expect(shown).toEqual(story.filter(({ isRoutine }) => withRoutine || !isRoutine));
      expect(shown.length).toBeGreaterThan(10);
    }
  });
});
