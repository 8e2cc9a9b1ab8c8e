import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy, Scenario, Threshold, World } from '../../src/scenario/scenario';
import { changed, type Changes } from '../support/changes';
import { quietScenario } from '../support/quietScenario';
import { changesOf, onlyRun, weeks, weeksIn } from '../support/timeline';

/**
 * Growth of 0.1 a week that a pause does not slow, evaluated without error every week: alert in week 41, limit reached
 * and danger crossed in week 61; security takes 30 weeks, the use safeguards 10.
 */
function steady(
  policy: Changes<Policy>,
  world: Changes<World> = {},
  thresholds: readonly Changes<Threshold>[] = [{}],
): Scenario {
  const level = { danger: 6.03, limit: 6.03, leadTime: { security: 30, deployment: 10 } };
  const base: Changes<Policy> = {
    limits: { safetyBuffer: 2 },
    response: { training: 'pause', internalUse: 'suspend' },
  };
  return quietScenario({
    world: { growth: 5.2, pausedGrowth: 1, horizon: 120, ...world },
    thresholds: thresholds.map((each) => changed(level as Threshold, each)),
    policy: changed(base as Policy, policy),
  });
}

const ALERT = 41;
const REACHED = 61;

describe('the time from need to action', () => {
  test.each([0, 1, 2, 9])('is %d weeks, of deciding', (delay) => {
    const trace = onlyRun(steady({ response: { delay } }));
    const act = ALERT + delay;
    expect(weeksIn(trace, 'training', 'deciding')).toEqual(weeks(ALERT, act - 1));
    // Building starts in week 41: security is there in week 71, the use safeguards in week 51.
    expect(weeksIn(trace, 'training', 'paused')).toEqual(weeks(act, 70));
    expect(weeksIn(trace, 'internalUse', 'deciding')).toEqual(weeks(ALERT, act - 1));
    expect(weeksIn(trace, 'internalUse', 'suspended')).toEqual(weeks(act, 50));
    expect(trace.lab.pauses).toBe(1);
    expect(trace.lab.pausedWeeks).toBe(71 - act);
    expect(trace.lab.suspendedWeeks).toBe(51 - act);
  });

  test('ends a decision that is no longer needed, in the very week it would take effect', () => {
    const trace = onlyRun(steady({ response: { delay: 10 } }));
    expect(weeksIn(trace, 'internalUse', 'deciding')).toEqual(weeks(ALERT, 50));
    expect(weeksIn(trace, 'internalUse', 'suspended')).toEqual([]);
    const later = onlyRun(steady({ response: { delay: 30 } }));
    expect(weeksIn(later, 'training', 'paused')).toEqual([]);
    expect(later.lab.pauses).toBe(0);
  });
});

describe('what triggers a response', () => {
  test('is the alert under act, the limit itself under prepare', () => {
    const act = onlyRun(steady({ limits: { atAlert: 'act' } }));
    expect(weeksIn(act, 'training', 'paused')).toEqual(weeks(ALERT, 70));
    const prepare = onlyRun(steady({ limits: { atAlert: 'prepare' } }));
    expect(weeksIn(prepare, 'warning1', 'alert')).toEqual(weeks(ALERT, REACHED - 1));
    expect(weeksIn(prepare, 'training', 'paused')).toEqual(weeks(REACHED, 70));
    // The use safeguards are there before the limit.
    expect(weeksIn(prepare, 'internalUse', 'suspended')).toEqual([]);
  });

  test('is a level that gates it', () => {
    const gates = { training: false, internalUse: true, release: true };
    const noPause = onlyRun(steady({}, {}, [{ gates }]));
    expect(weeksIn(noPause, 'training', 'paused')).toEqual([]);
    expect(weeksIn(noPause, 'internalUse', 'suspended')).toEqual(weeks(ALERT, 50));
    const noSuspension = onlyRun(
      steady({}, {}, [{ gates: { training: true, internalUse: false, release: true } }]),
    );
    expect(weeksIn(noSuspension, 'training', 'paused')).toEqual(weeks(ALERT, 70));
    expect(weeksIn(noSuspension, 'internalUse', 'suspended')).toEqual([]);
  });

  test('is a level that the policy names', () => {
    const trace = onlyRun(steady({}, {}, [{ limit: null }]));
    expect(changesOf(trace)).toEqual(['61 capability1: below → crossed']);
  });

  test('is any level: a pause lasts until the last one is secured', () => {
    const trace = onlyRun(
      steady({}, {}, [
        { name: 'one', leadTime: { security: 30 } },
        { name: 'two', danger: 8.03, limit: 8.03, leadTime: { security: 25 } },
      ]),
    );
    // Secured in weeks 41 + 30 = 71 and 61 + 25 = 86.
    expect(weeksIn(trace, 'training', 'paused')).toEqual(weeks(ALERT, 85));
    expect(trace.lab.pauses).toBe(1);
  });

  test('nothing, where protections are in place from the start', () => {
    const trace = onlyRun(steady({}, {}, [{ protectedAtStart: true }]));
    expect(changesOf(trace)).toEqual([
      '41 warning1: quiet → alert',
      '61 capability1: below → crossed',
      '61 warning1: alert → reached',
    ]);
  });
});

