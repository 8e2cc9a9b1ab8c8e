import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunTrace } from '../../src/engine/simulateRun';
import type { Scenario, World } from '../../src/scenario/scenario';
import { simulateRun } from '../support/bundledEngine';
import { changed, withPolicy, withThresholds, withWorld } from '../support/changes';
import { eventfulScenario } from '../support/eventfulScenario';

/** The scenario with a lab whose capability and evaluations are the same whatever it reads and builds. */
function withoutFeedback(scenario: Scenario): Scenario {
  const response = {
    training: 'continue',
    internalUse: 'continue',
    release: 'release',
    recall: false,
  } as const;
  return { ...scenario, policy: changed(scenario.policy, { response }) };
}

/** Weeks in which something first happens, one entry a level or protection; Infinity: never in this run. */
type Weeks = readonly number[];

function weeksOf(column: ArrayLike<number>): Weeks {
  return Array.from(column, (week) => (week === 0 ? Infinity : week));
}

/** The week in which each protection first enters one of these states, even if it leaves it in the same week. */
function firstEntered({ events, lab }: RunTrace, states: readonly string[]): Weeks {
  return Array.from(lab.protection, (_, i) => {
    const entry = events.find(
      ({ region, index, to }) => region === 'protection' && index === i && states.includes(to),
    );
    return entry?.week ?? Infinity;
  });
}

const looks = {
  alert: ({ lab }: RunTrace) => weeksOf(lab.alertWeek),
  reached: ({ lab }: RunTrace) => weeksOf(lab.reachedWeek),
  crossed: ({ lab }: RunTrace) => weeksOf(lab.crossedWeek),
  missed: ({ lab }: RunTrace) => [...lab.missedWarning],
  building: (trace: RunTrace) => firstEntered(trace, ['building']),
  inPlace: (trace: RunTrace) => firstEntered(trace, ['working', 'failing']),
  working: (trace: RunTrace) => firstEntered(trace, ['working']),
  capability: ({ weeks }: RunTrace) => weeks.map(({ capability }) => capability),
} as const;
type Look = keyof typeof looks;

interface Law {
  readonly name: string;
  /** The scenario with more of what the law is about; `amount` is from 0 to 1. */
  readonly more: (scenario: Scenario, amount: number) => Scenario;
  /** With more, these come never later, these never earlier, these in the same weeks. */
  readonly sooner?: readonly Look[];
  readonly later?: readonly Look[];
  readonly same: readonly Look[];
}

/** A number, or every corner of a triangle, put up by `by`. */
function raised(value: World['elicitationGap'], by: number): World['elicitationGap'] {
  if (typeof value === 'number') return value + by;
  return { low: value.low + by, mode: value.mode + by, high: value.high + by };
}

