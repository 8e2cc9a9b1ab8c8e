import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginRun, simulateWeek } from '../../src/engine/kernel.gen';
import { Luck } from '../../src/engine/luck';
import { readingErrors, reportsOf } from '../../src/engine/reports';
import { seedKey } from '../../src/engine/seed';
import { simulateRun } from '../../src/engine/simulateRun';
import { Lab } from '../../src/model/lab';
import { compileSetup } from '../../src/model/setup';
import { preset } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';
import { changed } from '../app/chartFixtures';
import { eventfulScenario } from '../support/eventfulScenario';

interface Seen {
  readonly week: number;
  readonly value: number;
  readonly readings: readonly number[];
}

/** What stands in the lab after each week with a report, the last one where there are several. */
function seenInLab(scenario: Scenario, seed: string, run: number): Seen[] {
  const luck = new Luck(seedKey(seed));
  luck.setRun(run);
  const lab = new Lab(compileSetup(scenario), luck);
  const occupancy = new Int32Array((lab.setup.horizon + 1) * lab.stateCount);
  beginRun(lab, occupancy);
  const seen: Seen[] = [];
  let reports = 0;
  while (lab.week < lab.setup.horizon) {
    simulateWeek(lab, occupancy);
    if (lab.routineEvaluations + lab.releaseEvaluations === reports) continue;
    reports = lab.routineEvaluations + lab.releaseEvaluations;
    seen.push({ week: lab.week, value: lab.reportedValue, readings: [...lab.reading] });
  }
  return seen;
}

function lastOfEachWeek(scenario: Scenario, seed: string, run: number): Seen[] {
  const byWeek = new Map<number, Seen>();
  for (const { week, trueValue, readings } of reportsOf(simulateRun(scenario, seed, run))) {
    byWeek.set(week, { week, value: trueValue, readings: [...readings] });
  }
  return [...byWeek.values()];
}

describe('reports found again from a log', () => {
  test('are those that the lab acted on, to the last bit', () => {
    const baseline = preset('baseline');
    for (const run of [0, 1, 2, 3]) {
      expect(lastOfEachWeek(baseline, 'r', run)).toEqual(seenInLab(baseline, 'r', run));
    }
    let reports = 0;
    fc.assert(
      fc.property(eventfulScenario(), fc.nat(50), (scenario, run) => {
        const seen = seenInLab(scenario, 'r', run);
        reports += seen.length;
        expect(lastOfEachWeek(scenario, 'r', run)).toEqual(seen);
      }),
      { numRuns: 300, seed: 8 },
    );
    expect(reports).toBeGreaterThan(1000);
  });

  test('as many as the lab counts, each of one kind of model', () => {
    const trace = simulateRun(preset('baseline'), 'r', 5);
    const reports = reportsOf(trace);
    expect(reports.filter(({ model }) => model === 'internal')).toHaveLength(trace.lab.routineEvaluations);
    expect(reports.filter(({ model }) => model === 'candidate')).toHaveLength(trace.lab.releaseEvaluations);
  });

  test('are off by the sum of their errors, of the team that reads higher', () => {
    const scenario = changed('baseline', {
      assessorBias: '0.7',
      'accountability.thirdPartyEvaluation': 'yes',
    });
    const teams = new Set<boolean>();
    for (let run = 0; run < 20; run++) {
      const trace = simulateRun(scenario, 'errors', run);
      for (const report of reportsOf(trace)) {
        report.readings.forEach((reading, k) => {
          const { elicitation, bias, suite, chance } = readingErrors(trace, report, k);
          expect(elicitation + bias + suite + chance).toBeCloseTo(reading - report.trueValue, 12);
          expect(elicitation).toBe(-1);
          expect([0, -0.7]).toContain(bias);
          teams.add(bias === 0);
        });
      }
    }
    // Mostly the other team, which has no bias, but not always.
    expect(teams.size).toBe(2);
  });
});
