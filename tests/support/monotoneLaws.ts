/** What must come later or sooner in a run when a scenario has more of something, on the same luck and without feedback. */
import type { LawId, ReasonId } from '../../src/app/method/modelCheck';
import type { RunTrace } from '../../src/engine/simulateRun';
import { documentMessages } from '../../src/messages/documentMessages';
import type { Scenario, World } from '../../src/scenario/scenario';
import { changed, withPolicy, withThresholds, withWorld } from './changes';

const words = documentMessages.modelCheck;

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

interface Definition {
  /** The scenario with more of what the law is about; `amount` is from 0 to 1. */
  readonly more: (scenario: Scenario, amount: number) => Scenario;
  /** With more, these come never later, these never earlier, these in the same weeks. */
  readonly sooner?: readonly Look[];
  readonly later?: readonly Look[];
  readonly same: readonly Look[];
  /** Why it need not hold where the lab responds to what it reads and builds; null: it holds there too. */
  readonly why: ReasonId | null;
}

export interface Law extends Definition {
  readonly id: LawId;
  /** The law in a sentence. */
  readonly name: string;
}

/** A number, or every corner of a triangle, put up by `by`. */
function raised(value: World['elicitationGap'], by: number): World['elicitationGap'] {
  if (typeof value === 'number') return value + by;
  return { low: value.low + by, mode: value.mode + by, high: value.high + by };
}

const definitions: Readonly<Record<LawId, Definition>> = {
  'longer-security': {
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({
        ...threshold,
        leadTime: { ...threshold.leadTime, security: lengthened(threshold.leadTime.security, amount) },
      })),
    later: ['inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'building', 'capability'],
    why: 'held-longer',
  },
  'longer-safeguards': {
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({
        ...threshold,
        leadTime: { ...threshold.leadTime, deployment: lengthened(threshold.leadTime.deployment, amount) },
      })),
    later: ['inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'building', 'capability'],
    why: 'held-longer',
  },
  'wider-buffer': {
    more: (scenario, amount) =>
      withPolicy(scenario, { limits: { safetyBuffer: scenario.policy.limits.safetyBuffer + 3 * amount } }),
    sooner: ['alert', 'missed', 'building', 'inPlace', 'working'],
    same: ['reached', 'crossed', 'capability'],
    why: 'warned-sooner',
  },
  'lower-limits': {
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({
        ...threshold,
        limit: threshold.limit === null ? null : threshold.limit - 3 * amount,
      })),
    sooner: ['alert', 'reached', 'missed', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
    why: 'warned-sooner',
  },
  'wider-preparation': {
    more: (scenario, amount) => {
      const { preparationMargin } = scenario.policy.protections;
      const wider = preparationMargin === null || amount > 0.9 ? null : preparationMargin + 4 * amount;
      return withPolicy(scenario, { protections: { preparationMargin: wider } });
    },
    sooner: ['building', 'inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'capability'],
    why: 'ready-sooner',
  },
  'faster-building': {
    more: (scenario, amount) =>
      withPolicy(scenario, {
        protections: { buildSpeed: scenario.policy.protections.buildSpeed * (1 + 2 * amount) },
      }),
    sooner: ['inPlace', 'working'],
    same: ['alert', 'reached', 'crossed', 'missed', 'building', 'capability'],
    why: 'ready-sooner',
  },
  'wider-gap': {
    more: (scenario, amount) =>
      withWorld(scenario, { elicitationGap: raised(scenario.world.elicitationGap, 2 * amount) }),
    later: ['alert', 'reached', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
    why: 'warned-later',
  },
  'more-bias': {
    more: (scenario, amount) =>
      withWorld(scenario, { assessorBias: raised(scenario.world.assessorBias, 2 * amount) }),
    later: ['alert', 'reached', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
    why: 'warned-later',
  },
  'third-party': {
    more: (scenario) => withPolicy(scenario, { accountability: { thirdPartyEvaluation: true } }),
    sooner: ['alert', 'reached', 'missed', 'building', 'inPlace', 'working'],
    same: ['crossed', 'capability'],
    why: 'warned-sooner',
  },
  'further-danger': {
    more: (scenario, amount) =>
      withThresholds(scenario, (threshold) => ({ ...threshold, danger: threshold.danger + 2 * amount })),
    later: ['crossed'],
    same: ['alert', 'reached', 'building', 'inPlace', 'working', 'capability'],
    why: null,
  },
  'higher-start': {
    more: (scenario, amount) =>
      withWorld(scenario, { initialCapability: raised(scenario.world.initialCapability, 2 * amount) }),
    sooner: ['alert', 'reached', 'crossed', 'building', 'inPlace', 'working'],
    same: [],
    why: 'warned-sooner',
  },
};

export const laws: readonly Law[] = (Object.keys(definitions) as LawId[]).map((id) => ({
  id,
  name: words.laws[id],
  ...definitions[id],
}));

function lengthened(weeks: number | null, amount: number): number | null {
  if (weeks === null || amount > 0.9) return null;
  return weeks + Math.ceil(50 * amount);
}

/** A protected level whose lead time is unknown is not a scenario; its protections must be built. */
export function unprotected(scenario: Scenario): Scenario {
  return withThresholds(scenario, (threshold) => ({ ...threshold, protectedAtStart: false }));
}
