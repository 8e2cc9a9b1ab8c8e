import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateShares } from '../../src/results/stateShares';
import { SIGMAS, correlationZ } from '../engine/luck/statistics';
import { expectShare } from '../support/expectations';
import { normalCdf } from '../support/normal';
import { quietScenario, type QuietChanges } from '../support/quietScenario';
import { simulated } from '../support/simulated';
import { changesOf, onlyRun, weeks, weeksIn } from '../support/timeline';

const SECURITY = 0;
const DEPLOYMENT = 1;

/** Protections of one level that are built from the start on; nothing else matters. */
function fromTheStart(
  leadTime: { security: number; deployment: number },
  world: QuietChanges['world'] = {},
  buildSpeed = 1,
): ReturnType<typeof quietScenario> {
  return quietScenario({
    world,
    thresholds: [{ leadTime }],
    policy: { protections: { preparationMargin: null, buildSpeed } },
  });
}

describe('work on a protection', () => {
  test('takes as many weeks as its work over its pace, rounded up, and at least one', () => {
    // Multiples of 1/8 leave nothing to rounding.
    const pace = fc.integer({ min: 1, max: 80 }).map((eighths) => eighths / 8);
    const work = fc.nat(200);
    fc.assert(
      fc.property(work, work, pace, (security, deployment, buildSpeed) => {
        const trace = onlyRun(fromTheStart({ security, deployment }, { horizon: 208 }, buildSpeed));
        const finish = (lead: number): number => Math.max(1, Math.ceil(lead / buildSpeed));
        expect(weeksIn(trace, 'security1', 'building')).toEqual(
          weeks(0, Math.min(finish(security) - 1, 208)),
        );
        expect(weeksIn(trace, 'security1', 'working')).toEqual(weeks(finish(security), 208));
        expect(weeksIn(trace, 'deployment1', 'working')).toEqual(weeks(finish(deployment), 208));
      }),
      { numRuns: 200, seed: 31 },
    );
  });

  test('goes on faster in the weeks after a pause began', () => {
    // Growth 0.1 a week: alert, building and pause in week 41, pace 0.5 before and 0.5 · 3 = 1.5 from week 42 on.
    const trace = onlyRun(
      quietScenario({
        world: { growth: 5.2, pausedGrowth: 1 },
        thresholds: [{ danger: 5.03, limit: 5.03, leadTime: { security: 30, deployment: 40 } }],
        policy: {
          limits: { safetyBuffer: 1 },
          protections: { preparationMargin: 2, buildSpeed: 0.5 },
          response: { training: 'pause', pauseSpeedup: 3 },
        },
      }),
    );
    // Preparing from week 21 (2.1 ≥ 5.03 - 1 - 2): by week 41 20 · 0.5 = 10 of the work are done. Security needs 20
    // more, 14 weeks at 1.5, and is there in week 55, when the pause ends; the safeguards need 30 more, of which 21
    // are done by week 55, and 18 weeks at 0.5 for the rest.
    expect(changesOf(trace)).toEqual([
      '21 security1: absent → building',
      '21 deployment1: absent → building',
      '41 training: active → paused',
      '41 warning1: quiet → alert',
      '51 capability1: below → crossed',
      '51 warning1: alert → reached',
      '55 training: paused → active',
      '55 security1: building → working',
      '73 deployment1: building → working',
    ]);
  });

  test('is spread lognormally about its median', () => {
    const runs = 20_000;
    const leadTimeSpread = 0.6;
    const scenario = fromTheStart({ security: 40, deployment: 17 }, { leadTimeSpread, horizon: 150 }, 1.25);
    const works = [new Float64Array(runs), new Float64Array(runs)] as const;
    const aggregate = simulated(scenario, runs, (lab, run) => {
      works[SECURITY][run] = Math.log(lab.work[SECURITY]! / 40);
      works[DEPLOYMENT][run] = Math.log(lab.work[DEPLOYMENT]! / 17);
    });
    // Each by a draw of its own.
    const [security, safeguards] = works;
    const correlation = correlationZ(
      (run) => security[run]!,
      (run) => safeguards[run]!,
      runs,
      0,
      leadTimeSpread,
    );
    expect(Math.abs(correlation)).toBeLessThan(SIGMAS);
    for (const [kind, lead] of [
      [SECURITY, 40],
      [DEPLOYMENT, 17],
    ] as const) {
      const working = stateShares(aggregate, 'protection', kind).working;
      for (const week of [5, 10, 20, 40, 80, 150]) {
        const exact = normalCdf(Math.log((week * 1.25) / lead) / leadTimeSpread);
        expectShare(Math.round(working[week]! * runs), runs, exact);
      }
    }
  });

  test('proves inadequate, unseen, with the stated probability, each protection by itself', () => {
    const runs = 20_000;
    let both = 0;
    const aggregate = simulated(
      fromTheStart({ security: 10, deployment: 20 }, { inadequacy: 0.3, horizon: 26 }),
      runs,
      (lab) => {
        if (lab.protection[SECURITY] === 3 && lab.protection[DEPLOYMENT] === 3) both++;
      },
    );
    const security = stateShares(aggregate, 'protection', SECURITY);
    const safeguards = stateShares(aggregate, 'protection', DEPLOYMENT);
    expect(security.failing[9]).toBe(0);
    expectShare(Math.round(security.failing[10]! * runs), runs, 0.3);
    expectShare(Math.round(security.working[10]! * runs), runs, 0.7);
    expectShare(Math.round(safeguards.failing[20]! * runs), runs, 0.3);
    expectShare(both, runs, 0.09);
  });
});

