import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterOf, parsePublicId, publicIds } from '../../src/parameters/parameters';
import { scenarioKeys } from '../../src/parameters/publicId';
import { ownKeys } from '../../src/scenario/linkContent';
import { policyKeys } from '../../src/scenario/linkPolicy';
import {
  decodeLink,
  encodeLink,
  isLinkText,
  linkTextOf,
  plainView,
  type LinkContent,
} from '../../src/scenario/link';
import { withValueAt } from '../../src/scenario/path';
import { preset, presetIds, type PresetId } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { arbitraryLinkContent, changedFrom } from '../support/arbitraryLink';
import { arbitraryScenario } from '../support/arbitraryScenario';
import { brokenPromise } from '../support/linkLaws';

const version = '1.0.0';

function contentOf(presetId: PresetId, scenario: Scenario = preset(presetId)): LinkContent {
  return {
    presetId,
    scenario,
    seed: '1',
    run: 0,
    compared: [],
    view: plainView,
    modelVersion: version,
    fingerprint: null,
  };
}

function changed(presetId: PresetId, values: Readonly<Record<string, unknown>>): Scenario {
  const scenario = Object.entries(values).reduce<Scenario>(
    (before, [id, value]) => withValueAt(before, scenarioKeys(parsePublicId(id)!), value),
    preset(presetId),
  );
  const valid = changedFrom(preset(presetId), scenario);
  if (valid === null) throw new Error(`${JSON.stringify(values)} is no change of ${presetId}`);
  return valid;
}

function textOf(content: LinkContent): string {
  const encoded = encodeLink(content);
  if (!encoded.ok) throw new Error(encoded.reason);
  return encoded.text;
}

/** The ends of a parameter's range, something between, and all that it may be besides. */
function tellingValues(id: string): unknown[] {
  const definition = parameterOf(id)!.definition;
  switch (definition.kind) {
    case 'number': {
      const { min, max, whole, uncertain, nullable, specialZero } = definition;
      const middle = whole ? Math.round((min + max) / 2) : (min + max) / 2 + 0.1;
      return [
        min,
        middle,
        max,
        ...(whole ? [] : [min + (max - min) / 3, 1e-7 + Math.max(0, min)]),
        ...(uncertain ? [{ low: min, mode: middle, high: max }] : []),
        ...(nullable ? [null] : []),
        ...(specialZero ? [0] : []),
      ];
    }
    case 'choice':
      return [...definition.choices];
    case 'flag':
      return [false, true];
    case 'text':
      return ['none', 'a/b & c=d? #~20 100%', 'Łódź 🦉', 'x'.repeat(40)];
    case 'history':
      return [];
  }
}

