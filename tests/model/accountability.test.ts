import { describe, expect, test } from 'vitest';
import { stateShares } from '../../src/results/stateShares';
import type { Policy, Scenario, World } from '../../src/scenario/scenario';
import { expectMean, expectMoments, expectShare } from '../support/expectations';
import { momentsOf } from '../support/estimates';
import { changed, withPolicy, type Changes } from '../support/changes';
import { quietScenario } from '../support/quietScenario';
import { simulateRun } from '../support/bundledEngine';
import { simulated } from '../support/simulated';
import { onlyRun, weeks, weeksIn } from '../support/timeline';

const RUNS = 20_000;

/**
 * Past its only limit from week 1 on, paused at once, without a known way to build what it needs. The rival leads by
 * 1 + 0.05·t; a pause slows nothing, so that this holds whatever the lab does.
 */
function constrained(
  accountability: Changes<Policy['accountability']> = {},
  world: Changes<World> = {},
): Scenario {
  return quietScenario({
    world: {
      growth: 5.2,
      pausedGrowth: 1,
      rivalLead: 1,
      rivalGrowth: 7.8,
      pressure: 0.4,
      horizon: 60,
      ...world,
    },
    thresholds: [{ danger: 50, limit: -1, leadTime: { security: null, deployment: null } }],
    policy: { response: { training: 'pause' }, accountability: changed(plain, accountability) },
  });
}

const plain: Policy['accountability'] = {
  thirdPartyEvaluation: false,
  auditInterval: 0,
  auditPower: 0,
  noticePeriod: 0,
  oversightVeto: 0,
};

/** Hazard of an attempt in a week of the constrained lab. */
function hazard(week: number, pressure = 0.4): number {
  return (pressure * Math.max(0, 1 + 0.05 * week)) / 52;
}

/** P(no attempt in weeks 1 … t). */
function noAttempt(week: number, pressure = 0.4): number {
  let sum = 0;
  for (let t = 1; t <= week; t++) sum += hazard(t, pressure);
  return Math.exp(-sum);
}

