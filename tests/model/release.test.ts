import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy, Scenario, Threshold, World } from '../../src/scenario/scenario';
import { changed, type Changes } from '../support/changes';
import { expectMoments } from '../support/expectations';
import { normalCdf } from '../support/normal';
import { quietScenario } from '../support/quietScenario';
import { simulated } from '../support/simulated';
import { changesOf, onlyRun, weeks, weeksIn } from '../support/timeline';

/**
 * Growth of 0.1 a week, a candidate every 10 weeks, no routine evaluation; danger and limit at 6.03, alert from 4.03 on;
 * the use safeguards take 17 weeks.
 */
function releasing(
  policy: Changes<Policy> = {},
  world: Changes<World> = {},
  threshold: Changes<Threshold> = {},
): Scenario {
  const level = { danger: 6.03, limit: 6.03, leadTime: { security: 30, deployment: 17 } };
  const base: Changes<Policy> = {
    limits: { safetyBuffer: 2 },
    evaluation: { interval: 0, preDeployment: true, duration: 0 },
    response: { release: 'withhold' },
  };
  return quietScenario({
    world: { growth: 5.2, releaseInterval: 10, horizon: 100, ...world },
    thresholds: [changed(level as Threshold, threshold)],
    policy: changed(base as Policy, policy),
  });
}

const candidateGuards = ['candidateDueForEvaluation', 'unevaluatedCandidateHeld', 'candidateDue'];

/** Weeks in which candidates are cut, and weeks and capabilities of deployments. */
function releasesOf(scenario: Scenario): { cut: number[]; deployed: [week: number, capability: number][] } {
  const { events, weeks: records, lab } = onlyRun(scenario);
  const cut = events
    .filter(({ guard }) => guard !== null && candidateGuards.includes(guard))
    .map(({ week }) => week);
  const deployed = events
    .filter(({ guard }) => guard === 'candidateFree' || guard === 'candidateDue')
    .map(({ week }): [number, number] => [week, Math.round(records[week]!.deployed! * 1e6) / 1e6]);
  expect(lab.releases).toBe(deployed.length);
  return { cut, deployed };
}

describe('a candidate', () => {
  test('is cut every so many weeks, the first after as many, from the internal model of the lag before', () => {
    const plan = fc.record({
      releaseInterval: fc.integer({ min: 1, max: 60 }),
      releaseLag: fc.integer({ min: 0, max: 104 }),
      preDeployment: fc.boolean(),
    });
    fc.assert(
      fc.property(plan, ({ releaseInterval, releaseLag, preDeployment }) => {
        const scenario = releasing(
          { evaluation: { preDeployment } },
          { releaseInterval, releaseLag },
          { limit: null },
        );
        const { cut, deployed } = releasesOf(scenario);
        const expected = weeks(1, Math.floor(100 / releaseInterval)).map((n) => n * releaseInterval);
        expect(cut).toEqual(expected);
        const capability = (week: number): number => Math.max(0, week - releaseLag) / 10;
        expect(deployed).toEqual(expected.map((week) => [week, capability(week)]));
      }),
      { numRuns: 60, seed: 61 },
    );
  });

  test('is deployed when its evaluation reports, as it was when it was cut', () => {
    const { cut, deployed } = releasesOf(
      releasing({ evaluation: { duration: 3 } }, { releaseLag: 4 }, { limit: null }),
    );
    expect(cut).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(deployed).toEqual(weeks(1, 9).map((n) => [10 * n + 3, n - 0.4]));
  });

  test('waits for the evaluation of the one before; the week of a deployment has no other release', () => {
    const { cut, deployed } = releasesOf(releasing({ evaluation: { duration: 12 } }, {}, { limit: null }));
    expect(cut).toEqual([10, 23, 36, 49, 62, 75, 88]);
    expect(deployed).toEqual([
      [22, 1],
      [35, 2.3],
      [48, 3.6],
      [61, 4.9],
      [74, 6.2],
      [87, 7.5],
      [100, 8.8],
    ]);
  });
});

