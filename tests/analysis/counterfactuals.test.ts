import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesOf, type CandidateValue } from '../../src/analysis/candidates';
import {
  effectOf,
  helpedShares,
  isFailure,
  likeFailures,
  MOST_LIKE_FAILURES,
  nearestChanges,
  type Future,
  type NearestChange,
} from '../../src/analysis/counterfactuals';
import { policySettings, valueOf } from '../../src/analysis/policySettings';
import { outcomes, type Outcome } from '../../src/model/score';
import { textOfValue } from '../../src/parameters/parseValue';
import { wilsonShare } from '../../src/results/share';
import { applySettings } from '../../src/scenario/applySettings';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { inlineRunner, simulateRun } from '../support/bundledEngine';
import { endsOf, failingFutures, failures } from '../support/failingFutures';
import { eventfulScenario } from '../support/eventfulScenario';

const runner = inlineRunner();
const seed = 'what if';

/** The future with one setting changed, simulated by itself from the scenario as the command line would make it. */
function endWith({ scenario, run }: Future, publicId: string, value: CandidateValue): number {
  const applied = applySettings(scenario, [{ id: publicId, text: textOfValue(value) }]);
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  return outcomes.indexOf(simulateRun(applied.scenario, seed, run).outcome);
}

/** The first value that averts the failure, or else the first that makes it a lesser one, by trying each in turn. */
function nearestByTrying(
  future: Future,
  failure: number,
  publicId: string,
): Pick<NearestChange, 'after' | 'effect' | 'outcome'> | null {
  let lesser: Pick<NearestChange, 'after' | 'effect' | 'outcome'> | null = null;
  for (const after of candidatesOf(publicId, valueOf(future.scenario, publicId) as CandidateValue)) {
    const end = endWith(future, publicId, after);
    const outcome = outcomes[end]!;
    if (!failures.includes(end)) return { after, effect: 'averts', outcome };
    if (end > failure) lesser ??= { after, effect: 'lessens', outcome };
  }
  return lesser;
}

/** Changes offered so far, so that no test passes for want of any. */
const offered = { averts: 0, lessens: 0 };

/** Tries every setting of a future, stop by stop, and compares. */
async function checkFuture(future: Future): Promise<void> {
  const failure = endsOf(future.scenario, seed, future.run + 1)[future.run]!;
  const { scenario } = future;
  const found = await nearestChanges(runner, future);
  expect(found.failure).toBe(outcomes[failure]);
  const settings = policySettings(scenario.thresholds.length);
  for (const { publicId } of settings) {
    const expected = nearestByTrying(future, failure, publicId);
    const helpful = found.helpful.find((each) => each.publicId === publicId);
    expect(found.unable.includes(publicId), publicId).toBe(expected === null);
    if (expected === null) expect(helpful).toBeUndefined();
    else expect(helpful).toEqual({ publicId, before: valueOf(scenario, publicId), ...expected });
  }
  expect(found.helpful.length + found.unable.length).toBe(settings.length);
  for (const { effect } of found.helpful) offered[effect]++;
}

describe('the nearest changes', () => {
  test.each(presetIds)('%s: each averts, and no stop nearer does', async (id) => {
    const futures = failingFutures(preset(id), seed, 400);
    expect(futures.length).toBeGreaterThan(0);
    // Kinds of failure by turns, so that over the presets there are some of each.
    await checkFuture(futures.at(-1 - (presetIds.indexOf(id) % futures.length))!);
  });

  test('some of them avert, and some only lessen', () => {
    expect(offered.averts).toBeGreaterThan(20);
    expect(offered.lessens).toBeGreaterThan(20);
  });

  test('of random scenarios: each averts, and no stop nearer does', async () => {
    const property = async (scenario: Scenario) => {
      const [future] = failingFutures(scenario, seed, 12).slice(-1);
      if (future !== undefined) await checkFuture(future);
    };
    await fc.assert(fc.asyncProperty(eventfulScenario(), property), { numRuns: 12 });
  });

  test('a future that does not fail has none', async () => {
    const scenario = preset('baseline');
    const run = endsOf(scenario, seed, 200).findIndex((end) => !failures.includes(end));
    await expect(nearestChanges(runner, { scenario, seed, run })).rejects.toThrow(RangeError);
  });

  test('can be dropped, before and while they are looked for', async () => {
    const [future] = failingFutures(preset('baseline'), seed, 50);
    const gone = AbortSignal.abort('before');
    await expect(nearestChanges(runner, future!, { signal: gone })).rejects.toBe('before');
    const controller = new AbortController();
    let heard = 0;
    const onProgress = (): void => {
      heard++;
      controller.abort('newer');
    };
    const dropped = nearestChanges(runner, future!, { signal: controller.signal, onProgress });
    await expect(dropped).rejects.toBe('newer');
    expect(heard).toBe(1);
  });
});

