import { afterEach, describe, expect, test, vi } from 'vitest';
import { Session } from '../../../src/app/session/session.svelte';
import { policyInWords } from '../../../src/app/settings/policyInWords';
import { policyComponents, policySettings, settingsOf } from '../../../src/app/settings/policySettings';
import { scenarioGroups } from '../../../src/app/settings/scenarioGroups';
import { provenanceOf, settingValue, valueInsteadOfNone } from '../../../src/app/settings/settingValue';
import { openAddress } from '../../../src/app/session/openAddress';
import { linkOfSession } from '../../../src/app/share/linkOfSession';
import { inlineRunner } from '../../../src/engine/inlineRunner';
import type { Runner } from '../../../src/engine/runner';
import { policyParameters } from '../../../src/parameters/registry';
import { preset, presetIds } from '../../../src/scenario/presets';

const runners: Runner[] = [];

function newSession(): Session {
  const runner = inlineRunner();
  runners.push(runner);
  return new Session(runner);
}

// Sessions begin to simulate at once; what no test waits for must not slow the next one down.
afterEach(() => {
  for (const runner of runners.splice(0)) runner.dispose();
});

describe('a session', () => {
  test('starts with the baseline as it is', () => {
    const session = newSession();
    expect(session.scenario).toEqual(preset('baseline'));
    expect(session.changeCount).toBe(0);
  });

  test('sets, counts and resets settings', () => {
    const session = newSession();
    expect(session.set('limits.safetyBuffer', '1')).toEqual([]);
    expect(session.set('t2.limit', 'null')).toEqual([]);
    expect(session.scenario.policy.limits.safetyBuffer).toBe(1);
    expect(session.scenario.thresholds[1]?.limit).toBeNull();
    expect(session.original).toEqual(preset('baseline'));
    expect([session.changeCount, session.isChanged('t2.limit')]).toEqual([2, true]);

    session.reset('t2.limit');
    expect(session.scenario.thresholds[1]?.limit).toBe(10);
    expect([session.changeCount, session.isChanged('t2.limit')]).toEqual([1, false]);

    session.resetAll();
    expect(session.scenario).toEqual(preset('baseline'));
    expect(session.changeCount).toBe(0);
  });

  test("a setting brought back to the scenario's own value is no change", () => {
    const session = newSession();
    session.set('evaluation.interval', '26');
    session.set('evaluation.interval', '13');
    expect(session.changeCount).toBe(0);
  });

  test('moves of one control are one step of undo; those of others, and switches, are their own', () => {
    const session = newSession();
    session.set('growth', '3/3.7/4.7', 'growth-low');
    session.set('growth', '2.9/3.7/4.7', 'growth-low');
    session.set('growth', '2.9/3.7/4.8', 'growth-high');
    session.set('response.recall', 'false', null);
    session.set('response.recall', 'true', null);
    const seen = [];
    for (; session.canUndo; session.undo())
      seen.push([session.scenario.world.growth, session.scenario.policy.response.recall]);
    const [low, both] = [
      { low: 2.9, mode: 3.7, high: 4.7 },
      { low: 2.9, mode: 3.7, high: 4.8 },
    ];
    expect(seen).toEqual([
      [both, true],
      [both, false],
      [both, true],
      [low, true],
    ]);
  });

  test('settings that are brought back together are one step of undo', () => {
    const session = newSession();
    session.set('t1.name', 'Biology');
    session.set('t1.limit', '3');
    session.reset('t1.name', 't1.limit');
    expect(session.changeCount).toBe(0);
    session.undo();
    expect(session.changeCount).toBe(2);
  });

  test('bad text changes nothing and says what is wrong', () => {
    const session = newSession();
    session.set('limits.safetyBuffer', '1');
    const before = session.scenario;
    expect(session.set('limits.safetyBuffer', '99')).toMatchObject([{ path: 'limits.safetyBuffer' }]);
    expect(session.set('limits.unheardOf', '1')).toMatchObject([{ path: 'limits.unheardOf' }]);
    expect(session.scenario).toBe(before);
    expect(session.changeCount).toBe(1);
  });

  test('another scenario comes without the changes, with the same luck', () => {
    const session = newSession();
    session.setSeed('Łuck');
    session.set('limits.safetyBuffer', '1');
    session.look.run = 7;
    session.choosePreset('no-policy');
    expect(session.scenario).toEqual(preset('no-policy'));
    expect([session.changeCount, session.seed, session.look.run]).toEqual([0, 'Łuck', 0]);
  });

  test('answers, and shows all runs at rest', async () => {
    const session = newSession();
    while (session.result?.settled !== true) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(session.failure).toBeNull();
    expect(session.progress).toBe(10_000);
    expect(session.result.summary).toMatchObject({ runs: 10_000, seed: '1', scenario: { id: 'baseline' } });
    expect(session.result.headline.title).toMatch(/^In \d+ of 100 futures/);
  });
});

