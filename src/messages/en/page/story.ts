import { plural } from './plural';

/** One future told event by event: a sentence for every rule that fired, with the numbers it acted on. */

/** The numbers of an event, in people's words. Names are those that the model gives them. */
export interface Told {
  /** The level's name; empty where the event is of the lab as a whole. */
  readonly level: string;
  /** Which protection; empty where it is none. */
  readonly protection: 'security' | 'deployment' | '';
  /** The state it came from. */
  readonly from: string;
  /** A capability: "32x" or "8 h". */
  readonly value: (name: string) => string;
  /** How many times more able one is than the other: "2.1x". */
  readonly times: (more: string, less: string) => string;
  /** A span of weeks: "3 months". */
  readonly span: (name: string) => string;
  /** From the week that a number names until now. */
  readonly since: (name: string) => string;
  readonly number: (name: string) => number;
  /** Names of the levels that bind. */
  readonly binding: readonly string[];
  /** What an evaluation reports; null where the event is none, or no level is left to warn of. */
  readonly report: ToldReport | null;
  /** Whether what the lab could not know is told too. */
  readonly isWhole: boolean;
}

/** A report, held against the next line that it could pass. */
export interface ToldReport {
  /** The level's name. */
  readonly level: string;
  readonly line: 'alert' | 'limit';
  readonly reading: string;
  /** How far below the line it reads: "3x"; null where it is at the line or past it. */
  readonly short: string | null;
  readonly truth: string;
  readonly isPastDanger: boolean;
  /** Why it reads so. */
  readonly errors: readonly string[];
}

type Sentence = (told: Told) => string;

const protections = { security: 'security', deployment: 'use safeguards', '': '' } as const;
const is = { security: 'is', deployment: 'are', '': 'is' } as const;
const does = { security: 'does', deployment: 'do', '': 'does' } as const;
const stops = { security: 'stops', deployment: 'stop', '': 'stops' } as const;

const what = ({ level, protection }: Told): string => `${level}: ${protections[protection]}`;

const work: Sentence = (told) =>
  told.number('work') === Infinity ? 'nobody knows how to finish it' : `the work takes ${told.span('work')}`;

/** How far a reading is from what is true, and whether that is past the danger point. */
const truth: Sentence = (told) => {
  if (!told.isWhole) return '';
  const [read, real] = [told.number('reading'), told.number('trueValue')];
  const apart =
    real >= read
      ? ` In truth the model is ${told.times('trueValue', 'reading')} more able than it reads`
      : ` In truth the model is ${told.times('reading', 'trueValue')} less able than it reads`;
  return real >= told.number('dangerPoint') ? `${apart}, and past the danger point.` : `${apart}.`;
};

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

const binds = ({ binding }: Told): string =>
  `${listed.format(binding)} ${plural(binding.length, 'binds', 'bind')} the lab, and the security needed is missing`;
const bindsUse = ({ binding }: Told): string =>
  `${listed.format(binding)} ${plural(binding.length, 'binds', 'bind')} the lab, and the use safeguards needed are missing`;
/** The levels whose use safeguards a model would need. */
const forUse = ({ binding }: Told): string => `use safeguards for ${listed.format(binding)} are missing`;

/** What a report reads, and what is true. */
const reads = ({ report, isWhole }: Told): string => {
  if (report === null) return 'it can warn of nothing that has not been warned of.';
  const { level, line, reading, short, truth: real, isPastDanger, errors } = report;
  const lines = { alert: `the alert line of ${level}`, limit: `the limit of ${level}` };
  const found =
    short === null
      ? `it reads ${reading}, past ${lines[line]}.`
      : `it reads ${reading}, ${short} below ${lines[line]}.`;
  if (!isWhole) return found;
  const why = errors.length === 0 ? '' : ` (${errors.join(', ')})`;
  const danger = isPastDanger ? `, past the danger point of ${level}` : '';
  return `${found} In truth the model read was at ${real}${danger}${why}.`;
};
const rivalLeads: Sentence = (told) => `The rival is ${told.times('rival', 'capability')} ahead`;

