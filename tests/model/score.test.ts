import { describe, expect, test } from 'vitest';
import { stateShares } from '../../src/results/stateShares';
import type { Policy, Scenario, Threshold, World } from '../../src/scenario/scenario';
import { changed, type Changes } from '../support/changes';
import { expectShare } from '../support/expectations';
import { normalCdf } from '../support/normal';
import { quietScenario } from '../support/quietScenario';
import { simulated } from '../support/simulated';
import { onlyRun } from '../support/timeline';

/**
 * Growth of 0.1 a week, evaluated without error every week: alert in week 71, danger in week 81. From the alert on the
 * use safeguards take 26 weeks, security 30. A release every 10 weeks without evaluation.
 */
function dangerous(
  changes: {
    policy?: Changes<Policy>;
    world?: Changes<World>;
    threshold?: Changes<Threshold>;
    toleranceWeeks?: number;
  } = {},
): Scenario {
  const level = { danger: 8.03, limit: 8.03, leadTime: { security: 30, deployment: 26 } };
  return quietScenario({
    world: { growth: 5.2, releaseInterval: 10, horizon: 120, ...changes.world },
    thresholds: [changed(level as Threshold, changes.threshold ?? {})],
    policy: changed<Changes<Policy>>({ limits: { safetyBuffer: 1 } }, changes.policy ?? {}),
    toleranceWeeks: changes.toleranceWeeks ?? 1,
  });
}

describe('unsafe weeks', () => {
  test('are counted from the crossing to the week before the protection works', () => {
    const { lab } = onlyRun(dangerous());
    expect(lab.crossedWeek[0]).toBe(81);
    expect(lab.alertWeek[0]).toBe(71);
    // Safeguards in week 97, security in week 101. The model of week 90 is the first past the danger point.
    expect(lab.unsafeInternalUseWeeks).toBe(97 - 81);
    expect(lab.unsecuredWeeks).toBe(101 - 81);
    expect(lab.unsafeDeploymentWeeks).toBe(97 - 90);
    expect(lab.unprotectedInternalUseWeeks).toBe(16);
    expect(lab.unprotectedUnsecuredWeeks).toBe(20);
    expect(lab.unprotectedDeploymentWeeks).toBe(7);
    expect(lab.anyUnsafeWeeks).toBe(20);
    expect(lab.protectedAtCrossing[0]).toBe(0);
    expect(lab.missedWarning[0]).toBe(0);
  });

  test('of a deployed model count while it is in service, by its own capability', () => {
    // Gaining 0.1 a week as the lab does: the model of week 80 is past the point in week 81.
    const gaining = dangerous({ world: { postDeploymentGain: 5.2 } });
    expect(onlyRun(gaining).lab.unsafeDeploymentWeeks).toBe(97 - 81);
    // Recalled by the evaluation of week 71, as soon as it is past the line.
    const recalled = dangerous({
      world: { postDeploymentGain: 5.2 },
      policy: { response: { recall: true, release: 'withhold' } },
    });
    const trace = onlyRun(recalled);
    expect(trace.lab.unsafeDeploymentWeeks).toBe(0);
    expect(trace.lab.recalls).toBe(1);
    // Released in week 70, it is dangerous before the internal model is: 7 + (10 / 52)·(t - 70) passes 8.03 in week 76.
    const ahead = onlyRun(dangerous({ world: { postDeploymentGain: 10, releaseInterval: 70 } }));
    expect(ahead.lab.unsafeDeploymentWeeks).toBe(97 - 76);
    expect(ahead.lab.unsafeInternalUseWeeks).toBe(97 - 81);
    expect(ahead.lab.anyUnsafeWeeks).toBe(101 - 76);
  });

  test('of internal use do not count while it is suspended', () => {
    const suspended = dangerous({ policy: { response: { internalUse: 'suspend', delay: 14 } } });
    // Suspended from week 71 + 14 = 85 on, until the safeguards of week 97.
    expect(onlyRun(suspended).lab.unsafeInternalUseWeeks).toBe(85 - 81);
    expect(onlyRun(suspended).lab.suspendedWeeks).toBe(97 - 85);
    expect(onlyRun(suspended).lab.unsecuredWeeks).toBe(20);
  });

  test('are of protections that failed where all that is missing was once finished', () => {
    // Finished in weeks 97 and 101 but inadequate, found out at once, mended in 13 and 15 weeks, inadequate again.
    const { lab, outcome } = onlyRun(dangerous({ world: { inadequacy: 1, discoveryRate: 52 } }));
    expect(lab.unsafeInternalUseWeeks).toBe(120 - 80);
    expect(lab.unprotectedInternalUseWeeks).toBe(97 - 81);
    expect(lab.unsecuredWeeks).toBe(120 - 80);
    expect(lab.unprotectedUnsecuredWeeks).toBe(101 - 81);
    expect(lab.unsafeDeploymentWeeks).toBe(120 - 89);
    expect(lab.unprotectedDeploymentWeeks).toBe(97 - 90);
    expect(outcome).toBe('unsafe-deployment');
  });

  test.each(['in order', 'the other way round'])(
    'are unprotected where any level passed lacks what was never finished, levels %s',
    (order) => {
      // The level at 8.03 is always failing; the other, reached in week 101, has nothing until week 108.
      const levels = [
        { danger: 8.03, limit: 1.03, leadTime: { security: 20, deployment: 20 } },
        { danger: 10.03, limit: 10.03, leadTime: { security: 7, deployment: 7 } },
      ];
      const { lab } = onlyRun(
        quietScenario({
          // A release every week: the deployed model is the internal one.
          world: { growth: 5.2, inadequacy: 1, releaseInterval: 1, horizon: 120 },
          thresholds: order === 'in order' ? levels : levels.reverse(),
        }),
      );
      expect(lab.unsecuredWeeks).toBe(120 - 80);
      expect(lab.unprotectedUnsecuredWeeks).toBe(108 - 101);
      expect(lab.unsafeInternalUseWeeks).toBe(120 - 80);
      expect(lab.unprotectedInternalUseWeeks).toBe(108 - 101);
      expect(lab.unsafeDeploymentWeeks).toBe(120 - 80);
      expect(lab.unprotectedDeploymentWeeks).toBe(108 - 101);
      expect(lab.anyUnsafeWeeks).toBe(40);
    },
  );
});