describe('a link', () => {
  test('says what is different from a preset, and on what it was made', () => {
    const scenario = changed('metr-ideal', {
      growth: { low: 2, mode: 3, high: 4 },
      't1.limit': null,
      't2.name': 'Cyber & more',
      'response.recall': false,
    });
    const content: LinkContent = {
      ...contentOf('metr-ideal', scenario),
      seed: 'Łódź',
      run: 7,
      compared: [
        { presetId: 'no-policy', scenario: changed('no-policy', { growth: 3 }) },
        { presetId: 'baseline', scenario: preset('baseline') },
      ],
      view: { embed: true, open: 'limits', kind: 'worst', isTold: true, isKnownOnly: true, week: 41 },
      fingerprint: '0123456789abcdef',
    };
    expect(textOf(content)).toMatch(
      new RegExp(
        '^v1/metr-ideal\\?growth=2/3/4&t1\\.limit=none&t2\\.name=Cyber~20~26~20more&response\\.recall=no' +
          '&p1=no-policy&p1\\.growth=3&p2=baseline&seed=~C5~81~C3~B3d~C5~BA&run=7&fp=0123456789abcdef' +
          '&open=limits&kind=worst&told=yes&known=yes&week=41&embed=yes&on=m1\\.0\\.0-s1-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}&k=[0-9a-f]{8}$',
      ),
    );
    expect(decodeLink(textOf(content), version)).toEqual({ ok: true, content, notices: [] });
  });

  test('names levels that are gone and levels that are new', () => {
    const base = preset('baseline');
    const [first, , third] = base.thresholds;
    const added = { ...third!, name: 'Cyber', domain: 'cyber', danger: 7, limit: 6 };
    const scenario = changedFrom(base, { ...base, thresholds: [first!, third!, added] })!;
    expect(textOf(contentOf('baseline', scenario))).toMatch(
      /^v1\/baseline\?tdel=2&tadd=3&t3.name=Cyber&t3.domain=cyber&t3.danger=7&t3.leadTime.deployment=26&t3.limit=6&seed=1&/,
    );
    expect(brokenPromise(contentOf('baseline', scenario))).toBeNull();
  });

  test.each(presetIds)('carries %s as it is', (id) => {
    expect(brokenPromise(contentOf(id))).toBeNull();
    expect(textOf(contentOf(id))).toMatch(
      /^v1\/[a-z0-9-]+\?seed=1&run=0&on=m1\.0\.0-s1-[0-9a-f]{8}&k=\w{8}$/,
    );
  });

  test.each(presetIds)('carries every parameter of %s moved alone, to its ends and between', (presetId) => {
    const base = preset(presetId);
    const broken: string[] = [];
    const carried = new Set<string>();
    for (const id of publicIds(base.thresholds.length)) {
      for (const value of tellingValues(id)) {
        const moved = withValueAt(base, scenarioKeys(parsePublicId(id)!), value);
        const scenario = changedFrom(base, moved);
        if (scenario === null) continue;
        const problem = encodeLink(contentOf(presetId, scenario)).ok
          ? brokenPromise(contentOf(presetId, scenario))
          : 'refused';
        if (problem === null) carried.add(id);
        else broken.push(`${id}: ${problem}`);
      }
    }
    expect(broken).toEqual([]);
    expect([...carried, 'history'].toSorted()).toEqual(publicIds(base.thresholds.length).toSorted());
  });

  test('carries any changes, levels, seeds, views and compared policies, or says truly why not', () => {
    let carried = 0;
    const numRuns = 1000;
    fc.assert(
      fc.property(arbitraryLinkContent, (content) => {
        expect(brokenPromise(content)).toBeNull();
        if (encodeLink(content).ok) carried++;
      }),
      { numRuns },
    );
    expect(carried / numRuns).toBeGreaterThan(0.7);
  });

  test('loses nothing of scenarios that were not made from a preset', () => {
    fc.assert(
      fc.property(arbitraryScenario({ maxHorizon: 520 }), fc.constantFrom(...presetIds), (any, presetId) => {
        expect(encodeLink(contentOf(presetId, any)).ok).toBe(false);
        expect(brokenPromise(contentOf(presetId, any))).toBeNull();
        const base = preset(presetId);
        const { world, thresholds, policy, report } = any;
        const onBase = { ...base, world: { ...world, history: base.world.history } };
        for (const mixed of [onBase, { ...base, policy }, { ...base, thresholds, report }]) {
          const scenario = changedFrom(base, mixed)!;
          expect(brokenPromise(contentOf(presetId, scenario))).toBeNull();
          expect(brokenPromise(contentOf(presetId, { ...scenario, provenance: any.provenance }))).toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('no link', () => {
  const base = preset('metr-ideal');
  const refusal = (scenario: Scenario, more: Partial<LinkContent> = {}) => {
    const content = { ...contentOf('metr-ideal', scenario), ...more };
    const encoded = encodeLink(content);
    expect(brokenPromise(content)).toBeNull();
    return encoded.ok ? null : encoded.reason;
  };

  test('for a recorded path of its own', () => {
    const history = [{ week: 0, capability: 0, label: 'a' }];
    expect(refusal({ ...base, world: { ...base.world, history } })).toBe('history');
    const replay = preset('metr-time-horizon-replay');
    const world = { ...replay.world, history: null };
    const scenario = changedFrom(replay, { ...replay, world })!;
    expect(encodeLink(contentOf(replay.id as PresetId, scenario))).toEqual({ ok: false, reason: 'history' });
    expect(refusal(base, { compared: [{ presetId: 'metr-time-horizon-replay', scenario }] })).toBe('history');
  });

  test.each<Partial<Scenario>>([
    { id: 'other' },
    { title: 'Another title' },
    { summary: 'Another summary.' },
    { scale: 'task-horizon' },
    { document: { lab: 'A lab', version: '1', date: '2026', previous: null } },
    { startDate: '2026-01-01' },
    { caveats: [] },
    { provenance: {} },
    { provenance: { ...base.provenance, growth: { basis: 'illustrative' } } },
    { thresholds: base.thresholds.map((level) => ({ ...level, name: `${level.name}\ud800` })) },
  ])('for texts that do not follow from the preset: %j', (texts) => {
    expect(refusal({ ...base, ...texts })).toBe('texts');
    const compared = [{ presetId: 'metr-ideal' as const, scenario: { ...base, ...texts } }];
    expect(refusal(base, { compared })).toBe('texts');
  });

  test('for provenance of a value that was changed', () => {
    const scenario = changed('metr-ideal', { 'evaluation.interval': 26 });
    expect(refusal({ ...scenario, provenance: base.provenance })).toBe('texts');
    expect(refusal(scenario)).toBeNull();
  });

  test.each(['', 'x'.repeat(201), 'a\ud800', '\udc00b'])('for the seed %j', (seed) => {
    expect(refusal(base, { seed })).toBe('seed');
  });

  test('for what is longer than 999 characters, and one for what is not', () => {
    const { thresholds } = base;
    const named = (length: number): Scenario =>
      changedFrom(base, {
        ...base,
        thresholds: thresholds.map((level, index) => ({
          ...level,
          name: `${index}${'Ł'.repeat(length)}`,
          domain: 'é'.repeat(length),
        })),
      })!;
    const room = 999 - textOf(contentOf('metr-ideal', named(20))).length;
    expect(room).toBeGreaterThan(10);
    const fitting = { seed: 'x'.repeat(1 + room) };
    expect(textOf({ ...contentOf('metr-ideal', named(20)), ...fitting })).toHaveLength(999);
    expect(refusal(named(20), fitting)).toBeNull();
    expect(refusal(named(20), { seed: `${fitting.seed}x` })).toBe('length');
    expect(refusal(named(39))).toBe('length');
  });

  test.each<[string, Partial<LinkContent>]>([
    ['run', { run: 1.5 }],
    ['run', { run: -1 }],
    ['run', { run: 10_000_000 }],
    ['fp', { fingerprint: '0123' }],
    ['on', { modelVersion: 'new' }],
    ['3 policies', { compared: Array.from({ length: 4 }, () => contentOf('baseline')) }],
    ['horizon', { scenario: { ...base, world: { ...base.world, horizon: 0 } } }],
  ])('but an error for a broken %s', (name, more) => {
    expect(() => encodeLink({ ...contentOf('metr-ideal'), ...more })).toThrow(name);
  });
});

test('no parameter has the name of a key that is no parameter', () => {
  expect(new Set([...ownKeys, ...policyKeys]).size).toBe(ownKeys.length + policyKeys.length);
  expect(policyKeys.filter((key) => /^(p[1-3]\.|k$)/.test(key))).toEqual([]);
});

describe('the address of a page', () => {
  const link = 'v1/baseline?seed=1&run=0';

  test.each([
    [`#${link}`, '', link],
    ['', `?s=${link}`, link],
    [`#${link}`, '?s=v1/no-policy?seed=2', link],
    ['#answer', `?s=${link}`, link],
    ['#about', '', 'about'],
    ['#v2/baseline', '', 'v2/baseline'],
    ['', '?s=', ''],
    ['', '?t=1', null],
    ['', '', null],
    ['#', '', null],
  ])('%j and %j hold the link %j', (hash, search, expected) => {
    expect(linkTextOf({ hash, search })).toBe(expected);
  });

  test('is that of a link where it begins with a version', () => {
    expect(['v1/', 'v12/x', link].map(isLinkText)).toEqual([true, true, true]);
    expect(['', 'v', 'v0/x', 'v01/x', 'V1/x', 'v1', ' v1/x', 'answer'].filter(isLinkText)).toEqual([]);
  });
});
