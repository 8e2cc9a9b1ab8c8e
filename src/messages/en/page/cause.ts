/** Why one future ends in a failure: what happens, what was missing, what was known, and what did not hold the lab back. */

const names = { security: 'security', deployment: 'safeguards' } as const;
const was = { security: 'was', deployment: 'were' } as const;
const it = { security: 'it', deployment: 'they' } as const;
const is = { security: 'is', deployment: 'are' } as const;
type Protection = keyof typeof names;

const begun = (kind: Protection, week: string): string =>
  `The ${names[kind]} for it ${was[kind]} begun in week ${week}`;

export const cause = {
  failure: {
    deployment: (level: string, week: string) =>
      `From week ${week} on, a model in users’ hands is past the danger point of ${level} without the safeguards it needs.`,
    internalUse: (level: string, week: string) =>
      `From week ${week} on, the lab itself uses a model past the danger point of ${level} without the safeguards it needs.`,
    unsecured: (level: string, week: string) =>
      `From week ${week} on, the lab holds a model past the danger point of ${level} that could be stolen from it.`,
  },
  lasts: (span: string) => `That lasts for ${span}.`,
  protection: {
    noLimit: 'The policy names no such level, so nothing is built for it.',
    notBegun: (kind: Protection) => `The ${names[kind]} for it ${was[kind]} not begun by then.`,
    tooLate: (kind: Protection, week: string, ready: string, late: string) =>
      `${begun(kind, week)} and ${is[kind]} finished in week ${ready}, ${late} too late.`,
    never: (kind: Protection, week: string) =>
      `${begun(kind, week)} and ${is[kind]} not finished in this future.`,
    unknown: (kind: Protection, week: string) =>
      `${begun(kind, week)}, and nobody knows how to finish ${kind === 'security' ? 'it' : 'them'}.`,
    failing: (kind: Protection, week: string) =>
      `The ${names[kind]} for it ${was[kind]} finished in week ${week}, and ${it[kind]} did not work, unseen by the lab.`,
    repaired: (kind: Protection, week: string) =>
      `The ${names[kind]} for it had failed, which was found out in week ${week}; the repair was under way.`,
  },
  warning: {
    noReport: 'No evaluation had reported on the newest model by then.',
    quiet: (parts: {
      readonly week: string;
      readonly read: string;
      readonly short: string;
      readonly truth: string;
      readonly nowWeek: string;
      readonly now: string;
    }) =>
      `No warning had come: the evaluation of week ${parts.week} read ${parts.read}, which is ${parts.short} below the line of an alert, while the model was in truth at ${parts.truth}. By week ${parts.nowWeek} it had grown to ${parts.now}.`,
    raised: (week: string, before: string) => `The alert came in week ${week}, ${before} before.`,
    sameWeek: 'The alert came in that same week.',
  },
  errors: {
    intro: (parts: readonly string[]) => `What made the reading: ${parts.join(', ')}.`,
    elicitation: (times: string) => `elicitation falls short by ${times}`,
    overElicitation: (times: string) => `elicitation overshoots by ${times}`,
    bias: (times: string) => `the lab’s own assessors read low by ${times}`,
    suite: (times: string, isLow: boolean) => `this suite reads ${isLow ? 'low' : 'high'} by ${times}`,
    chance: (times: string, isLow: boolean) => `chance ${isLow ? 'lowered' : 'raised'} it by ${times}`,
  },
  response: {
    goesOn: {
      unsecured: 'The policy lets training go on whatever is missing.',
      internalUse: 'The policy lets the lab go on using its model whatever is missing.',
      deployment: 'The policy lets models be released whatever is missing.',
    },
    noGate: {
      unsecured: 'The policy does not stop training at this level.',
      internalUse: 'The policy does not stop internal use at this level.',
      deployment: 'The policy does not hold releases back at this level.',
    },
    onlyPrepares:
      'By this policy an alert starts protections; only a reading at the limit itself stops anything.',
    dropped: (week: string) => `The lab had dropped its commitment in week ${week}.`,
    rivalTooClose: 'The rival was so close that the commitment did not bind.',
    deciding: (span: string) => `The lab was still deciding, for which it takes ${span}.`,
    spent: (span: string) => `The pause had ended after ${span}, the longest that the policy allows.`,
    pausedTooLate: (week: string) =>
      `Training was paused from week ${week} on, but a lab that pauses still learns, and what it holds cannot be unlearned.`,
  },
  release: {
    unevaluated: (week: string) => `It was released in week ${week} without an evaluation.`,
    readBelow: (week: string, short: string) =>
      `It was released in week ${week}, after an evaluation that read it ${short} below the line.`,
    grewPast: (week: string) =>
      `It was released in week ${week}, below the danger point, and grew past it in users’ hands.`,
    released: (week: string) => `It was released in week ${week}.`,
    noRecall: 'The policy recalls no model once it is in users’ hands.',
  },
} as const;
