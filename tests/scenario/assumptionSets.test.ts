import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parameterOf } from '../../src/parameters/parameters';
import { parameterIds } from '../../src/parameters/registry';
import { changesOfSet } from '../../src/scenario/assumptionChoice';
import {
  assumptionSet,
  rangeSetCount,
  assumptionSets,
  withAssumptions,
  type AssumptionSet,
} from '../../src/scenario/assumptionSets';
import { decodeAssumptions } from '../support/decodeAssumptions';
import { decodeScenario } from '../../src/scenario/decode';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scale, Scenario } from '../../src/scenario/scenario';
import { sources } from '../../src/scenario/sources';
import { differences } from '../support/differences';

const folder = new URL('../../scenarios/assumptions/', import.meta.url);
const scales: readonly Scale[] = ['effective-compute', 'task-horizon'];
const worldIds = parameterIds.filter((id) => !id.includes('.'));
const cases = assumptionSets().flatMap((set) => presetIds.map((id) => [set.id, id, set] as const));

type Values = Readonly<Record<string, unknown>>;

function worldOf({ world }: Pick<Scenario, 'world'>): Values {
  return { ...world };
}

function valuesOf({ changes }: AssumptionSet, scale: Scale): Values {
  return Object.fromEntries(Object.entries(changes[scale]).map(([id, { value }]) => [id, value]));
}

describe('the sets of assumptions', () => {
  test('are the files of scenarios/assumptions, the central one first', () => {
    const ids = ['central', 'slow', 'fast', 'well-measured', 'weak-elicitation', 'hard-race'];
    expect(assumptionSets().map(({ id }) => id)).toEqual(ids);
    expect(readdirSync(folder).toSorted()).toEqual(ids.map((id) => `${id}.json`).toSorted());
    expect(rangeSetCount).toBe(ids.length - 1);
    for (const set of assumptionSets()) expect(assumptionSet(set.id)).toBe(set);
    expect(() => assumptionSet('unheard-of')).toThrow('unheard-of');
  });

  test.each(assumptionSets())('$id is whole and right as its file stands', (set) => {
    const input: unknown = JSON.parse(readFileSync(new URL(`${set.id}.json`, folder), 'utf8'));
    expect(decodeAssumptions(input)).toEqual({ ok: true, set });
  });

  test.each(assumptionSets())('$id names the same parameters of the world on both scales', ({ changes }) => {
    const [ids, others] = scales.map((scale) => Object.keys(changes[scale]));
    expect(others).toEqual(ids);
    expect(worldIds.filter((id) => ids!.includes(id))).toEqual(ids);
  });

  test.each(assumptionSets())('$id says of every value where it comes from', ({ changes }) => {
    for (const scale of scales) {
      for (const [id, { basis, source, note }] of Object.entries(changes[scale])) {
        expect(note, id).toMatch(/^[^.].*\S\.$/);
        if (basis === 'illustrative') {
          expect(source, id).toBeUndefined();
          expect(note, id).toMatch(/^Assumption: [^.]*(\.\d[^.]*)*\.$/);
        } else expect(sources, id).toHaveProperty(source!);
      }
    }
  });

  test('central names exactly what the others change, with the values of the scenarios that come unchanged', () => {
    for (const scale of scales) {
      const changed = assumptionSets().slice(1);
      const others = new Set(changed.flatMap((set) => changesOfSet(set, scale)));
      const central = assumptionSet('central');
      expect(new Set(changesOfSet(central, scale))).toEqual(others);
      for (const scenario of presetIds.map(preset).filter((each) => each.scale === scale)) {
        expect(worldOf(scenario)).toMatchObject(valuesOf(central, scale));
      }
    }
  });

  test('lie within what the registry calls evidence, slow and fast at its ends, on the scale that it is for', () => {
    for (const { changes } of assumptionSets()) {
      for (const [id, { value, basis }] of Object.entries(changes['effective-compute'])) {
        const { evidence } = parameterOf(id)!.definition;
        if (evidence.basis !== 'sourced') continue;
        expect(value, id).toBeGreaterThanOrEqual(evidence.low);
        expect(value, id).toBeLessThanOrEqual(evidence.high);
        if (value === evidence.central) expect(basis, id).not.toBe('illustrative');
      }
    }
    for (const id of ['growth', 'releaseInterval']) {
      const { evidence } = parameterOf(id)!.definition;
      if (evidence.basis !== 'sourced') throw new Error(`no evidence on ${id}`);
      const values = ['slow', 'fast'].map((set) => valuesOf(assumptionSet(set), 'effective-compute')[id]);
      expect(values.toSorted((a, b) => Number(a) - Number(b))).toEqual([evidence.low, evidence.high]);
    }
  });

  test.each(presetIds)('lie on the sides of %s that their names say', (presetId) => {
    const scenario = preset(presetId);
    const { world: own } = scenario;
    const world = (id: string) => withAssumptions(scenario, assumptionSet(id)).world;
    const [slow, fast] = [world('slow'), world('fast')];
    expect(slow.rivalGrowth).toBe(slow.growth);
    expect(fast.rivalGrowth).toBe(fast.growth);
    expect(slow.growth).toBeLessThan(own.growth as number);
    expect(fast.growth).toBeGreaterThan(own.growth as number);
    expect(slow.releaseInterval).toBeGreaterThan(own.releaseInterval);
    expect(fast.releaseInterval).toBeLessThan(own.releaseInterval);

    const [weak, well] = [world('weak-elicitation'), world('well-measured')];
    expect(weak.elicitationGap).toBeGreaterThan(own.elicitationGap as number);
    expect(weak.suiteError).toBeGreaterThan(own.suiteError as number);
    expect(weak.assessorBias).toBeGreaterThan(own.assessorBias as number);
    // Where METR's estimates are taken as the truth, there is no gap to close.
    expect(well.elicitationGap).toBeLessThanOrEqual(own.elicitationGap as number);
    expect(well.suiteError).toBeLessThan(own.suiteError as number);
    expect(well.dangerUncertainty).toBeLessThan(own.dangerUncertainty as number);
    expect(well.skipProbability).toBeLessThan(own.skipProbability as number);
    expect(well.discoveryRate).toBeGreaterThan(own.discoveryRate as number);

    const race = world('hard-race');
    expect(race.rivalLead).toBeGreaterThan(own.rivalLead as number);
    expect(race.rivalGrowth).toBeGreaterThan(own.rivalGrowth as number);
    expect(race.pressure).toBeGreaterThan(own.pressure as number);
    expect(race.skipProbability).toBeGreaterThan(own.skipProbability as number);
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
    const held = worldOf({ world: worldBefore });
    const moved = changes.filter(([id, { value }]) => held[id] !== value);
    expect(
      differences(worldBefore, world)
        .map(({ path, after }) => [path, after])
        .toSorted(),
    ).toEqual(moved.map(([id, { value }]) => [id, value]).toSorted());
    const ids = changesOfSet(set, scenario.scale);
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
