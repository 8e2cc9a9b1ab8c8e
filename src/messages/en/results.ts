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

/** What the lab does at worst, after "The worst it does is most often to". */
const atWorst = {
  'unsafe-deployment': 'deploy such a model without safeguards',
  'unsafe-internal-use': 'use such a model inside the lab without safeguards',
  unsecured: 'hold such a model without security against theft',
} as const;

/** How else a future may end, after "in 17 of 100". */
const otherwise = {
  'protection-failed': 'its protections are built, but fail',
  'paused-in-time': 'it pauses in time',
  protected: 'its protections are ready in time',
  'not-reached': 'it reaches no danger point',
} as const;

/** The finding in one sentence and a half; `many` is "38 of 100", `runs` is "10,000". */
const headline = {
  someUnsafe: (many: string) =>
    `In ${many} futures the lab goes past a danger point without the protections it needs.`,
  allUnsafe: (runs: string) =>
    `In all ${runs} futures the lab goes past a danger point without the protections it needs.`,
  noneUnsafe: (runs: string) =>
    `In none of ${runs} futures does the lab go past a danger point without the protections it needs.`,
  nothingCrossed: (runs: string) => `In none of ${runs} futures does the lab reach a danger point.`,
  onlyFuture: {
    unsafe: 'In this one future the lab goes past a danger point without the protections it needs.',
    safe: 'In this one future the lab does not go past a danger point without the protections it needs.',
    nothingCrossed: 'In this one future the lab does not reach a danger point.',
  },

  mostOften: (worst: keyof typeof atWorst, many: string) =>
    `The worst it does is most often to ${atWorst[worst]} (${many})`,
  always: (worst: keyof typeof atWorst) => `The worst it does is always to ${atWorst[worst]}`,
  alwaysThen: (worst: keyof typeof atWorst) => `The worst it does is then always to ${atWorst[worst]}`,
  alone: (worst: keyof typeof atWorst) => `The worst it does is to ${atWorst[worst]}.`,
  inMany: (other: keyof typeof otherwise, many: string) => `in ${many} ${otherwise[other]}`,
  inAll: (other: keyof typeof otherwise) => `in all of them ${otherwise[other]}`,
  clauses: (clauses: readonly string[]) => {
    const text = clauses.join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
  neverPauses: 'It never has to pause.',
} as const;

/** Numbers as people hold them. */
const amounts = {
  wholeNumber: (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ','),
  ofHundred: (n: number) => `${n} of 100`,
  fewerThanOne: 'fewer than 1 of 100',
  moreThanNinetyNine: 'more than 99 of 100',
  days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  weeks: (n: number) => (n === 1 ? '1 week' : `${n} weeks`),
  aboutMonths: (n: number) => `about ${n} months`,
  aboutYears: (n: number) => `about ${n} years`,
} as const;

export const results = {
  outcomes,
  flags,
  measures,
  levelFlags,
  leadWeeks,
  headline,
  amounts,
} as const;
