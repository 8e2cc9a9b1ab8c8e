import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lab } from '../../src/model/lab';
import type { Scenario, Threshold, World } from '../../src/scenario/scenario';
import { simulateRun } from '../support/bundledEngine';
import { withPolicy, withThresholds, withWorld } from '../support/changes';
import { eventfulScenario } from '../support/eventfulScenario';
import { happenings, labNumbers } from '../support/labNumbers';

/** A parameter that has nothing to act on, or two that cancel. */
interface IdleSetting {
  readonly name: string;
  /** Makes it idle. */
  readonly given: (scenario: Scenario) => Scenario;
  /** Sets it to something else; `amount` is from 0 to 1. */
  readonly change: (scenario: Scenario, amount: number) => Scenario;
  /** Numbers that are the setting itself, by another name. */
  readonly except?: readonly (keyof Lab)[];
}

const same = (scenario: Scenario): Scenario => scenario;
const whole = (amount: number, most: number): number => Math.round(amount * most);

const idleSettings: readonly IdleSetting[] = [
  {
    name: 'the power of audits without audits',
    given: (scenario) => withPolicy(scenario, { accountability: { auditInterval: 0 } }),
    change: (scenario, auditPower) => withPolicy(scenario, { accountability: { auditPower } }),
  },
  {
    name: 'what a pause does, where training continues',
    given: (scenario) => withPolicy(scenario, { response: { training: 'continue' } }),
    change: (scenario, amount) =>
      withThresholds(
        withPolicy(withWorld(scenario, { pausedGrowth: amount }), {
          response: { maxPause: whole(amount, 40), pauseSpeedup: 0.5 + amount },
        }),
        (threshold) => ({ ...threshold, gates: { ...threshold.gates, training: amount > 0.5 } }),
      ),
  },
  {
    name: 'what a suspension does, where internal use continues',
    given: (scenario) => withPolicy(scenario, { response: { internalUse: 'continue' } }),
    change: (scenario, amount) =>
      withThresholds(withWorld(scenario, { internalUseBoost: amount }), (threshold) => ({
        ...threshold,
        gates: { ...threshold.gates, internalUse: amount > 0.5 },
      })),
  },
  {
    name: 'the delay of a response, where training and internal use continue',
    given: (scenario) =>
      withPolicy(scenario, { response: { training: 'continue', internalUse: 'continue' } }),
    change: (scenario, amount) => withPolicy(scenario, { response: { delay: whole(amount, 30) } }),
  },
  {
    name: 'how an evaluation is done, where there is none',
    given: (scenario) =>
      withPolicy(scenario, {
        evaluation: { interval: 0, computeMultiple: 0, preDeployment: false },
        accountability: { auditInterval: 0 },
      }),
    change: (scenario, amount) =>
      withPolicy(withWorld(scenario, { skipProbability: amount }), {
        limits: { safetyBuffer: 6 * amount },
        evaluation: { duration: whole(amount, 20), noise: amount, repeats: 1 + whole(amount, 9) },
        accountability: { thirdPartyEvaluation: amount > 0.5 },
      }),
  },
  {
    name: 'repeats of an evaluation without noise',
    given: (scenario) => withPolicy(scenario, { evaluation: { noise: 0 } }),
    change: (scenario, amount) => withPolicy(scenario, { evaluation: { repeats: 1 + whole(amount, 99) } }),
  },
  {
    name: 'how a commitment is abandoned, without pressure',
    given: (scenario) => withWorld(scenario, { pressure: 0 }),
    change: (scenario, amount) =>
      withPolicy(scenario, { accountability: { noticePeriod: whole(amount, 50), oversightVeto: amount } }),
  },
  {
    name: 'the pressure of a rival that stays behind, and a clause that asks for less of a lead',
    given: (scenario) =>
      withPolicy(withWorld(scenario, { rivalLead: -20, rivalGrowth: 0 }), {
        response: { competitorClause: null },
      }),
    change: (scenario, amount) =>
      withPolicy(withWorld(scenario, { pressure: 10 * amount }), {
        response: { competitorClause: -20 + 30 * amount },
      }),
  },
  {
    name: 'the size of jumps where none come',
    given: (scenario) => withWorld(scenario, { jumpShare: 0 }),
    change: (scenario, amount) => withWorld(scenario, { jumpSize: 0.05 + amount }),
  },
  {
    name: 'a start and a shape that a history of one point replaces or does not have',
    given: (scenario) => withWorld(scenario, { history: [{ week: 0, capability: 0.5, label: 'start' }] }),
    change: (scenario, amount) =>
      withWorld(scenario, { initialCapability: amount, historyShape: amount > 0.5 ? 'linear' : 'steps' }),
  },
  {
    name: 'how protections are built that are there and stay',
    given: (scenario) =>
      withThresholds(withWorld(scenario, { lapseRate: 0 }), (threshold) => ({
        ...threshold,
        protectedAtStart: true,
      })),
    change: (scenario, amount) =>
      withThresholds(
        withPolicy(
          withWorld(scenario, { inadequacy: amount, leadTimeSpread: amount, discoveryRate: 9 * amount }),
          {
            protections: {
              preparationMargin: amount > 0.5 ? null : amount,
              buildSpeed: 0.1 + amount,
            },
            response: { pauseSpeedup: 0.1 + amount },
          },
        ),
        (threshold) => ({
          ...threshold,
          leadTime: { security: whole(amount, 90), deployment: whole(amount, 50) },
        }),
      ),
    except: ['work', 'plannedPace'],
  },
  {
    name: 'what happens to models, where none comes out',
    given: (scenario) =>
      withPolicy(withWorld(scenario, { releaseInterval: scenario.world.horizon + 1 }), {
        evaluation: { preDeployment: true },
      }),
    change: (scenario, amount) =>
      withThresholds(
        withPolicy(withWorld(scenario, { releaseLag: whole(amount, 50), postDeploymentGain: 5 * amount }), {
          evaluation: { preDeployment: amount > 0.3 },
          response: { recall: amount > 0.5, release: amount > 0.4 ? 'withhold' : 'release' },
        }),
        (threshold) => ({ ...threshold, gates: { ...threshold.gates, release: amount > 0.6 } }),
      ),
  },
  {
    name: 'the gates and the buffer of levels without a limit',
    given: (scenario) => withThresholds(scenario, (threshold) => ({ ...threshold, limit: null })),
    change: (scenario, amount) =>
      withThresholds(
        withPolicy(scenario, {
          limits: { safetyBuffer: 12 * amount, atAlert: amount > 0.5 ? 'act' : 'prepare' },
          protections: { preparationMargin: amount > 0.3 ? 20 * amount : null },
          response: {
            training: amount > 0.2 ? 'pause' : 'continue',
            internalUse: amount > 0.7 ? 'suspend' : 'continue',
            release: amount > 0.6 ? 'withhold' : 'release',
            recall: amount > 0.4,
            delay: whole(amount, 10),
          },
        }),
        (threshold) => ({
          ...threshold,
          gates: { training: amount > 0.5, internalUse: amount > 0.4, release: amount > 0.8 },
        }),
      ),
  },
  {
    name: 'waiting for the limit, where alert and limit are one',
    given: (scenario) => withPolicy(scenario, { limits: { safetyBuffer: 0, atAlert: 'act' } }),
    change: (scenario) => withPolicy(scenario, { limits: { atAlert: 'prepare' } }),
  },
  {
    name: 'names, words and the rules of the report',
    given: same,
    change: (scenario, amount) => ({
      ...withThresholds(scenario, (threshold, level) => ({
        ...threshold,
        name: `Renamed ${level}`,
        domain: `${threshold.domain}, renamed`,
      })),
      title: 'Renamed',
      scale: scenario.scale === 'task-horizon' ? 'effective-compute' : 'task-horizon',
      startDate: '2020-02-20',
      report: { toleranceWeeks: 1 + whole(amount, 50) },
    }),
  },
  {
    name: 'a distribution with all its corners in one place',
    given: (scenario) => ({ ...scenario, world: eachUncertain(scenario.world, middle) }),
    change: (scenario) => ({
      ...scenario,
      world: eachUncertain(scenario.world, (value) => {
        const mode = middle(value);
        return { low: mode, mode, high: mode };
      }),
    }),
  },
];