const laws: readonly Law[] = [
  {
    name: 'a longer lead time of security is never ready earlier',
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({
        ...threshold,
        leadTime: { ...threshold.leadTime, security: lengthened(threshold.leadTime.security, amount) },
      })),
    later: ['inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'building', 'capability'],
  },
  {
    name: 'a longer lead time of use safeguards is never ready earlier',
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({
        ...threshold,
        leadTime: { ...threshold.leadTime, deployment: lengthened(threshold.leadTime.deployment, amount) },
      })),
    later: ['inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'building', 'capability'],
  },
  {
    name: 'a wider buffer never alerts later',
    more: (scenario, amount) =>
      withPolicy(scenario, { limits: { safetyBuffer: scenario.policy.limits.safetyBuffer + 3 * amount } }),
    sooner: ['alert', 'missed', 'building', 'inPlace', 'working'],
    same: ['reached', 'crossed', 'capability'],
  },
  {
    name: 'a lower limit never alerts later and is never reached later',
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({
        ...threshold,
        limit: threshold.limit === null ? null : threshold.limit - 3 * amount,
      })),
    sooner: ['alert', 'reached', 'missed', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
  },
  {
    name: 'a wider margin of preparation never starts building later',
    more: (scenario, amount) => {
      const { preparationMargin } = scenario.policy.protections;
      const wider = preparationMargin === null || amount > 0.9 ? null : preparationMargin + 4 * amount;
      return withPolicy(scenario, { protections: { preparationMargin: wider } });
    },
    sooner: ['building', 'inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'capability'],
  },
  {
    name: 'faster building is never ready later',
    more: (scenario, amount) =>
      withPolicy(scenario, {
        protections: { buildSpeed: scenario.policy.protections.buildSpeed * (1 + 2 * amount) },
      }),
    sooner: ['inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'building', 'capability'],
  },
  {
    name: 'a wider elicitation gap never alerts earlier',
    more: (scenario, amount) =>
      withWorld(scenario, { elicitationGap: raised(scenario.world.elicitationGap, 2 * amount) }),
    later: ['alert', 'reached', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
  },
  {
    name: 'more bias of the assessors never alerts earlier',
    more: (scenario, amount) =>
      withWorld(scenario, { assessorBias: raised(scenario.world.assessorBias, 2 * amount) }),
    later: ['alert', 'reached', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
  },
  {
    name: 'a third party never alerts later',
    more: (scenario) => withPolicy(scenario, { accountability: { thirdPartyEvaluation: true } }),
    sooner: ['alert', 'reached', 'missed', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
  },
  {
    name: 'a danger further off is never crossed earlier',
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({ ...threshold, danger: threshold.danger + 2 * amount })),
    later: ['crossed'],
    same: ['alert', 'reached', 'building', 'inPlace', 'working', 'capability'],
  },
  {
    name: 'a higher start is never crossed later, nor alerted later',
    more: (scenario, amount) =>
      withWorld(scenario, { initialCapability: raised(scenario.world.initialCapability, 2 * amount) }),
    sooner: ['alert', 'reached', 'crossed', 'building', 'inPlace', 'working'],
    same: [],
  },
];

function lengthened(weeks: number | null, amount: number): number | null {
  if (weeks === null || amount > 0.9) return null;
  return weeks + Math.ceil(50 * amount);
}

/** A protected level whose lead time is unknown is not a scenario; its protections must be built. */
function unprotected(scenario: Scenario): Scenario {
  return withThresholds(scenario, (threshold) => ({ ...threshold, protectedAtStart: false }));
}

describe('on the same luck, without feedback', () => {
  test.each(laws.map((law) => [law.name, law] as const))(
    '%s',
    (_, { more, sooner = [], later = [], same }) => {
      const moved = new Map<Look, number>();
      const compare = (
        look: Look,
        before: RunTrace,
        after: RunTrace,
        order: (a: number, b: number) => boolean,
      ) => {
        const first = looks[look](before);
        const second = looks[look](after);
        if (!first.every((value, i) => order(value, second[i]!))) {
          expect.fail(`${look}: ${first.join(' ')} before, ${second.join(' ')} after`);
        }
        if (first.some((value, i) => value !== second[i])) moved.set(look, (moved.get(look) ?? 0) + 1);
      };
      const amounts = fc.double({ min: 0.01, max: 1, noNaN: true });
      fc.assert(
        fc.property(eventfulScenario(), amounts, fc.nat(1000), (drawn, amount, run) => {
          const scenario = unprotected(withoutFeedback(drawn));
          const before = simulateRun(scenario, 'monotone', run);
          const after = simulateRun(more(scenario, amount), 'monotone', run);
          for (const look of sooner) compare(look, before, after, (a, b) => b <= a);
          for (const look of later) compare(look, before, after, (a, b) => b >= a);
          for (const look of same) compare(look, before, after, (a, b) => b === a);
        }),
        { numRuns: 200, seed: 81 },
      );
      // Every week that may move has moved in some of the cases.
      for (const look of [...sooner, ...later]) expect(moved.get(look) ?? 0, look).toBeGreaterThan(0);
    },
  );
});
