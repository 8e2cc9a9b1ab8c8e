import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countOddities,
  odditiesAt,
  odditiesOf,
  type Oddity,
  type OddityKey,
} from '../../src/app/settings/oddities';
import { messages } from '../../src/messages/messages';
import type { Lab } from '../../src/model/lab';
import { publicIds } from '../../src/parameters/publicId';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Policy, Scenario, Threshold, World } from '../../src/scenario/scenario';
import { simulateRun } from '../support/bundledEngine';
import { withPolicy, withThresholds, withWorld, type Changes } from '../support/changes';
import { happenings } from '../support/labNumbers';
import { livelyScenario } from '../support/livelyScenario';
import { quietScenario } from '../support/quietScenario';
import { simulated } from '../support/simulated';

type Key = Exclude<OddityKey, 'names'>;

interface Change {
  readonly world?: Changes<World>;
  readonly policy?: Changes<Policy>;
  readonly level?: Changes<Threshold>;
}

/** The baseline with something changed, at every level alike. */
function odd({ world = {}, policy = {}, level = {} }: Change): Scenario {
  const changed = withPolicy(withWorld(preset('baseline'), world), policy);
  return withThresholds(changed, (threshold) => ({
    ...threshold,
    ...level,
    leadTime: { ...threshold.leadTime, ...level.leadTime },
    gates: { ...threshold.gates, ...level.gates },
  }));
}

const goesOn = { training: 'continue', internalUse: 'continue', release: 'release', recall: false } as const;
const noGates = { training: false, internalUse: false, release: false };
const unsure = { growthVolatility: 0, jumpShare: 0, suiteError: 0, dangerUncertainty: 0 };

/** A scenario for each oddity. */
const examples: Readonly<Record<Key, Scenario>> = {
  neverEvaluates: odd({ policy: { evaluation: { interval: 0, computeMultiple: 0, preDeployment: false } } }),
  onlyCandidates: odd({ policy: { evaluation: { interval: 0, computeMultiple: 0 } } }),
  endlessEvaluation: odd({ policy: { evaluation: { interval: 4, duration: 9 } } }),
  repeatsWithoutNoise: odd({ policy: { evaluation: { noise: 0, repeats: 5 } } }),
  noEvaluationInTime: odd({
    world: { horizon: 100 },
    policy: { evaluation: { interval: 200, computeMultiple: 0 } },
  }),
  noLimits: odd({ level: { limit: null } }),
  unnamed: withThresholds(preset('baseline'), (each, k) => (k === 1 ? { ...each, limit: null } : each)),
  noBuffer: odd({ policy: { limits: { safetyBuffer: 0 } } }),
  onlyDifference: preset('baseline'),
  alertAtOnce: odd({ policy: { limits: { safetyBuffer: 7 } } }),
  reachedAtOnce: odd({ level: { limit: -2 } }),
  gapBeyondBuffer: odd({ policy: { limits: { safetyBuffer: 0.5 } }, world: { elicitationGap: 2 } }),
  alertPastDanger: odd({ policy: { limits: { safetyBuffer: 1 } }, level: { danger: 3 } }),
  gatesOff: odd({ level: { gates: noGates } }),
  goesOn: odd({ policy: { response: goesOn } }),
  noLevelPauses: odd({ level: { gates: { ...noGates, release: true } } }),
  noLevelSuspends: odd({ level: { gates: { ...noGates, training: true } } }),
  noLevelWithholds: odd({ level: { gates: { ...noGates, training: true } } }),
  noDelay: odd({ policy: { response: { training: 'continue', internalUse: 'continue', delay: 4 } } }),
  maxPauseIdle: odd({ policy: { response: { training: 'continue', maxPause: 10 } } }),
  pauseTooShort: odd({ policy: { response: { maxPause: 10 } } }),
  pauseEndless: odd({ level: { leadTime: { security: null, deployment: 4 } } }),
  speedupIdle: odd({ policy: { response: { training: 'continue' } } }),
  noSpeedup: odd({ policy: { response: { pauseSpeedup: 1 } } }),
  slowdown: odd({ policy: { response: { pauseSpeedup: 0.5 } } }),
  clauseUnmet: odd({
    policy: { response: { competitorClause: 1 } },
    world: { rivalLead: 1, rivalGrowth: 1 },
  }),
  clauseNeverMet: odd({ policy: { response: { competitorClause: 1 } } }),
  powerWithoutAudits: preset('baseline'),
  noAuditInTime: odd({ world: { horizon: 100 }, policy: { accountability: { auditInterval: 200 } } }),
  noPressure: odd({ world: { pressure: 0 }, policy: { accountability: { noticePeriod: 10 } } }),
  alwaysVetoed: odd({ world: { pressure: 5 }, policy: { accountability: { oversightVeto: 1 } } }),
  tooShort: odd({ world: { horizon: 40 } }),
  noRelease: odd({ world: { releaseInterval: 100, horizon: 90 } }),
  pauseSlowsNothing: odd({ world: { pausedGrowth: 1, internalUseBoost: 0 } }),
  allSkipped: odd({ world: { skipProbability: 1 } }),
  noneWorks: odd({ world: { inadequacy: 1 } }),
  neverFound: odd({ world: { discoveryRate: 0, lapseRate: 2 } }),
  noJumps: odd({ world: { jumpShare: 0 } }),
  startOnRecord: preset('metr-time-horizon-replay'),
  noRecord: preset('baseline'),
  securityUnknown: odd({ level: { leadTime: { security: null, deployment: 4 } } }),
  safeguardsUnknown: odd({ level: { leadTime: { security: 4, deployment: null } } }),
  rebuilt: odd({ level: { protectedAtStart: true }, world: { lapseRate: 0 } }),
};

