import { auditTakesPlace, commitmentsAreStrained } from './accountability';
import { evaluationIsCalledFor, reportsAtOnce, routineReportArrived } from './evaluation';
import type { Lab } from './lab';
import { paceChanged, protectionIsDue } from './protections';
import { candidateMayLeave, candidateReportArrived, deployedThisWeek } from './release';
import { responseMayChange } from './response';
import { dangerPointReached } from './score';

/** The seven phases of a week, in order. */
export const phases = ['grow', 'build', 'evaluate', 'respond', 'oversee', 'release', 'score'] as const;
export type Phase = (typeof phases)[number];

/** The events of the statechart. `begin` is sent once, in week 0. */
export type WeekEvent =
  | 'grow'
  | 'replan'
  | 'build'
  | 'settle'
  | 'report'
  | 'read'
  | 'schedule'
  | 'respond'
  | 'reconsider'
  | 'oversee'
  | 'audit'
  | 'offer'
  | 'assess'
  | 'decide'
  | 'serve'
  | 'cross'
  | 'score';
export type LabEvent = WeekEvent | 'begin';

/** Conditions under which an event of the script is sent at all; some only spare events that would change nothing. */
export const conditions = {
  evaluationIsCalledFor,
  responseMayChange,
  commitmentsAreStrained,
  candidateMayLeave,
  paceChanged,
  protectionIsDue,
  routineReportArrived,
  reportsAtOnce,
  auditTakesPlace,
  candidateReportArrived,
  deployedThisWeek,
  dangerPointReached,
} satisfies Record<string, (lab: Lab) => boolean>;

export interface ScriptedEvent {
  readonly phase: Phase;
  readonly event: WeekEvent;
  readonly when?: keyof typeof conditions;
}

/**
 * A week: its phases are these events, in this order. A phase takes several events where a later rule must see an
 * earlier one's result, since the guards of one event all see the lab as it was before it.
 */
export const week: readonly ScriptedEvent[] = [
  { phase: 'grow', event: 'grow' },

  { phase: 'build', event: 'replan', when: 'paceChanged' },
  { phase: 'build', event: 'build', when: 'protectionIsDue' },
  { phase: 'build', event: 'settle', when: 'protectionIsDue' },

  { phase: 'evaluate', event: 'report' },
  { phase: 'evaluate', event: 'read', when: 'routineReportArrived' },
  { phase: 'evaluate', event: 'schedule', when: 'evaluationIsCalledFor' },
  { phase: 'evaluate', event: 'report', when: 'reportsAtOnce' },
  { phase: 'evaluate', event: 'read', when: 'reportsAtOnce' },

  { phase: 'respond', event: 'respond', when: 'responseMayChange' },

  { phase: 'oversee', event: 'reconsider' },
  { phase: 'oversee', event: 'oversee', when: 'commitmentsAreStrained' },
  { phase: 'oversee', event: 'audit', when: 'auditTakesPlace' },

  { phase: 'release', event: 'offer', when: 'candidateMayLeave' },
  { phase: 'release', event: 'assess' },
  { phase: 'release', event: 'read', when: 'candidateReportArrived' },
  { phase: 'release', event: 'decide', when: 'candidateReportArrived' },
  { phase: 'release', event: 'serve', when: 'deployedThisWeek' },

  { phase: 'score', event: 'cross', when: 'dangerPointReached' },
  { phase: 'score', event: 'score' },
];