type Uncertain = World['growth'];

function middle(value: Uncertain): number {
  return typeof value === 'number' ? value : value.mode;
}

/** Numbers of the world that may be uncertain, by their names in a scenario. */
const certain = new Set<string>(['horizon', 'releaseInterval', 'releaseLag', 'history', 'historyShape']);

function eachUncertain(world: World, change: (value: Uncertain) => Uncertain): World {
  return Object.fromEntries(
    Object.entries(world).map(([id, value]) => [id, certain.has(id) ? value : change(value as Uncertain)]),
  ) as unknown as World;
}

const amounts = fc.double({ min: 0, max: 1, noNaN: true });

describe('nothing changes with', () => {
  test.each(idleSettings.map((setting) => [setting.name, setting] as const))(
    '%s',
    (_, { given, change, except = [] }) => {
      fc.assert(
        fc.property(eventfulScenario(), amounts, fc.nat(1000), (drawn, amount, run) => {
          const scenario = given(drawn);
          const before = simulateRun(scenario, 'idle', run);
          const after = simulateRun(change(scenario, amount), 'idle', run);
          expect(happenings(after)).toEqual(happenings(before));
          expect(labNumbers(after.lab, except)).toEqual(labNumbers(before.lab, except));
        }),
        { numRuns: 100, seed: 91 },
      );
    },
  );
});

