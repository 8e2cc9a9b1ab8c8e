import { afterEach, describe, expect, test } from 'vitest';
import { componentFindings } from '../../../src/analysis/components';
import { helpedShares, isFailure, likeFailures, nearestChanges } from '../../../src/analysis/counterfactuals';
import type { Result } from '../../../src/app/result';
import { Session } from '../../../src/app/session/session.svelte';
import { referenceAmong, referencesFor } from '../../../src/app/story/references';
import { lookedAt, WhatIf, type FailedFuture } from '../../../src/app/story/whatIf.svelte';
import { componentRows, settingRows, type RemedyRow } from '../../../src/app/story/whatIfRows';
import { inlineRunner as plainRunner } from '../../../src/engine/inlineRunner';
import type { Runner } from '../../../src/engine/runner';
import { outcomes } from '../../../src/model/score';
import { wholeNumber } from '../../../src/results/amounts';
import { outcomeLabels } from '../../../src/results/labels';
import { applySettings } from '../../../src/scenario/applySettings';
import { preset, presetIds, type PresetId } from '../../../src/scenario/presets';
import type { Scenario } from '../../../src/scenario/scenario';
import { inlineRunner, simulateRun } from '../../support/bundledEngine';
import { answer, changed } from '../chartFixtures';

const runner = inlineRunner();
const atOnce = (): Promise<void> => Promise.resolve();

/** Lets what waits for nothing but its turn begin. */
async function turn(): Promise<void> {
  for (let waits = 0; waits < 4; waits++) await Promise.resolve();
}
const seed = '1';
const runs = 300;

const results = new Map<Scenario, Result>();

function resultOf(scenario: Scenario): Result {
  const known = results.get(scenario) ?? answer(scenario, runs);
  results.set(scenario, known);
  return known;
}

/** The first future of a result that fails in this way, or in any. */
function failedOf(scenario: Scenario, failure?: FailedFuture['failure']): FailedFuture {
  const result = resultOf(scenario);
  const ends = [...result.rows.columns.outcome].map((end) => outcomes[end]!);
  const run = ends.findIndex((outcome) => (failure === undefined ? isFailure(outcome) : outcome === failure));
  const { failed } = lookedAt(result, run);
  if (failed === null) throw new Error(`No future of ${scenario.id} fails`);
  return failed;
}

async function answered(
  future: FailedFuture,
  reference: PresetId | null,
  on: Runner = runner,
): Promise<WhatIf> {
  const whatIf = new WhatIf(on, atOnce);
  whatIf.ask(future, reference);
  await expect
    .poll(() => whatIf.settings !== null && (reference === null || whatIf.components !== null), {
      timeout: 60_000,
    })
    .toBe(true);
  return whatIf;
}

describe('a future looked at', () => {
  const result = resultOf(preset('baseline'));

  test('fails or not as it ends, whether it is among those simulated or beyond', () => {
    for (const run of [0, 1, 2, 3, 4, 5, runs - 1, runs, runs + 20, 123_456]) {
      const { outcome } = simulateRun(result.scenario, seed, run);
      const looked = lookedAt(result, run);
      expect([looked.outcome, looked.isFailed], String(run)).toEqual([outcome, isFailure(outcome)]);
      expect(looked.failed?.failure ?? null).toBe(isFailure(outcome) ? outcome : null);
    }
  });

  test('is not tried before all futures are in', () => {
    const { run } = failedOf(result.scenario);
    expect(lookedAt({ ...result, settled: false }, run)).toMatchObject({ isFailed: true, failed: null });
  });
});

