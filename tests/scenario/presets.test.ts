import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parameterOf, publicIds } from '../../src/parameters/parameters';
import { contentHash } from '../../src/scenario/contentHash';
import { decodeScenarioText } from '../../src/scenario/decodeText';
import { encodeScenario } from '../../src/scenario/encode';
import { isPresetId, preset, presetIds, type PresetId } from '../../src/scenario/presets';
import type { Policy, Scenario } from '../../src/scenario/scenario';

const folder = new URL('../../scenarios/', import.meta.url);

function text(id: PresetId): string {
  return readFileSync(new URL(`${id}.json`, folder), 'utf8');
}

const schemaUrl = '../public/scenario.schema.json';
const onOneWorld = presetIds.filter((id) => !['baseline', 'metr-time-horizon-replay'].includes(id));

const baseline = preset('baseline');

/** What belongs to the world in a scenario's levels: all but limits and gates. */
function dangersOf(scenario: Scenario) {
  return scenario.thresholds.map(({ limit: _, gates: __, ...world }) => world);
}

describe('presets', () => {
  it('are the files of scenarios/', () => {
    const others = ['sources.json', 'dossiers.json', 'replays.json'];
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !others.includes(name));
    expect(presetIds.map((id) => `${id}.json`).sort()).toEqual(files.sort());
    expect(isPresetId('baseline')).toBe(true);
    expect(isPresetId('toString')).toBe(false);
  });

  it.each(presetIds)('%s decodes, carries its own name and is written as files are written', (id) => {
    const decoded = decodeScenarioText(text(id));
    expect(decoded).toEqual({ ok: true, scenario: preset(id) });
    expect(preset(id).id).toBe(id);
    expect(encodeScenario(preset(id), schemaUrl)).toBe(text(id));
  });

  it('differ in what they simulate', () => {
    expect(new Set(presetIds.map((id) => contentHash(preset(id)))).size).toBe(presetIds.length);
  });

  it.each(presetIds)('%s says what its reader must know', (id) => {
    expect(preset(id).caveats.length).toBeGreaterThan(0);
  });

  it('baseline is every default, with three levels', () => {
    const values: Record<string, unknown> = {};
    const { world, policy, report } = baseline;
    Object.assign(values, world, { 'report.toleranceWeeks': report.toleranceWeeks });
    for (const [component, group] of Object.entries(policy)) {
      for (const [key, value] of Object.entries(group as object)) values[`${component}.${key}`] = value;
    }
    const defaults = publicIds(0).map((id) => {
      const definition = parameterOf(id)!.definition;
      return [id, 'default' in definition ? definition.default : undefined];
    });
    expect(values).toEqual(Object.fromEntries(defaults));
    const gates = { training: true, internalUse: true, release: true };
    const level = (name: string, domain: string, danger: number, security: number, deployment: number) => ({
      name,
      domain,
      danger,
      leadTime: { security, deployment },
      protectedAtStart: false,
      limit: danger,
      gates,
    });
    expect(baseline.thresholds).toEqual([
      level('CBRN-3', 'cbrn', 5, 52, 17),
      level('CBRN-4', 'cbrn', 10, 130, 34),
      level('AI R&D-4', 'ai-rd', 12, 78, 26),
    ]);
  });

  it.each(onOneWorld)('%s lives in the world of baseline', (id) => {
    const scenario = preset(id);
    expect(scenario.scale).toBe(baseline.scale);
    expect(scenario.world).toEqual(baseline.world);
    expect(dangersOf(scenario)).toEqual(dangersOf(baseline));
    expect(scenario.report).toEqual(baseline.report);
  });

  it('no-policy names no limit, looks never and does nothing', () => {
    const { thresholds, policy } = preset('no-policy');
    expect(thresholds.map(({ limit }) => limit)).toEqual([null, null, null]);
    expect(policy).toEqual<Policy>({
      ...baseline.policy,
      evaluation: { ...baseline.policy.evaluation, interval: 0, computeMultiple: 0, preDeployment: false },
      response: {
        ...baseline.policy.response,
        training: 'continue',
        internalUse: 'continue',
        release: 'release',
        recall: false,
      },
    });
  });

  it('paper-policy looks like baseline and does nothing', () => {
    const { thresholds, policy } = preset('paper-policy');
    expect(thresholds).toEqual(baseline.thresholds);
    expect(policy).toEqual<Policy>({
      ...baseline.policy,
      response: {
        ...baseline.policy.response,
        training: 'continue',
        internalUse: 'continue',
        release: 'release',
        recall: false,
      },
    });
  });

  it.each(presetIds)(
    '%s names a source for all that is stated or inferred, and explains what is not',
    (id) => {
      for (const [parameter, { basis, source, note }] of Object.entries(preset(id).provenance)) {
        const explained = basis === 'illustrative' ? note !== undefined : source !== undefined;
        expect(explained, parameter).toBe(true);
      }
    },
  );
});
