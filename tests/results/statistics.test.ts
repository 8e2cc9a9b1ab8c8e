import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EnsembleSimulator } from '../../src/engine/ensemble';
import { simulateRun, type RunTrace } from '../../src/engine/simulateRun';
import { regionStates } from '../../src/model/regions';
import { capabilityBands } from '../../src/results/bands';
import { quantileIds, quantileLevels, quantileOfCounts } from '../../src/results/quantile';
import { wilsonShare } from '../../src/results/share';
import { stateShares } from '../../src/results/stateShares';
import { summarise } from '../../src/results/summary';
import { preset } from '../../src/scenario/presets';

/** Type 7 of Hyndman and Fan, from its definition. */
function quantile(values: readonly number[], level: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * level;
  const below = Math.floor(position);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low + (position - below) * (high - low);
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('wilsonShare', () => {
  test('agrees with published values', () => {
    // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (score without continuity correction).
    const published: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ];
    for (const [count, runs, low, high] of published) {
      const share = wilsonShare(count, runs);
      expect(share.low).toBeCloseTo(low, 4);
      expect(share.high).toBeCloseTo(high, 4);
    }
  });

  test('its ends are the p at which the score statistic is z', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (runs, part) => {
          const count = Math.round(part * runs);
          const { share, low, high } = wilsonShare(count, runs);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          for (const end of [low, high]) {
            if (end === 0 || end === 1) continue;
            const z = Math.abs(share - end) / Math.sqrt((end * (1 - end)) / runs);
            expect(z).toBeCloseTo(1.959964, 4);
          }
        },
      ),
    );
  });

  test('refuses what is no share', () => {
    for (const [count, runs] of [
      [1, 0],
      [-1, 5],
      [6, 5],
      [NaN, 5],
    ] as const) {
      expect(() => wilsonShare(count, runs)).toThrow(RangeError);
    }
  });
});

test('quantiles of counts are those of the values', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 60 }), (values) => {
      const counts = new Int32Array(23);
      for (const value of values) counts[value + 1]!++;
      for (const id of quantileIds) {
        const level = quantileLevels[id];
        const found = quantileOfCounts(counts, 1, 22, values.length, level, (bin) => bin);
        expect(found).toBeCloseTo(quantile(values, level), 12);
      }
    }),
  );
  expect(() => quantileOfCounts(new Int32Array(3), 0, 3, 0, 0.5, (bin) => bin)).toThrow(RangeError);
});

test('the week of the first pause is summarised over the runs that pause', () => {
  const baseline = preset('baseline');
  const scenario = { ...baseline, world: { ...baseline.world, horizon: 60 } };
  const weeks = Array.from({ length: 200 }, (_, run) => simulateRun(scenario, 'pauses', run)).flatMap(
    (trace) => trace.weeks.find(({ states }) => states['training'] === 'paused')?.week ?? [],
  );
  expect(weeks.length).toBeGreaterThan(50);
  expect(weeks.length).toBeLessThan(150);
  const simulator = new EnsembleSimulator(scenario, 'pauses');
  const aggregate = simulator.newAggregate();
  simulator.simulate({ from: 0, to: 200 }, aggregate);
  const { firstPauseWeek } = summarise(aggregate, scenario, 'pauses');
  expect(firstPauseWeek.mean).toBeCloseTo(mean(weeks), 9);
  for (const id of quantileIds) {
    expect(firstPauseWeek[id]).toBeCloseTo(quantile(weeks, quantileLevels[id]), 9);
  }
});