describe('like failures', () => {
  test('are the first runs of the same outcome, without the one looked at', () => {
    expect(likeFailures([0, 2, 0, 1, 0, 2], 'unsafe-deployment', 2)).toEqual([0, 4]);
    expect(likeFailures(Float64Array.of(0, 2, 0, 1), 'unsecured', 0)).toEqual([1]);
    expect(likeFailures([0, 0], 'unsecured', 0)).toEqual([]);
    const many = new Uint8Array(3 * MOST_LIKE_FAILURES);
    const found = likeFailures(many, 'unsafe-deployment', 4);
    expect(found).toHaveLength(1000);
    expect(found.slice(0, 5)).toEqual([0, 1, 2, 3, 5]);
    expect(found.at(-1)).toBe(1000);
    // One beyond the ensemble takes no place among them.
    expect(likeFailures(many, 'unsafe-deployment', 99_999).at(-1)).toBe(999);
  });

  test.each(['baseline', 'weak-policy', 'paper-policy'] as const)(
    '%s: the count is that of trying each by itself',
    async (id) => {
      const scenario = preset(id);
      const ends = endsOf(scenario, seed, 300);
      for (const future of failingFutures(scenario, seed, 300)) {
        const { failure, helpful } = await nearestChanges(runner, future);
        const like = likeFailures(ends, failure, future.run).slice(0, 40);
        const remedies = helpful.map((change) => ({ changes: [change], effect: change.effect }));
        const shares = await helpedShares(runner, future, failure, like, remedies);
        helpful.forEach(({ publicId, after, effect }, index) => {
          const count = like.filter((run) => {
            const end = endWith({ scenario, seed, run }, publicId, after);
            return effect === 'averts' ? !failures.includes(end) : end > outcomes.indexOf(failure);
          }).length;
          expect(shares[index], publicId).toEqual(like.length === 0 ? null : wilsonShare(count, like.length));
        });
      }
    },
  );

  test('can be dropped while they are tried', async () => {
    const [future] = failingFutures(preset('no-policy'), seed, 50);
    const controller = new AbortController();
    const remedy = { changes: [{ publicId: 't1.limit', before: null, after: 1 }], effect: 'averts' } as const;
    const like = Array.from({ length: 900 }, (_, run) => run);
    const dropped = helpedShares(runner, future!, 'unsafe-deployment', like, [remedy], {
      signal: controller.signal,
      onProgress: () => controller.abort('newer'),
    });
    await expect(dropped).rejects.toBe('newer');
  });
});

test('the first four outcomes are failures, and each later one of them is lesser', () => {
  expect(outcomes.filter(isFailure)).toEqual(outcomes.slice(0, 4));
  const effects = (failure: Outcome) => outcomes.map((outcome) => effectOf(failure, outcome));
  const averts = ['averts', 'averts', 'averts'];
  expect(effects('unsafe-deployment')).toEqual([null, 'lessens', 'lessens', 'lessens', ...averts]);
  expect(effects('unsecured')).toEqual([null, null, null, 'lessens', ...averts]);
  expect(effects('protection-failed')).toEqual([null, null, null, null, ...averts]);
});
