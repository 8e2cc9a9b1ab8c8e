import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/scenario/contentHash';
import { decodeScenario } from '../../src/scenario/decode';
import { decodeScenarioText } from '../../src/scenario/decodeText';
import { encodeScenario } from '../../src/scenario/encode';
import { preset } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { arbitraryScenario } from '../support/arbitraryScenario';

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

describe('encodeScenario', () => {
  it('is undone by decoding, for every scenario', () => {
    fc.assert(
      fc.property(arbitraryScenario({ maxHorizon: 520, maxHistory: 60 }), (scenario) => {
        expect(decodeScenario(scenario)).toEqual({ ok: true, scenario });
        expect(decodeScenarioText(encodeScenario(scenario))).toEqual({ ok: true, scenario });
        expect(decodeScenarioText(encodeScenario(scenario, 'schema.json'))).toEqual({ ok: true, scenario });
      }),
      { numRuns: 300 },
    );
  });

  it('writes one text for a scenario, whatever the order of its keys', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (scenario) => {
        expect(encodeScenario(reversed(scenario) as Scenario)).toBe(encodeScenario(scenario));
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a scenario that is none, naming the value', () => {
    const broken = { ...preset('baseline'), title: '' };
    expect(() => encodeScenario(broken)).toThrow('title: expected a text of 1 to 100 characters on one line');
  });
});

describe('contentHash', () => {
  it('does not depend on the order of keys, nor on what only people read', () => {
    fc.assert(
      fc.property(arbitraryScenario(), arbitraryScenario(), (scenario, other) => {
        const { id, title, summary, startDate, caveats } = other;
        const retold = { ...scenario, id, title, summary, startDate, caveats, provenance: {} };
        expect(contentHash(retold)).toBe(contentHash(scenario));
        expect(contentHash(reversed(scenario) as Scenario)).toBe(contentHash(scenario));
      }),
      { numRuns: 50 },
    );
  });

  it('changes with anything simulated', () => {
    const scenario = preset('baseline');
    const { world, thresholds, policy } = scenario;
    const changed: Scenario[] = [
      scenario,
      { ...scenario, scale: 'task-horizon' },
      { ...scenario, world: { ...world, growth: 3.7500000000000004 } },
      { ...scenario, world: { ...world, growth: { low: 3, mode: 3.75, high: 4 } } },
      { ...scenario, thresholds: thresholds.slice(0, 2) },
      { ...scenario, thresholds: [...thresholds].reverse() },
      { ...scenario, policy: { ...policy, response: { ...policy.response, recall: false } } },
      { ...scenario, report: { toleranceWeeks: 2 } },
    ];
    expect(new Set(changed.map(contentHash)).size).toBe(changed.length);
    expect(contentHash(scenario)).toMatch(/^[0-9a-f]{16}$/);
  });
});
