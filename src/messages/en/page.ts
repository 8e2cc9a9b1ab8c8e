/** Everything the page says besides the names of parameters and results. */

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

/** Numbers in people's units, short enough for a label. */
const units = {
  times: (n: string) => `${n}x`,
  millionTimes: (n: string) => `${n} million x`,
  billionTimes: (n: string) => `${n} billion x`,
  seconds: (n: string) => `${n} s`,
  minutes: (n: string) => `${n} min`,
  hours: (n: string) => `${n} h`,
  workWeeks: (n: string) => (n === '1' ? '1 week' : `${n} weeks`),
  workMonths: (n: string) => (n === '1' ? '1 month' : `${n} months`),
  workYears: (n: string) => (n === '1' ? '1 year' : `${n} years`),
  percent: (n: string) => `${n}%`,
  weeks: (n: number) => `${n} ${plural(n, 'week', 'weeks')}`,
  months: (n: number) => `${n} ${plural(n, 'month', 'months')}`,
  years: (n: number) => `${n} ${plural(n, 'year', 'years')}`,
  repeats: (n: number) => `${n} ${plural(n, 'repeat', 'repeats')}`,
  /** After a number box. */
  after: { times: 'x', hours: 'hours', weeks: 'weeks', percent: '%', count: '' },
} as const;

const scenario = {
  label: 'Scenario',
  groups: {
    thought: 'Thought experiments',
    measured: 'On measured data',
    published: 'Published policies and proposals',
  },
} as const;

const settings = {
  label: 'Settings',
  heading: 'Policy',
  open: 'Change the policy',
  close: 'Done',
  more: (component: string) => `More on ${component.toLowerCase()}`,
  limitOf: (level: string) => `Limit of ${level}`,
  resetAll: (n: number) => `Reset ${n} ${plural(n, 'change', 'changes')}`,
  backTo: (value: string) => `back to ${value}`,
  resetTo: (label: string, value: string) => `Set ${label} back to ${value}`,
  about: 'About',
  basis: {
    stated: 'Stated',
    inferred: 'Inferred',
    illustrative: 'Illustrative',
  },
  source: (title: string, place: string | undefined) => (place === undefined ? title : `${title}, ${place}`),
  /** Short for what null or 0 means, where the parameter's own sentence is long. */
  noneOf: {
    'threshold.limit': 'no limit',
    'protections.preparationMargin': 'from week 0',
    'evaluation.computeMultiple': 'never by growth',
    'response.competitorClause': 'always binding',
  },
  yes: 'yes',
  no: 'no',
  none: 'none',
  numberExpected: (min: string, max: string, unit: string) => `Enter a number from ${min} to ${max}${unit}.`,
  wholeNumberExpected: (min: string, max: string, unit: string) =>
    `Enter a whole number from ${min} to ${max}${unit}.`,
  capabilityExpected: 'Enter a number from a millionth to a billion billion.',
  lastValid: (value: string) => `${value} still counts.`,
} as const;

/** The policy in a few words a component. */
const inWords = {
  noLimits: 'none',
  limits: (levels: number, buffer: string) =>
    `${levels} ${plural(levels, 'level', 'levels')}, ${buffer} buffer`,
  prepares: (text: string) => `${text}, alert only prepares`,
  neverBegun: 'never begun',
  fromStart: 'begun at once',
  fromMargin: (margin: string) => `begun ${margin} before the alert`,
  atAlert: 'begun at the alert',
  atSpeed: (text: string, speed: string) => `${text}, at ${speed} speed`,
  every: (span: string) => `every ${span}`,
  everyOr: (span: string, growth: string) => `every ${span} or ${growth}`,
  everyGrowth: (growth: string) => `every ${growth} of growth`,
  beforeRelease: 'before release',
  neverEvaluates: 'none',
  pause: 'pause',
  pauseAtMost: (span: string) => `pause up to ${span}`,
  suspend: 'suspend',
  withhold: 'withhold',
  recall: 'recall',
  unlessBehind: 'unless behind',
  goesOn: 'goes on regardless',
  independent: 'independent evaluation',
  audits: (span: string) => `audit every ${span}`,
  notice: (span: string) => `${span} notice`,
  veto: (chance: string) => `${chance} veto`,
  unaccountable: 'none',
  list: (parts: readonly string[]) => parts.join(', '),
} as const;

const luck = {
  heading: 'Luck',
  seed: 'Seed',
  newLuck: 'New luck',
  sentence: 'Same seed, same futures, to the last bit.',
} as const;

