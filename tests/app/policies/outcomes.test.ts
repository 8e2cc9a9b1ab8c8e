import { describe, expect, test } from 'vitest';
import { WholeAnswers } from '../../../src/app/policies/answers.svelte';
import { effectOf } from '../../../src/app/policies/effect';
import { figureText } from '../../../src/app/policies/figures';
import { unnamedLevels, unnamedText, withAllNamed } from '../../../src/app/policies/unnamed';
import { inlineRunner } from '../../../src/engine/inlineRunner';
import type { Runner } from '../../../src/engine/runner';
import { outcomes } from '../../../src/model/score';
import { decodeScenario } from '../../../src/scenario/decode';
import { dossierIds } from '../../../src/scenario/dossiers';
import { preset } from '../../../src/scenario/presets';
import { answer } from '../chartFixtures';

const RUNS = 400;
const before = answer(preset('anthropic-rsp-v1'), RUNS);
const after = answer(preset('anthropic-rsp-v3-4'), RUNS);

describe('the effect of a change', () => {
  const effect = effectOf(before, after, ['version 1.0', 'version 3.4']);

  test("gives each version's own numbers, and the difference of the two", () => {
    const shares = [before, after].map(({ rows }) => {
      const unsafe = rows.columns.outcome.filter((outcome) => outcome < 3).length;
      return Math.round((unsafe / RUNS) * 100);
    });
    const [row] = effect.main;
    const shown = (text: string) => (text === 'over 99' ? 100 : Number.parseInt(text, 10));
    expect(Math.abs(shown(row!.before) - shares[0]!)).toBeLessThanOrEqual(0);
    expect(Math.abs(shown(row!.after) - shares[1]!)).toBeLessThanOrEqual(1);
    expect(Math.abs(Number.parseInt(row!.difference, 10) - (shares[1]! - shares[0]!))).toBeLessThanOrEqual(1);
    expect(row!.isClear).toBe(true);
  });

  test('every number has an interval, or says that it never happens', () => {
    for (const { id, before: one, after: other, difference } of [...effect.main, ...effect.more]) {
      for (const text of [one, other]) expect(text, id).toMatch(/ \(.+\)$|^(never|under 1|over 99)$/);
      expect(difference, id).toMatch(/ \(.+ to .+\)$/);
    }
    expect(effect.more.map(({ id }) => id)).toEqual(expect.arrayContaining([...outcomes]));
  });

  test('counts futures that end more and less safely', () => {
    const rank = (outcome: number) => Math.min(outcome, 4);
    const middle = answer(preset('anthropic-rsp-v2-2'), RUNS);
    const share = (isSo: (gain: number) => boolean) => {
      const count = before.rows.columns.outcome.filter((inA, run) =>
        isSo(rank(middle.rows.columns.outcome[run]!) - rank(inA)),
      ).length;
      return Math.round((count / RUNS) * 100);
    };
    expect(effectOf(before, middle, ['version 1.0', 'version 2.2']).sentences.at(-1)).toMatch(
      new RegExp(
        `^Version 2\\.2 ends more safely than version 1\\.0 in ${share((gain) => gain > 0)} .*` +
          `less safely in ${share((gain) => gain < 0)} `,
      ),
    );
  });

  test('a policy against itself says that nothing differs', () => {
    const { sentences, main } = effectOf(before, before, ['version 1.0', 'version 1.0']);
    expect(sentences.at(-1)).toContain('set alike in every value');
    for (const { isClear } of main) expect(isClear).toBe(false);
  });
});

