import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateShares } from '../../src/results/stateShares';
import { SIGMAS, chiSquareZ } from '../engine/luck/statistics';
import { simulateRun } from '../support/bundledEngine';
import { closedCaseRows, closedCaseText } from '../support/closedCases';
import { warningLaw, type WarningCase } from '../support/closedForm';
import { expectMean, expectMoments, expectShare } from '../support/expectations';
import { normalCdf } from '../support/normal';
import { quietScenario } from '../support/quietScenario';
import { simulated } from '../support/simulated';
import { onlyRun } from '../support/timeline';
import { warningScenario } from '../support/warningScenario';

const plain: WarningCase = {
  initialCapability: 0,
  growth: 4,
  interval: 13,
  duration: 0,
  repeats: 1,
  buffer: 1.5,
  danger: 6.03,
  limit: 6.03,
  gap: 0,
  bias: 0,
  noise: 0.5,
  suiteError: 0,
  thirdParty: false,
  leadTime: 10,
  horizon: 120,
};

describe('the law of the first warning', () => {
  test.each<[string, Partial<WarningCase>]>([
    ['duration', { duration: 5 }],
    ['longer than the interval', { interval: 4, duration: 9 }],
    ['repeats', { noise: 1, repeats: 9, gap: 0.7 }],
    ['suite', { suiteError: 0.6, gap: 0.5 }],
    ['suite alone', { suiteError: 0.8, noise: 0 }],
    ['bias', { bias: 1, gap: 0.5 }],
    ['third', { bias: 1, gap: 0.5, thirdParty: true }],
    ['both suites', { bias: 0.6, gap: 0.8, suiteError: 0.7, noise: 0.3, thirdParty: true, duration: 2 }],
    ['limit beyond', { limit: 7.03, buffer: 0.5, interval: 6 }],
  ])('is met with: %s', (id, changes) => {
    const rows = closedCaseRows(id, { ...plain, ...changes }, 20_000);
    expect(
      rows.filter(({ deviation }) => !(Math.abs(deviation) < SIGMAS)),
      closedCaseText(rows),
    ).toEqual([]);
  });

  test('holds in every week', () => {
    const warning = { ...plain, suiteError: 0.4, gap: 0.3 };
    const runs = 20_000;
    const { quiet } = stateShares(simulated(warningScenario(warning), runs), 'warning');
    const { alertedBy } = warningLaw(warning);
    for (let week = 0; week <= warning.horizon; week++) {
      expectShare(runs - Math.round(quiet[week]! * runs), runs, alertedBy[week]!);
    }
  });

  test('holds for any of several equal levels in domains of their own, given the phase of the calendar', () => {
    const runs = 20_000;
    const warning = { ...plain, gap: 1, noise: 0.8 };
    const { missedByPhase } = warningLaw(warning);
    for (const levels of [1, 2, 6]) {
      const one = warningScenario(warning);
      const scenario = {
        ...one,
        thresholds: Array.from({ length: levels }, (_, k) => ({
          ...one.thresholds[0]!,
          name: `Level ${k + 1}`,
          domain: `domain ${k + 1}`,
        })),
      };
      const exact = missedByPhase.reduce((sum, p) => sum + 1 - (1 - p) ** levels, 0) / warning.interval;
      expectShare(simulated(scenario, runs).flags.missedWarning, runs, exact);
    }
  });

  test('is one for all levels of a domain: they share the noise of an evaluation', () => {
    const one = warningScenario({ ...plain, gap: 1, noise: 0.8 });
    const level = one.thresholds[0]!;
    const scenario = {
      ...one,
      thresholds: [level, { ...level, name: 'again' }, { ...level, name: 'other', domain: 'other' }],
    };
    let differing = 0;
    let differingElsewhere = 0;
    simulated(scenario, 2000, (lab) => {
      if (lab.alertWeek[0] !== lab.alertWeek[1]) differing++;
      if (lab.alertWeek[0] !== lab.alertWeek[2]) differingElsewhere++;
    });
    expect(differing).toBe(0);
    expect(differingElsewhere).toBeGreaterThan(500);
  });
});

/** Weeks in which routine evaluations start. */
function startsOf(changes: Parameters<typeof quietScenario>[0]): number[] {
  const { events } = onlyRun(quietScenario(changes));
  return events.filter(({ guard }) => guard === 'evaluationDue').map(({ week }) => week);
}

