/**
 * Whole runs in which nothing is left to chance, worked out by hand week by week. Unconstrained growth is 0.1 a week
 * in all of them.
 */
import { describe, expect, test } from 'vitest';
import type { Lab } from '../../src/model/lab';
import type { RunTrace } from '../../src/engine/simulateRun';
import { quietScenario } from '../support/quietScenario';
import { changesOf, onlyRun } from '../support/timeline';

type Path = (week: number) => number | null;

/** Checks three paths in every week. */
function expectPaths({ weeks }: RunTrace, paths: Record<'capability' | 'deployed' | 'rival', Path>): void {
  for (const record of weeks) {
    for (const [name, path] of Object.entries(paths)) {
      const value = record[name as keyof typeof paths];
      const expected = path(record.week);
      if (expected === null || value === null) expect(value, `${name} in week ${record.week}`).toBe(expected);
      else expect(value, `${name} in week ${record.week}`).toBeCloseTo(expected, 9);
    }
  }
}

/** The counts of a run that are not 0. */
function countsOf(lab: Lab): Partial<Record<keyof Lab, number>> {
  const names = [
    'pauses',
    'pausedWeeks',
    'needlessPauseWeeks',
    'suspendedWeeks',
    'withheldWeeks',
    'unsafeDeploymentWeeks',
    'unprotectedDeploymentWeeks',
    'unsafeInternalUseWeeks',
    'unprotectedInternalUseWeeks',
    'unsecuredWeeks',
    'unprotectedUnsecuredWeeks',
    'anyUnsafeWeeks',
    'routineEvaluations',
    'releaseEvaluations',
    'skippedEvaluations',
    'releases',
    'recalls',
    'vetoed',
    'abandoned',
    'auditFindings',
    'rivalAheadWeeks',
    'rivalFirst',
  ] as const;
  return Object.fromEntries(names.filter((name) => lab[name] !== 0).map((name) => [name, lab[name]]));
}