describe('settings', () => {
  test('every parameter of a policy is offered once, and every level has its limit', () => {
    const offered = Object.values(policySettings).flatMap(({ main, more }) => [...main, ...more]);
    expect(offered.filter((id) => id !== 'threshold.limit').toSorted()).toEqual(
      Object.keys(policyParameters).toSorted(),
    );
    expect(settingsOf(['threshold.limit'], 3).map(({ publicId }) => publicId)).toEqual([
      't1.limit',
      't2.limit',
      't3.limit',
    ]);
  });

  test('each stands under the component that the registry names', () => {
    for (const component of policyComponents) {
      const { main, more } = policySettings[component];
      for (const { parameter } of settingsOf([...main, ...more], 1)) {
        expect(parameter.definition.component, parameter.id).toBe(component);
      }
    }
  });

  test('every scenario is offered once', () => {
    expect(scenarioGroups.flatMap(({ ids }) => ids).toSorted()).toEqual(presetIds.toSorted());
  });

  test('values and provenance are read by public id', () => {
    const scenario = preset('anthropic-rsp-v1');
    expect(settingValue(scenario, 't2.limit')).toBe(10);
    expect(settingValue(scenario, 'response.recall')).toBe(false);
    expect(() => settingValue(scenario, 't9.limit')).toThrow('t9.limit');
    expect(provenanceOf(scenario, 'limits.safetyBuffer')?.basis).toBe('stated');
    expect(provenanceOf(scenario, 'growth')).toBeNull();
    expect(valueInsteadOfNone(preset('no-policy'), 't3.limit', 0)).toBe(12);
  });
});

describe('the policy in words', () => {
  const inWords = (id: (typeof presetIds)[number]): Record<string, string> =>
    Object.fromEntries(
      policyComponents.map((component) => [component, policyInWords(preset(id), component)]),
    );

  test('of the baseline', () => {
    expect(inWords('baseline')).toEqual({
      limits: '3 levels, 6x buffer',
      protections: 'begun 2x before the alert',
      evaluation: 'every 3 months or 4x, before release',
      response: 'pause, suspend, withhold, recall',
      accountability: 'none',
    });
  });

  test('of no policy', () => {
    expect(inWords('no-policy')).toMatchObject({
      limits: 'none',
      protections: 'never begun',
      evaluation: 'none',
    });
  });

  test('of a policy on paper', () => {
    expect(inWords('paper-policy')).toMatchObject({ response: 'goes on regardless' });
  });

  test('of a changed policy', () => {
    const session = newSession();
    for (const [id, text] of [
      ['limits.atAlert', 'prepare'],
      ['protections.preparationMargin', 'null'],
      ['protections.buildSpeed', '2'],
      ['evaluation.interval', '0'],
      ['response.maxPause', '26'],
      ['response.competitorClause', '0'],
      ['accountability.auditInterval', '26'],
      ['accountability.oversightVeto', '0.25'],
    ] as const) {
      expect(session.set(id, text)).toEqual([]);
    }
    const words = policyComponents.map((component) => policyInWords(session.scenario, component));
    expect(words).toEqual([
      '3 levels, 6x buffer, alert only prepares',
      'begun at once, at 2x speed',
      'every 4x of growth, before release',
      'pause up to 6 months, suspend, withhold, recall, unless behind',
      'audit every 6 months, 25% veto',
    ]);
  });
});

test('only a text that a link can carry is a seed', () => {
  const session = newSession();
  for (const wrong of ['', 'x'.repeat(201), '\ud800']) expect(session.setSeed(wrong)).toBe(false);
  expect([session.seed, session.canUndo]).toEqual(['1', false]);
  expect(session.setSeed('x'.repeat(200))).toBe(true);
});

describe('a look at how it was before the last change', () => {
  test('passes over steps that changed no result, keeps the policies compared, and leads back', () => {
    const session = newSession();
    expect(session.canReplay).toBe(false);
    session.set('limits.safetyBuffer', '1');
    session.pin();
    session.replay();
    expect([session.scenario.policy.limits.safetyBuffer, session.pinned.length]).toEqual([2.585, 1]);
    expect(session.isReplaying).toBe(true);
    session.replay();
    expect([session.scenario.policy.limits.safetyBuffer, session.isReplaying]).toEqual([1, false]);
  });

  test('knows the answer on the other side of the last change', async () => {
    const session = newSession();
    expect(session.otherResult).toBeNull();
    await vi.waitUntil(() => session.isSettled, { timeout: 60_000 });
    session.set('limits.safetyBuffer', '1');
    expect(session.otherResult?.scenario).toBe(session.original);
    await vi.waitUntil(() => session.isSettled, { timeout: 60_000 });
    const { scenario } = session;
    session.replay();
    expect(session.scenario).toBe(session.original);
    expect(session.otherResult?.scenario).toBe(scenario);
  });

  test('ends with undo, redo and every change, none of which it changes', () => {
    const session = newSession();
    session.set('limits.safetyBuffer', '1');
    session.replay();
    session.undo();
    expect([session.isReplaying, session.scenario]).toEqual([false, preset('baseline')]);
    session.redo();
    session.replay();
    session.set('t1.limit', '7');
    expect([session.isReplaying, session.scenario.policy.limits.safetyBuffer]).toEqual([false, 2.585]);
    session.undo();
    expect(session.scenario.policy.limits.safetyBuffer).toBe(1);
  });
});