describe('a protection in place', () => {
  test('lapses after a geometric time', () => {
    const runs = 10_000;
    const scenario = quietScenario({ world: { lapseRate: 1.3 }, thresholds: [{ protectedAtStart: true }] });
    const { working, failing } = stateShares(simulated(scenario, runs), 'protection', SECURITY);
    for (const week of [1, 2, 10, 40, 100, 208]) {
      expectShare(Math.round(working[week]! * runs), runs, (1 - 1.3 / 52) ** week);
      expect(failing[week]! + working[week]!).toBeCloseTo(1, 12);
    }
  });

  test('that fails is found out after a geometric time, not in the week in which it fails', () => {
    const runs = 20_000;
    const world = { inadequacy: 1, discoveryRate: 5.2, horizon: 60 };
    // Inadequate in week 20; a rework of 100 at a pace of 10 takes 10 weeks.
    const { failing, rework } = stateShares(
      simulated(fromTheStart({ security: 200, deployment: 0 }, world, 10), runs),
      'protection',
      SECURITY,
    );
    expect(failing[20]).toBe(1);
    for (const week of [21, 22, 25, 30]) {
      expectShare(Math.round(failing[week]! * runs), runs, 0.9 ** (week - 20));
      expectShare(Math.round(rework[week]! * runs), runs, 1 - 0.9 ** (week - 20));
    }
    // In week 31 the first reworks are done, inadequate again.
    expectShare(Math.round(failing[31]! * runs), runs, 0.9 ** 11 + 0.1);
  });

  test('is working, failing and in rework in the shares of a renewal process, week by week and in the long run', () => {
    const runs = 10_000;
    const [lapse, discovery, inadequacy, reworkWeeks] = [2.6 / 52, 5.2 / 52, 0.25, 8];
    const scenario = quietScenario({
      world: { lapseRate: 2.6, discoveryRate: 5.2, inadequacy, horizon: 400 },
      thresholds: [{ protectedAtStart: true, leadTime: { security: 2 * reworkWeeks, deployment: 0 } }],
    });
    const shares = stateShares(simulated(scenario, runs), 'protection', SECURITY);
    // The whole law: the chance of each state, rework by the weeks it still takes.
    let working = 1;
    let failing = 0;
    const rework = new Float64Array(reworkWeeks + 1);
    for (let week = 1; week <= 400; week++) {
      const done = rework[1]!;
      rework.copyWithin(1, 2);
      rework[reworkWeeks] = failing * discovery;
      const nextFailing = failing * (1 - discovery) + working * lapse + done * inadequacy;
      working = working * (1 - lapse) + done * (1 - inadequacy);
      failing = nextFailing;
      if (![1, 5, 9, 10, 20, 50, 100, 200, 400].includes(week)) continue;
      expectShare(Math.round(shares.working[week]! * runs), runs, working);
      expectShare(Math.round(shares.failing[week]! * runs), runs, failing);
      expectShare(Math.round(shares.rework[week]! * runs), runs, 1 - working - failing);
    }
    // In the long run: as long as each state lasts on average, and as often as it is entered.
    const timeWorking = 1 / lapse;
    const timeFailing = 1 / discovery / (1 - inadequacy);
    const timeInRework = reworkWeeks / (1 - inadequacy);
    const cycle = timeWorking + timeFailing + timeInRework;
    expect(working).toBeCloseTo(timeWorking / cycle, 6);
    expectShare(Math.round(shares.working[400]! * runs), runs, timeWorking / cycle);
  });
});
