import { afterEach, describe, expect, test, vi } from 'vitest';
import { Session } from '../../src/app/session/session.svelte';
import { worldSetOf } from '../../src/app/settings/worldSet';
import { inlineRunner } from '../../src/engine/inlineRunner';
import type { Runner } from '../../src/engine/runner';
import { assumptionSet, assumptionSets } from '../../src/scenario/assumptionSets';
import { preset, type PresetId } from '../../src/scenario/presets';

const runners: Runner[] = [];

function newSession(id: PresetId = 'baseline'): Session {
  const runner = inlineRunner();
  runners.push(runner);
  const session = new Session(runner);
  session.choosePreset(id);
  return session;
}

afterEach(() => {
  for (const runner of runners.splice(0)) runner.dispose();
});

describe('the kind of world', () => {
  test.each(['baseline', 'metr-time-horizon-replay', 'gdm-fsf-v3-1'] as const)(
    'of %s says what each set changes, no more and no less',
    (id) => {
      const session = newSession(id);
      expect(worldSetOf(session.scenario, session.original)).toEqual({
        set: assumptionSet('central'),
        changes: [],
      });
      for (const set of assumptionSets()) {
        session.chooseWorld(set);
        const chosen = worldSetOf(session.scenario, session.original);
        expect(chosen?.set).toBe(set);
        // Those that the session counts as changed, and no others.
        expect(chosen?.changes.map((change) => change.id).toSorted()).toEqual(
          session.difference.parameters.map((change) => change.id).toSorted(),
        );
        for (const { inWords, note } of chosen?.changes ?? []) {
          expect(inWords).toMatch(/^.+: .+ → .+$/);
          expect(note).not.toBe('');
        }
      }
    },
  );

  test('is one step of undo, keeps the policy, and is nobody’s where a value of one’s own stands', () => {
    const session = newSession();
    session.set('limits.safetyBuffer', '1');
    session.chooseWorld(assumptionSet('hard-race'));
    expect(session.scenario.policy.limits.safetyBuffer).toBe(1);
    expect(session.scenario.world.pressure).toBe(0.5);
    session.set('pressure', '0.7');
    expect(worldSetOf(session.scenario, session.original)).toBeNull();
    session.undo();
    expect(worldSetOf(session.scenario, session.original)?.set.id).toBe('hard-race');
    session.undo();
    expect(session.scenario.world).toEqual(preset('baseline').world);
    expect(session.scenario.policy.limits.safetyBuffer).toBe(1);
  });
});

test('what one control changes while the pointer is down is one step of undo, however long it takes', () => {
  const clock = vi.spyOn(performance, 'now');
  const session = newSession();
  clock.mockReturnValue(0);
  session.hold();
  session.set('t1.limit', '3');
  clock.mockReturnValue(60_000);
  session.set('t1.limit', '4');
  session.release();
  clock.mockReturnValue(120_000);
  session.set('t1.limit', '5');
  session.undo();
  expect(session.scenario.thresholds[0]?.limit).toBe(4);
  session.undo();
  expect(session.scenario.thresholds[0]?.limit).toBe(preset('baseline').thresholds[0]?.limit);
  clock.mockRestore();
});