describe('withholding', () => {
  test('lasts until the use safeguards are there; a newer candidate replaces the held one', () => {
    // The candidate of week 50 is the first past 4.03: alert, building, withheld. Replaced in week 60; safeguards in week 67.
    const scenario = releasing();
    const trace = onlyRun(scenario);
    expect(changesOf(trace)).toEqual([
      '10 service: none → live',
      '50 release: idle → withheld',
      '50 warning1: quiet → alert',
      '50 security1: absent → building',
      '50 deployment1: absent → building',
      '61 capability1: below → crossed',
      '67 release: withheld → idle',
      '67 deployment1: building → working',
      '70 warning1: alert → reached',
      '80 security1: building → working',
    ]);
    expect(trace.lab.withheldWeeks).toBe(17);
    expect(releasesOf(scenario)).toEqual({
      cut: weeks(1, 10).map((n) => 10 * n),
      deployed: [
        [10, 1],
        [20, 2],
        [30, 3],
        [40, 4],
        [67, 6],
        [70, 7],
        [80, 8],
        [90, 9],
        [100, 10],
      ],
    });
  });

  test('waits for the safeguards of every level that the candidate is flagged on', () => {
    const scenario = releasing();
    const [level] = scenario.thresholds;
    const slow = { ...level!, name: 'slow', leadTime: { security: 30, deployment: 24 } };
    for (const thresholds of [
      [level!, slow],
      [slow, level!],
    ]) {
      expect(weeksIn(onlyRun({ ...scenario, thresholds }), 'release', 'withheld')).toEqual(weeks(50, 73));
    }
  });

  test('takes turns with evaluations that last', () => {
    // Cut in week 50, reported and withheld in week 53; safeguards in week 70, when the candidate of week 60 is released
    // in place of a new one, which is cut in week 71.
    const scenario = releasing({ evaluation: { duration: 3 } });
    const trace = onlyRun(scenario);
    expect(weeksIn(trace, 'release', 'withheld')).toEqual([...weeks(53, 59), ...weeks(63, 69)]);
    expect(releasesOf(scenario)).toEqual({
      cut: [10, 20, 30, 40, 50, 60, 71, 81, 91],
      deployed: [
        [13, 1],
        [23, 2],
        [33, 3],
        [43, 4],
        [70, 6],
        [74, 7.1],
        [84, 8.1],
        [94, 9.1],
      ],
    });
  });

  test('waits for the limit itself under prepare', () => {
    // Alert by the candidate of week 50, safeguards in week 67, before the candidate of week 70 reaches the limit …
    expect(onlyRun(releasing({ limits: { atAlert: 'prepare' } })).lab.withheldWeeks).toBe(0);
    // … but not if they take 30 weeks: withheld in weeks 70 to 79.
    const slow = releasing({ limits: { atAlert: 'prepare' } }, {}, { leadTime: { deployment: 30 } });
    expect(weeksIn(onlyRun(slow), 'release', 'withheld')).toEqual(weeks(70, 79));
  });

  test('takes a gate, a named level, a lead that binds and a policy that withholds', () => {
    const withheld = (...changes: Parameters<typeof releasing>): number =>
      onlyRun(releasing(...changes)).lab.withheldWeeks;
    const gates = { training: true, internalUse: true, release: false };
    const unevaluated = { evaluation: { interval: 1, preDeployment: false } };
    expect(withheld({}, {}, { gates })).toBe(0);
    expect(withheld(unevaluated)).toBe(58 - 50);
    expect(withheld(unevaluated, {}, { gates })).toBe(0);
    expect(withheld({}, {}, { limit: null })).toBe(0);
    expect(withheld({}, {}, { protectedAtStart: true })).toBe(0);
    expect(withheld({ response: { release: 'release' } })).toBe(0);
    // The lead is 20 + 0.1·t, then 10 + 0.1·t.
    expect(withheld({ response: { competitorClause: 20 } })).toBe(17);
    expect(withheld({ response: { competitorClause: 20 } }, { rivalLead: -10 })).toBe(0);
  });

  test('without an evaluation goes by the levels that bind when the candidate is cut', () => {
    // Evaluated every week: alert in week 41. The candidate of week 50 is held, though it was week 35's, at 3.5.
    const scenario = releasing({ evaluation: { interval: 1, preDeployment: false } }, { releaseLag: 15 });
    const trace = onlyRun(scenario);
    expect(weeksIn(trace, 'release', 'withheld')).toEqual(weeks(50, 57));
    expect(releasesOf(scenario).deployed.slice(3, 6)).toEqual([
      [40, 2.5],
      [58, 3.5],
      [60, 4.5],
    ]);
  });
});