describe('the routine calendar', () => {
  test('starts in any week of its interval with the same probability', () => {
    const interval = 26;
    const counts = new Float64Array(interval);
    let elsewhere = 0;
    const scenario = quietScenario({
      world: { horizon: 60 },
      policy: { evaluation: { interval } },
    });
    simulated(scenario, 26_000, (lab) => {
      // The last start at week 60 or before; the first one is one or two intervals earlier.
      const phase = ((lab.lastEvaluationStart - 1) % interval) + 1;
      counts[phase - 1]!++;
      if (lab.routineEvaluations !== Math.floor((60 - phase) / interval) + 1) elsewhere++;
    });
    expect(Math.abs(chiSquareZ(counts))).toBeLessThan(SIGMAS);
    expect(elsewhere).toBe(0);
  });

  test('never comes with interval 0', () => {
    expect(startsOf({ policy: { evaluation: { interval: 0 } } })).toEqual([]);
  });

  test('skips a due evaluation with the stated probability, until the next is due', () => {
    const skipped = new Float64Array(20_000);
    const counted = new Float64Array(20_000);
    const scenario = quietScenario({ world: { skipProbability: 0.2, horizon: 60 } });
    simulated(scenario, skipped.length, (lab, run) => {
      skipped[run] = lab.skippedEvaluations;
      counted[run] = lab.routineEvaluations;
    });
    expectMoments(skipped, 60 * 0.2, 60 * 0.2 * 0.8);
    expectMoments(counted, 60 * 0.8, 60 * 0.2 * 0.8);
  });

  test('keeps its weeks, skipped or not', () => {
    for (let run = 0; run < 20; run++) {
      const scenario = quietScenario({
        world: { skipProbability: 0.5, horizon: 100 },
        policy: { evaluation: { interval: 8 } },
      });
      const { events } = simulateRun(scenario, 'calendar', run);
      const due = events.filter(({ guard }) => guard === 'evaluationDue' || guard === 'dueButSkipped');
      const first = due[0]!.week;
      expect(first).toBeLessThanOrEqual(8);
      expect(due.map(({ week }) => week)).toEqual(due.map((_, n) => first + 8 * n));
      expect(due).toHaveLength(Math.floor((100 - first) / 8) + 1);
    }
  });

  test('waits for the running one: each starts an interval after the last, or when that reports', () => {
    const plan = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(plan, ([interval, duration]) => {
        const starts = startsOf({ world: { horizon: 100 }, policy: { evaluation: { interval, duration } } });
        const [first = NaN] = starts;
        expect(first).toBeGreaterThanOrEqual(1);
        expect(first).toBeLessThanOrEqual(interval);
        const step = Math.max(interval, duration);
        const expected = Array.from(
          { length: Math.floor((100 - first) / step) + 1 },
          (_, n) => first + n * step,
        );
        expect(starts).toEqual(expected);
      }),
      { numRuns: 100, seed: 41 },
    );
  });
});

describe('an evaluation by effective compute', () => {
  test('comes whenever expected growth since the last start reaches the multiple, however growth in fact went', () => {
    // log2 4 = 2 doublings at 3.9 a year, 0.075 a week: every 27 weeks (26 give 1.95).
    const world = { growth: 3.9, growthVolatility: 1, jumpShare: 0.5, jumpSize: 0.4 };
    const evaluation = { interval: 0, computeMultiple: 4 };
    expect(startsOf({ world, policy: { evaluation } })).toEqual([27, 54, 81, 108, 135, 162, 189]);
    // An evaluation that takes longer than that delays the next.
    expect(startsOf({ world, policy: { evaluation: { ...evaluation, duration: 30 } } })).toEqual([
      27, 57, 87, 117, 147, 177, 207,
    ]);
  });

  test('grows rarer while training is paused', () => {
    // Every 27 weeks; the report of week 27 pauses training, of whose growth a fifth goes on: 135 weeks more.
    const changes = {
      world: { growth: 3.9, pausedGrowth: 0.2 },
      thresholds: [{ danger: 9, limit: 2, leadTime: { security: null } }],
      policy: {
        evaluation: { interval: 0, computeMultiple: 4 },
        response: { training: 'pause' },
      },
    } as const;
    const [first, second, ...more] = startsOf(changes);
    expect(first).toBe(27);
    // 133.3 weeks at 0.015.
    expect(second).toBe(27 + 134);
    expect(more).toEqual([]);
  });

  test('and the calendar reset each other', () => {
    // Due by compute every 27 weeks, by calendar 20 weeks after any start: the calendar always comes first, unless
    // its phase is later than week 27, which it never is.
    const starts = startsOf({
      world: { growth: 3.9 },
      policy: { evaluation: { interval: 20, computeMultiple: 4 } },
    });
    const [first = NaN] = starts;
    expect(first).toBeLessThanOrEqual(20);
    expect(starts).toEqual(Array.from({ length: starts.length }, (_, n) => first + 20 * n));
    // With an interval of 40, compute comes first: the calendar counts at most once, at its phase.
    const rare = startsOf({
      world: { growth: 3.9 },
      policy: { evaluation: { interval: 40, computeMultiple: 4 } },
    });
    const gaps = rare.slice(1).map((week, n) => week - rare[n]!);
    expect(rare[0]).toBeLessThanOrEqual(27);
    expect(new Set(gaps)).toEqual(new Set([27]));
  });
});