describe('policies compared', () => {
  test('are kept up to three, taken up, let go, and undone', () => {
    const session = newSession();
    expect(session.letter).toBeNull();
    for (const buffer of ['1', '2', '3']) {
      expect(session.pin()).toBe(true);
      session.set('limits.safetyBuffer', buffer);
    }
    expect(session.letter).toBe('D');
    expect(session.pin()).toBe(false);
    const buffers = () =>
      [...session.pinned, session.design].map(({ scenario }) => scenario.policy.limits.safetyBuffer);
    expect(buffers()).toEqual([2.585, 1, 2, 3]);
    session.exchange(1);
    expect(buffers()).toEqual([2.585, 3, 2, 1]);
    session.unpin(0);
    expect(buffers()).toEqual([3, 2, 1]);
    session.unpinAll();
    expect(buffers()).toEqual([1]);
    for (let step = 0; step < 3; step++) session.undo();
    expect(buffers()).toEqual([2.585, 1, 2, 3]);
  });

  test('have their answers under the same seed once the present one has its', async () => {
    const session = newSession();
    session.set('horizon', '52');
    session.pin();
    session.set('limits.safetyBuffer', '4.585');
    session.setSeed('other');
    const until = async (done: () => boolean) => {
      while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await until(() => session.pinnedResults.length === 1 && session.isSettled);
    const [kept] = session.pinnedResults;
    expect(kept).toMatchObject({ letter: 'A', result: { seed: 'other', settled: true } });
    expect(kept?.result.rows.runs).toBe(10_000);
    expect(session.result?.rows.runs).toBe(10_000);
    // An answer that is known is there at once.
    const fingerprint = session.result?.summary.fingerprint;
    session.set('limits.safetyBuffer', '1');
    session.undo();
    expect(session.isSettled).toBe(true);
    expect(session.result?.summary.fingerprint).toBe(fingerprint);
  });
});

test('an answer that is known is not overwritten by a preview that comes in late', async () => {
  const session = newSession();
  session.set('horizon', '52');
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(() => session.isSettled);
  const { fingerprint } = session.result!.summary;
  session.set('limits.safetyBuffer', '1');
  session.undo();
  expect(session.isSettled).toBe(true);
  // The preview under way for the setting that was undone comes in meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(session.isSettled).toBe(true);
  expect(session.result?.summary.fingerprint).toBe(fingerprint);
});

describe('a link that is opened', () => {
  test('brings scenario, seed, future, open part and policies, and knows whether the numbers are those shared', async () => {
    const first = newSession();
    first.set('horizon', '52');
    first.pin();
    first.set('limits.safetyBuffer', '4.585');
    first.look.run = 12;
    first.look.opened = 'world';
    while (!first.isSettled) await new Promise((resolve) => setTimeout(resolve, 5));
    const link = linkOfSession(first);
    if (!link.ok) throw new Error(link.reason);

    const runner = inlineRunner();
    runners.push(runner);
    const second = new Session(runner, openAddress({ hash: `#${link.text}`, search: '' }));
    expect(second.scenario).toEqual(first.scenario);
    expect(second.pinned).toEqual(first.pinned);
    expect([second.look.run, second.look.opened, second.letter, second.canUndo]).toEqual([
      12,
      'world',
      'B',
      false,
    ]);
    expect(second.isAsShared).toBeNull();
    while (!second.isSettled) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(second.isAsShared).toBe(true);
    second.set('limits.safetyBuffer', '1');
    expect(second.sharedFingerprint).toBeNull();
  });

  test('and cannot be read leaves everything as it is and says why', () => {
    const session = newSession();
    session.set('limits.safetyBuffer', '1');
    const before = session.scenario;
    session.take(openAddress({ hash: '#v1/nowhere', search: '' }));
    expect(session.scenario).toBe(before);
    expect(session.notice?.kind).toBe('refused-link');
    session.dismissNotice();
    expect(session.notice).toBeNull();
  });
});

describe('a file that is opened', () => {
  test('becomes the scenario, from which changes are counted; undo leads back', () => {
    const session = newSession();
    const scenario = { ...preset('no-policy'), id: 'mine', title: 'Mine' };
    session.openFile({ ok: true, name: 'mine.json', scenario });
    expect([session.original.title, session.presetId, session.changeCount]).toEqual(['Mine', null, 0]);
    session.undo();
    expect(session.presetId).toBe('baseline');
  });

  test('changes nothing where it is wrong, or where there are several', () => {
    const session = newSession();
    const issue = { path: 'x', expected: 'y', received: 'z' };
    session.openFile({ ok: false, name: 'bad.json', issues: [issue] });
    expect(session.notice).toEqual({ kind: 'refused-file', name: 'bad.json', issues: [issue] });
    session.openFile({ ok: true, name: 'mine.json', scenario: preset('no-policy') }, 2);
    expect(session.notice).toEqual({ kind: 'many-files', count: 3 });
    expect(session.presetId).toBe('baseline');
  });
});