describe('levels that a text does not name', () => {
  test('are those without a limit; a policy that names all says nothing of it', () => {
    expect(unnamedLevels(preset('gdm-fsf-v3-1'))).toEqual(['CBRN-4']);
    expect(unnamedText(before, null)).toEqual([]);
    expect(withAllNamed(preset('anthropic-rsp-v1'))).toBeNull();
    // It follows no text that could have named one.
    expect(withAllNamed(preset('no-policy'))).toBeNull();
  });

  test('named, they lie at their danger points, and nothing else changes', () => {
    for (const id of dossierIds) {
      const scenario = preset(id);
      const named = withAllNamed(scenario);
      if (named === null) continue;
      expect(withAllNamed(scenario)).toBe(named);
      expect(decodeScenario(named).ok, id).toBe(true);
      expect(unnamedLevels(named)).toEqual([]);
      const back = named.thresholds.map((level, k) => ({ ...level, limit: scenario.thresholds[k]!.limit }));
      expect({ ...named, thresholds: back }).toEqual(scenario);
    }
  });

  test('where the silence decides, the page says so', () => {
    const scenario = preset('g42-frontier-2025');
    const lines = unnamedText(answer(scenario, RUNS), answer(withAllNamed(scenario)!, RUNS));
    expect(lines[0]).toContain('names no level like CBRN-4 or AI R&D-4');
    expect(lines.at(-1)).toBe('So the silence decides part of this result.');
    expect(lines).toHaveLength(5);
  });
});

describe('a figure', () => {
  test.each([
    'outcomes.unsecured',
    'flags.missedWarning',
    'measures.pausedWeeks',
    'measures.evaluations',
    'measures.foregoneDoublings',
    'thresholds[1].protectedAtCrossing',
    'thresholds[0].leadWeeks',
  ])('%s has its interval or range', (path) => {
    expect(figureText(path, before.summary).text).toMatch(/\(.+\)$/);
  });

  test.each([
    'measures',
    'measures.leadWeeks',
    'flags.unsecured',
    'thresholds[3].crossed',
    'thresholds[0].x',
  ])('“%s” is refused', (path) => {
    expect(() => figureText(path, before.summary)).toThrow(path);
  });
});

describe('answers', () => {
  const [one, other] = [preset('anthropic-rsp-v1'), preset('no-policy')].map((scenario) => ({
    scenario,
    seed: '1',
  }));

  test('are simulated one by one, kept, and not asked twice', async () => {
    const asked: string[] = [];
    const inline = inlineRunner();
    const runner: Runner = {
      run: (job, options) => {
        asked.push(job.scenario.id);
        return inline.run({ ...job, to: 50 }, options);
      },
      sample: (job) => inline.sample(job),
      trials: (job, options) => inline.trials(job, options),
      dispose: () => inline.dispose(),
    };
    const answers = new WholeAnswers(runner);
    answers.want([one!, other!]);
    await expect.poll(() => answers.of(other!)?.summary.runs).toBe(50);
    answers.want([other!, one!]);
    expect(answers.of(one!)?.scenario).toBe(one!.scenario);
    expect(asked).toEqual(['anthropic-rsp-v1', 'no-policy']);
    expect(answers.of({ ...one!, seed: '2' })).toBeNull();
  });

  test('that are wanted no more are dropped', async () => {
    const aborted: string[] = [];
    const inline = inlineRunner();
    const runner: Runner = {
      run: (job, options) => {
        if (job.scenario !== one!.scenario) return inline.run({ ...job, to: 50 }, options);
        return new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => {
            aborted.push(job.scenario.id);
            reject(new Error('aborted'));
          });
        });
      },
      sample: (job) => inline.sample(job),
      trials: (job, options) => inline.trials(job, options),
      dispose: () => inline.dispose(),
    };
    const answers = new WholeAnswers(runner);
    answers.want([one!]);
    answers.want([other!]);
    await expect.poll(() => answers.of(other!)?.summary.runs).toBe(50);
    expect(aborted).toEqual(['anthropic-rsp-v1']);
    expect(answers.failure).toBeNull();
  });

  test('that fail say why', async () => {
    const runner: Runner = {
      run: () => Promise.reject(new Error('out of memory')),
      sample: () => Promise.reject(new Error('out of memory')),
      trials: () => Promise.reject(new Error('out of memory')),
      dispose: () => undefined,
    };
    const answers = new WholeAnswers(runner);
    answers.want([one!]);
    await expect.poll(() => answers.failure).toBe('out of memory');
  });
});