const keys = Object.keys(examples) as Key[];

function keysOf(scenario: Scenario): Key[] {
  return odditiesOf(scenario).map(({ key }) => key);
}

/** What each oddity says of any one future. */
const claims: Partial<Record<Key, (lab: Lab, scenario: Scenario) => boolean>> = {
  neverEvaluates: (lab) => lab.alertWeek.every((week) => week === 0) && lab.pausedWeeks === 0,
  onlyCandidates: (lab) => lab.routineEvaluations === 0,
  noLimits: (lab) => isNeverHeldBack(lab) && lab.alertWeek.every((week) => week === 0),
  unnamed: (lab, { thresholds }) =>
    thresholds.every(({ limit }, k) => limit !== null || lab.alertWeek[k] === 0),
  gatesOff: (lab, { thresholds }) =>
    thresholds.some(({ gates, limit }) => limit !== null && Object.values(gates).includes(true)) ||
    isNeverHeldBack(lab),
  goesOn: isNeverHeldBack,
  noLevelPauses: (lab) => lab.pausedWeeks === 0,
  noLevelSuspends: (lab) => lab.suspendedWeeks === 0,
  noLevelWithholds: (lab) => lab.withheldWeeks === 0 && lab.recalls === 0,
  speedupIdle: (lab) => lab.pausedWeeks === 0,
  noAuditInTime: (lab) => lab.auditFindings === 0,
  noPressure: (lab) => lab.abandoned === 0 && lab.vetoed === 0,
  alwaysVetoed: (lab) => lab.abandoned === 0,
  noRelease: (lab) => lab.releases === 0,
  allSkipped: (lab, { policy }) => policy.accountability.auditInterval > 0 || lab.routineEvaluations === 0,
  noneWorks: (lab, { thresholds }) =>
    thresholds.some(({ protectedAtStart }) => protectedAtStart) ||
    (lab.securityWorking | lab.safeguardsWorking) === 0,
  securityUnknown: (lab, { thresholds }) =>
    thresholds.every(
      ({ leadTime }, k) => leadTime.security !== null || ((lab.securityInPlace >> k) & 1) === 0,
    ),
  safeguardsUnknown: (lab, { thresholds }) =>
    thresholds.every(
      ({ leadTime }, k) => leadTime.deployment !== null || ((lab.safeguardsInPlace >> k) & 1) === 0,
    ),
};