export const story = {
  name: (run: string) => `Future ${run} step by step, and why it ends as it does`,
  statechart: 'The statechart behind it, played by XState',
  label: (run: string) => `What happens in future ${run}`,
  week: (week: string) => `Week ${week}`,
  hidden: 'Unknown to the lab',
  showRoutine: (count: string) => `Show ${count} routine events too`,
  showWhole: 'Show what the lab could not know',
  none: 'Nothing out of the ordinary happens in this future.',
  noneYet: 'Nothing out of the ordinary has happened yet.',
  end: (outcome: string) => `The end: ${outcome.toLowerCase()}.`,
  protections,
  /** By the event, where no rule had to hold. */
  always: {
    serve: ({ from }: Told) =>
      from === 'none' ? 'The first model goes into service.' : 'The new model goes into service.',
  },
  guards: {
    protectedFromStart: (told) => `${what(told)} ${is[told.protection]} in place from the start.`,
    preparedFromStart: (told) => `${what(told)} ${is[told.protection]} begun at the start; ${work(told)}.`,
    readingNearAlert: (told) =>
      told.number('reading') >= told.number('preparationLine')
        ? `${what(told)} ${is[told.protection]} begun, as the evaluation reads ${told.value('reading')}; ${work(told)}.`
        : `${what(told)} ${is[told.protection]} begun, as the model in service reads ${told.value('deployedReading')}; ${work(told)}.`,
    workProvesInadequate: (told) =>
      `${what(told)} ${is[told.protection]} finished, and ${does[told.protection]} not do what ${told.protection === 'security' ? 'it' : 'they'} should.`,
    workCompletes: (told) => `${what(told)} ${is[told.protection]} in place.`,
    lapses: (told) => `${what(told)} ${stops[told.protection]} working.`,
    isDiscovered: (told) =>
      `${what(told)} ${is[told.protection]} found not to work. The repair takes half of the first work.`,
    readingAtLimit: (told) =>
      `${told.level}: the evaluation reads ${told.value('reading')}, at or above the limit of ${told.value('limit')}.${truth(told)}`,
    readingAtAlert: (told) =>
      `${told.level}: an alert. The evaluation reads ${told.value('reading')}, past the alert line of ${told.value('line')}.${truth(told)}`,
    evaluationOver: (told) =>
      `The evaluation of week ${told.number('lastEvaluationStart')} reports: ${reads(told)}`,
    evaluationIsOrdered: () => 'The evaluation that the auditor ordered starts.',
    dueButSkipped: () => 'An evaluation is due, and the lab skips it.',
    evaluationDue: () => 'A routine evaluation starts.',
    mustPauseAtOnce: (told) => `${binds(told)}: training pauses at once.`,
    mustPause: (told) => `${binds(told)}: the lab takes ${told.span('delay')} to pause training.`,
    pauseNeedGone: (told) =>
      told.from === 'paused'
        ? `Training goes on after a pause of ${told.since('pauseStartWeek')}: nothing asks for it any more.`
        : 'No pause is needed any more.',
    pauseDecided: () => 'Training pauses.',
    pauseExhausted: (told) =>
      `Training goes on: the pause has lasted ${told.span('maxPause')}, the longest that the policy allows.`,
    mustSuspendAtOnce: (told) => `${bindsUse(told)}: internal use of the newest model is suspended at once.`,
    mustSuspend: (told) => `${bindsUse(told)}: the lab takes ${told.span('delay')} to suspend internal use.`,
    suspensionNeedGone: (told) =>
      told.from === 'suspended'
        ? 'Internal use of the newest model goes on: nothing stands against it any more.'
        : 'No suspension is needed any more.',
    suspensionDecided: () => 'Internal use of the newest model is suspended.',
    mustRecall: (told) => `The model in service is withdrawn: it reads as past a line, and ${forUse(told)}.`,
    recallNeedGone: () => 'The model that was withdrawn serves again.',
    constrained: () => 'A commitment binds the lab again.',
    constraintGone: () => 'Nothing binds the lab any more, and it keeps the commitment it gave notice of.',
    attemptIsVetoed: (told) => `${rivalLeads(told)}. The lab tries to drop its commitment and is overruled.`,
    abandonsAtOnce: (told) => `${rivalLeads(told)}, and the lab drops the commitment that holds it back.`,
    announcesAbandonment: (told) =>
      `${rivalLeads(told)}. The lab gives notice that in ${told.span('noticePeriod')} it drops the commitment that holds it back.`,
    noticeOver: () => 'The notice is over, and the lab drops its commitment.',
    auditFindsOverdue: (told) =>
      `An auditor finds that no evaluation was started for ${told.since('lastEvaluationStart')}, and orders one.`,
    auditFindsExemption: () => 'An auditor finds the dropped commitment, and the lab is bound again.',
    auditFindsFailure: (told) => `${what(told)} ${is[told.protection]} found not to work, by an auditor.`,
    candidateDueForEvaluation: () => 'A candidate for release goes into evaluation.',
    unevaluatedCandidateHeld: (told) => `A release is held back: ${forUse(told)}.`,
    candidateDue: () => 'A model is released.',
    candidateHeld: (told) => `A release is held back: it reads as past a line, and ${forUse(told)}.`,
    candidateFree: ({ from }) =>
      from === 'withheld' ? 'The model that was held back is released.' : 'A model is released.',
    assessmentOver: (told) => `The evaluation of the candidate reports: ${reads(told)}`,
    crossesDanger: (told) =>
      `${told.level}: the newest model is past the danger point, which lies at ${told.value('dangerPoint')}.`,
  } satisfies Record<string, Sentence>,
} as const;