describe('the outcome', () => {
  test.each([
    [7, 'unsafe-deployment'],
    [8, 'unsafe-internal-use'],
    [16, 'unsafe-internal-use'],
    [17, 'unsecured'],
    [20, 'unsecured'],
    [21, 'protected'],
  ] as const)('with a tolerance of %d weeks is %s', (toleranceWeeks, outcome) => {
    // Unprotected weeks: 7 of deployment, 16 of internal use, 20 unsecured.
    expect(onlyRun(dangerous({ toleranceWeeks })).outcome).toBe(outcome);
  });

  test('is a pause in time where unsafe weeks stay below the tolerance', () => {
    // A delay of 26 weeks: paused in weeks 97 to 100.
    const paused = (toleranceWeeks: number) =>
      dangerous({ toleranceWeeks, policy: { response: { training: 'pause', delay: 26 } } });
    expect(onlyRun(paused(20)).outcome).toBe('unsecured');
    expect(onlyRun(paused(21)).outcome).toBe('paused-in-time');
  });

  test('is a failed protection by weeks with any unsafe state, whatever their cause', () => {
    const preparing = { policy: { limits: { safetyBuffer: 5 } }, world: { inadequacy: 1 } };
    const { lab, outcome } = onlyRun(dangerous({ ...preparing, toleranceWeeks: 40 }));
    expect(lab.anyUnsafeWeeks).toBe(40);
    expect(lab.unprotectedUnsecuredWeeks).toBe(0);
    expect(outcome).toBe('protection-failed');
    expect(onlyRun(dangerous({ ...preparing, toleranceWeeks: 41 })).outcome).toBe('protected');
    // Unprotected deployment in weeks 76 to 96 (21), internal use in 81 to 96 (16), unsecured in 81 to 100 (20): 25 in all.
    const mixed = (toleranceWeeks: number) =>
      dangerous({ toleranceWeeks, world: { postDeploymentGain: 10, releaseInterval: 70 } });
    expect(onlyRun(mixed(21)).outcome).toBe('unsafe-deployment');
    expect(onlyRun(mixed(22)).outcome).toBe('protection-failed');
    expect(onlyRun(mixed(25)).outcome).toBe('protection-failed');
    expect(onlyRun(mixed(26)).outcome).toBe('protected');
  });

  test('is protected where a level is crossed safely, named or not, and not-reached where none is', () => {
    const safe = onlyRun(dangerous({ policy: { limits: { safetyBuffer: 5 } } }));
    expect(safe.outcome).toBe('protected');
    expect(safe.lab.protectedAtCrossing[0]).toBe(1);
    expect(onlyRun(dangerous({ world: { horizon: 80 } })).outcome).toBe('not-reached');
    expect(
      onlyRun(dangerous({ world: { horizon: 81 }, policy: { limits: { safetyBuffer: 5 } } })).outcome,
    ).toBe('protected');
    const unnamed = onlyRun(dangerous({ threshold: { limit: null, protectedAtStart: true } }));
    expect(unnamed.outcome).toBe('protected');
    expect(unnamed.lab.missedWarning[0]).toBe(0);
    expect(unnamed.lab.protectedAtCrossing[0]).toBe(1);
  });
});

