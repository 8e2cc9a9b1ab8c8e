import { plural } from './plural';

export const capability = {
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

export const activity = {
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

export const time = {
  start: 'start',
  week: (n: number) => `week ${n}`,
  years: (n: number) => `${n} ${plural(n, 'year', 'years')}`,
  months: (n: number) => `${n} months`,
  xAxisDates: 'Dates are those of model releases.',
} as const;