describe('what is asked', () => {
  test('is answered as the analysis answers it, on the like failures of the ensemble', async () => {
    const future = failedOf(preset('baseline'), 'unsecured');
    const { settings, components, failure } = await answered(future, 'metr-ideal');
    expect(failure).toBeNull();
    const { helpful, unable } = await nearestChanges(runner, future);
    const like = likeFailures(future.ends, 'unsecured', future.run);
    expect(like.length).toBeGreaterThan(20);
    const remedies = helpful.map((change) => ({ changes: [change], effect: change.effect }));
    const shares = await helpedShares(runner, future, 'unsecured', like, remedies);
    expect(settings).toEqual({
      future,
      like: like.length,
      changes: helpful.map((change, index) => ({ ...change, share: shares[index] })),
      unable,
    });
    const findings = await componentFindings(runner, future, preset('metr-ideal'));
    expect(components?.findings.map(({ share: _, ...finding }) => finding)).toEqual(findings);
    for (const { effect, share } of components!.findings) expect(share === null).toBe(effect === null);
  });

  test('drops what is under way for another future or policy, and begins nothing twice', async () => {
    const seen: { readonly runs: readonly number[]; readonly signal: AbortSignal | undefined }[] = [];
    const watched: Runner = {
      ...runner,
      trials: (job, options) => {
        seen.push({ runs: job.trials[0]!.runs, signal: options?.signal });
        return runner.trials(job, options);
      },
    };
    const one = failedOf(preset('baseline'), 'unsecured');
    const other = failedOf(preset('baseline'), 'unsafe-internal-use');
    const whatIf = new WhatIf(watched, atOnce);
    whatIf.ask(one, 'metr-ideal');
    whatIf.ask({ ...one }, 'metr-ideal');
    await turn();
    expect(seen).toHaveLength(2);
    // Another policy to take components from leaves what is tried setting by setting alone.
    whatIf.ask(one, 'no-policy');
    await turn();
    expect(seen.map(({ signal }) => signal?.aborted)).toEqual([false, true, false]);
    whatIf.ask(other, 'no-policy');
    await turn();
    expect(seen.map(({ signal }) => signal?.aborted)).toEqual([true, true, true, false, false]);
    await expect.poll(() => whatIf.settings, { timeout: 60_000 }).not.toBeNull();
    expect(whatIf.settings?.future.run).toBe(other.run);
    whatIf.ask(null, null);
    expect([whatIf.settings, whatIf.components, whatIf.progress]).toEqual([null, null, null]);
  });

  test('that cannot be answered says why', async () => {
    const broken: Runner = { ...runner, trials: () => Promise.reject(new Error('out of memory')) };
    const whatIf = new WhatIf(broken, atOnce);
    whatIf.ask(failedOf(preset('baseline')), null);
    await expect.poll(() => whatIf.failure).toBe('out of memory');
    expect(whatIf.progress).toBeNull();
  });
});

