import { expect, test } from 'vitest';
import { inlineRunner } from '../../src/engine/inlineRunner';
import { simulateRun } from '../../src/engine/simulateRun';
import { compileSetup } from '../../src/model/setup';
import { capabilityBands } from '../../src/results/bands';
import { summarise } from '../../src/results/summary';
import { applySettings } from '../../src/scenario/applySettings';
import { preset } from '../../src/scenario/presets';
import type { Scenario } from '../../src/scenario/scenario';

function baselineWith(settings: Readonly<Record<string, string>>): Scenario {
  const list = Object.entries(settings).map(([id, text]) => ({ id, text }));
  const result = applySettings(preset('baseline'), list);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.scenario;
}

test('what no run has is null', async () => {
  const scenario = baselineWith({ growth: '0', growthVolatility: '0', 't1.limit': 'none' });
  const aggregate = await inlineRunner().run({ scenario, seed: '1', from: 0, to: 3 });
  const { thresholds, outcomes, firstPauseWeek } = summarise(aggregate, scenario, '1');
  const nothing = { mean: null, q05: null, q25: null, q50: null, q75: null, q95: null };
  expect(thresholds[0]?.leadWeeks).toEqual(nothing);
  expect(firstPauseWeek).toEqual(nothing);
  expect(outcomes['not-reached'].count).toBe(3);
});

test('the band of a rival that each run draws anew spans the rivals of the runs', async () => {
  const runs = 41;
  const scenario = baselineWith({ rivalGrowth: '2/4/9', horizon: '104' });
  const aggregate = await inlineRunner().run({ scenario, seed: 'rival', from: 0, to: runs });
  const { rival } = capabilityBands(aggregate, compileSetup(scenario));
  const traces = Array.from({ length: runs }, (_, run) => simulateRun(scenario, 'rival', run));
  const bin = 1 / aggregate.rival.axis.binsPerDoubling;
  for (const week of [0, 52, 104]) {
    const sorted = traces.map(({ weeks }) => weeks[week]!.rival).sort((a, b) => a - b);
    expect(rival.runs[week]).toBe(runs);
    // Of 41 runs these quantiles are runs themselves.
    expect(Math.abs(rival.quantiles.q05[week]! - sorted[2]!)).toBeLessThanOrEqual(bin);
    expect(Math.abs(rival.quantiles.q50[week]! - sorted[20]!)).toBeLessThanOrEqual(bin);
    expect(Math.abs(rival.quantiles.q95[week]! - sorted[38]!)).toBeLessThanOrEqual(bin);
  }
  expect(rival.quantiles.q95[104]! - rival.quantiles.q05[104]!).toBeGreaterThan(2);
});