describe('abandoning a commitment', () => {
  test('comes by week t with probability 1 - exp(-∑ pressure · rival lead / 52), from the first paused week on', () => {
    const paused = new Float64Array(RUNS);
    const aggregate = simulated(constrained(), RUNS, (lab, run) => (paused[run] = lab.pausedWeeks));
    const { abandoned, committed } = stateShares(aggregate, 'oversight');
    for (const week of [1, 2, 3, 10, 30, 60]) {
      expectShare(Math.round(abandoned[week]! * RUNS), RUNS, 1 - noAttempt(week));
      expect(abandoned[week]! + committed[week]!).toBeCloseTo(1, 12);
    }
    // Training goes on from the week after.
    let mean = 0;
    for (let week = 1; week <= 60; week++) mean += noAttempt(week - 1);
    let squares = 0;
    for (let week = 1; week <= 60; week++) squares += (2 * week - 1) * noAttempt(week - 1);
    expectMoments(paused, mean, squares - mean * mean);
    expectShare(aggregate.flags.pauseAbandoned, RUNS, 1 - noAttempt(60));
  });

  test('is never attempted while the rival is behind, without pressure, or unconstrained', () => {
    // The rival comes level in week 40.4.
    const late = constrained({}, { rivalLead: -2.02, pressure: 10 });
    const { abandoned } = stateShares(simulated(late, 2000), 'oversight');
    expect(abandoned[40]).toBe(0);
    expect(abandoned[60]).toBeGreaterThan(0.5);
    for (const scenario of [
      constrained({}, { pressure: 0 }),
      constrained({}, { pressure: 10, initialCapability: -20 }),
    ]) {
      expect(simulated(scenario, 2000).flags.pauseAbandoned).toBe(0);
    }
  });

  test('takes effect when the notice is over', () => {
    const noticePeriod = 7;
    const { notice, abandoned } = stateShares(simulated(constrained({ noticePeriod }), RUNS), 'oversight');
    for (const week of [1, 6, 7, 8, 9, 30, 60]) {
      const announced = 1 - noAttempt(week);
      const over = 1 - noAttempt(Math.max(0, week - noticePeriod));
      expectShare(Math.round(abandoned[week]! * RUNS), RUNS, over);
      expectShare(Math.round(notice[week]! * RUNS), RUNS, announced - over);
    }
  });

  test('is dropped when the notice outlasts the constraint', () => {
    // Security and safeguards are there in week 31, when the pause ends: a notice of week 22 is over in week 30,
    // that of week 23 only in week 31.
    const pressure = 1.5;
    const scenario = constrained({ noticePeriod: 8 }, { pressure });
    const built: Scenario = {
      ...scenario,
      thresholds: [{ ...scenario.thresholds[0]!, leadTime: { security: 30, deployment: 30 } }],
    };
    const aggregate = simulated(built, RUNS);
    const { notice, abandoned } = stateShares(aggregate, 'oversight');
    expectShare(aggregate.flags.pauseAbandoned, RUNS, 1 - noAttempt(22, pressure));
    expectShare(Math.round(notice[30]! * RUNS), RUNS, noAttempt(22, pressure) - noAttempt(30, pressure));
    expect(notice[31]).toBe(0);
    expectShare(Math.round(abandoned[60]! * RUNS), RUNS, 1 - noAttempt(22, pressure));
  });

  test('is blocked by a veto, each attempt by itself', () => {
    const vetoes = new Float64Array(RUNS);
    const oversightVeto = 0.6;
    const scenario = constrained({ oversightVeto }, { pressure: 2 });
    const { abandoned } = stateShares(
      simulated(scenario, RUNS, (lab, run) => (vetoes[run] = lab.vetoed)),
      'oversight',
    );
    let committed = 1;
    let mean = 0;
    for (let week = 1; week <= 60; week++) {
      const attempt = 1 - Math.exp(-hazard(week, 2));
      mean += committed * attempt * oversightVeto;
      committed *= 1 - attempt * (1 - oversightVeto);
      if ([1, 5, 20, 60].includes(week)) {
        expectShare(Math.round(abandoned[week]! * RUNS), RUNS, 1 - committed);
      }
    }
    expectMean(momentsOf(vetoes).mean, RUNS, mean, momentsOf(vetoes).variance);
  });

  test('cannot happen where every attempt is vetoed', () => {
    expect(simulated(constrained({ oversightVeto: 1 }, { pressure: 10 }), 2000).flags.pauseAbandoned).toBe(0);
  });

  test.each([
    { security: 20, deployment: 10 },
    { security: 10, deployment: 20 },
  ])('exempts both gates of the level, until both its protections are there: %o', (leadTime) => {
    // Paused and suspended from week 3 on, by week 20 if nobody gives in.
    const scenario = quietScenario({
      world: { growth: 5.2, initialCapability: -20, rivalLead: 20, pressure: 0.3, horizon: 40 },
      thresholds: [{ danger: 50, limit: -19.95, leadTime }],
      policy: { response: { training: 'pause', internalUse: 'suspend', delay: 2 } },
    });
    const abandonedIn = new Set<number>();
    for (let run = 0; run < 100; run++) {
      const trace = simulateRun(scenario, 'exempt', run);
      const abandoned = weeksIn(trace, 'oversight', 'abandoned');
      const week = abandoned[0] ?? 99;
      abandonedIn.add(week);
      expect(abandoned).toEqual(weeks(week, 40));
      expect(weeksIn(trace, 'training', 'paused')).toEqual(weeks(3, Math.min(week, leadTime.security)));
      expect(weeksIn(trace, 'internalUse', 'suspended')).toEqual(
        weeks(3, Math.min(week, leadTime.deployment)),
      );
      expect(trace.lab.exempt & 1).toBe(0);
      expect(trace.lab.abandoned).toBe(week === 99 ? 0 : 1);
    }
    // Before either protection is there, and after one is.
    expect(Math.min(...abandonedIn)).toBe(3);
    expect([...abandonedIn].some((week) => week > 11 && week < 21)).toBe(true);
  });

  test('exempts only the levels that bind', () => {
    // The second level alerts in week 30, long after most have abandoned the first.
    const scenario = constrained({}, { pressure: 3 });
    const [level] = scenario.thresholds;
    const later = { ...level!, name: 'later', limit: 2.95 };
    let early = 0;
    for (let run = 0; run < 100; run++) {
      const trace = simulateRun({ ...scenario, thresholds: [level!, later] }, 'levels', run);
      if (trace.weeks[29]!.states['training'] === 'active') early++;
      expect(trace.weeks[30]!.states['training']).toBe('paused');
    }
    expect(early).toBeGreaterThan(50);
  });

  test('is as likely for a lab that is only suspended', () => {
    const response = { training: 'continue', internalUse: 'suspend' } as const;
    const scenario = withPolicy(constrained(), { response });
    const { suspended } = stateShares(simulated(scenario, RUNS), 'internalUse');
    for (const week of [1, 2, 10, 60]) {
      expectShare(Math.round(suspended[week]! * RUNS), RUNS, noAttempt(week - 1));
    }
  });

  test('is as likely for a lab that only withholds, and releases in the same week', () => {
    // The first candidate is withheld in week 1, after that week's chance of an attempt.
    const response = { training: 'continue', release: 'withhold' } as const;
    const scenario = withPolicy(constrained({}, { releaseInterval: 1 }), { response });
    const { withheld } = stateShares(simulated(scenario, RUNS), 'release');
    for (const week of [1, 2, 10, 60]) {
      expectShare(Math.round(withheld[week]! * RUNS), RUNS, noAttempt(week) / noAttempt(1));
    }
  });

  test('is as likely for a lab that has only recalled its model, which comes back the week after', () => {
    // Released in week 31, past the limit, and recalled in week 32.
    const response = { training: 'continue', recall: true } as const;
    const scenario = withPolicy(constrained({}, { releaseInterval: 31, horizon: 61 }), { response });
    const { withdrawn } = stateShares(simulated(scenario, RUNS), 'service');
    for (const week of [32, 33, 40, 61]) {
      expectShare(Math.round(withdrawn[week]! * RUNS), RUNS, noAttempt(week - 1) / noAttempt(31));
    }
  });
});