describe('a reading', () => {
  test('has the errors of its team: one persistent, one independent of each evaluation and domain', () => {
    const runs = 20_000;
    const first = new Float64Array(runs);
    const second = new Float64Array(runs);
    const scenario = quietScenario({
      world: { elicitationGap: 1.2, assessorBias: 0.4, suiteError: 0.5, horizon: 26, growth: 0 },
      thresholds: [{}, {}],
      // One evaluation within the horizon, of a model that stands still.
      policy: { evaluation: { interval: 26, noise: 0.6, repeats: 4 } },
    });
    simulated(scenario, runs, (lab, run) => {
      first[run] = lab.reading[0]!;
      second[run] = lab.reading[1]!;
    });
    const [shared, own] = [0.5 ** 2, 0.6 ** 2 / 4];
    expectMoments(first, -1.6, shared + own);
    expectMoments(second, -1.6, shared + own);
    expectMoments(
      first.map((reading, run) => reading - second[run]!),
      0,
      2 * own,
    );
  });

  test('of two teams is the higher one', () => {
    const runs = 20_000;
    const readings = new Float64Array(runs);
    const scenario = quietScenario({
      world: { suiteError: 0.5, horizon: 26, growth: 0 },
      policy: { evaluation: { interval: 26, noise: 0.6 }, accountability: { thirdPartyEvaluation: true } },
    });
    simulated(scenario, runs, (lab, run) => (readings[run] = lab.reading[0]!));
    // The larger of two independent normals of sd σ: mean σ/√π, variance σ²(1 - 1/π).
    const variance = 0.5 ** 2 + 0.6 ** 2;
    expectMoments(readings, Math.sqrt(variance / Math.PI), variance * (1 - 1 / Math.PI));
  });

  test('is of the model as it was when the evaluation started', () => {
    const { events } = onlyRun(
      quietScenario({
        world: { growth: 5.2 },
        policy: { limits: { safetyBuffer: 2 }, evaluation: { interval: 1, duration: 7 } },
      }),
    );
    // Starts in weeks 1, 8, …, 57 and 64; the one of week 64 reads 6.4 and is the first past 6.03.
    const alert = events.find(({ guard }) => guard === 'readingAtAlert');
    expect(alert?.week).toBe(71);
    expect(alert?.numbers['reading']).toBeCloseTo(6.4, 10);
    expect(alert?.numbers['trueValue']).toBeCloseTo(6.4, 10);
  });
});

describe('warnings', () => {
  test('are false by the share of readings that noise alone lifts past the line', () => {
    // A model that stands still 0.5 below the line, read twice with an error of sd 0.4.
    const runs = 20_000;
    const scenario = quietScenario({
      world: { growth: 0, horizon: 26 },
      thresholds: [{ danger: 5, limit: 1.5 }],
      policy: { limits: { safetyBuffer: 1 }, evaluation: { interval: 13, noise: 0.4 } },
    });
    const { flags } = simulated(scenario, runs).thresholds[0]!;
    const silent = normalCdf(0.5 / 0.4);
    expectShare(flags.falseAlarm, runs, 1 - silent ** 2);
    expectShare(flags.warned, runs, 1 - silent ** 2);
    expect(flags.missedWarning).toBe(0);
  });

  test.each([1, 2])('come from candidates too, by %d teams', (teams) => {
    // No routine evaluation; a candidate every 10 weeks, of 4 weeks ago, assessed for 3.
    const runs = 20_000;
    const scenario = quietScenario({
      world: { growth: 5.2, releaseInterval: 10, releaseLag: 4, horizon: 90 },
      policy: {
        limits: { safetyBuffer: 2 },
        evaluation: { interval: 0, preDeployment: true, duration: 3, noise: 0.8 },
        accountability: { thirdPartyEvaluation: teams === 2 },
      },
    });
    // Danger is reached in week 81.
    let silent = 1;
    let missed = 1;
    let mean = 0;
    let squares = 0;
    for (let cut = 10; cut + 3 <= 90; cut += 10) {
      const quiet = normalCdf((6.03 - (0.1 * cut - 0.4)) / 0.8) ** teams;
      const first = silent * (1 - quiet);
      silent *= quiet;
      mean += first * (cut + 3);
      squares += first * (cut + 3) ** 2;
      if (cut + 3 <= 81) missed = silent;
    }
    let alerted = 0;
    let weekSum = 0;
    const aggregate = simulated(scenario, runs, (lab) => {
      if (lab.alertWeek[0]! === 0) return;
      alerted++;
      weekSum += lab.alertWeek[0]!;
    });
    expectShare(aggregate.thresholds[0]!.flags.missedWarning, runs, missed);
    expectShare(alerted, runs, 1 - silent);
    const weight = 1 - silent;
    expectMean(weekSum / alerted, alerted, mean / weight, squares / weight - (mean / weight) ** 2);
  });
});
