import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causeOf } from '../../../src/app/story/cause';
import { reportsOf } from '../../../src/engine/reports';
import { simulateRun } from '../../../src/engine/simulateRun';
import { storyMessages } from '../../../src/messages/storyMessages';
import { outcomes } from '../../../src/model/score';
import { firstFailure } from '../../../src/results/unsafeWeeks';
import { applySettings } from '../../../src/scenario/applySettings';
import { preset, presetIds } from '../../../src/scenario/presets';
import type { Scenario } from '../../../src/scenario/scenario';
import { eventfulScenario } from '../../support/eventfulScenario';

const isSentence = /^[A-Z“].*[.]$/;
const isBroken = /undefined|NaN|Infinity|null|\[object| {2}|\.\./;

function cause(scenario: Scenario, seed: string, run: number) {
  const trace = simulateRun(scenario, seed, run);
  return { trace, ...causeOf({ scenario, trace, reports: reportsOf(trace) }) };
}

const gap = '\u0000';

/** A message as a pattern that any words in its gaps fit. */
function patternOf(message: unknown, ...gaps: readonly unknown[]): RegExp {
  const text =
    typeof message === 'function'
      ? (message as (...gaps: readonly unknown[]) => string)(...gaps)
      : String(message);
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(gap, '.*')}$`);
}

/** Every sentence that there is but those of evaluations' errors and the one on what an evaluation read. */
function allPatterns(): readonly RegExp[] {
  const { failure, protection, warning, response, release } = storyMessages.cause;
  const { quiet: _, ...warnings } = warning;
  const { goesOn, noGate, ...responses } = response;
  const plain = [failure, warnings, goesOn, noGate, responses, release].flatMap((group) =>
    Object.values<unknown>(group),
  );
  return [
    ...plain.map((message) => patternOf(message, gap, gap, gap)),
    ...Object.values<unknown>(protection).flatMap((message) =>
      (['security', 'deployment'] as const).map((kind) => patternOf(message, kind, gap, gap, gap)),
    ),
  ];
}

function withSettings(scenario: Scenario, settings: Readonly<Record<string, string>>): Scenario {
  const applied = applySettings(
    scenario,
    Object.entries(settings).map(([id, text]) => ({ id, text })),
  );
  return applied.ok ? applied.scenario : scenario;
}

describe('why a future fails', () => {
  test.each(presetIds)('%s: is told in whole sentences, from the week of the failure', (id) => {
    for (let run = 0; run < 60; run++) {
      const { trace, finding, week, sentences } = cause(preset(id), 'cause', run);
      const failure = firstFailure(trace);
      expect(week).toBe(failure?.week ?? null);
      expect(finding).toMatch(isSentence);
      expect(sentences.length).toBeGreaterThan(failure === null ? 0 : 1);
      for (const sentence of [finding, ...sentences]) {
        expect(sentence).toMatch(isSentence);
        expect(sentence).not.toMatch(isBroken);
      }
      if (failure !== null) expect(finding).toContain(`From week ${failure.week} on`);
    }
  });

  test('every sentence there is for it is true of some future', { timeout: 120_000 }, () => {
    const left = new Map(allPatterns().map((pattern) => [pattern.source, pattern]));
    const look = (scenario: Scenario, run: number): void => {
      const { finding, sentences, trace } = cause(scenario, 'all', run);
      if (!outcomes.slice(0, 4).includes(trace.outcome)) return;
      for (const sentence of [finding, ...sentences]) {
        expect(sentence).not.toMatch(isBroken);
        for (const [source, pattern] of left) if (pattern.test(sentence)) left.delete(source);
      }
    };
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(20), (drawn, run) => {
        const thresholds = drawn.thresholds.map((level, k) => ({ ...level, name: `Level ${k + 1}` }));
        look({ ...drawn, thresholds }, run);
        look(
          withSettings({ ...drawn, thresholds }, { 'response.maxPause': '4', pressure: '0', growth: '12' }),
          run,
        );
      }),
      { numRuns: 2500, seed: 11 },
    );
    const shortPauses = withSettings(preset('baseline'), { 'response.maxPause': '4' });
    for (let run = 0; run < 40; run++) {
      look(shortPauses, run);
      for (const id of presetIds) look(preset(id), run);
    }
    expect([...left.keys()]).toEqual([]);
  });

  test('names what was missing, since when, and how much too late it came', () => {
    const { trace, finding, week, sentences } = cause(preset('baseline'), '1', 2);
    expect(trace.outcome).toBe('unsafe-deployment');
    const start = trace.events.find(
      ({ region, index, to }) => region === 'protection' && index === 3 && to === 'building',
    );
    const end = trace.events.find(
      ({ region, index, from, to }) =>
        region === 'protection' && index === 3 && from === 'building' && to !== 'building',
    );
    expect(finding).toBe(
      `From week ${week} on, a model in users’ hands is past the danger point of CBRN-4 without the safeguards it needs.`,
    );
    expect(sentences).toContain(
      `The safeguards for it were begun in week ${start?.week} and are finished in week ${end?.week}, about 2 months too late.`,
    );
    expect(sentences).toContain(`The alert came in week ${trace.lab.alertWeek[1]}, about 14 months before.`);
  });
});