describe('pauses', () => {
  test('are needless while no danger point without security is passed', () => {
    // Paused in weeks 71 to 100, growing by half: 7.1 + 0.05·(t - 71) passes 8.03 in week 90.
    const paused = dangerous({ world: { pausedGrowth: 0.5 }, policy: { response: { training: 'pause' } } });
    const { lab } = onlyRun(paused);
    expect(lab.pausedWeeks).toBe(30);
    expect(lab.crossedWeek[0]).toBe(90);
    expect(lab.needlessPauseWeeks).toBe(90 - 71);
    // All of them, where growth stops with the pause.
    const stopped = onlyRun(
      dangerous({ world: { pausedGrowth: 0 }, policy: { response: { training: 'pause' } } }),
    );
    expect(stopped.lab.needlessPauseWeeks).toBe(30);
    // None, where the level is passed from the start, or another one is that the policy does not name.
    const late = onlyRun(
      dangerous({ threshold: { danger: 0.05 }, policy: { response: { training: 'pause' } } }),
    );
    expect(late.lab.pausedWeeks).toBe(30);
    expect(late.lab.needlessPauseWeeks).toBe(0);
    const unnamed = dangerous({ policy: { response: { training: 'pause' } } });
    const [level] = unnamed.thresholds;
    const other = { ...level!, name: 'other', danger: 0.05, limit: null };
    expect(onlyRun({ ...unnamed, thresholds: [level!, other] }).lab.needlessPauseWeeks).toBe(0);
    expect(
      onlyRun({ ...unnamed, thresholds: [level!, { ...other, protectedAtStart: true }] }).lab
        .needlessPauseWeeks,
    ).toBe(30);
  });

  test('are needless where the security that is missing is that of a level not passed, though another one fails unseen', () => {
    // The first level is protected from week 6 on, as the lab believes; the second, alert in week 71,
    // pauses it in weeks 77 to 100.
    const { lab } = onlyRun(
      quietScenario({
        world: { growth: 5.2, inadequacy: 1, pausedGrowth: 0, horizon: 120 },
        thresholds: [
          { danger: 1.03, limit: 0.05, leadTime: { security: 5, deployment: 5 } },
          { danger: 8.03, limit: 7.03, leadTime: { security: 30, deployment: 30 } },
        ],
        policy: { response: { training: 'pause', delay: 6 } },
      }),
    );
    expect(lab.pausedWeeks).toBe(101 - 77);
    expect(lab.needlessPauseWeeks).toBe(101 - 77);
  });

  test('are counted from the first week that ends paused', () => {
    const firstPause = (policy: Changes<Policy>): number =>
      onlyRun(dangerous({ policy: { response: { training: 'pause' }, ...policy } })).lab.firstPauseWeek;
    expect(firstPause({})).toBe(71);
    expect(firstPause({ response: { training: 'pause', delay: 6 } })).toBe(77);
    // Security is there in week 101, before the lab has decided; or nothing is to be paused at all.
    expect(firstPause({ response: { training: 'pause', delay: 30 } })).toBe(0);
    expect(firstPause({ response: { training: 'continue' } })).toBe(0);
    // Two levels, two pauses: weeks 71 to 75, and 91 to 95.
    const twice = dangerous({ policy: { response: { training: 'pause' } } });
    const [level] = twice.thresholds;
    const levels = [8.03, 10.03].map((danger, k) => ({
      ...level!,
      ...{ name: `level ${k}`, danger, limit: danger, leadTime: { security: 5, deployment: 5 } },
    }));
    const grows = { ...twice.world, pausedGrowth: 1 };
    const { lab } = onlyRun({ ...twice, world: grows, thresholds: levels });
    expect([lab.pauses, lab.pausedWeeks, lab.firstPauseWeek]).toEqual([2, 10, 71]);
  });

  test('cost the growth they take', () => {
    const { lab } = onlyRun(
      dangerous({ world: { pausedGrowth: 0.25 }, policy: { response: { training: 'pause' } } }),
    );
    // Weeks 72 to 101 grow at a quarter: the pause of week 71 follows that week's growth, that of week 100 is the last.
    expect(lab.unconstrainedCapability - lab.trueCapability).toBeCloseTo(30 * 0.075, 10);
  });
});