describe('under act, limit and buffer', () => {
  /** Limits and buffers on a grid on which their difference is exact. */
  const grid = (value: number): number => Math.round(value * 256) / 256;
  const reached: readonly (keyof Lab)[] = ['reachedWeek', 'reachedLevels', 'warning', 'trail'];

  test('act only through their difference, but for the week in which the limit itself is read', () => {
    const shifts = fc.integer({ min: 0, max: 1024 }).map((steps) => steps / 256);
    fc.assert(
      fc.property(eventfulScenario(), shifts, fc.nat(1000), (drawn, shift, run) => {
        const scenario = withThresholds(
          withPolicy(drawn, {
            limits: { atAlert: 'act', safetyBuffer: grid(drawn.policy.limits.safetyBuffer) },
          }),
          (threshold) => ({ ...threshold, limit: threshold.limit === null ? null : grid(threshold.limit) }),
        );
        const moved = withThresholds(
          withPolicy(scenario, { limits: { safetyBuffer: scenario.policy.limits.safetyBuffer + shift } }),
          (threshold) => ({ ...threshold, limit: threshold.limit === null ? null : threshold.limit + shift }),
        );
        const before = simulateRun(scenario, 'difference', run);
        const after = simulateRun(moved, 'difference', run);
        expect(labNumbers(after.lab, reached)).toEqual(labNumbers(before.lab, reached));
        const others = (each: string): boolean => !each.includes(' warning');
        expect(happenings(after).filter(others)).toEqual(happenings(before).filter(others));
        expect(after.outcome).toBe(before.outcome);
      }),
      { numRuns: 200, seed: 92 },
    );
  });
});

describe('a level more, without a limit and with its danger out of reach,', () => {
  /** The first entries of every column, which belong to the levels there were before. */
  function firstLevels(
    numbers: ReturnType<typeof labNumbers>,
    levels: number,
  ): ReturnType<typeof labNumbers> {
    const byProtection = new Set<keyof Lab>([
      'protection',
      'work',
      'plannedWork',
      'planWeek',
      'dueWeek',
      'timesFinished',
      'nextLapseWeek',
      'lapsesDrawn',
      'nextDiscoveryWeek',
      'discoveriesDrawn',
    ]);
    return Object.fromEntries(
      Object.entries(numbers).map(([name, value]) => {
        if (typeof value === 'number' || name === 'capabilityPath') return [name, value];
        return [name, value.slice(0, byProtection.has(name as keyof Lab) ? 2 * levels : levels)];
      }),
    );
  }

  test('changes nothing of the others', () => {
    fc.assert(
      fc.property(eventfulScenario(), fc.boolean(), fc.nat(1000), (drawn, sharesDomain, run) => {
        const scenario = { ...drawn, thresholds: drawn.thresholds.slice(0, 5) };
        const levels = scenario.thresholds.length;
        const far: Threshold = {
          name: 'Out of reach',
          domain: sharesDomain ? scenario.thresholds[0]!.domain : 'a domain of its own',
          danger: 1e6,
          leadTime: { security: 1, deployment: 1 },
          protectedAtStart: false,
          limit: null,
          gates: { training: true, internalUse: true, release: true },
        };
        const before = simulateRun(scenario, 'one more', run);
        const after = simulateRun(
          { ...scenario, thresholds: [...scenario.thresholds, far] },
          'one more',
          run,
        );
        const except: (keyof Lab)[] = ['stateCount', 'nextDanger'];
        expect(happenings(after)).toEqual(happenings(before));
        expect(firstLevels(labNumbers(after.lab, except), levels)).toEqual(labNumbers(before.lab, except));
        expect(after.lab.crossedWeek[levels]).toBe(0);
      }),
      { numRuns: 200, seed: 93 },
    );
  });
});
