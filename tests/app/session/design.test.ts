import { expect, test } from 'vitest';
import {
  baseValue,
  unchanged,
  withNewLevel,
  withoutLevel,
  withReset,
  withSetting,
  type Design,
  type DesignOrIssues,
} from '../../../src/app/session/design';
import { scenarioDifference } from '../../../src/scenario/difference';
import { decodeScenario } from '../../../src/scenario/decode';
import { preset, presetIds } from '../../../src/scenario/presets';

function of(result: DesignOrIssues | Design | null): Design {
  if (result === null) throw new Error('no design');
  if (!('ok' in result)) return result;
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.design;
}

test('a value that is not the source’s any more does not claim to be stated by it', () => {
  const design = unchanged(preset('anthropic-rsp-v1'));
  expect(design.scenario.provenance['limits.safetyBuffer']?.basis).toBe('stated');
  const changed = of(withSetting(design, 'limits.safetyBuffer', '1'));
  expect(changed.scenario.provenance).not.toHaveProperty('limits.safetyBuffer');
  expect(changed.scenario.provenance['t1.limit']).toEqual(design.base.provenance['t1.limit']);
  // Brought back, it does again.
  expect(of(withSetting(changed, 'limits.safetyBuffer', '2.585')).scenario).toBe(design.base);
  expect(of(withReset(changed, 'limits.safetyBuffer')).scenario).toBe(design.base);
});

test('a level that is taken away takes its provenance, and the others keep theirs by their new numbers', () => {
  const design = unchanged(preset('anthropic-rsp-v1'));
  const { base } = design;
  const changed = of(withoutLevel(design, 1));
  expect(changed.scenario.thresholds.map(({ name }) => name)).toEqual(
    base.thresholds.slice(1).map(({ name }) => name),
  );
  expect(changed.scenario.provenance['t1.limit']).toEqual(base.provenance['t2.limit']);
  expect(changed.scenario.provenance).not.toHaveProperty('t3.limit');
  expect(baseValue(changed, 't1.limit')).toBe(base.thresholds[1]?.limit);
  // Its settings are compared with, and reset to, those of the level it is.
  const moved = of(withSetting(changed, 't1.limit', '7'));
  expect(scenarioDifference(base, moved.scenario).parameters).toEqual([
    { id: 't1.limit', before: base.thresholds[1]?.limit, after: 7 },
  ]);
  expect(of(withReset(moved, 't1.limit')).scenario).toEqual(changed.scenario);
});

test('levels can be added up to six, each with a name of its own above the others', () => {
  let design = unchanged(preset('baseline'));
  const names: string[] = [];
  for (let next = withNewLevel(design); next !== null; next = withNewLevel(design)) {
    const before = Math.max(...design.scenario.thresholds.map(({ danger }) => danger));
    design = next;
    const level = design.scenario.thresholds.at(-1)!;
    expect(level.danger).toBeGreaterThan(before);
    expect(level.limit).toBe(level.danger);
    names.push(level.name);
  }
  expect(names).toEqual(['New level', 'New level 2', 'New level 3']);
  expect(decodeScenario(design.scenario).ok).toBe(true);
  expect(baseValue(design, 't4.limit')).toBeUndefined();
});

test('the last level stays', () => {
  let design = unchanged(preset('baseline'));
  for (let left = 3; left > 1; left--) design = of(withoutLevel(design, 1));
  expect(design.scenario.thresholds).toHaveLength(1);
  expect(withoutLevel(design, 1)).toBeNull();
});

test('what cannot be is refused with its issues, and changes nothing', () => {
  const design = unchanged(preset('baseline'));
  expect(withSetting(design, 't1.name', 'CBRN-4')).toMatchObject({
    ok: false,
    issues: [{ path: 'thresholds[1].name' }],
  });
  expect(withSetting(design, 't9.limit', '1')).toMatchObject({ ok: false, issues: [{ path: 't9.limit' }] });
});

test('every preset is itself when nothing is changed', () => {
  for (const id of presetIds) {
    const design = unchanged(preset(id));
    expect(of(withSetting(design, 'horizon', String(design.base.world.horizon))).scenario).toBe(design.base);
  }
});