test('a report on a candidate says nothing of a model that never was in service', () => {
  // Read as -4 in week 10; protections would start at -1.
  const trace = onlyRun(
    releasing({ limits: { safetyBuffer: 0 } }, { initialCapability: -5, horizon: 26 }, { limit: -1 }),
  );
  expect(weeksIn(trace, 'deployment1', 'absent')).toEqual(weeks(0, 26));
});

describe('the model in service', () => {
  /** Evaluated every week; released in week 30 as 3.0, gaining 0.05 a week: read past 4.03 in week 51. */
  function serving(policy: Changes<Policy> = {}, threshold: Changes<Threshold> = {}): Scenario {
    return releasing(
      changed<Changes<Policy>>(
        { evaluation: { interval: 1, preDeployment: false }, response: { release: 'release', recall: true } },
        policy,
      ),
      { releaseInterval: 30, postDeploymentGain: 2.6, horizon: 75 },
      threshold,
    );
  }

  test('is recalled in the week in which it is read past the line, until the use safeguards are there', () => {
    // The internal model is past the line in week 41, the safeguards are there in week 58.
    const trace = onlyRun(serving());
    expect(weeksIn(trace, 'service', 'live')).toEqual([...weeks(30, 50), ...weeks(58, 75)]);
    expect(weeksIn(trace, 'service', 'withdrawn')).toEqual(weeks(51, 57));
    expect(trace.lab.recalls).toBe(1);
    // It goes on gaining while it is withdrawn.
    expect(trace.weeks[59]!.deployed).toBeCloseTo(3 + 0.05 * 29, 10);
  });

  test('is recalled only past the limit under prepare, and not by a policy that does not recall', () => {
    // Past 6.03 only in week 91.
    expect(onlyRun(serving({ limits: { atAlert: 'prepare' } })).lab.recalls).toBe(0);
    expect(onlyRun(serving({ response: { recall: false } })).lab.recalls).toBe(0);
    expect(
      onlyRun(serving({}, { gates: { training: true, internalUse: true, release: false } })).lab.recalls,
    ).toBe(0);
    expect(onlyRun(serving({}, { limit: null })).lab.recalls).toBe(0);
  });

  test('is replaced by a release while it is withdrawn', () => {
    // Safeguards in week 81. The candidate of week 60 is released all the same, flagged, and recalled the week after.
    const trace = onlyRun(serving({}, { leadTime: { deployment: 40 } }));
    expect(weeksIn(trace, 'service', 'withdrawn')).toEqual([...weeks(51, 59), ...weeks(61, 75)]);
    expect(trace.weeks[60]!.deployed).toBeCloseTo(6, 10);
    expect(trace.lab.recalls).toBe(2);
  });

  test('starts its protections by a reading of its own', () => {
    // Growth stops with the pause of week 1 at 0.1, of a level far below; the deployed model gains 0.1 a week.
    const gates = { training: true, internalUse: false, release: false };
    const scenario = quietScenario({
      world: { growth: 5.2, releaseInterval: 40, postDeploymentGain: 5.2, horizon: 79 },
      thresholds: [
        { danger: 50, limit: 0.05, leadTime: { security: null }, gates },
        { danger: 50, limit: 2.03, leadTime: { security: 30, deployment: 17 } },
      ],
      policy: { response: { training: 'pause', recall: true } },
    });
    // Released in week 40, it is read past 2.03 in week 60.
    const trace = onlyRun(scenario);
    expect(trace.weeks[60]!.capability).toBeCloseTo(0.1, 10);
    expect(weeksIn(trace, 'deployment2', 'building')).toEqual(weeks(60, 76));
    expect(weeksIn(trace, 'service', 'withdrawn')).toEqual(weeks(60, 76));
    // That is no warning: the internal model is below.
    expect(trace.lab.alertWeek[1]).toBe(0);
    // Replaced every ten weeks, it never gets there.
    const often = onlyRun({ ...scenario, world: { ...scenario.world, releaseInterval: 10 } });
    expect(weeksIn(often, 'deployment2', 'absent')).toEqual(weeks(0, 79));
  });

  test('carries the flags of its own evaluation, not those of the candidates before', () => {
    // A model that stands still, 1 below the line, evaluated anew every week with an error of sd 1.
    const recalls = new Float64Array(10_000);
    const scenario = quietScenario({
      world: { growth: 0, releaseInterval: 1, horizon: 41 },
      thresholds: [{ danger: 50, limit: 1, leadTime: { deployment: null } }],
      policy: {
        evaluation: { interval: 0, preDeployment: true, noise: 1 },
        response: { release: 'release', recall: true },
      },
    });
    simulated(scenario, recalls.length, (lab, run) => (recalls[run] = lab.recalls));
    // Flagged in weeks 1 to 40, recalled the week after, in which the next one is deployed.
    const flagged = 1 - normalCdf(1);
    expectMoments(recalls, 40 * flagged, 40 * flagged * (1 - flagged));
  });

  test('is read on while it is withdrawn', () => {
    // As before, but nobody knows how to make it safe at 2.03; at 3.03, in week 70, it starts the protections of that level.
    const gates = { training: true, internalUse: false, release: false };
    const { events, weeks: records } = onlyRun(
      quietScenario({
        world: { growth: 5.2, releaseInterval: 40, postDeploymentGain: 5.2, horizon: 79 },
        thresholds: [
          { danger: 50, limit: 0.05, leadTime: { security: null }, gates },
          { danger: 50, limit: 2.03, leadTime: { security: null, deployment: null } },
          { danger: 50, limit: 3.03, leadTime: { security: 30, deployment: 17 } },
        ],
        policy: { response: { training: 'pause', recall: true } },
      }),
    );
    expect(records[70]!.states['service']).toBe('withdrawn');
    const start = events.find(({ region, index }) => region === 'protection' && index === 5);
    expect(start?.week).toBe(70);
  });

  test('is read as it was when the evaluation started, if it still is the deployed one at the report', () => {
    // Evaluations of 6 weeks start in weeks 1, 7, …, candidates are assessed for 6 weeks too; a gain of 0.15 a week.
    const serves = (releaseInterval: number, releaseLag: number): Scenario =>
      releasing(
        { evaluation: { interval: 1, duration: 6 }, response: { release: 'release', recall: true } },
        { releaseInterval, releaseLag, postDeploymentGain: 7.8, horizon: 85 },
        { leadTime: { deployment: 40 } },
      );
    // Cut in week 40 as 0.3, in service from week 46, 4.35 in week 73: reported and recalled in week 79.
    expect(weeksIn(onlyRun(serves(40, 37)), 'service', 'withdrawn')).toEqual(weeks(79, 85));
    // Cut in week 30 as 0.3, in service from week 36, 4.05 in week 61; but replaced, in week 66, before the report of week
    // 67. Its successor, 3.3, is at 4.35 in week 73.
    const replaced = onlyRun(serves(30, 27));
    expect(replaced.weeks[61]!.deployed).toBeCloseTo(4.05, 10);
    expect(weeksIn(replaced, 'service', 'withdrawn')).toEqual(weeks(79, 85));
  });
});