describe('audits', () => {
  test('find a failing protection with their power, each by itself', () => {
    const [auditInterval, auditPower] = [5, 0.3];
    const scenario = quietScenario({
      // Inadequate in week 10; half of the work, 50 weeks at a pace of 10, takes 5 weeks more.
      world: { inadequacy: 1, horizon: 26 },
      thresholds: [{ leadTime: { security: 100, deployment: 200 } }],
      policy: {
        protections: { preparationMargin: null, buildSpeed: 10 },
        accountability: { auditInterval, auditPower },
      },
    });
    const findings = new Float64Array(RUNS);
    const aggregate = simulated(scenario, RUNS, (lab, run) => (findings[run] = lab.auditFindings));
    const { failing } = stateShares(aggregate, 'protection', 0);
    // An audit in week 10 sees what failed in week 10. Found then, it is failing again in week 15, and seen again.
    expect(failing[9]).toBe(0);
    expectShare(Math.round(failing[10]! * RUNS), RUNS, 1 - auditPower);
    expectShare(Math.round(failing[14]! * RUNS), RUNS, 1 - auditPower);
    expectShare(Math.round(failing[15]! * RUNS), RUNS, 1 - auditPower);
    // The safeguards, failing from week 20 on, are seen once by week 24; a rework of 10 weeks outlasts the horizon.
    const { failing: safeguards } = stateShares(aggregate, 'protection', 1);
    expectShare(Math.round(safeguards[20]! * RUNS), RUNS, 1 - auditPower);
    expectShare(Math.round(safeguards[25]! * RUNS), RUNS, (1 - auditPower) ** 2);
    // Four chances for security, in weeks 10, 15, 20 and 25; two for the safeguards, the second only if the first failed.
    const found = 1 - (1 - auditPower) ** 2;
    const variance = 4 * auditPower * (1 - auditPower) + found * (1 - found);
    expectMoments(findings, 4 * auditPower + found, variance);
  });

  test('revoke exemptions, after which the lab is constrained again', () => {
    const [auditInterval, auditPower, pressure] = [4, 0.5, 3];
    const aggregate = simulated(constrained({ auditInterval, auditPower }, { pressure }), RUNS);
    const { abandoned } = stateShares(aggregate, 'oversight');
    const { paused } = stateShares(aggregate, 'training');
    let share = 0;
    for (let week = 1; week <= 60; week++) {
      const before = share;
      share += (1 - share) * (1 - Math.exp(-hazard(week, pressure)));
      if (week % auditInterval === 0) share *= 1 - auditPower;
      expectShare(Math.round(abandoned[week]! * RUNS), RUNS, share);
      // Who was not exempt at the end of the week before is paused in this one.
      expectShare(Math.round(paused[week]! * RUNS), RUNS, 1 - before);
    }
  });

  test.each([0, 6])(
    'revoke them whatever became of the lab since, with a notice of %d weeks',
    (noticePeriod) => {
      // The first level is abandoned early in most runs; the second alerts in week 30; an audit finds all in week 35.
      const scenario = constrained(
        { noticePeriod, auditInterval: 35, auditPower: 1 },
        { pressure: 3, horizon: 40 },
      );
      const [level] = scenario.thresholds;
      const later = { ...level!, name: 'later', limit: 2.95 };
      const before = new Set<string>();
      for (let run = 0; run < 100; run++) {
        const { weeks: records, lab } = simulateRun(
          { ...scenario, thresholds: [level!, later] },
          'audit',
          run,
        );
        const [stateBefore, stateAfter] = [34, 35].map((week) => records[week]!.states['oversight']!);
        const exempt = records.some(({ week, states }) => week < 30 && states['oversight'] === 'abandoned');
        if (!exempt) continue;
        before.add(stateBefore!);
        expect(stateAfter).toBe('committed');
        expect(lab.auditFindings).toBe(1);
      }
      expect([...before].sort()).toEqual(
        noticePeriod === 0 ? ['abandoned', 'committed'] : ['committed', 'notice'],
      );
    },
  );

  test('order an evaluation that is overdue, which then starts and cannot be skipped', () => {
    // All due ones are skipped. Overdue from 1.5 · 8 = 12 weeks after the last start on; audits every 5 weeks.
    const { events, lab } = onlyRun(
      quietScenario({
        world: { skipProbability: 1, horizon: 50 },
        policy: {
          evaluation: { interval: 8, duration: 2 },
          accountability: { auditInterval: 5, auditPower: 1 },
        },
      }),
    );
    const weeksOf = (guard: string): number[] =>
      events.filter((event) => event.guard === guard).map(({ week }) => week);
    expect(weeksOf('auditFindsOverdue')).toEqual([15, 30, 45]);
    expect(weeksOf('evaluationIsOrdered')).toEqual([16, 31, 46]);
    expect(weeksOf('evaluationOver')).toEqual([18, 33, 48]);
    expect(weeksOf('evaluationDue')).toEqual([]);
    expect(lab.auditFindings).toBe(3);
    expect(lab.routineEvaluations).toBe(3);
    // Also where the ordered one is due by the calendar as well, and would be skipped.
    const { events: weekly } = onlyRun(
      quietScenario({
        world: { skipProbability: 1, horizon: 26 },
        policy: { accountability: { auditInterval: 5, auditPower: 1 } },
      }),
    );
    const started = weekly.filter(({ guard }) => guard === 'evaluationIsOrdered').map(({ week }) => week);
    expect(started).toEqual([6, 11, 16, 21, 26]);
  });

  test('order nothing while an evaluation runs, by power 0, or without a calendar', () => {
    const audits = { auditInterval: 1, auditPower: 1 };
    const running = quietScenario({
      policy: { evaluation: { interval: 4, duration: 30 }, accountability: audits },
    });
    expect(onlyRun(running).lab.auditFindings).toBe(0);
    const blind = quietScenario({
      world: { skipProbability: 1 },
      policy: { evaluation: { interval: 4 }, accountability: { auditInterval: 1, auditPower: 0 } },
    });
    expect(onlyRun(blind).lab.auditFindings).toBe(0);
    const byCompute = quietScenario({
      world: { skipProbability: 1 },
      policy: { evaluation: { interval: 0, computeMultiple: 2 }, accountability: audits },
    });
    expect(onlyRun(byCompute).lab.auditFindings).toBe(0);
  });
});
