import type { ResultMessage } from '../messageTypes';

/** How a future ends. */
const outcomes = {
  'unsafe-deployment': {
    label: 'Unsafe deployment',
    sentence: 'A deployed model is past a danger point, and its use safeguards were never finished.',
  },
  'unsafe-internal-use': {
    label: 'Unsafe internal use',
    sentence: 'The lab itself uses a model past a danger point whose use safeguards were never finished.',
  },
  unsecured: {
    label: 'Unsecured model',
    sentence: 'The lab holds a model past a danger point, and the security against theft was never finished.',
  },
  'protection-failed': {
    label: 'Protection failed',
    sentence: 'The protections were finished, but one of them did not work when it was needed.',
  },
  'paused-in-time': {
    label: 'Paused in time',
    sentence: 'The lab paused training at least once and was never unsafe.',
  },
  protected: {
    label: 'Protected in time',
    sentence: 'The lab went past a danger point with its protections working, without a pause.',
  },
  'not-reached': {
    label: 'Danger not reached',
    sentence: 'The lab reached no danger point, and never paused.',
  },
} as const satisfies Record<string, ResultMessage>;

/** What else may be true of a future. */
const flags = {
  missedWarning: {
    label: 'Warning missed',
    sentence: 'A danger point was crossed before any evaluation had warned of its level.',
  },
  falseAlarm: {
    label: 'False alarm',
    sentence: "A level's first warning came although the model was still below the warning line.",
  },
  pauseAbandoned: {
    label: 'Commitment abandoned',
    sentence: 'The lab gave up a commitment that held it back.',
  },
  recalled: {
    label: 'Model recalled',
    sentence: 'A deployed model was withdrawn.',
  },
  evaluationSkipped: {
    label: 'Evaluation skipped',
    sentence: 'A routine evaluation that was due was left out.',
  },
  rivalFirst: {
    label: 'Rival first',
    sentence: 'In some week the rival was past a danger point that the lab was still below.',
  },
} as const satisfies Record<string, ResultMessage>;

/** What is counted in every future. */
const measures = {
  pausedWeeks: {
    label: 'Training paused',
    sentence: 'Weeks in which training was paused.',
  },
  needlessPauseWeeks: {
    label: 'Paused needlessly',
    sentence: 'Weeks of pause while no danger point without its security had been crossed.',
  },
  suspendedWeeks: {
    label: 'Internal use suspended',
    sentence: 'Weeks in which the lab did not use its own best model.',
  },
  withheldWeeks: {
    label: 'Release held back',
    sentence: 'Weeks in which a finished model was held back.',
  },
  unsafeDeploymentWeeks: {
    label: 'Unsafe deployment',
    sentence: 'Weeks with a deployed model past a danger point whose use safeguards did not work.',
  },
  unsafeInternalUseWeeks: {
    label: 'Unsafe internal use',
    sentence: 'Weeks of internal use of a model past a danger point whose use safeguards did not work.',
  },
  unsecuredWeeks: {
    label: 'Unsecured model',
    sentence: 'Weeks with a model past a danger point whose security against theft did not work.',
  },
  foregoneDoublings: {
    label: 'Growth forgone',
    sentence: 'Capability that pauses and suspensions cost the lab by the end.',
  },
  rivalAheadWeeks: {
    label: 'Rival ahead',
    sentence: 'Weeks in which the rival was more capable than the lab.',
  },
  evaluations: {
    label: 'Evaluations',
    sentence: 'Evaluations that reported, routine ones and those of candidates for release.',
  },
  releases: {
    label: 'Releases',
    sentence: 'Models deployed.',
  },
} as const satisfies Record<string, ResultMessage>;

const firstPauseWeek = {
  label: 'First paused in week',
  sentence: 'The week in which training is first paused, over the futures in which it ever is.',
} as const satisfies ResultMessage;