describe('what is summarised of an ensemble is what its runs say one by one', () => {
  const scenario = preset('baseline');
  const runs = 300;
  const traces: RunTrace[] = Array.from({ length: runs }, (_, run) =>
    simulateRun(scenario, 'one by one', run),
  );
  const simulator = new EnsembleSimulator(scenario, 'one by one');
  const aggregate = simulator.newAggregate();
  simulator.simulate({ from: 0, to: runs }, aggregate);
  const summary = summarise(aggregate, scenario, 'one by one');

  test('outcomes and flags', () => {
    for (const [outcome, share] of Object.entries(summary.outcomes)) {
      expect(share.count).toBe(traces.filter((trace) => trace.outcome === outcome).length);
    }
    expect(Object.values(summary.outcomes).reduce((sum, { count }) => sum + count, 0)).toBe(runs);
    const someLevel = (column: Uint8Array): boolean => column.includes(1);
    const flags = {
      missedWarning: traces.filter(({ lab }) => someLevel(lab.missedWarning)),
      falseAlarm: traces.filter(({ lab }) => someLevel(lab.falseAlarm)),
      pauseAbandoned: traces.filter(({ events }) => events.some(({ to }) => to === 'abandoned')),
      recalled: traces.filter(({ events }) => events.some(({ guard }) => guard === 'mustRecall')),
      evaluationSkipped: traces.filter(({ events }) => events.some(({ guard }) => guard === 'dueButSkipped')),
      rivalFirst: traces.filter(({ weeks, lab }) =>
        weeks.some(
          ({ week, rival, capability }) =>
            week > 0 && lab.dangerPoint.some((danger) => rival >= danger && capability < danger),
        ),
      ),
    };
    for (const [flag, those] of Object.entries(flags)) {
      expect([flag, summary.flags[flag as keyof typeof flags].count]).toEqual([flag, those.length]);
    }
  });

  test('measures', () => {
    const weeksIn = (region: string, state: string) => (trace: RunTrace) =>
      trace.weeks.filter(({ week, states }) => week > 0 && states[region] === state).length;
    const byMeasure = {
      pausedWeeks: traces.map(weeksIn('training', 'paused')),
      suspendedWeeks: traces.map(weeksIn('internalUse', 'suspended')),
      withheldWeeks: traces.map(weeksIn('release', 'withheld')),
      rivalAheadWeeks: traces.map(
        ({ weeks }) => weeks.filter(({ week, rival, capability }) => week > 0 && rival > capability).length,
      ),
      releases: traces.map(({ lab }) => lab.deployedModel),
    };
    for (const [id, values] of Object.entries(byMeasure)) {
      const found = summary.measures[id as keyof typeof byMeasure];
      expect(found.mean).toBeCloseTo(mean(values), 9);
      for (const q of quantileIds) expect(found[q]).toBeCloseTo(quantile(values, quantileLevels[q]), 9);
    }
    const foregone = traces.map(({ lab }) => lab.unconstrainedCapability - lab.trueCapability);
    expect(summary.measures.foregoneDoublings.mean).toBeCloseTo(mean(foregone), 6);
    for (const q of quantileIds) {
      const error = summary.measures.foregoneDoublings[q]! - quantile(foregone, quantileLevels[q]);
      expect(Math.abs(error)).toBeLessThanOrEqual(1 / 512);
    }
  });

  test('levels', () => {
    summary.thresholds.forEach((level, k) => {
      const leads = traces.flatMap(({ lab }) =>
        lab.crossedWeek[k]! > 0 && lab.alertWeek[k]! > 0 ? [lab.crossedWeek[k]! - lab.alertWeek[k]!] : [],
      );
      const crossed = traces.filter(({ weeks }) => weeks.at(-1)!.states[`capability${k + 1}`] === 'crossed');
      expect(level.crossed.count).toBe(crossed.length);
      expect(level.warned.count).toBe(
        traces.filter(({ weeks }) => weeks.at(-1)!.states[`warning${k + 1}`] !== 'quiet').length,
      );
      expect(leads.length).toBeGreaterThan(20);
      expect(level.leadWeeks.mean).toBeCloseTo(mean(leads), 9);
      expect(level.leadWeeks.q05).toBeCloseTo(quantile(leads, 0.05), 9);
    });
  });

  test('bands lie within a bin of the exact quantiles', () => {
    const bands = capabilityBands(aggregate, simulator.setup);
    const bin = 1 / aggregate.capability.axis.binsPerDoubling;
    for (const week of [0, 1, 30, 130, 260]) {
      const at = traces.map(({ weeks }) => weeks[week]!);
      const live = at.filter(({ states }) => states['service'] === 'live');
      expect(bands.deployed.runs[week]).toBe(live.length);
      for (const q of quantileIds) {
        const level = quantileLevels[q];
        const exact = quantile(
          at.map(({ capability }) => capability),
          level,
        );
        expect(Math.abs(bands.capability.quantiles[q][week]! - exact)).toBeLessThanOrEqual(bin);
        expect(bands.rival.quantiles[q][week]).toBeCloseTo(at[0]!.rival, 9);
        if (live.length === 0) expect(bands.deployed.quantiles[q][week]).toBeNaN();
        else {
          const deployed = quantile(
            live.map(({ deployed: d }) => d!),
            level,
          );
          expect(Math.abs(bands.deployed.quantiles[q][week]! - deployed)).toBeLessThanOrEqual(bin);
        }
      }
    }
  });

  test('shares of states', () => {
    for (const week of [0, 1, 50, 200, 260]) {
      const share = (region: string, state: string): number =>
        traces.filter(({ weeks }) => weeks[week]!.states[region] === state).length / runs;
      const training = stateShares(aggregate, 'training');
      for (const state of regionStates.training) expect(training[state][week]).toBe(share('training', state));
      const security2 = stateShares(aggregate, 'protection', 2);
      for (const state of regionStates.protection) {
        expect(security2[state][week]).toBe(share('security2', state));
      }
      const warning3 = stateShares(aggregate, 'warning', 2);
      for (const state of regionStates.warning) expect(warning3[state][week]).toBe(share('warning3', state));
    }
  });
});
