import { describe, expect, it, test } from 'vitest';
import { parameterOf, publicIds } from '../../src/parameters/parameters';
import { parsePublicId, scenarioKeys } from '../../src/parameters/publicId';
import { valueAt } from '../../src/scenario/path';
import { isPresetId, isPublished, preset, presetIds } from '../../src/scenario/presets';
import type { Provenance, Scenario } from '../../src/scenario/scenario';
import { sources } from '../../src/scenario/sources';

const published = presetIds.filter(isPublished);
/** Presets whose every value of the policy says where it comes from: those of texts, and their two contrasts. */
const sourced = [...published, 'weak-policy', 'no-policy'] as const;

function policyIds({ thresholds }: Scenario): readonly string[] {
  return publicIds(thresholds.length).filter((id) => {
    const { component } = parameterOf(id)!.definition;
    return component !== 'world' && component !== 'report';
  });
}

function provenanceOf(id: (typeof presetIds)[number]): readonly (readonly [string, Provenance])[] {
  return Object.entries(preset(id).provenance);
}

test('the policies of the three best known companies, of others, and of METR are there, in several versions', () => {
  const labs = new Map<string, string[]>();
  for (const id of published) {
    const { lab, version } = preset(id).document!;
    labs.set(lab, [...(labs.get(lab) ?? []), version]);
  }
  expect(labs.get('Anthropic')?.map((version) => version.slice(0, 1))).toEqual(['1', '2', '3']);
  expect(labs.get('OpenAI')).toHaveLength(2);
  expect(labs.get('Google DeepMind')).toHaveLength(2);
  expect([...labs.keys()]).toEqual(expect.arrayContaining(['METR', 'G42', 'NAVER', 'Microsoft']));
});

describe.each(sourced)('%s', (id) => {
  const scenario = preset(id);

  it('says of every value of its policy where it comes from: basis, source and a sentence', () => {
    expect(Object.keys(scenario.provenance).sort()).toEqual([...policyIds(scenario)].sort());
    for (const [parameter, { basis, source, note }] of provenanceOf(id)) {
      expect(basis, parameter).toMatch(/^(stated|inferred|illustrative)$/);
      expect(sources, parameter).toHaveProperty([source ?? 'none']);
      expect(note, parameter).toMatch(/\.$/);
    }
  });

  it('quotes only what was read itself, in at most 25 words', () => {
    for (const [parameter, { source = '', quote, note = '', notModelled = '' }] of provenanceOf(id)) {
      expect(`${note}${notModelled}`, parameter).not.toMatch(/["“”]/);
      if (quote === undefined) continue;
      expect(sources[source]?.reading, parameter).toBe('primary');
      expect(quote.split(/\s+/).length, parameter).toBeLessThanOrEqual(25);
    }
  });

  it('rests no stated or inferred value on a source of another company', () => {
    const lab = scenario.document?.lab;
    if (lab === undefined) return;
    for (const [parameter, { basis, source = '' }] of provenanceOf(id)) {
      if (basis === 'illustrative') continue;
      const { producer } = sources[source]!;
      expect([lab, 'METR', 'AI Lab Watch', 'Zhu', 'SaferAI'], parameter).toContain(producer);
    }
  });
});

test.each(published)(
  '%s is dated, and follows an older version of the same lab where it follows one',
  (id) => {
    const { lab, date, previous } = preset(id).document!;
    expect(date).toMatch(/^20\d\d-\d\d/);
    if (previous === null) return;
    expect(isPresetId(previous)).toBe(true);
    const before = preset(previous as typeof id).document!;
    expect(before.lab).toBe(lab);
    expect(before.date < date).toBe(true);
  },
);

/** What the texts state, in the units of the parameters: 6 times is 2.585 doublings. */
const stated: Partial<Record<(typeof presetIds)[number], Record<string, unknown>>> = {
  'anthropic-rsp-v1': {
    'evaluation.interval': 13,
    'evaluation.computeMultiple': 4,
    'limits.safetyBuffer': 2.585,
    'response.training': 'pause',
    'response.competitorClause': null,
  },
  'anthropic-rsp-v2-2': { 'evaluation.interval': 26, 'evaluation.computeMultiple': 4 },
  'anthropic-rsp-v3-4': { 'response.competitorClause': 0 },
  'openai-preparedness-beta': { 'evaluation.computeMultiple': 2 },
  'openai-preparedness-v2': {
    't1.gates.training': false,
    't1.gates.release': true,
    't2.gates.training': true,
    't3.gates.training': false,
  },
  'gdm-fsf-v1': {
    'evaluation.computeMultiple': 6,
    'evaluation.interval': 13,
    'limits.safetyBuffer': 2.585,
  },
  'gdm-fsf-v3-1': {
    't1.gates.training': false,
    't2.gates.training': false,
    't3.gates.training': false,
    't3.gates.internalUse': true,
    't1.gates.release': true,
  },
  'g42-frontier-2025': { 't1.gates.training': true, 't1.gates.release': true },
  'naver-asf-2024': { 'evaluation.computeMultiple': 6, 'evaluation.interval': 13 },
  'microsoft-frontier-2026': { 'evaluation.interval': 26 },
};

test.each(Object.entries(stated))('%s has the values that its text states', (id, values) => {
  const scenario = preset(id as (typeof presetIds)[number]);
  for (const [parameter, value] of Object.entries(values)) {
    expect(valueAt(scenario, scenarioKeys(parsePublicId(parameter)!)), parameter).toEqual(value);
    expect(scenario.provenance[parameter]?.basis, parameter).not.toBe('illustrative');
  }
});

test('a policy without an answer for use inside the lab gates no such use, and says it goes on', () => {
  for (const id of published) {
    const { thresholds, policy } = preset(id);
    if (thresholds.some(({ gates }) => gates.internalUse)) continue;
    expect(policy.response.internalUse, id).toBe('continue');
  }
});
