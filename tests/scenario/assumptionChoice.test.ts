import { describe, expect, test } from 'vitest';
import {
  changesOfSet,
  rangeOfAssumptions,
  setInForce,
  worldOfSet,
} from '../../src/scenario/assumptionChoice';
import { assumptionSet, rangeSetCount, assumptionSets } from '../../src/scenario/assumptionSets';
import { decodeScenario } from '../../src/scenario/decode';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { withPolicy, withWorld } from '../support/changes';
import { differences } from '../support/differences';

const sets = assumptionSets();
const cases = presetIds.flatMap((presetId) => sets.map((set) => [set.id, presetId, set] as const));

function listed({ scale }: Scenario): readonly string[] {
  return changesOfSet(assumptionSet('central'), scale);
}

/** The preset as somebody left it: their own policy, horizon and growth. */
function edited(base: Scenario): Scenario {
  return withPolicy(withWorld(base, { horizon: 300, growth: 1.25, jumpShare: 0.5 }), {
    limits: { safetyBuffer: 3 },
  });
}

describe('choosing a set of assumptions', () => {
  test.each(cases)('(%s, %s) is undone by no trace of what was chosen before', (_, presetId, set) => {
    const base = preset(presetId);
    const chosen = worldOfSet(base, base, set);
    for (const before of sets) {
      expect(worldOfSet(worldOfSet(base, base, before), base, set)).toEqual(chosen);
    }
    expect(decodeScenario(chosen)).toEqual({ ok: true, scenario: chosen });
  });

  test.each(cases)(
    '(%s, %s) changes exactly what the set names, and nobody else’s values',
    (_, presetId, set) => {
      const base = preset(presetId);
      const { scale } = base;
      const scenario = edited(base);
      const before = structuredClone(scenario);
      const chosen = worldOfSet(scenario, base, set);
      const values = set.changes[scale];
      const expected: Record<string, unknown> = { ...scenario.world };
      for (const id of listed(base)) expected[id] = { ...base.world }[id as keyof Scenario['world']];
      for (const id of changesOfSet(set, scale)) expected[id] = values[id]!.value;
      expect(chosen.world).toEqual(expected);
      expect({ ...chosen, world: null, provenance: null }).toEqual({
        ...scenario,
        world: null,
        provenance: null,
      });
      // What is not named is as it was, and says so: of the set's own it tells where they come from.
      for (const id of listed(base)) {
        const { value: _value, ...source } = values[id] ?? { value: null, ...base.provenance[id] };
        expect(chosen.provenance[id] ?? {}, id).toEqual(source);
      }
      expect(
        differences(base.provenance, chosen.provenance).filter(({ path }) => !isAbout(base, path)),
      ).toEqual([]);
      expect(scenario).toEqual(before);
    },
  );

  test.each(cases)('(%s, %s) is seen in the scenario, whatever else is changed', (id, presetId, set) => {
    const base = preset(presetId);
    expect(setInForce(worldOfSet(base, base, set), base)).toBe(id);
    expect(setInForce(worldOfSet(edited(base), base, set), base)).toBe(id);
  });

  test.each(presetIds)('%s is central, and somebody’s own world is none', (presetId) => {
    const base = preset(presetId);
    expect(setInForce(base, base)).toBe('central');
    expect(setInForce(withWorld(base, { horizon: 100 }), base)).toBe('central');
    expect(setInForce(edited(base), base)).toBeNull();
    for (const id of listed(base)) {
      const own = { ...base, world: { ...base.world, [id]: { low: 1, mode: 2, high: 3 } } };
      expect(setInForce(own, base), id).toBeNull();
    }
    // Half of one set and half of another is neither.
    const mixed = withWorld(worldOfSet(base, base, assumptionSet('fast')), { pressure: 0.5 });
    expect(setInForce(mixed, base)).toBeNull();
  });
});

/** Whether a path of provenance is that of a parameter that sets are about. */
function isAbout(scenario: Scenario, path: string): boolean {
  return listed(scenario).includes(path.split('.')[0]!);
}

describe('the range of assumptions', () => {
  test.each(cases)(
    '(%s, %s) leaves out the set in force, and puts others in its place',
    (id, presetId, set) => {
      const base = preset(presetId);
      const range = rangeOfAssumptions(worldOfSet(base, base, set));
      expect(range).toHaveLength(rangeSetCount);
      expect(range.map((each) => each.set)).toEqual(sets.filter((each) => each.id !== id));
      const own = worldOfSet(base, base, set);
      for (const { set: other, scenario } of range) {
        expect(scenario.world).toEqual(worldOfSet(base, base, other).world);
        expect(differences(scenario.world, own.world).length).toBeGreaterThan(0);
      }
    },
  );

  test.each(presetIds)('%s as somebody changed it keeps what a set does not name', (presetId) => {
    const scenario = edited(preset(presetId));
    const range = rangeOfAssumptions(scenario);
    expect(range.map(({ set }) => set)).toEqual(sets.filter(({ id }) => id !== 'central'));
    for (const { set, scenario: assumed } of range) {
      const ids = changesOfSet(set, scenario.scale);
      const growth = ids.includes('growth') ? set.changes[scenario.scale]['growth']!.value : 1.25;
      expect(assumed.world.growth).toBe(growth);
      expect(assumed.policy).toBe(scenario.policy);
    }
  });
});