const answer = {
  skip: 'Skip to the answer',
  waiting: 'Ten thousand futures of this lab are being simulated.',
  futures: (runs: string) => `${runs} futures`,
  sampling: (margin: string) => `sampling ±${margin} of 100`,
  refining: (runs: string, all: string) => `${runs} futures, refining to ${all}`,
  failed: 'The simulation stopped with an error; these are its words:',
  outcomesTitle: 'How the futures end',
  outcomesNote: 'Of 100, with 95% sampling interval',
  outcomesLabel: (parts: readonly string[]) => `How futures end, of 100: ${parts.join(', ')}.`,
  outcome: (label: string, number: string) => `${label.toLowerCase()} ${number}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  underOne: '<1',
  overNinetyNine: '>99',
  noForecast: 'It compares policies under stated assumptions. It predicts nothing about any company.',
} as const;

const capability = {
  scales: {
    'effective-compute': "multiples of today's frontier model",
    'task-horizon': 'length of tasks done at 50% success, in working time',
  },
  /** A capability as the end of a sentence. */
  on: {
    'effective-compute': (value: string) => `${value} today's frontier`,
    'task-horizon': (value: string) => `tasks of ${value}`,
  },
  title: (value: string) => `The middle future ends at ${value}`,
  note: (scale: string, week: string) => `Capability of the lab's best model: ${scale}. ${week}`.trimEnd(),
  limit: (level: string) => `${level} limit`,
  alert: (level: string) => `${level} alert`,
  danger: (level: string) => `${level} danger`,
  sameLine: ' · ',
  median: 'median',
  middleHalf: 'half of futures',
  nineTenths: '90 of 100',
  deployed: 'deployed',
  rival: 'rival',
  oneFuture: 'one future',
  inPause: 'training paused',
  future: (run: string) => `Future ${run}`,
  anotherFuture: 'Another future',
  futureStory: (outcome: string, paused: string) => `${outcome}. ${paused}`,
  futurePaused: (span: string) => `Training is paused for ${span} (thick line).`,
  futureNotPaused: 'Training is never paused.',
  describe: (parts: {
    readonly weeks: number;
    readonly median: string;
    readonly low: string;
    readonly high: string;
    readonly rival: string;
    readonly limits: readonly string[];
  }) =>
    `Capability over ${parts.weeks} weeks. The lab's best model ends at ${parts.median} in the middle future, ` +
    `between ${parts.low} and ${parts.high} in 90 of 100; the rival at ${parts.rival}. ` +
    (parts.limits.length === 0 ? 'The policy has no limits.' : `Limits: ${parts.limits.join(', ')}.`),
  table: 'Capability in numbers',
  columns: {
    time: 'Time',
    q05: '5%',
    q25: '25%',
    q50: 'Median',
    q75: '75%',
    q95: '95%',
    deployed: 'Deployed, median',
    rival: 'Rival, median',
  },
  none: '–',
} as const;

const activity = {
  titlePaused: (median: string, low: string, high: string) =>
    `Training is paused for ${median} in the middle future, ${low} to ${high} in 90 of 100`,
  titleNever: 'Training is never paused',
  note: 'Share of futures, week by week (a full row is all of them), and the weeks this lasts in a future',
  rows: {
    paused: 'Training paused',
    suspended: 'Internal use suspended',
    withheld: 'Release held back',
  },
  weeks: (n: number) => `${n} weeks`,
  range: (low: number, high: number) => `${low} to ${high}`,
  describe: (rows: readonly string[]) => `Shares of futures by week. ${rows.join(' ')}`,
  describeRow: (label: string, peak: string, week: number, median: number, low: number, high: number) =>
    `${label}: at most in ${peak} of 100 futures at once, in week ${week}; ${median} weeks in the middle future, ` +
    `${low} to ${high} in 90 of 100.`,
  table: 'What the lab is doing, in numbers',
  time: 'Time',
} as const;

const levels = {
  title: 'Level by level',
  note: 'of 100 futures',
  margin: (margin: string) => `sampling ±${margin} or less`,
  columns: {
    level: 'Level',
    limit: 'Limit',
    crossed: 'Danger crossed',
    warned: 'Warned in time',
    missed: 'Missed',
    protected: 'Protected at crossing',
    falseAlarm: 'False alarm',
    lead: 'Warning to crossing',
  },
  noLimit: 'none',
  notWarned: '–',
  lead: (median: number, low: number, high: number) =>
    `${median} weeks (${low} to ${high})`.replaceAll('-', '−'),
} as const;

const time = {
  start: 'start',
  week: (n: number) => `week ${n}`,
  years: (n: number) => `${n} ${plural(n, 'year', 'years')}`,
  months: (n: number) => `${n} months`,
  xAxisDates: 'Dates are those of model releases.',
} as const;

const colophon = {
  caveatsTitle: 'What to keep in mind',
  fingerprint: 'Fingerprint',
  runs: 'Futures',
  seed: 'Seed',
  model: 'Model version',
  scenario: 'Scenario',
  changed: (title: string) => `${title}, changed`,
  fingerprintNote: 'Equal wherever the same futures are simulated.',
  chartLoading: 'The chart is loading.',
} as const;

export const page = {
  name: 'RSP Simulator',
  units,
  scenario,
  settings,
  inWords,
  luck,
  answer,
  capability,
  activity,
  levels,
  time,
  colophon,
} as const;
