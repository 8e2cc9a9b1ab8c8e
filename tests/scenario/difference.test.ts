import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePublicId, publicIds } from '../../src/parameters/parameters';
import { scenarioKeys } from '../../src/parameters/publicId';
import { countOfChanges, provenanceAfter, scenarioDifference } from '../../src/scenario/difference';
import { newLevel, withLevels } from '../../src/scenario/levels';
import { valueAt, withValueAt } from '../../src/scenario/path';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario, Threshold } from '../../src/scenario/scenario';
import { arbitraryLinkedPolicy } from '../support/arbitraryLink';
import { arbitraryScenario } from '../support/arbitraryScenario';

const base = preset('metr-ideal');
const [first, second, third] = base.thresholds as [Threshold, Threshold, Threshold];
const none = { removed: [], added: [], parameters: [] };

/** What `difference` says has to be done to `before`, done. */
function redone(before: Scenario, after: Scenario): Scenario {
  const { removed, added, parameters } = scenarioDifference(before, after);
  return parameters.reduce<Scenario>(
    (changed, { id, after: value }) => withValueAt(changed, scenarioKeys(parsePublicId(id)!), value),
    withLevels(before, removed, added),
  );
}

function simulated({ world, thresholds, policy, report }: Scenario): unknown {
  return { world, thresholds, policy, report };
}

describe('the difference', () => {
  test.each(presetIds)('of %s from itself is none', (id) => {
    const difference = scenarioDifference(preset(id), structuredClone(preset(id)));
    expect(difference).toMatchObject(none);
    expect(countOfChanges(difference)).toBe(0);
  });

  test('of any scenario from itself is none', () => {
    fc.assert(
      fc.property(arbitraryScenario({ maxHorizon: 520 }), (scenario) => {
        expect(scenarioDifference(scenario, structuredClone(scenario))).toMatchObject(none);
      }),
      { numRuns: 100 },
    );
  });

  test('names what was and what is, levels by their numbers now', () => {
    const { world, thresholds, policy } = base;
    const growth = { low: 2, mode: 3, high: 4 };
    const after = {
      ...base,
      title: 'Another title',
      world: { ...world, growth },
      thresholds: [thresholds[0]!, { ...third, limit: null }],
      policy: { ...policy, response: { ...policy.response, recall: false } },
    };
    const difference = scenarioDifference(base, after);
    expect(difference).toEqual({
      origins: [0, 2],
      removed: [2],
      added: [],
      parameters: [
        { id: 'growth', before: 3.75, after: growth },
        { id: 't2.limit', before: third.limit, after: null },
        { id: 'response.recall', before: true, after: false },
      ],
    });
    expect(countOfChanges(difference)).toBe(4);
  });

  test('of a new level is what is not as in a new one, and counts once', () => {
    const level = { ...newLevel, name: 'Cyber', limit: null };
    const difference = scenarioDifference(base, { ...base, thresholds: [first, level, second, third] });
    expect(difference).toMatchObject({
      removed: [],
      added: [2],
      parameters: [
        { id: 't2.name', before: newLevel.name, after: 'Cyber' },
        { id: 't2.limit', before: newLevel.limit, after: null },
      ],
    });
    expect(countOfChanges(difference)).toBe(1);
  });

  test('sees a change of any one parameter, and it alone', () => {
    for (const id of publicIds(base.thresholds.length)) {
      const keys = scenarioKeys(parsePublicId(id)!);
      const after = withValueAt(base, keys, 'something else');
      expect(scenarioDifference(base, after)).toMatchObject({
        ...none,
        parameters: [{ id, before: valueAt(base, keys), after: 'something else' }],
      });
    }
  });

  test('does not depend on the order of keys, and takes both zeros for one', () => {
    const growth = { low: 0, mode: 1, high: 2 };
    const before = { ...base, world: { ...base.world, growth } };
    const after = { ...base, world: { ...base.world, growth: { high: 2, mode: 1, low: -0 } } };
    expect(scenarioDifference(before, after)).toMatchObject(none);
  });

  test('done to the one gives what the other simulates', () => {
    const pair = fc.oneof(
      fc.tuple(arbitraryScenario(), arbitraryScenario()),
      arbitraryLinkedPolicy(6).map(({ presetId, scenario }) => [preset(presetId), scenario] as const),
      fc
        .tuple(arbitraryLinkedPolicy(4), arbitraryLinkedPolicy(4))
        .map(([one, other]) => [one.scenario, other.scenario] as const),
    );
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(simulated(redone(before, after))).toEqual(simulated(after));
        expect(simulated(redone(after, before))).toEqual(simulated(before));
      }),
      { numRuns: 300 },
    );
  });
});

describe('provenance', () => {
  const changed = (thresholds: readonly Threshold[]): Scenario => ({ ...base, thresholds });
  const ofLevel = (provenance: Scenario['provenance'], level: number): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(provenance).flatMap(([id, entry]) =>
        id.startsWith(`t${level}.`) ? [[id.slice(id.indexOf('.') + 1), entry]] : [],
      ),
    );
  const own = [1, 2, 3].map((level) => ofLevel(base.provenance, level));

  /** The preset's marks are the same for every level; these tell its levels apart. */
  const marked: Scenario = {
    ...base,
    provenance: Object.fromEntries(
      Object.entries(base.provenance).map(([id, entry]) => [id, { ...entry, note: `of ${id}` }]),
    ),
  };

  test('is as it was where nothing changed, whatever is said about the scenario', () => {
    for (const id of presetIds)
      expect(provenanceAfter(preset(id), preset(id))).toEqual(preset(id).provenance);
    expect(provenanceAfter(base, { ...base, provenance: {}, title: 'x' })).toEqual(base.provenance);
    expect(own.every((each) => Object.keys(each).length > 0)).toBe(true);
  });

  test('follows levels to their new numbers', () => {
    const marks = [1, 2, 3].map((level) => ofLevel(marked.provenance, level));
    const after = provenanceAfter(marked, changed([newLevel, first, third]));
    expect([1, 2, 3, 4].map((level) => ofLevel(after, level))).toEqual([{}, marks[0], marks[2], {}]);
    const others = Object.entries(marked.provenance).filter(([id]) => !/^t\d/.test(id));
    expect(Object.entries(after).filter(([id]) => !/^t\d/.test(id))).toEqual(others);
  });

  test('goes with a level, and with a value that is not the source’s any more', () => {
    const after = provenanceAfter(marked, {
      ...changed([second, { ...third, limit: 1 }]),
      policy: { ...base.policy, limits: { ...base.policy.limits, safetyBuffer: 1 } },
    });
    const { limit: _, ...rest } = ofLevel(marked.provenance, 3);
    expect([1, 2, 3].map((level) => ofLevel(after, level))).toEqual([
      ofLevel(marked.provenance, 2),
      rest,
      {},
    ]);
    expect(after['limits.safetyBuffer']).toBeUndefined();
    expect(after['limits.atAlert']).toEqual(marked.provenance['limits.atAlert']);
  });

  test('comes back with the value', () => {
    const without = {
      ...base,
      policy: { ...base.policy, evaluation: { ...base.policy.evaluation, interval: 1 } },
    };
    expect(provenanceAfter(base, without)['evaluation.interval']).toBeUndefined();
    const again = { ...without, provenance: provenanceAfter(base, without), policy: base.policy };
    expect(provenanceAfter(base, again)).toEqual(base.provenance);
  });
});