function isNeverHeldBack(lab: Lab): boolean {
  return lab.pausedWeeks + lab.suspendedWeeks + lab.withheldWeeks + lab.recalls === 0;
}

/** What has no effect, by a change that must have none. */
const idle: Partial<Record<Key, (scenario: Scenario) => Scenario>> = {
  noBuffer: (scenario) => withPolicy(scenario, { limits: { atAlert: 'prepare' } }),
  repeatsWithoutNoise: (scenario) => withPolicy(scenario, { evaluation: { repeats: 50 } }),
  noDelay: (scenario) => withPolicy(scenario, { response: { delay: 50 } }),
  maxPauseIdle: (scenario) => withPolicy(scenario, { response: { maxPause: 1 } }),
  speedupIdle: (scenario) => withPolicy(scenario, { response: { pauseSpeedup: 9 } }),
  powerWithoutAudits: (scenario) => withPolicy(scenario, { accountability: { auditPower: 0 } }),
  noPressure: (scenario) => withPolicy(scenario, { accountability: { noticePeriod: 0, oversightVeto: 0 } }),
  noJumps: (scenario) => withWorld(scenario, { jumpSize: 4 }),
  startOnRecord: (scenario) => withWorld(scenario, { initialCapability: 3 }),
  noRecord: (scenario) => withWorld(scenario, { historyShape: 'linear' }),
};