describe('a lab that pauses in time', () => {
  const trace = onlyRun(
    quietScenario({
      world: {
        growth: 5.2,
        pausedGrowth: 0.1,
        internalUseBoost: 0.2,
        postDeploymentGain: 1.04,
        releaseInterval: 12,
        releaseLag: 5,
        rivalLead: -0.5,
        rivalGrowth: 5.2,
        horizon: 80,
      },
      // Alert from 4.03 on, protections from 3.03 on.
      thresholds: [{ danger: 6.03, limit: 6.03, leadTime: { security: 30, deployment: 17 } }],
      policy: {
        limits: { safetyBuffer: 2, atAlert: 'act' },
        protections: { preparationMargin: 1 },
        // log2 2.07 = 1.05 doublings: every 11 weeks of full growth.
        evaluation: { interval: 0, computeMultiple: 2.07, duration: 3, preDeployment: true },
        response: {
          training: 'pause',
          internalUse: 'suspend',
          release: 'withhold',
          recall: true,
          delay: 2,
          pauseSpeedup: 2,
        },
      },
    }),
  );

  test('changes its states in these weeks', () => {
    expect(changesOf(trace)).toEqual([
      '11 evaluation: waiting → running',
      '12 release: idle → assessing',
      '14 evaluation: running → waiting',
      '15 release: assessing → idle',
      '15 service: none → live',
      '22 evaluation: waiting → running',
      '24 release: idle → assessing',
      '25 evaluation: running → waiting',
      '27 release: assessing → idle',
      '33 evaluation: waiting → running',
      // The report of week 36 is of week 33: 3.3, near the alert line. Protections are built from week 37 on.
      '36 release: idle → assessing',
      '36 evaluation: running → waiting',
      '36 security1: absent → building',
      '36 deployment1: absent → building',
      '39 release: assessing → idle',
      '44 evaluation: waiting → running',
      // That of week 47 is of week 44: 4.4. Two weeks to decide.
      '47 training: active → deciding',
      '47 internalUse: open → deciding',
      '47 evaluation: running → waiting',
      '47 warning1: quiet → alert',
      '48 release: idle → assessing',
      '49 training: deciding → paused',
      '49 internalUse: deciding → suspended',
      // 13 weeks of work by week 49, two a week from week 50 on: 17 in week 51, 30 in week 58 (29 in week 57). The
      // candidate of week 48, 4.3, is past the alert line, but its safeguards are there when it is reported.
      '51 internalUse: suspended → open',
      '51 release: assessing → idle',
      '51 deployment1: building → working',
      '58 training: paused → active',
      '58 security1: building → working',
      '60 release: idle → assessing',
      // Expected growth since week 44: 0.5 by week 49, 0.586 by week 58, 1.086 by week 63.
      '63 release: assessing → idle',
      '63 evaluation: waiting → running',
      '66 evaluation: running → waiting',
      '69 capability1: below → crossed',
      '72 release: idle → assessing',
      '74 evaluation: waiting → running',
      '75 release: assessing → idle',
      // Of week 74: 6.586.
      '77 evaluation: running → waiting',
      '77 warning1: alert → reached',
    ]);
  });

  const capability = (week: number): number =>
    week <= 49
      ? 0.1 * week
      : week <= 51
        ? 4.9 + 0.008 * (week - 49)
        : week <= 58
          ? 4.916 + 0.01 * (week - 51)
          : 4.986 + 0.1 * (week - 58);

  test('follows these paths', () => {
    // Released in week 15 as of week 7, 27 as of 19, 39 as of 31, 51 as of 43, 63 as of 55, 75 as of 67.
    const releases = [15, 27, 39, 51, 63, 75];
    expectPaths(trace, {
      capability,
      rival: (week) => -0.5 + 0.1 * week,
      deployed: (week) => {
        const latest = releases.findLast((release) => release <= week);
        return latest === undefined ? null : capability(latest - 8) + 0.02 * (week - latest);
      },
    });
    expect(trace.lab.unconstrainedCapability).toBeCloseTo(8, 9);
  });

  test('reports these counts', () => {
    expect(countsOf(trace.lab)).toEqual({
      pauses: 1,
      pausedWeeks: 9,
      needlessPauseWeeks: 9,
      suspendedWeeks: 2,
      routineEvaluations: 6,
      releaseEvaluations: 6,
      releases: 6,
      // Ahead from week 55 on (5 against 4.956), at the danger point in week 66.
      rivalAheadWeeks: 26,
      rivalFirst: 1,
    });
    expect(trace.outcome).toBe('paused-in-time');
    expect([trace.lab.alertWeek[0], trace.lab.crossedWeek[0], trace.lab.reachedWeek[0]]).toEqual([
      47, 69, 77,
    ]);
    expect(trace.lab.protectedAtCrossing[0]).toBe(1);
  });
});

describe('a lab that prepares too late for a danger below its limit', () => {
  const trace = onlyRun(
    quietScenario({
      world: { growth: 5.2, pausedGrowth: 0.5, releaseInterval: 13, horizon: 95 },
      // Protections from 3.03 on, alert from 4.03 on.
      thresholds: [{ danger: 5.03, limit: 6.03, leadTime: { security: 60, deployment: 25 } }],
      policy: {
        limits: { safetyBuffer: 2, atAlert: 'prepare' },
        protections: { preparationMargin: 1 },
        evaluation: { interval: 1, preDeployment: false },
        response: {
          training: 'pause',
          internalUse: 'suspend',
          release: 'withhold',
          recall: true,
          delay: 4,
          maxPause: 10,
        },
      },
    }),
  );

  test('changes its states in these weeks', () => {
    expect(changesOf(trace)).toEqual([
      '13 service: none → live',
      '31 security1: absent → building',
      '31 deployment1: absent → building',
      '41 warning1: quiet → alert',
      '51 capability1: below → crossed',
      '56 deployment1: building → working',
      '61 training: active → deciding',
      '61 warning1: alert → reached',
      '65 training: deciding → paused',
      '75 training: paused → active',
      '91 security1: building → working',
    ]);
  });

  test('follows these paths', () => {
    const capability = (week: number): number =>
      week <= 65 ? 0.1 * week : week <= 75 ? 6.5 + 0.05 * (week - 65) : 7 + 0.1 * (week - 75);
    expectPaths(trace, {
      capability,
      rival: () => -20,
      deployed: (week) => (week < 13 ? null : capability(13 * Math.floor(week / 13))),
    });
  });

  test('reports these counts', () => {
    expect(countsOf(trace.lab)).toEqual({
      pauses: 1,
      pausedWeeks: 10,
      // The model of week 52 is past the danger point; safeguards in week 56, security in week 91.
      unsafeDeploymentWeeks: 4,
      unprotectedDeploymentWeeks: 4,
      unsafeInternalUseWeeks: 5,
      unprotectedInternalUseWeeks: 5,
      unsecuredWeeks: 40,
      unprotectedUnsecuredWeeks: 40,
      anyUnsafeWeeks: 40,
      routineEvaluations: 95,
      releases: 7,
    });
    expect(trace.outcome).toBe('unsafe-deployment');
    expect(trace.lab.protectedAtCrossing[0]).toBe(0);
    expect(trace.lab.missedWarning[0]).toBe(0);
  });
});

