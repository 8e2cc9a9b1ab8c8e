import { describe, expect, it } from 'vitest';
import { applySettings } from '../../src/scenario/applySettings';
import { preset } from '../../src/scenario/presets';

const baseline = preset('baseline');

function issuesOf(...settings: [string, string][]) {
  const decoded = applySettings(
    baseline,
    settings.map(([id, text]) => ({ id, text })),
  );
  return decoded.ok ? [] : decoded.issues;
}

describe('applySettings', () => {
  it('sets parameters of the world, of levels, of the policy and of the report', () => {
    const before = structuredClone(baseline);
    const decoded = applySettings(baseline, [
      { id: 'growth', text: '2/3/4' },
      { id: 't2.leadTime.security', text: 'none' },
      { id: 't3.name', text: 'Cyber High' },
      { id: 'evaluation.interval', text: '26' },
      { id: 'response.recall', text: 'no' },
      { id: 'report.toleranceWeeks', text: '4' },
    ]);
    const { world, thresholds, policy } = structuredClone(before);
    expect(decoded).toEqual({
      ok: true,
      scenario: {
        ...before,
        world: { ...world, growth: { low: 2, mode: 3, high: 4 } },
        thresholds: [
          thresholds[0],
          { ...thresholds[1], leadTime: { ...thresholds[1]!.leadTime, security: null } },
          { ...thresholds[2], name: 'Cyber High' },
        ],
        policy: {
          ...policy,
          evaluation: { ...policy.evaluation, interval: 26 },
          response: { ...policy.response, recall: false },
        },
        report: { toleranceWeeks: 4 },
      },
    });
    expect(baseline).toEqual(before);
  });

  it('gives the scenario itself for no settings', () => {
    expect(applySettings(baseline, [])).toEqual({ ok: true, scenario: baseline });
  });

  it('finds every issue at once, each under the id it was set by', () => {
    expect(
      issuesOf(
        ['evaluation.intervall', '3'],
        ['growth', 'fast'],
        ['t4.limit', '3'],
        ['t9.limit', '3'],
        ['horizon', '100'],
        ['horizon', '200'],
        ['title', 'x'],
      ),
    ).toEqual([
      {
        path: 'evaluation.intervall',
        expected: 'the id of a parameter (nearest: evaluation.interval)',
        received: '"evaluation.intervall"',
      },
      {
        path: 'growth',
        expected: 'a number from 0 to 15 (doublings a year), or low/mode/high',
        received: '"fast"',
      },
      { path: 't4.limit', expected: 'one of the levels t1 to t3', received: '"t4.limit"' },
      expect.objectContaining({ path: 't9.limit', received: '"t9.limit"' }),
      { path: 'horizon', expected: 'each parameter to be set once', received: 'a second value, "200"' },
      expect.objectContaining({ path: 'title', received: '"title"' }),
    ]);
  });

  it('finds what is wrong with the whole', () => {
    expect(issuesOf(['t1.protectedAtStart', 'yes'], ['t1.leadTime.security', 'none'])).toEqual([
      {
        path: 'thresholds[0].leadTime.security',
        expected: 'weeks, because this level is protected at the start',
        received: 'null',
      },
    ]);
    expect(issuesOf(['t1.name', 'CBRN-4'])).toMatchObject([{ path: 'thresholds[1].name' }]);
  });
});
