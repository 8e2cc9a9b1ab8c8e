import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parameterOf } from '../../src/parameters/parameters';
import {
  assumptionSets,
  decodeAssumptions,
  withAssumptions,
  type AssumptionSet,
} from '../../src/scenario/assumptionSets';
import { decodeScenario } from '../../src/scenario/decode';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scale } from '../../src/scenario/scenario';
import { differences } from '../support/differences';

const folder = new URL('../../scenarios/assumptions/', import.meta.url);
const scales: readonly Scale[] = ['effective-compute', 'task-horizon'];
const cases = assumptionSets.flatMap((set) => presetIds.map((id) => [set.id, id, set] as const));

describe('the sets of assumptions', () => {
  test('are the files of scenarios/assumptions, from slow to fast', () => {
    expect(assumptionSets.map(({ id }) => id)).toEqual(['slow', 'fast']);
    expect(readdirSync(folder).toSorted()).toEqual(assumptionSets.map(({ id }) => `${id}.json`).toSorted());
  });

  test.each(assumptionSets)('$id names the same parameters of the world on both scales', ({ changes }) => {
    const [ids, others] = scales.map((scale) => Object.keys(changes[scale]));
    expect(others).toEqual(ids);
    for (const id of ids!) expect(parameterOf(id)?.definition.component, id).toBe('world');
  });

  test.each(assumptionSets)('$id says of every value where it comes from', ({ changes }) => {
    for (const scale of scales) {
      for (const [id, { basis, source, note }] of Object.entries(changes[scale])) {
        expect(note, id).toMatch(/\S\.$/);
        expect(basis === 'illustrative' || source !== undefined, id).toBe(true);
      }
    }
  });

  test('lie at the ends of what the registry calls evidence, on the scale that it is for', () => {
    for (const id of ['growth', 'releaseInterval']) {
      const { evidence } = parameterOf(id)!.definition;
      if (evidence.basis !== 'sourced') throw new Error(`no evidence on ${id}`);
      const values = assumptionSets.map(({ changes }) => changes['effective-compute'][id]?.value as number);
      expect(values.toSorted((a, b) => a - b)).toEqual([evidence.low, evidence.high]);
    }
  });

  test('let the rival grow as fast as the lab, and lie on both sides of every preset', () => {
    for (const presetId of presetIds) {
      const scenario = preset(presetId);
      const [slow, fast] = assumptionSets.map((set) => withAssumptions(scenario, set).world);
      expect(slow!.rivalGrowth).toBe(slow!.growth);
      expect(fast!.rivalGrowth).toBe(fast!.growth);
      expect(slow!.growth).toBeLessThan(scenario.world.growth as number);
      expect(fast!.growth).toBeGreaterThan(scenario.world.growth as number);
      expect(slow!.releaseInterval).toBeGreaterThan(scenario.world.releaseInterval);
      expect(fast!.releaseInterval).toBeLessThan(scenario.world.releaseInterval);
    }
  });
});

describe('a scenario with assumptions', () => {
  test.each(cases)('(%s, %s) differs in exactly the parameters that are listed', (_, presetId, set) => {
    const scenario = preset(presetId);
    const before = structuredClone(scenario);
    const assumed = withAssumptions(scenario, set);
    const changes = Object.entries(set.changes[scenario.scale]);
    const { world, provenance, ...rest } = assumed;
    const { world: worldBefore, provenance: provenanceBefore, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(
      differences(worldBefore, world)
        .map(({ path, after }) => [path, after])
        .toSorted(),
    ).toEqual(changes.map(([id, { value }]) => [id, value]).toSorted());
    const ids = changes.map(([id]) => id);
    const others = (each: object) => Object.entries(each).filter(([id]) => !ids.includes(id));
    expect(others(provenance)).toEqual(others(provenanceBefore));
    for (const [id, { value: _value, ...source }] of changes) expect(provenance[id]).toEqual(source);
    expect(scenario).toEqual(before);
  });

  test.each(cases)('(%s, %s) is valid, and the same when assumed again', (_, presetId, set) => {
    const assumed = withAssumptions(preset(presetId), set);
    expect(decodeScenario(assumed)).toEqual({ ok: true, scenario: assumed });
    expect(withAssumptions(assumed, set)).toEqual(assumed);
  });
});

describe('a broken set', () => {
  const slow = JSON.parse(readFileSync(new URL('slow.json', folder), 'utf8')) as AssumptionSet;
  const { growth, ...others } = slow.changes['effective-compute'];
  const pathsOf = (input: unknown): string[] => {
    const decoded = decodeAssumptions(input);
    return decoded.ok ? [] : decoded.issues.map(({ path }) => path);
  };

  test('is refused with all that is wrong with its shape', () => {
    const { id: _, ...nameless } = slow;
    const { 'effective-compute': one } = slow.changes;
    expect(pathsOf(slow)).toEqual([]);
    expect(
      pathsOf({
        ...nameless,
        title: '',
        policy: {},
        changes: { 'effective-compute': one, 'task-horizon': 3 },
      }),
    ).toEqual(['id', 'title', 'changes["task-horizon"]', 'policy']);
    expect(pathsOf({ ...slow, changes: { 'effective-compute': { growth: 3 } } })).toEqual([
      'changes["effective-compute"].growth',
      'changes["task-horizon"]',
    ]);
    expect(pathsOf(null)).toEqual(['']);
  });

  test('is refused with all that is wrong with its values and sources', () => {
    const assumed = { value: 1, basis: 'illustrative', note: 'No.' };
    const changes = {
      'effective-compute': { ...others, growth: { ...growth, value: 16, source: 'nobody' } },
      'task-horizon': { growth: { basis: 'rumour' }, grwth: assumed, 'evaluation.interval': assumed },
    };
    expect(pathsOf({ ...slow, changes }).toSorted()).toEqual([
      'effective-compute: provenance.growth.source',
      'effective-compute: world.growth',
      'task-horizon: provenance.growth.basis',
      'task-horizon: provenance.grwth',
      'task-horizon: world.growth',
      'task-horizon: world.grwth',
      'task-horizon: world["evaluation.interval"]',
    ]);
  });
});