describe('a lab that stops where its rival passes it', () => {
  const trace = onlyRun(
    quietScenario({
      world: {
        growth: 5.2,
        pausedGrowth: 0,
        postDeploymentGain: 1.04,
        releaseInterval: 20,
        releaseLag: 10,
        rivalLead: -3.02,
        rivalGrowth: 7.8,
        horizon: 70,
      },
      thresholds: [
        { danger: 3.03, limit: 3.03, protectedAtStart: true },
        // A danger that the policy does not name.
        { danger: 5.03, limit: null },
        // Protections from 4.53 on, alert from 5.03 on; nobody knows how to make its use safe.
        { danger: 6.03, limit: 6.03, leadTime: { security: 12, deployment: null } },
      ],
      policy: {
        limits: { safetyBuffer: 1 },
        protections: { preparationMargin: 0.5 },
        // Every report is of the week before.
        evaluation: { interval: 1, duration: 1, preDeployment: false },
        response: {
          training: 'pause',
          internalUse: 'suspend',
          release: 'withhold',
          recall: true,
          delay: 1,
          competitorClause: 0,
        },
      },
    }),
  );

  test('changes its states in these weeks', () => {
    expect(changesOf(trace)).toEqual([
      '1 evaluation: waiting → running',
      '20 service: none → live',
      '22 warning1: quiet → alert',
      '31 capability1: below → crossed',
      '32 warning1: alert → reached',
      '47 security3: absent → building',
      '47 deployment3: absent → building',
      '51 capability2: below → crossed',
      '52 training: active → deciding',
      '52 internalUse: open → deciding',
      '52 warning3: quiet → alert',
      '53 training: deciding → paused',
      '53 internalUse: deciding → suspended',
      // The lab stands at 5.3; the rival is at 5.23 in week 55 and at 5.38 in week 56.
      '56 training: paused → active',
      '56 internalUse: suspended → open',
      '59 security3: building → working',
      '64 capability3: below → crossed',
      '65 warning3: alert → reached',
    ]);
  });

  test('follows these paths', () => {
    const capability = (week: number): number =>
      week <= 53 ? 0.1 * week : week <= 56 ? 5.3 : 5.3 + 0.1 * (week - 56);
    expectPaths(trace, {
      capability,
      rival: (week) => -3.02 + 0.15 * week,
      deployed: (week) => {
        const release = 20 * Math.floor(week / 20);
        return release === 0 ? null : capability(release - 10) + 0.02 * (week - release);
      },
    });
  });

  test('reports these counts', () => {
    expect(countsOf(trace.lab)).toEqual({
      pauses: 1,
      pausedWeeks: 3,
      suspendedWeeks: 3,
      // The model of week 60, 5.0, is past 5.03 from week 62 on.
      unsafeDeploymentWeeks: 9,
      unprotectedDeploymentWeeks: 9,
      unsafeInternalUseWeeks: 17,
      unprotectedInternalUseWeeks: 17,
      unsecuredWeeks: 20,
      unprotectedUnsecuredWeeks: 20,
      anyUnsafeWeeks: 20,
      routineEvaluations: 69,
      releases: 3,
      rivalAheadWeeks: 15,
      // In week 61 the rival is past 6.03, the lab at 5.8.
      rivalFirst: 1,
    });
    expect(trace.outcome).toBe('unsafe-deployment');
    expect([...trace.lab.missedWarning]).toEqual([0, 0, 0]);
    expect([...trace.lab.protectedAtCrossing]).toEqual([1, 0, 0]);
    expect([...trace.lab.alertWeek]).toEqual([22, 0, 52]);
  });
});
