/** What must come later or sooner in a run when a scenario has more of something, on the same luck and without feedback. */
import type { RunTrace } from '../../src/engine/simulateRun';
import type { Scenario, World } from '../../src/scenario/scenario';
import { changed, withPolicy, withThresholds, withWorld } from './changes';

/** The scenario with a lab whose capability and evaluations are the same whatever it reads and builds. */
export function withoutFeedback(scenario: Scenario): Scenario {
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

export const looks = {
  alert: ({ lab }: RunTrace) => weeksOf(lab.alertWeek),
  reached: ({ lab }: RunTrace) => weeksOf(lab.reachedWeek),
  crossed: ({ lab }: RunTrace) => weeksOf(lab.crossedWeek),
  missed: ({ lab }: RunTrace) => [...lab.missedWarning],
  building: (trace: RunTrace) => firstEntered(trace, ['building']),
  inPlace: (trace: RunTrace) => firstEntered(trace, ['working', 'failing']),
  working: (trace: RunTrace) => firstEntered(trace, ['working']),
  capability: ({ weeks }: RunTrace) => weeks.map(({ capability }) => capability),
} as const;
export type Look = keyof typeof looks;

export interface Law {
  readonly name: string;
  /** The scenario with more of what the law is about; `amount` is from 0 to 1. */
  readonly more: (scenario: Scenario, amount: number) => Scenario;
  /** With more, these come never later, these never earlier, these in the same weeks. */
  readonly sooner?: readonly Look[];
  readonly later?: readonly Look[];
  readonly same: readonly Look[];
  /** Why it need not hold where the lab responds to what it reads and builds; null: it holds there too. */
  readonly why: string | null;
}

const heldLonger =
  'A lab that waits longer for one protection is paused longer. Meanwhile it grows less and builds its other protections at the speed of a pause, so these may be ready sooner, and levels further up are met later.';
const warnedSooner =
  'A lab that is warned sooner pauses sooner. It then grows less, so levels further up are warned of, reached and crossed later.';
const warnedLater =
  'A lab that is warned later grows longer before it pauses, so levels further up may be warned of and met sooner.';
const readySooner =
  'Protections that are ready sooner end a pause sooner, or spare it. The lab then grows more, so levels further up are met sooner, and it builds without the speed of a pause.';

/** A number, or every corner of a triangle, put up by `by`. */
function raised(value: World['elicitationGap'], by: number): World['elicitationGap'] {
  if (typeof value === 'number') return value + by;
  return { low: value.low + by, mode: value.mode + by, high: value.high + by };
}

export const laws: readonly Law[] = [
  {
    name: 'a longer lead time of security is never ready earlier',
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({
        ...threshold,
        leadTime: { ...threshold.leadTime, security: lengthened(threshold.leadTime.security, amount) },
      })),
    later: ['inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'building', 'capability'],
    why: heldLonger,
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
    why: heldLonger,
  },
  {
    name: 'a wider buffer never alerts later',
    more: (scenario, amount) =>
      withPolicy(scenario, { limits: { safetyBuffer: scenario.policy.limits.safetyBuffer + 3 * amount } }),
    sooner: ['alert', 'missed', 'building', 'inPlace', 'working'],
    same: ['reached', 'crossed', 'capability'],
    why: warnedSooner,
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
    why: warnedSooner,
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
    why: readySooner,
  },
  {
    name: 'faster building is never ready later',
    more: (scenario, amount) =>
      withPolicy(scenario, {
        protections: { buildSpeed: scenario.policy.protections.buildSpeed * (1 + 2 * amount) },
      }),
    sooner: ['inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'building', 'capability'],
    why: readySooner,
  },
  {
    name: 'a wider elicitation gap never alerts earlier',
    more: (scenario, amount) =>
      withWorld(scenario, { elicitationGap: raised(scenario.world.elicitationGap, 2 * amount) }),
    later: ['alert', 'reached', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
    why: warnedLater,
  },
  {
    name: 'more bias of the assessors never alerts earlier',
    more: (scenario, amount) =>
      withWorld(scenario, { assessorBias: raised(scenario.world.assessorBias, 2 * amount) }),
    later: ['alert', 'reached', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
    why: warnedLater,
  },
  {
    name: 'a third party never alerts later',
    more: (scenario) => withPolicy(scenario, { accountability: { thirdPartyEvaluation: true } }),
    sooner: ['alert', 'reached', 'missed', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
    why: warnedSooner,
  },
  {
    name: 'a danger further off is never crossed earlier',
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({ ...threshold, danger: threshold.danger + 2 * amount })),
    later: ['crossed'],
    same: ['alert', 'reached', 'building', 'inPlace', 'working', 'capability'],
    why: null,
  },
  {
    name: 'a higher start is never crossed later, nor alerted later',
    more: (scenario, amount) =>
      withWorld(scenario, { initialCapability: raised(scenario.world.initialCapability, 2 * amount) }),
    sooner: ['alert', 'reached', 'crossed', 'building', 'inPlace', 'working'],
    same: [],
    why: warnedSooner,
  },
];

function lengthened(weeks: number | null, amount: number): number | null {
  if (weeks === null || amount > 0.9) return null;
  return weeks + Math.ceil(50 * amount);
}

/** A protected level whose lead time is unknown is not a scenario; its protections must be built. */
export function unprotected(scenario: Scenario): Scenario {
  return withThresholds(scenario, (threshold) => ({ ...threshold, protectedAtStart: false }));
}
