import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutStrips } from '../../../src/app/story/stripLayout';
import { lookOf, stripsOf, type Strip } from '../../../src/app/story/strips';
import { frameOf, xOf } from '../../../src/app/story/timelinePlot';
import { simulateRun } from '../../../src/engine/simulateRun';
import { regionStates, type Region } from '../../../src/model/regions';
import { preset } from '../../../src/scenario/presets';
import { eventfulScenario } from '../../support/eventfulScenario';

const namesOf = (levels: number): string[] => Array.from({ length: levels }, (_, k) => `Level ${k + 1}`);
const textAt = ({ segments }: Strip, week: number): string | undefined =>
  segments.find(({ from, to }) => from <= week && week <= to)?.text;

describe('strips of a future', () => {
  test('every state of every region has a look and a name', () => {
    for (const region of Object.keys(regionStates) as Region[]) {
      const texts = regionStates[region].map((state) => lookOf(region, state, true).text);
      expect(new Set(texts).size).toBe(texts.length);
    }
    expect(() => lookOf('training', 'asleep', true)).toThrow('no state asleep');
  });

  test('are those of the states, week by week, without a gap', () => {
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(30), (scenario, run) => {
        const trace = simulateRun(scenario, 'strips', run);
        const horizon = trace.weeks.length - 1;
        const levels = scenario.thresholds.length;
        const { groups, quiet } = stripsOf(trace, namesOf(levels), true);
        expect(groups.length + quiet.length).toBe(1 + levels);
        for (const { strips } of groups) {
          for (const { segments } of strips) {
            expect(segments[0]?.from).toBe(0);
            expect(segments.at(-1)?.to).toBe(horizon);
            segments.slice(1).forEach(({ from }, i) => expect(from).toBe((segments[i]?.to ?? NaN) + 1));
          }
        }
        const training = groups[0]?.strips.find(({ id }) => id === 'training') as Strip;
        for (const { week, states } of trace.weeks) {
          expect(textAt(training, week)).toBe(lookOf('training', states['training'] ?? '', true).text);
        }
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  test('show the lab nothing of what it could not know', () => {
    let failing = 0;
    for (let run = 0; run < 60; run++) {
      const trace = simulateRun(preset('baseline'), 'strips', run);
      const all = (isWhole: boolean): Strip[] =>
        stripsOf(trace, namesOf(3), isWhole).groups.flatMap(({ strips }) => strips);
      const [whole, known] = [all(true), all(false)];
      const texts = (strips: Strip[]): string[] =>
        strips.flatMap(({ segments }) => segments.map(({ text }) => text));
      if (texts(whole).includes('failing unseen')) failing++;
      expect(texts(known)).not.toContain('failing unseen');
      expect(known.some(({ id }) => id === 'unsafe' || id.startsWith('capability'))).toBe(false);
      expect(whole.some(({ id }) => id === 'unsafe')).toBe(true);
    }
    expect(failing).toBeGreaterThan(10);
  });

  test('stand below the chart, none on another, with their texts where there is room', () => {
    const trace = simulateRun(preset('baseline'), '1', 0);
    for (const width of [345, 664, 1005]) {
      const frame = frameOf(width, 260);
      const laid = layOutStrips(stripsOf(trace, namesOf(3), true), frame);
      let floor = frame.bottom;
      for (const { y, height, heading, segments } of laid.rows) {
        if (heading !== null) expect(heading.y).toBeGreaterThan(floor);
        expect(y).toBeGreaterThan(floor);
        floor = y + height;
        for (const { x, width: wide, text } of segments) {
          expect(x).toBeGreaterThanOrEqual(frame.left);
          expect(x + wide).toBeLessThanOrEqual(xOf(frame, 261) + 1e-9);
          if (text !== '') expect(wide).toBeGreaterThan(text.length * 5);
        }
      }
      expect(laid.bottom).toBeGreaterThanOrEqual(floor);
      expect(laid.bands.map(({ kind }) => kind)).toContain('bad');
    }
  });
});