const isBroken = /undefined|NaN|Infinity|null|\[object| {2}|\.\./;

/** Makes the change of a row as the command line would, and simulates the future again. */
function endAfter({ scenario, run }: FailedFuture, row: RemedyRow): string {
  const applied = applySettings(scenario, row.settings);
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  return outcomeLabels[simulateRun(applied.scenario, seed, run).outcome].label.toLowerCase();
}

describe('in words', () => {
  const cases: readonly [string, Scenario, PresetId | null][] = [
    ['baseline', preset('baseline'), 'metr-ideal'],
    ['metr-ideal', preset('metr-ideal'), 'no-policy'],
    ['anthropic-rsp-v2-2', preset('anthropic-rsp-v2-2'), 'metr-ideal'],
    ['gdm-fsf-v3-1', preset('gdm-fsf-v3-1'), 'metr-ideal'],
    ['no-policy', preset('no-policy'), 'metr-ideal'],
    ['a replay', preset('metr-time-horizon-replay'), null],
    ['no audits', changed('baseline', { 'evaluation.interval': '52', 't2.limit': 'none' }), 'weak-policy'],
  ];
  test.each(cases)('%s: rows end as they say, and are sorted', async (_, scenario, reference) => {
    for (const failure of outcomes.filter(isFailure)) {
      if (!resultOf(scenario).rows.columns.outcome.includes(outcomes.indexOf(failure))) continue;
      const future = failedOf(scenario, failure);
      const { settings, components } = await answered(future, reference);
      const { main, luck, unable, finding, note } = settingRows(settings!);
      const taken = components === null ? { rows: [], notes: [] } : componentRows(components);
      for (const row of [...main, ...luck, ...taken.rows]) {
        expect(row.end).toMatch(row.averts ? /^Then: / : /^Only turns it into: /);
        expect(row.end.split(': ')[1]).toBe(endAfter(future, row));
        expect([row.name, row.change, row.help, row.interval, row.button].join('|')).not.toMatch(isBroken);
        expect(row.details.join()).not.toMatch(isBroken);
      }
      for (const { publicId } of settings!.changes) {
        expect([...main, ...luck].filter(({ id }) => id === publicId)).toHaveLength(1);
      }
      const shares = (rows: readonly RemedyRow[]) => rows.map(({ share }) => share ?? 0.5);
      expect(shares(main).every((share) => share >= 0.5)).toBe(true);
      expect(shares(luck).every((share) => share < 0.5)).toBe(true);
      expect(taken.rows.findIndex(({ id }) => id === 'all') + 1).toBe(
        taken.rows.some(({ id }) => id === 'all') ? taken.rows.length : 0,
      );
      for (const rows of [main, luck, taken.rows.filter(({ id }) => id !== 'all')]) {
        const parts = [rows.filter(({ averts }) => averts), rows.filter(({ averts }) => !averts)];
        expect(rows).toEqual(parts.flat());
        for (const part of parts) expect(shares(part)).toEqual(shares(part).toSorted((a, b) => b - a));
      }
      const unableCount = settings!.unable.length;
      expect(unable?.names.split('; ').length ?? 0).toBe(unableCount);
      if (unable !== null) expect(unable.title).toContain(String(unableCount));
      expect(finding).toMatch(/^[A-Z0-9].*[.]$/);
      expect([finding, note, ...taken.notes, unable?.title].join(' ')).not.toMatch(isBroken);
    }
  });

  test('a change is said from what to what, with how many like failures it helps in', async () => {
    const future = failedOf(preset('baseline'), 'unsecured');
    const { settings } = await answered(future, null);
    const { main, luck } = settingRows(settings!);
    const row = [...main, ...luck].find(({ id }) => id === 'limits.safetyBuffer')!;
    const { share } = settings!.changes.find(({ publicId }) => publicId === row.id)!;
    expect(row.name).toBe('Safety buffer');
    expect(row.change).toMatch(/^6x → [\d.]+x$/);
    expect(row.help).toBe(`helps in ${wholeNumber(share!.count)} of ${settings!.like} like failures`);
    expect(row.button).toBe(`Make this change. Safety buffer: ${row.change}`);
    expect(row.changed).toBe(`Safety buffer: ${row.change}`);
  });

  test('without like failures nothing is folded away, and nothing is called policy', async () => {
    const future = failedOf(preset('baseline'), 'unsecured');
    const alone = {
      ...future,
      ends: Float64Array.from(future.ends, (end, run) => (run === future.run ? end : 6)),
    };
    const { settings } = await answered(alone, null);
    const { main, luck, finding, note } = settingRows(settings!);
    expect(settings!.like).toBe(0);
    expect(luck).toEqual([]);
    expect(main.length).toBe(settings!.changes.length);
    expect(main.every(({ help, share }) => help === 'no like failure to try it on' && share === null)).toBe(
      true,
    );
    expect(finding).toContain('nothing tells policy from luck');
    expect(note).toContain('No other of these futures');
  });
});

describe('policies to take from', () => {
  const idsFor = (scenario: Scenario): PresetId[] =>
    referencesFor(scenario).flatMap(({ policies }) => policies.map(({ id }) => id));

  test('are those with the same levels on the same scale, less the policy itself', () => {
    const others = presetIds.filter((id) => preset(id).scale === 'effective-compute' && id !== 'baseline');
    expect(idsFor(preset('baseline')).toSorted()).toEqual(others.toSorted());
    expect(idsFor(preset('metr-time-horizon-replay'))).toEqual([]);
    // Changed, a policy may be taken from as it was; with other dangers, nothing can be taken.
    expect(idsFor(changed('baseline', { 'response.delay': '9' }))).toContain('baseline');
    expect(idsFor(changed('baseline', { growth: '3' }))).not.toContain('baseline');
    expect(idsFor(changed('baseline', { 't1.danger': '4' }))).toEqual([]);
  });

  test('one is chosen: the one asked for, or METR’s, or the first', () => {
    const groups = referencesFor(preset('baseline'));
    expect(referenceAmong(groups, 'no-policy')).toBe('no-policy');
    expect(referenceAmong(groups, null)).toBe('metr-ideal');
    expect(referenceAmong(groups, 'baseline')).toBe('metr-ideal');
    expect(referenceAmong(referencesFor(preset('metr-ideal')), null)).toBe('baseline');
    expect(referenceAmong([], 'no-policy')).toBeNull();
  });
});

describe('a change that is made', () => {
  const runners: Runner[] = [];
  afterEach(() => {
    for (const each of runners.splice(0)) each.dispose();
  });

  function newSession(id: PresetId): Session {
    const own = plainRunner();
    runners.push(own);
    const session = new Session(own);
    session.choosePreset(id);
    return session;
  }

  test('of a component is one step of undo, and makes it the other policy’s', async () => {
    const session = newSession('no-policy');
    const future = failedOf(preset('no-policy'));
    const { components } = await answered(future, 'anthropic-rsp-v1');
    const row = componentRows(components!).rows.find(({ id }) => id === 'all')!;
    expect(session.setAll(row.settings)).toEqual([]);
    expect(session.scenario.policy).toEqual(preset('anthropic-rsp-v1').policy);
    expect(session.original).toBe(preset('no-policy'));
    session.undo();
    expect(session.scenario).toBe(preset('no-policy'));
    session.redo();
    expect(session.scenario.policy).toEqual(preset('anthropic-rsp-v1').policy);
  });

  test('that is refused changes nothing', () => {
    const session = newSession('baseline');
    const issues = session.setAll([
      { id: 'response.delay', text: '3' },
      { id: 'evaluation.interval', text: '-1' },
    ]);
    expect(issues.map(({ path }) => path)).toEqual(['evaluation.interval']);
    expect(session.scenario).toBe(preset('baseline'));
  });
});
