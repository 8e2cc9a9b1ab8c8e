import type { FlagId, LevelFlagId, MeasureId } from '../engine/runReport';
import type { ResultMessage } from '../messages/messageTypes';
import { messages } from '../messages/messages';
import type { Outcome } from '../model/score';

type Labels<Id extends string> = Readonly<Record<Id, ResultMessage>>;

// A result without its words is a type error here.

/** Label and sentence of each outcome. */
export const outcomeLabels: Labels<Outcome> = messages.results.outcomes;

/** Label and sentence of each flag of a run. */
export const flagLabels: Labels<FlagId> = messages.results.flags;

/** Label and sentence of each measure. */
export const measureLabels: Labels<MeasureId> = messages.results.measures;

/** Label and sentence of the week of the first pause. */
export const firstPauseLabel: ResultMessage = messages.results.firstPauseWeek;

/** Label and sentence of each flag of a level, and of its lead. */
export const levelLabels: Labels<LevelFlagId | 'leadWeeks'> = {
  ...messages.results.levelFlags,
  leadWeeks: messages.results.leadWeeks,
};