describe('the longest pause', () => {
  test('ends a pause after so many weeks, of which it has had its last', () => {
    const plan = fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(plan, ([delay, maxPause]) => {
        const trace = onlyRun(steady({ response: { delay, maxPause } }));
        const from = ALERT + delay;
        expect(weeksIn(trace, 'training', 'paused')).toEqual(weeks(from, Math.min(from + maxPause, 71) - 1));
        expect(trace.lab.pauses).toBe(1);
        // Suspensions have no maximum.
        expect(weeksIn(trace, 'internalUse', 'suspended')).toEqual(weeks(from, 50));
      }),
      { numRuns: 60, seed: 51 },
    );
  });

  test('is spent for the levels that lacked security, until they have it; another level pauses anew', () => {
    const trace = onlyRun(
      steady({ response: { maxPause: 6 } }, {}, [
        { name: 'one' },
        { name: 'two', danger: 8.03, limit: 8.03 },
      ]),
    );
    expect(weeksIn(trace, 'training', 'paused')).toEqual([...weeks(41, 46), ...weeks(61, 66)]);
    expect(trace.lab.pauses).toBe(2);
  });

  test('starts anew for a level whose security, once there, is missing again', () => {
    // Always inadequate, found out the week after, mended in half the time of 10 weeks.
    const trace = onlyRun(
      steady(
        { response: { maxPause: 4, internalUse: 'continue' } },
        { inadequacy: 1, discoveryRate: 52, horizon: 69 },
        [{ leadTime: { security: 10 } }],
      ),
    );
    expect(weeksIn(trace, 'security1', 'failing')).toEqual([51, 57, 63, 69]);
    expect(weeksIn(trace, 'training', 'paused')).toEqual([
      ...weeks(41, 44),
      ...weeks(52, 55),
      ...weeks(58, 61),
      ...weeks(64, 67),
    ]);
    expect(trace.lab.pauses).toBe(4);
  });
});

test('a spent pause is restored in the week in which security is there, even if an audit finds it failing at once', () => {
  // Paused for 4 weeks; security is there in week 51, inadequate, and audited in that week; mended in week 56.
  const trace = onlyRun(
    steady(
      {
        response: { maxPause: 4, internalUse: 'continue' },
        accountability: { auditInterval: 51, auditPower: 1 },
      },
      { inadequacy: 1, horizon: 90 },
      [{ leadTime: { security: 10 } }],
    ),
  );
  expect(weeksIn(trace, 'security1', 'rework')).toEqual(weeks(51, 55));
  expect(weeksIn(trace, 'training', 'paused')).toEqual([...weeks(41, 44), ...weeks(52, 55)]);
});

describe('the competitor clause', () => {
  test('frees the lab while its lead is too small', () => {
    // The lead is 1 - 0.05·t: at least -1.52 until week 50.
    const world = { rivalLead: -1, rivalGrowth: 7.8 };
    const trace = onlyRun(steady({ response: { competitorClause: -1.52 } }, world));
    expect(weeksIn(trace, 'training', 'paused')).toEqual(weeks(ALERT, 50));
    expect(weeksIn(trace, 'internalUse', 'suspended')).toEqual(weeks(ALERT, 50));
  });

  test('binds it again once the lead is there', () => {
    // The lead is 0.05·t - 3: at least 0.02 from week 61 on.
    const world = { rivalLead: 3, rivalGrowth: 2.6 };
    const trace = onlyRun(steady({ response: { competitorClause: 0.02, delay: 3 } }, world));
    expect(weeksIn(trace, 'training', 'deciding')).toEqual(weeks(61, 63));
    expect(weeksIn(trace, 'training', 'paused')).toEqual(weeks(64, 70));
  });

  test('ends a pause before its longest time does, which is then not spent', () => {
    // A pause stops growth: the lead is 7.05 in week 41 and falls by 0.05 a week, to 6.6 in week 50 and 6.55 in week 51,
    // when the longest pause would end too. A week of growth brings it back to 6.6; a week of pause takes that again.
    const trace = onlyRun(
      steady(
        { response: { competitorClause: 6.57, maxPause: 10 } },
        { rivalLead: -5, rivalGrowth: 2.6, pausedGrowth: 0 },
      ),
    );
    const everyOther = weeks(52, 70).filter((week) => week % 2 === 0);
    expect(weeksIn(trace, 'training', 'paused')).toEqual([...weeks(ALERT, 50), ...everyOther]);
  });

  test('ends a decision under way', () => {
    // The lead is 0.445 - 0.01·t: below 0 from week 45 on.
    const world = { rivalLead: -0.445, rivalGrowth: 5.72 };
    const trace = onlyRun(steady({ response: { competitorClause: 0, delay: 10 } }, world));
    expect(weeksIn(trace, 'training', 'deciding')).toEqual(weeks(ALERT, 44));
    expect(weeksIn(trace, 'training', 'paused')).toEqual([]);
  });
});