/** What may be true of one level in a future. */
const levelFlags = {
  crossed: { label: 'Crossed', sentence: 'The danger point of the level was crossed.' },
  warned: { label: 'Warned', sentence: 'An evaluation warned of the level.' },
  missedWarning: {
    label: 'Missed',
    sentence: 'The danger point was crossed before any evaluation had warned of the level.',
  },
  falseAlarm: {
    label: 'False alarm',
    sentence: 'The first warning came although the model was still below the warning line.',
  },
  protectedAtCrossing: {
    label: 'Protected',
    sentence: 'Both protections worked when the danger point was crossed.',
  },
} as const satisfies Record<string, ResultMessage>;

const leadWeeks = {
  label: 'Lead',
  sentence: 'Weeks from the warning to the crossing, where both happened; negative: the warning came late.',
} as const satisfies ResultMessage;

/** What is worst in a future, after "Most often the worst is". */
const atWorst = {
  'unsafe-deployment': 'a model deployed without safeguards',
  'unsafe-internal-use': 'a model used inside the lab without safeguards',
  unsecured: 'a model kept without security against theft',
} as const;
type Worst = keyof typeof atWorst;

/** How else a future ends, after "in 17 of 100". */
const otherwise = {
  'protection-failed': 'its protections are built but do not work',
  'paused-in-time': 'it pauses in time',
  protected: 'its protections are ready in time',
  'not-reached': 'it reaches no danger point',
} as const;
type Otherwise = keyof typeof otherwise;

/** The finding: `many` is "38 of 100" or the like, `runs` is "10,000". */
const headline = {
  title: {
    someUnsafe: (many: string) =>
      `In ${many} futures the lab goes past a danger point before the protections it needs are built.`,
    allUnsafe: (runs: string) =>
      `In all ${runs} futures the lab goes past a danger point before the protections it needs are built.`,
    noneUnsafe: (runs: string) =>
      `In none of ${runs} futures does the lab go past a danger point before the protections it needs are built.`,
    noneCrossed: (runs: string) => `In none of ${runs} futures does the lab reach a danger point.`,
  },
  titleOfOne: {
    unsafe: 'In this one future the lab goes past a danger point before the protections it needs are built.',
    safe: 'In this one future the lab passes no danger point before the protections it needs are built.',
    noneCrossed: 'In this one future the lab reaches no danger point.',
  },
  mostOften: (worst: Worst, many: string) => `most often the worst is ${atWorst[worst]} (${many})`,
  always: (worst: Worst) => `the worst is always ${atWorst[worst]}`,
  alwaysThere: (worst: Worst) => `there the worst is always ${atWorst[worst]}`,
  worst: (worst: Worst) => `the worst is ${atWorst[worst]}`,
  inMany: (end: Otherwise, many: string) => `in ${many} ${otherwise[end]}`,
  inAll: (end: Otherwise) => `in all of them ${otherwise[end]}`,
  inOne: (end: Otherwise) => otherwise[end],
  pausesAnyway: (many: string) => `in ${many} it pauses all the same`,
  pausesAnywayInAll: 'in all of them it pauses all the same',
  pausesAnywayInOne: 'it pauses all the same',
  neverPauses: 'it never has to pause',
  /** One sentence of clauses. */
  sentence: (clauses: readonly string[]) => {
    const text = clauses.join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
} as const;

/** Numbers as people hold them. */
const amounts = {
  wholeNumber: (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ','),
  ofRuns: (count: number, runs: number) => `${count} of ${runs}`,
  fewerThanOne: 'fewer than 1 of 100',
  moreThanNinetyNine: 'more than 99 of 100',
  noTime: 'no time',
  underAWeek: 'under a week',
  aboutWeeks: (n: number) => (n === 1 ? 'about a week' : `about ${n} weeks`),
  aboutMonths: (n: number) => `about ${n} months`,
  aboutYears: (n: number) => `about ${n} years`,
} as const;

export const results = {
  outcomes,
  flags,
  measures,
  firstPauseWeek,
  levelFlags,
  leadWeeks,
  headline,
  amounts,
} as const;
