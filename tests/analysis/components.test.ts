import { describe, expect, test } from 'vitest';
import { componentChanges, componentFindings, levelsIn, type TakenOver } from '../../src/analysis/components';
import { effectOf, nearestChanges, type SettingChange } from '../../src/analysis/counterfactuals';
import { outcomes } from '../../src/model/score';
import { policyComponents, publicIds } from '../../src/parameters/parameters';
import { scenarioKeys, parsePublicId } from '../../src/parameters/publicId';
import { textOfValue } from '../../src/parameters/parseValue';
import { applySettings } from '../../src/scenario/applySettings';
import { valueAt } from '../../src/scenario/path';
import { preset, presetIds, type PresetId } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { inlineRunner, simulateRun } from '../support/bundledEngine';
import { failingFutures } from '../support/failingFutures';

const runner = inlineRunner();
const seed = 'components';

function withChanges(scenario: Scenario, changes: readonly SettingChange[]): Scenario {
  const applied = applySettings(
    scenario,
    changes.map(({ publicId, after }) => ({ id: publicId, text: textOfValue(after) })),
  );
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  return applied.scenario;
}

function changesFrom(scenario: Scenario, reference: Scenario, component: TakenOver) {
  const found = componentChanges(scenario, reference)?.find((each) => each.component === component);
  if (found === undefined) throw new Error(`${reference.id} does not match ${scenario.id}`);
  return found.changes;
}

/** Whether a component, as it is taken over, holds a setting: written out from the ids alone. */
function belongs(publicId: string, component: TakenOver): boolean {
  if (component === 'all') return policyComponents.some((each) => belongs(publicId, each));
  const ofLevel = /^t\d\.(limit|gates\.)/.test(publicId);
  return publicId.startsWith(`${component}.`) || (component === 'limits' && ofLevel);
}

const onOneScale = presetIds.filter((id) => preset(id).scale === 'effective-compute');

describe('a component taken over', () => {
  test.each<[PresetId, PresetId]>([
    ['baseline', 'metr-ideal'],
    ['no-policy', 'anthropic-rsp-v1'],
    ['gdm-fsf-v3-1', 'openai-preparedness-v2'],
    ['metr-ideal', 'no-policy'],
    ['weak-policy', 'g42-frontier-2025'],
  ])('of %s from %s: exactly its settings are the other’s, and no others', (id, other) => {
    const [scenario, reference] = [preset(id), preset(other)];
    for (const component of [...policyComponents, 'all'] as const) {
      const changed = withChanges(scenario, changesFrom(scenario, reference, component));
      for (const publicId of publicIds(scenario.thresholds.length)) {
        const parsed = parsePublicId(publicId)!;
        const from = belongs(publicId, component) ? reference : scenario;
        const keys = scenarioKeys(parsed);
        expect(valueAt(changed, keys), `${component}: ${publicId}`).toEqual(valueAt(from, keys));
      }
    }
  });

  test('of all five, a policy is the other one', () => {
    for (const id of onOneScale) {
      const changed = withChanges(preset('baseline'), changesFrom(preset('baseline'), preset(id), 'all'));
      expect(changed.policy, id).toEqual(preset(id).policy);
      const own = ({ thresholds }: Scenario) => thresholds.map(({ limit, gates }) => ({ limit, gates }));
      expect(own(changed), id).toEqual(own(preset(id)));
    }
  });

  test('changes nothing where both policies are the same', () => {
    for (const { changes } of componentChanges(preset('baseline'), preset('baseline'))!) {
      expect(changes).toEqual([]);
    }
  });
});

describe('levels', () => {
  const scenario = preset('baseline');
  const without = (level: number): Scenario => ({
    ...scenario,
    thresholds: scenario.thresholds.filter((_, k) => k !== level - 1),
  });

  test('match by their dangers, in order', () => {
    expect(levelsIn(scenario, preset('metr-ideal'))).toEqual([0, 1, 2]);
    expect(levelsIn(without(1), preset('metr-ideal'))).toEqual([1, 2]);
    // A level that the other policy does not know, another scale, another danger, another order.
    expect(levelsIn(preset('metr-ideal'), without(2))).toBeNull();
    expect(levelsIn(scenario, preset('metr-time-horizon-replay'))).toBeNull();
    const moved = withChanges(scenario, [{ publicId: 't2.danger', before: 10, after: 9 }]);
    expect(levelsIn(moved, scenario)).toBeNull();
    expect(levelsIn({ ...scenario, thresholds: scenario.thresholds.toReversed() }, scenario)).toBeNull();
  });

  test('a level takes the limit and gates of the one it matches, by whatever number', () => {
    const reference = withChanges(preset('metr-ideal'), [
      { publicId: 't2.limit', before: 10, after: 7 },
      { publicId: 't3.gates.training', before: true, after: false },
    ]);
    const levels = changesFrom(without(1), reference, 'limits').filter(({ publicId }) =>
      publicId.startsWith('t'),
    );
    expect(levels).toContainEqual({ publicId: 't1.limit', before: 10, after: 7 });
    expect(levels).toContainEqual({ publicId: 't2.gates.training', before: true, after: false });
  });
});

test('what a component makes of a future is what the changed policy makes of it', async () => {
  const reference = preset('metr-ideal');
  for (const id of ['baseline', 'no-policy', 'anthropic-rsp-v3-4'] as const) {
    for (const future of failingFutures(preset(id), seed, 200)) {
      const { failure } = await nearestChanges(runner, future);
      const findings = (await componentFindings(runner, future, reference))!;
      const differing = componentChanges(future.scenario, reference)!.filter(
        ({ changes }) => changes.length > 0,
      );
      expect(findings).toEqual(
        differing.map(({ component, changes }) => {
          const { outcome } = simulateRun(withChanges(future.scenario, changes), seed, future.run);
          return { component, changes, outcome, effect: effectOf(failure, outcome) };
        }),
      );
      expect(findings.every(({ outcome }) => outcomes.includes(outcome))).toBe(true);
    }
  }
});

test('policies whose levels do not match have nothing to take over, and a question can be dropped', async () => {
  const [future] = failingFutures(preset('baseline'), seed, 50);
  expect(await componentFindings(runner, future!, preset('metr-time-horizon-replay'))).toBeNull();
  const signal = AbortSignal.abort('gone');
  await expect(componentFindings(runner, future!, preset('metr-ideal'), { signal })).rejects.toBe('gone');
});
