/** What is odd about a scenario, or has no effect in it: each true of the model, each a whole sentence. */
export const oddities = {
  names: (names: readonly string[]) => names.join(', '),
  neverEvaluates: 'Evaluations never happen: no warning can be raised.',
  onlyCandidates: (lag: string) =>
    `Only candidates for release are evaluated, each the internal model of ${lag} before.`,
  endlessEvaluation:
    'An evaluation takes as long as the interval or longer: one follows the other without a break.',
  repeatsWithoutNoise: 'One evaluation has no noise of its own: repeats change nothing.',
  noEvaluationInTime:
    'The interval is longer than the future: some futures see no evaluation by the calendar.',
  noLimits: 'No level has a limit: no warning can be raised, and nothing is ever held back.',
  unnamed: 'The policy names no such level; the danger is there all the same.',
  noBuffer: 'Without a buffer, alert and limit are one: to act or to prepare at an alert is the same.',
  onlyDifference: 'As an alert counts as the limit, limits and buffer act only through their difference.',
  alertAtOnce: (names: string) =>
    `The buffer is so wide that the first evaluation is expected to raise the alert of ${names}.`,
  reachedAtOnce: 'The limit lies so low that the first evaluation is expected to find it reached.',
  gapBeyondBuffer: (gap: string, buffer: string) =>
    `Evaluations are assumed to read ${gap} too low, more than the buffer of ${buffer} makes up for.`,
  alertPastDanger: 'Even the alert lies above the estimated danger point: the danger is expected first.',
  gatesOff: 'Reaching this level holds nothing back; only its protections are built.',
  goesOn: 'Nothing is paused, suspended, held back or recalled, whatever evaluations read.',
  noLevelPauses: 'No level with a limit can pause training: training is never paused.',
  noLevelSuspends: 'No level with a limit can suspend internal use: it is never suspended.',
  noLevelWithholds: 'No level with a limit can hold back releases: none is ever held back or recalled.',
  noDelay: 'Training and internal use go on anyway: nothing waits for this delay.',
  maxPauseIdle: 'Training goes on anyway: a longest pause changes nothing.',
  pauseTooShort: (longest: string, needed: string) =>
    `Security begun with a pause needs at least ${needed} at the median, more than the longest pause of ${longest}.`,
  pauseEndless: (names: string) => `A pause has no end of its own where security cannot be built: ${names}.`,
  speedupIdle: 'Training goes on anyway: there is no pause that could speed protections up.',
  noSpeedup: 'At 1x a pause builds protections no faster.',
  slowdown: 'Below 1x a pause builds protections more slowly.',
  clauseUnmet: (lead: string) => `At the start the rival is ${lead}: commitments do not bind then.`,
  clauseNeverMet: (lead: string) =>
    `At the start the rival is ${lead} and grows as fast as the lab or faster: commitments are not expected to bind.`,
  powerWithoutAudits: 'There are no audits: their power changes nothing.',
  noAuditInTime: 'The first audit would come after the end: none takes place.',
  noPressure: 'No rival puts pressure on the lab: nobody tries to abandon a commitment.',
  alwaysVetoed: 'Every attempt to abandon a commitment is blocked.',
  tooShort: (capability: string) => `The lab is expected to end at ${capability}, below every danger point.`,
  noRelease: 'The first candidate would come after the end: no model is released.',
  pauseSlowsNothing: 'Growth goes on in full during a pause: a pause slows nothing.',
  allSkipped: 'Every routine evaluation that falls due is skipped.',
  noneWorks: 'No protection works when it is finished.',
  neverFound: 'Nothing and nobody finds out that a protection has stopped working.',
  noJumps: 'No growth comes in jumps: their size changes nothing.',
  startOnRecord: 'The recorded path has its own start: this changes nothing.',
  noRecord: 'There is no recorded path: this changes nothing.',
  securityUnknown: 'A pause that waits for this security has no end of its own.',
  safeguardsUnknown: 'Whatever waits for these safeguards has no end of its own.',
  rebuilt: 'In place from the start: this time counts only if they fail, and then by half.',
} as const;