describe('every oddity', () => {
  test('of the messages has an example that shows it', () => {
    expect([...keys, 'names'].toSorted()).toEqual(Object.keys(messages.page.settings.oddities).toSorted());
    for (const key of keys) expect(keysOf(examples[key]), key).toContain(key);
  });

  test('names settings that the scenario has, and says so in one sentence', () => {
    for (const key of keys) {
      const known = publicIds(examples[key].thresholds.length);
      for (const { ids, sentence } of odditiesOf(examples[key])) {
        expect(known).toEqual(expect.arrayContaining([...ids]));
        expect(sentence).toMatch(/^[A-Z][^{}]*\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|Infinity/);
      }
    }
  });

  test.each(keys.filter((key) => claims[key] !== undefined))('%s is true of its example', (key) => {
    simulated(examples[key], 200, (lab) => expect(claims[key]?.(lab, examples[key]), key).toBe(true));
  });

  test('is true of any scenario that shows it', () => {
    fc.assert(
      fc.property(livelyScenario(104), (scenario) => {
        const shown = keysOf(scenario).filter((key) => claims[key] !== undefined);
        simulated(scenario, 5, (lab) => {
          for (const key of shown) expect(claims[key]?.(lab, scenario), key).toBe(true);
        });
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test.each(keys.filter((key) => idle[key] !== undefined))('%s: nothing changes indeed', (key) => {
    const scenario = examples[key];
    const changed = idle[key]?.(scenario) as Scenario;
    expect(changed).not.toEqual(scenario);
    for (let run = 0; run < 10; run++) {
      expect(happenings(simulateRun(changed, 'idle', run))).toEqual(
        happenings(simulateRun(scenario, 'idle', run)),
      );
    }
  });
});

/** Share of 200 futures of which something holds. */
function shareOf(scenario: Scenario, holds: (lab: Lab) => boolean): number {
  let count = 0;
  simulated(scenario, 200, (lab) => {
    if (holds(lab)) count++;
  });
  return count / 200;
}

describe('what is only expected holds of most futures:', () => {
  const reportsBy = 13 + 3;

  test('an alert, or the limit, at the first evaluation', () => {
    const alerted = (lab: Lab): boolean => lab.alertWeek[0]! > 0 && lab.alertWeek[0]! <= reportsBy;
    expect(shareOf(examples.alertAtOnce, alerted)).toBeGreaterThan(0.5);
    expect(shareOf(preset('baseline'), alerted)).toBeLessThan(0.1);
    const reached = (lab: Lab): boolean => lab.reachedWeek[0]! > 0 && lab.reachedWeek[0]! <= reportsBy;
    expect(shareOf(examples.reachedAtOnce, reached)).toBeGreaterThan(0.5);
  });

  test('the danger before the alert', () => {
    const tooLate = (lab: Lab): boolean => lab.missedWarning[0] === 1;
    expect(shareOf(examples.alertPastDanger, tooLate)).toBeGreaterThan(0.5);
    // Also where evaluations read rightly.
    const { world } = examples.alertPastDanger;
    const right = { ...examples.alertPastDanger, world: { ...world, ...unsure, elicitationGap: 0 } };
    expect(shareOf(right, tooLate)).toBeGreaterThan(0.5);
  });

  test('the limit passed by the time of the alert, where evaluations read lower than the buffer', () => {
    const isPast = (lab: Lab): boolean =>
      lab.alertWeek[0]! > 0 && lab.capabilityPath[lab.alertWeek[0]!]! > lab.setup.limit[0]!;
    expect(shareOf(examples.gapBeyondBuffer, isPast)).toBeGreaterThan(0.5);
    expect(shareOf(preset('baseline'), isPast)).toBeLessThan(0.1);
  });

  test('no danger within a short future', () => {
    expect(shareOf(examples.tooShort, (lab) => lab.crossedWeek.some((week) => week > 0))).toBeLessThan(0.5);
  });

  test('commitments that do not bind while the rival leads', () => {
    const steady = withWorld(examples.clauseNeverMet, unsure);
    expect(shareOf(steady, isNeverHeldBack)).toBe(1);
  });
});

describe('as the model has it,', () => {
  test('a clause that is not met at the start binds nobody then', () => {
    const { world, policy } = examples.clauseUnmet;
    const wide = withPolicy(examples.clauseUnmet, { limits: { safetyBuffer: 12 }, response: { delay: 0 } });
    expect(-(world.rivalLead as number)).toBeLessThan(policy.response.competitorClause!);
    // The lab needs half a year and more to be ahead by so much; until then nothing binds it.
    for (let run = 0; run < 20; run++) {
      for (const { capability, rival, states } of simulateRun(wide, 'clause', run).weeks) {
        if (capability - rival < policy.response.competitorClause!)
          expect(states['training']).not.toBe('paused');
      }
    }
  });

  test('a pause without known security lasts to the end', () => {
    const steadfast = withWorld(examples.pauseEndless, { pressure: 0 });
    let paused = 0;
    for (let run = 0; run < 50; run++) {
      const { weeks } = simulateRun(steadfast, 'endless', run);
      const first = weeks.findIndex(({ states }) => states['training'] === 'paused');
      if (first < 0) continue;
      paused++;
      expect(weeks.slice(first).every(({ states }) => states['training'] === 'paused')).toBe(true);
    }
    expect(paused).toBeGreaterThan(40);
  });

  test('a pause shorter than any lead time ends before security begun with it', () => {
    // Work starts with the alert that pauses, and takes its median time.
    const late = withPolicy(withWorld(examples.pauseTooShort, { leadTimeSpread: 0, pressure: 0 }), {
      protections: { preparationMargin: 0 },
      response: { delay: 0 },
    });
    for (let run = 0; run < 50; run++) {
      const { weeks } = simulateRun(late, 'short', run);
      const first = weeks.findIndex(({ states }) => states['training'] === 'paused');
      if (first < 0) continue;
      const end = weeks.findIndex(({ states }, week) => week > first && states['training'] !== 'paused');
      const atEnd = weeks[end]?.states ?? {};
      const waitedFor = [1, 2, 3].filter((k) =>
        ['alert', 'reached'].includes(weeks[first]?.states[`warning${k}`] ?? ''),
      );
      expect(end === -1 ? 10 : end - first).toBe(10);
      for (const k of waitedFor) expect(atEnd[`security${k}`]).toBe('building');
    }
  });

  test('evaluations longer than their interval follow each other without a break', () => {
    const { duration } = examples.endlessEvaluation.policy.evaluation;
    const steady = withWorld(examples.endlessEvaluation, { skipProbability: 0 });
    for (let run = 0; run < 20; run++) {
      const { weeks } = simulateRun(steady, 'endless', run);
      const first = weeks.findIndex(({ states }) => states['evaluation'] === 'running');
      expect(first).toBeLessThanOrEqual(4);
      expect(weeks.slice(first).every(({ states }) => states['evaluation'] === 'running')).toBe(true);
    }
    expect(duration).toBeGreaterThan(4);
  });

  test('an interval longer than the future leaves some futures without an evaluation', () => {
    const share = shareOf(examples.noEvaluationInTime, (lab) => lab.routineEvaluations === 0);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(1);
  });

  test.each([
    [2, 10],
    [1, 20],
    [0.5, 40],
  ])('a pause with a building speed of %d builds 20 weeks of work in %d', (pauseSpeedup, weeksNeeded) => {
    const scenario = quietScenario({
      thresholds: [{ leadTime: { security: 20, deployment: 20 } }],
      policy: { response: { training: 'pause', pauseSpeedup } },
    });
    const { weeks } = simulateRun(scenario, 'pace', 0);
    expect(weeks.filter(({ states }) => states['training'] === 'paused')).toHaveLength(weeksNeeded);
  });

  test('a pause with full growth slows nothing', () => {
    let paused = 0;
    simulated(examples.pauseSlowsNothing, 100, (lab) => {
      paused += lab.pausedWeeks;
      expect(lab.trueCapability).toBeCloseTo(lab.unconstrainedCapability, 9);
    });
    expect(paused).toBeGreaterThan(0);
  });

  test('nobody finds out about failed protections', () => {
    let failed = 0;
    for (let run = 0; run < 30; run++) {
      const { events } = simulateRun(examples.neverFound, 'unseen', run);
      failed += events.filter(({ to }) => to === 'failing').length;
      expect(events.filter(({ from }) => from === 'failing')).toEqual([]);
    }
    expect(failed).toBeGreaterThan(0);
  });

  test('the times of protections that stay count for nothing', () => {
    const longer = withThresholds(examples.rebuilt, (each) => ({
      ...each,
      leadTime: { security: 500, deployment: 400 },
    }));
    for (let run = 0; run < 10; run++) {
      expect(happenings(simulateRun(longer, 'stay', run))).toEqual(
        happenings(simulateRun(examples.rebuilt, 'stay', run)),
      );
    }
  });
});

describe('oddities', () => {
  const shown: readonly Oddity[] = odditiesOf(examples.neverEvaluates);

  test('are shown at the first setting they concern', () => {
    const { neverEvaluates } = messages.page.settings.oddities;
    expect(odditiesAt(shown, ['evaluation.interval'])).toEqual([neverEvaluates]);
    expect(odditiesAt(shown, ['evaluation.preDeployment'])).toEqual([]);
  });

  test('that only say what has no effect deserve no mark', () => {
    expect(countOddities(shown, ({ component }) => component === 'evaluation')).toBe(1);
    expect(countOddities(shown, ({ component }) => component === 'accountability')).toBe(0);
    expect(odditiesAt(shown, ['accountability.auditPower'])).toHaveLength(1);
  });

  test('mark nothing in the baseline and in the published policies', () => {
    for (const id of ['baseline', 'anthropic-rsp-v1', 'metr-ideal'] as const) {
      expect(
        countOddities(odditiesOf(preset(id)), () => true),
        id,
      ).toBe(0);
    }
  });

  test('of the presets', () => {
    const marked = Object.fromEntries(
      presetIds.map((id) => [id, odditiesOf(preset(id)).flatMap(({ key, isNote }) => (isNote ? [] : [key]))]),
    );
    expect(marked).toMatchObject({
      'no-policy': ['noLimits', 'neverEvaluates'],
      'paper-policy': ['goesOn'],
      'metr-time-horizon-replay': [],
    });
  });
});