describe('the rival', () => {
  test('is first where it is at a danger point that the lab is below', () => {
    // 1 + 0.1·t is past 8.03 in week 71, the lab in week 81.
    const ahead = onlyRun(dangerous({ world: { rivalLead: 1, rivalGrowth: 5.2 } }));
    expect(ahead.lab.rivalFirst).toBe(1);
    expect(ahead.lab.rivalAheadWeeks).toBe(120);
    // As fast as the lab from the same start: never ahead, never first.
    const level = onlyRun(dangerous({ world: { rivalLead: 0, rivalGrowth: 5.2 } }));
    expect(level.lab.rivalFirst).toBe(0);
    expect(level.lab.rivalAheadWeeks).toBe(0);
    // Ahead from week 41 on (0.15·t - 2), past the point in week 67; not yet in week 66.
    const world = { rivalLead: -2.02, rivalGrowth: 7.8 };
    expect(onlyRun(dangerous({ world })).lab.rivalAheadWeeks).toBe(120 - 40);
    expect(onlyRun(dangerous({ world: { ...world, horizon: 66 } })).lab.rivalFirst).toBe(0);
    expect(onlyRun(dangerous({ world: { ...world, horizon: 67 } })).lab.rivalFirst).toBe(1);
    // Past the point long after the lab, and ahead of it from week 101 on.
    const after = { rivalLead: -10.02, rivalGrowth: 10.4 };
    expect(onlyRun(dangerous({ world: after })).lab.rivalFirst).toBe(0);
    expect(onlyRun(dangerous({ world: after })).lab.rivalAheadWeeks).toBe(120 - 100);
  });
});

describe('crossings', () => {
  test('come by the true danger points: the estimates and one normal error for all of them', () => {
    const runs = 20_000;
    const scenario = quietScenario({
      world: { growth: 5.2, dangerUncertainty: 0.8, horizon: 60 },
      thresholds: [
        { danger: 3.03, limit: 3.03 },
        { danger: 5.03, limit: null },
      ],
    });
    let apart = 0;
    const { crossed } = stateShares(
      simulated(scenario, runs, (lab) => {
        if (Math.abs(lab.dangerPoint[1]! - lab.dangerPoint[0]! - 2) > 1e-12) apart++;
      }),
      'capability',
    );
    expect(apart).toBe(0);
    for (const week of [1, 10, 25, 30, 31, 40, 60]) {
      const exact = normalCdf((0.1 * week - 3.03) / 0.8);
      expectShare(Math.round(crossed[week]! * runs), runs, exact);
    }
  });

  test('on the way through several levels are each counted in their week, protected or not', () => {
    const level = (danger: number, protectedAtStart: boolean): Changes<Threshold> => ({
      danger,
      limit: danger,
      protectedAtStart,
    });
    const { lab } = onlyRun(
      quietScenario({
        world: { growth: 5.2, horizon: 60 },
        thresholds: [level(3.03, true), level(1.03, false), level(3.04, false), level(7.03, true)],
      }),
    );
    expect([...lab.crossedWeek]).toEqual([31, 11, 31, 0]);
    expect([...lab.alertWeek]).toEqual([31, 11, 31, 0]);
    expect([...lab.protectedAtCrossing]).toEqual([1, 0, 0, 0]);
    expect([...lab.missedWarning]).toEqual([0, 0, 0, 0]);
  });

  test('are protected where both protections work by then', () => {
    // Alert in week 53: one is there in week 79, the other in week 83 or 81.
    const protectedAtCrossing = (security: number, deployment: number): number =>
      onlyRun(
        dangerous({
          policy: { limits: { safetyBuffer: 2.8 } },
          threshold: { leadTime: { security, deployment } },
        }),
      ).lab.protectedAtCrossing[0]!;
    expect(protectedAtCrossing(30, 26)).toBe(0);
    expect(protectedAtCrossing(26, 30)).toBe(0);
    expect(protectedAtCrossing(28, 26)).toBe(1);
    expect(protectedAtCrossing(26, 28)).toBe(1);
    expect(protectedAtCrossing(29, 26)).toBe(0);
  });

  test('without a warning by their own week are missed', () => {
    // Evaluations start in weeks 1, 9, 17, … and read week 81 in week 81; one that takes a week reports too late.
    const timely = { evaluation: { interval: 1, duration: 8 }, limits: { safetyBuffer: 0 } };
    const missed = (policy: Changes<Policy>): number => onlyRun(dangerous({ policy })).lab.missedWarning[0]!;
    expect(missed({ limits: { safetyBuffer: 0 } })).toBe(0);
    expect(missed({ limits: { safetyBuffer: 0 }, evaluation: { duration: 1 } })).toBe(1);
    expect(missed(timely)).toBe(1);
    // Read as 7.3 in week 73, reported in week 81.
    expect(missed({ ...timely, limits: { safetyBuffer: 0.75 } })).toBe(0);
    expect(missed({ ...timely, limits: { safetyBuffer: 0.72 } })).toBe(1);
  });
});
