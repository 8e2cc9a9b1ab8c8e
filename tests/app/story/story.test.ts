import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfStory, storyOf, weeksOfStory } from '../../../src/app/story/story';
import type { ToldFuture } from '../../../src/app/story/toldFuture';
import { reportsOf } from '../../../src/engine/reports';
import { simulateRun } from '../../../src/engine/simulateRun';
import { storyMessages } from '../../../src/messages/storyMessages';
import { guards } from '../../../src/model/rules';
import { preset, presetIds } from '../../../src/scenario/presets';
import type { Scenario } from '../../../src/scenario/scenario';
import { changed } from '../chartFixtures';
import { eventfulScenario } from '../../support/eventfulScenario';

/** One or more whole sentences, with no number that is none. */
const isSentence = /^\S[^]*[.]$/;
const isBroken = /undefined|NaN|Infinity|null|\[object|−?∞| {2}|\.\./;

function future(scenario: Scenario, seed: string, run: number): ToldFuture {
  const trace = simulateRun(scenario, seed, run);
  return { scenario, trace, reports: reportsOf(trace) };
}

describe('a future told event by event', () => {
  test.each(presetIds)('%s: every event has its sentence', (id) => {
    const scenario = preset(id);
    for (let run = 0; run < 20; run++) {
      const told = future(scenario, 'story', run);
      const story = storyOf(told, true);
      expect(story).toHaveLength(told.trace.events.length);
      for (const { sentence } of story) {
        expect(sentence).toMatch(isSentence);
        expect(sentence).not.toMatch(isBroken);
      }
      expect(endOfStory(told.trace)).toMatch(isSentence);
    }
  });

  test('in eventful scenarios every rule of the machine is told', { timeout: 120_000 }, () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(20), (drawn, run) => {
        // Names may be of any letters, which are no part of the sentence.
        const thresholds = drawn.thresholds.map((level, k) => ({ ...level, name: `Level ${k + 1}` }));
        const scenario = { ...drawn, thresholds };
        const one = future(scenario, 'story', run);
        for (const { guard } of one.trace.events) if (guard !== null) told.add(guard);
        for (const isWhole of [true, false]) {
          for (const { sentence } of storyOf(one, isWhole)) {
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
    const one = future(scenario, '1', 0);
    const [whole, known] = [storyOf(one, true), storyOf(one, false)];
    const text = (story: typeof whole): string => story.map(({ sentence }) => sentence).join(' ');
    expect(text(whole)).toMatch(/past the danger point/);
    expect(text(whole)).toMatch(/In truth the model is [\d.]+x (more|less) able than it reads/);
    expect(text(whole)).toMatch(/In truth the model read was at [\d.]+x/);
    expect(text(known)).not.toMatch(/danger point|In truth|elicitation/);
    expect(known.length).toBeLessThan(whole.length);
    expect(known.some(({ isHidden }) => isHidden)).toBe(false);
  });

  test('the numbers are those that the rule acted on', () => {
    const scenario = preset('baseline');
    const one = future(scenario, '1', 0);
    const place = one.trace.events.findIndex(({ guard }) => guard === 'readingAtAlert');
    const { numbers } = one.trace.events[place]!;
    const sentence = (isWhole: boolean): string =>
      storyOf(one, isWhole).find((each) => each.place === place)!.sentence;
    const read = Math.round(2 ** numbers['reading']!);
    expect(sentence(false)).toBe(
      `CBRN-3: an alert. The evaluation reads ${read}x, past the alert line of 5.3x.`,
    );
    const apart = (2 ** (numbers['trueValue']! - numbers['reading']!)).toPrecision(2);
    expect(sentence(true)).toContain(`In truth the model is ${apart}x more able than it reads`);
  });

  test('a report is held against the next line, and one that misses a danger passed is not routine', () => {
    const scenario = changed('baseline', { 'limits.safetyBuffer': '0' });
    const line = 5;
    let missed = 0;
    for (let run = 0; run < 100; run++) {
      const one = future(scenario, 'reports', run);
      const story = storyOf(one, true);
      for (const { event, readings, trueValue } of one.reports) {
        const told = story[event]!;
        const warned = one.trace.events
          .slice(0, event)
          .some((each) => each.region === 'warning' && each.index === 0);
        if (warned) continue;
        const short = (2 ** (line - readings[0]!)).toPrecision(2);
        if (readings[0]! < line)
          expect(told.sentence).toContain(`${String(Number(short))}x below the alert line of CBRN-3`);
        else expect(told.sentence).toContain('past the alert line of CBRN-3');
        const isMissed = readings[0]! < line && trueValue >= one.trace.lab.dangerPoint[0]!;
        expect(told.isRoutine).toBe(!isMissed);
        if (isMissed) missed++;
      }
    }
    expect(missed).toBeGreaterThan(5);
  });

  test('who binds the lab is named', () => {
    const scenario = preset('baseline');
    const one = future(scenario, '1', 1);
    const sentences = storyOf(one, false).map(({ sentence }) => sentence);
    expect(sentences).toContain(
      'CBRN-4 binds the lab, and the security needed is missing: the lab takes about 2 weeks to pause training.',
    );
  });

  test('weeks come in order, each once', () => {
    const scenario = preset('baseline');
    const story = storyOf(future(scenario, '1', 0), true);
    const weeks = weeksOfStory(story);
    const numbers = weeks.map(({ week }) => week);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    expect(weeks.flatMap(({ events }) => events)).toEqual(story);
  });
});
