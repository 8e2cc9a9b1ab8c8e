import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rows } from '../../src/engine/kernel.gen';
import type { LogEntry } from '../../src/model/evidence';
import { applySettings } from '../../src/scenario/applySettings';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { arbitraryScenario } from '../support/arbitraryScenario';
import { compareEngines } from '../support/compareEngines';
import { livelyScenario } from '../support/livelyScenario';

const anySeed = fc.string({ maxLength: 8 });
const anyRun = fc.nat(1_000_000);

/** A rival ahead, much pressure, slow protections: commitments are abandoned again and again, and restored by audits. */
function hardRace(): Scenario {
  const result = applySettings(
    preset('baseline'),
    Object.entries({
      horizon: '110',
      pressure: '8',
      rivalLead: '2',
      pausedGrowth: '1',
      't1.danger': '2',
      't2.danger': '4',
      't3.danger': '6',
      't1.limit': '2',
      't2.limit': '4',
      't3.limit': '6',
      't1.leadTime.deployment': '70',
      't2.leadTime.deployment': '70',
      'accountability.noticePeriod': '6',
      'accountability.auditInterval': '4',
      'accountability.auditPower': '0.2',
    }).map(([id, text]) => ({ id, text })),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.scenario;
}

describe('the kernel and the XState actor give the same states, numbers and events, week by week', () => {
  test.each(presetIds)('in %s', (id) => {
    for (const run of [0, 1, 2]) expect(compareEngines(preset(id), 'kernel', run).difference).toBeUndefined();
  });

  test('in random scenarios over the whole input ranges', () => {
    fc.assert(
      fc.property(arbitraryScenario({ maxHorizon: 60 }), anySeed, anyRun, (scenario, seed, run) => {
        expect(compareEngines(scenario, seed, run).difference).toBeUndefined();
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('in eventful scenarios, which between them take every row of the statechart', () => {
    const taken = new Set<string>();
    const name = ({
      event,
      region,
      from,
      to,
      guard,
    }: Pick<LogEntry, 'event' | 'region' | 'from' | 'to' | 'guard'>) =>
      `${region} ${from} -> ${to} on ${event} by ${String(guard)}`;
    const compare = (scenario: Scenario, seed: string, run: number): void => {
      const { difference, events } = compareEngines(scenario, seed, run);
      expect(difference).toBeUndefined();
      for (const event of events) taken.add(name(event));
    };
    fc.assert(fc.property(livelyScenario(70), anySeed, anyRun, compare), { numRuns: 200, seed: 2 });
    for (let run = 0; run < 30; run++) compare(hardRace(), 'race', run);
    const logged = rows.filter((row) => row.guard !== null || row.from !== row.to);
    expect(logged.map(name).filter((row) => !taken.has(row))).toEqual([]);
  });
});
